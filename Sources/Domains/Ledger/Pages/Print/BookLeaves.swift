import Kernel

/// An account's ledger cut into pages, each but the first headed by what the page before carried over (Order 98, art. 60(8)).
struct BookLeaves: Sendable, Hashable {
    /// What is carried over a page's end: day books, which are balanced by the month, carry the turnover since its first
    /// day; ledgers, which run through the year, that since January.
    enum Carry: Sendable { case month, year }

    enum Kind: Sendable, Hashable {
        case opening
        case row(AccountLedger.RowKind)
        /// 过次页 and 承前页.
        case carriedOver
        case broughtForward
        /// 结转下年, after December.
        case nextYear
    }

    struct Line: Sendable, Hashable {
        let kind: Kind
        let pair: FullTrialBalance.Pair
        let balance: Money
    }

    static let linesPerPage = 30

    let pages: [[Line]]

    init(_ ledger: AccountLedger, carry: Carry, endsYear: Bool = false, perPage: Int = BookLeaves.linesPerPage) {
        var lines: [(line: Line, carried: FullTrialBalance.Pair)] = []
        var sum = FullTrialBalance.Pair()
        var year: Int?
        lines.append((Line(kind: .opening, pair: .init(), balance: ledger.opening), sum))
        for row in ledger.rows {
            let pair = FullTrialBalance.Pair(debit: row.debit, credit: row.credit)
            switch row.kind {
            case .entry(let entry):
                // A new year counts from nothing.
                if carry == .year, let year, year != entry.month.year { sum = .init() }
                year = entry.month.year
                sum = sum + pair
            case .day: break
            case .month: if carry == .month { sum = .init() }
            case .year(let month):
                if carry == .year { sum = pair }
                year = month.year
            }
            lines.append((Line(kind: .row(row.kind), pair: pair, balance: row.balance), sum))
        }
        if endsYear { lines.append((Line(kind: .nextYear, pair: .init(), balance: ledger.closing), sum)) }
        pages = Self.cut(lines, max(3, perPage))
    }

    private static func cut(_ lines: [(line: Line, carried: FullTrialBalance.Pair)], _ perPage: Int) -> [[Line]] {
        var pages: [[Line]] = []
        var page: [Line] = []
        for (position, entry) in lines.enumerated() {
            let isLast = position + 1 == lines.count
            // The last line of a full page is kept for what is carried over.
            if page.count == perPage - 1, !isLast, let before = page.last {
                let carried = lines[position - 1].carried
                page.append(Line(kind: .carriedOver, pair: carried, balance: before.balance))
                pages.append(page)
                page = [Line(kind: .broughtForward, pair: carried, balance: before.balance)]
            }
            page.append(entry.line)
        }
        return page.isEmpty ? pages : pages + [page]
    }
}
