import Attachments
import EventLog
package import Kernel
import Registry
import Storage
package import Web

/// How long a paper is to be kept.
package struct PaperKept: Sendable, Equatable {
    /// Its first day without; nil where it is kept for ever.
    package let until: CivilDate?
    package let title: Message
    package let source: Message

    package func hasEnded(on day: CivilDate) -> Bool { until.map { $0 <= day } ?? false }
}

/// The clocks of papers.
extension InstallationPapers {
    /// How long the paper is kept, the longest of what names it; nil of one that nothing names yet.
    package func kept(_ mark: String) throws -> PaperKept? {
        try database.read { try kept(PaperIndex.list(mark, in: $0), $0) }
    }

    /// Papers whose term has ended on a day and that are still here, of places where `principal` has a desk, the oldest first; and
    /// whether there are more.
    package func listEnded(on day: CivilDate, for principal: Principal, limit: Int = 200) throws -> (
        papers: [(label: PaperLabel, kept: PaperKept)], hasMore: Bool
    ) {
        guard !principal.role.isPrivate, store.hasShelves else { return ([], false) }
        return try database.read { tx in
            // No term is shorter than a year: what came since a year ago is not looked at.
            let marks = try PaperIndex.named(before: day.adding(years: -1), in: tx)
            var found: [(label: PaperLabel, kept: PaperKept)] = []
            for mark in marks where store.holds(mark) {
                let uses = try PaperIndex.list(mark, in: tx)
                guard let kept = try kept(uses, tx), kept.hasEnded(on: day),
                    let label = try label(mark, uses, for: principal, tx)
                else { continue }
                guard found.count < limit else { return (found, true) }
                found.append((label, kept))
            }
            return (found, false)
        }
    }

    private func kept(_ uses: [PaperIndex.Use], _ tx: any ReadTransaction) throws -> PaperKept? {
        var longest: PaperKept?
        for use in uses {
            guard let one = try kept(use, tx) else { continue }
            guard let until = one.until else { return one }
            if longest?.until.map({ $0 < until }) ?? true { longest = one }
        }
        return longest
    }

    private func kept(_ use: PaperIndex.Use, _ tx: any ReadTransaction) throws -> PaperKept? {
        guard let part = PaperClass.of(use.event), let bytes = try LogStore.leaf(use.entry, in: tx) else { return nil }
        let named = try Leaf(decoding: bytes).at.date
        guard let term = part.term(on: named) else { return nil }
        let years: Int
        switch term.years {
        case .forEver: return PaperKept(until: nil, title: part.title, source: term.source)
        case .years(let count): years = count
        case .parameter:
            let place = use.division ?? .root
            years = Int(try ParameterQueries.value(.retentionYears, at: place, on: named, in: tx).value)
        }
        let start: CivilDate
        switch term.clock {
        case .year: start = CivilDate(year: named.components.year + 1, month: 1, day: 1) ?? named
        case .contract:
            let id = use.stream.split(separator: "/", maxSplits: 1).last.flatMap { ContractID(String($0)) }
            let end = try id.flatMap { try ContractQueries.find($0, in: tx)?.end } ?? named
            start = max(end, named).adding(days: 1)
        }
        return PaperKept(until: start.adding(years: years), title: part.title, source: term.source)
    }
}
