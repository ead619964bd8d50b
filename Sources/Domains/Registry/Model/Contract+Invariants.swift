package import Kernel

/// From a first day to a last.
package struct DayRange: Sendable, Hashable {
    package let start: CivilDate
    package let end: CivilDate

    package init(start: CivilDate, end: CivilDate) {
        self.start = start
        self.end = end
    }
}

/// A contract as its stream knows it: its term, its rent, and to whom it was passed on.
package struct RegisteredContract: Sendable, Hashable {
    package let start: CivilDate
    package internal(set) var end: CivilDate
    package internal(set) var total: Money
    package internal(set) var instalments: [Instalment]
    package internal(set) var subleases: [DayRange] = []

    init(_ terms: ContractTerms) {
        start = terms.start
        end = terms.end
        total = terms.total
        instalments = terms.instalments
    }
}

extension RegisteredContract {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(start <= end, "a contract ends before it begins")
        let sum = instalments.reduce(Money.zero) { $0 + $1.amount }
        invariants.hold(sum == total, "the instalments of a contract are \(sum), its total is \(total)")
        invariants.hold(instalments.allSatisfy { $0.amount > .zero }, "an instalment of nothing")
        let pairs = zip(instalments, instalments.dropFirst())
        invariants.hold(
            pairs.allSatisfy { $0.number < $1.number && $0.due <= $1.due }, "instalments are out of their order")
        invariants.hold(
            subleases.allSatisfy { start <= $0.start && $0.end <= end }, "a contract is passed on beyond its term")
        let passed = subleases.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        invariants.hold(
            zip(passed, passed.dropFirst()).allSatisfy { $0.end < $1.start }, "a contract is passed on twice at once")
    }
}
