package import Kernel

/// One supplementary agreement: from a day on another last day, another rent, or both.
package struct Amendment: Sendable, Hashable {
    /// From 1, in the order they were agreed.
    package let number: Int64
    package let from: CivilDate
    package let endBefore: CivilDate
    package let end: CivilDate
    package let totalBefore: Money
    package let total: Money
    /// The rule from that day on; nil where the one before goes on.
    package let schedule: RentSchedule?
    package let paper: String
    package let resolution: ResolutionID?
    package let enteredOn: CivilDate
}

/// The years of a contract's rent through all its supplementary agreements. A year that began before an agreement's day
/// keeps what was agreed before it.
struct RentHistory {
    private let start: CivilDate
    /// The rule that runs now, and the first day it is reckoned from; nil where the paper names one sum.
    private var rule: RentSchedule?
    private var ruleStart: CivilDate
    private(set) var lines: [RentLine]

    init(start: CivilDate, end: CivilDate, rule: RentSchedule?, amendments: [Amendment]) {
        self.start = start
        self.rule = rule
        ruleStart = start
        lines = rule?.lines(from: start, to: amendments.first?.endBefore ?? end) ?? []
        for amendment in amendments {
            let new = newLines(amendment.schedule, from: amendment.from, to: amendment.end) ?? []
            lines = lines.filter { $0.from < amendment.from } + new
            guard let schedule = amendment.schedule else { continue }
            self.rule = schedule
            ruleStart = amendment.from
        }
    }

    /// The years from `day` to `end` by another rule, or by the one that runs; nil where neither can say them.
    func newLines(_ other: RentSchedule?, from day: CivilDate, to end: CivilDate) -> [RentLine]? {
        guard day <= end else { return [] }
        if let other { return other.lines(from: day, to: end) }
        return rule?.lines(from: ruleStart, to: end)?.filter { $0.from >= day }
    }

    /// The first day, not before `day`, on which a year of the rent begins; the day after `end` at the latest.
    func yearStart(notBefore day: CivilDate, end: CivilDate) -> CivilDate {
        let next = end.adding(days: 1)
        guard lines.isEmpty else { return lines.map(\.from).first { $0 >= day } ?? next }
        var years = 0
        while start.adding(years: years) < day { years += 1 }
        return min(start.adding(years: years), next)
    }
}
