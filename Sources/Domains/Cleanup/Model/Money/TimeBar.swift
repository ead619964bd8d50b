package import Kernel
import Registry

/// How long a claim may be brought to court (诉讼时效), by the day its time began to run.
package struct TimeBarRule: Sendable, Hashable {
    package let from: CivilDate
    package let years: Int
    package let source: String
}

/// The time bar of a claim. It is shown and never acted on: a court applies it only where the debtor pleads it (Civil Code,
/// art. 193), and what is paid voluntarily stays paid (art. 192).
package enum TimeBar {
    /// The shipped rows, in order of their first days.
    package static let rules = ShippedTable.rows(
        PackageResources.time_bar_csv, columns: ["from", "years", "source"]
    ) { row -> TimeBarRule? in
        guard let from = CivilDate(row.text("from")), let years = Int(row.text("years")) else { return nil }
        return TimeBarRule(from: from, years: years, source: row.text("source"))
    }

    /// The day from which the claim is barred: counted from the day it was due (the last instalment of several, art. 189),
    /// or from the last demand, promise or suit (art. 195). Where the law changed while the time ran, the new law holds; a
    /// time that had run out before stays run out (Supreme Court 2018, arts. 2 and 3).
    package static func barred(due: CivilDate, lastAcknowledged: CivilDate?, rules: [TimeBarRule] = TimeBar.rules)
        -> CivilDate
    {
        let start = max(due, lastAcknowledged ?? due)
        var end = start
        for (position, rule) in rules.enumerated() {
            let next = position + 1 < rules.count ? rules[position + 1].from : CivilDate.last
            guard start < next else { continue }
            end = start.adding(years: rule.years)
            if end < next { return end }
        }
        return end
    }
}
