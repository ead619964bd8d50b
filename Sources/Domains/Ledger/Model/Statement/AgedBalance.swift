package import Kernel
package import Registry

/// What stands with one party on one account, by age: payments meet the oldest claims first.
package struct AgedBalance: Sendable, Hashable {
    package let account: AccountCode
    /// Nil for what stands there with nobody.
    package let party: PartyID?
    /// Debit above zero.
    package let amount: Money
    /// The parts of it by age, the youngest first, with the sign of `amount`.
    package let ages: [Money]

    /// Months after which a claim is no longer of an age: to 3, to 6, to 12 months, and older.
    package static let bounds = [3, 6, 12, Int.max]

    /// From the turnover of each month, in order; openings are the oldest.
    init(
        account: AccountCode, party: PartyID?, _ months: [(month: AccountingMonth, turnover: BookRecount.Turnover)],
        through last: AccountingMonth
    ) {
        self.account = account
        self.party = party
        let sum = months.reduce(Money.zero) { $0 + $1.turnover.debit - $1.turnover.credit }
        amount = sum
        var left = sum > .zero ? sum : -sum
        var ages = Self.bounds.map { _ in Money.zero }
        // What is left of a claim stands in its youngest months.
        for (month, turnover) in months.reversed() where left > .zero {
            let own = max(.zero, sum > .zero ? turnover.debit : turnover.credit)
            let part = min(own, left)
            left -= part
            let age = last.index - month.index
            ages[Self.bounds.firstIndex { age < $0 } ?? Self.bounds.count - 1] += part
        }
        ages[Self.bounds.count - 1] += left
        self.ages = sum > .zero ? ages : ages.map { -$0 }
    }
}
