package import Kernel
package import Registry

package enum ReceivableName {}
package typealias ReceivableID = Identifier<ReceivableName>

/// What a contract owes the village: instalments that fall due, and income earned year by year of the term.
package struct Receivable: Sendable, Hashable {
    /// One instalment: what is due when, and what has come of it.
    package struct Part: Sendable, Hashable {
        package let number: Int64
        package let due: CivilDate
        package let amount: Money
        /// The day it was booked as a claim; nil while it is not due.
        package let accruedOn: CivilDate?
        package let paid: Money
        package let paidOn: CivilDate?
        /// What nobody owes any more, because the contract ended early.
        package let closed: Money

        package var left: Money { amount - paid - closed }

        /// In arrears on `day`: the due day has passed and something is left to pay.
        package func isOverdue(on day: CivilDate) -> Bool { due < day && left > .zero }
    }

    package let id: ReceivableID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let contract: ContractID
    package let debtor: PartyID
    /// Whether the debtor is a member of the collective: then 113, otherwise 112.
    package let isMember: Bool
    package let total: Money
    package let start: CivilDate
    package let end: CivilDate
    /// Booked as claims so far.
    package let billed: Money
    /// Booked as income so far; never more than billed.
    package let earned: Money
    /// The last day of a contract that ended early, once what came after it was closed; nil otherwise.
    package let endedOn: CivilDate?
    package let parts: [Part]

    package var earnings: Earnings { Earnings(total: total, start: start, end: end) }
    var account: StandardAccount { isMember ? .members : .receivables }
    /// Where rent taken for later years waits: 221, or 211 when the term is no longer than two years.
    var advanceAccount: StandardAccount { earnings.years.count > 2 ? .longTermPayables : .payables }
}

/// The income of a contract, year by year of its term: the total split by the months of each year, by largest remainder,
/// so that the parts add up to the fen. A year's part is earned when that year begins (decision record 0061).
package struct Earnings: Sendable, Hashable {
    package struct Year: Sendable, Hashable {
        package let start: CivilDate
        package let amount: Money
        /// 12, but fewer in a broken last year.
        package let months: Int
    }

    package let years: [Year]

    /// `end` is the last day of the term and not before `start`.
    package init(total: Money, start: CivilDate, end: CivilDate) {
        var months = 1
        while start.adding(months: months) <= end { months += 1 }
        let count = (months + 11) / 12
        let weights = (0..<count).map { Int64(min(12, months - $0 * 12)) }
        years = zip(0..., total.split(by: weights)).map {
            Year(start: start.adding(years: $0), amount: $1, months: Int(weights[$0]))
        }
    }

    /// What is owed when the contract ends early on `date`: of each year the months that have begun, the day itself
    /// counted (decision record 0173).
    package func owed(through date: CivilDate) throws(Rejection) -> Money {
        var owed = Money.zero
        for year in years {
            let begun = (0..<year.months).count { year.start.adding(months: $0) <= date }
            owed = owed + (try year.amount.scaled(by: Int64(begun), over: Int64(year.months)))
        }
        return owed
    }

    /// What is earned by `date`, every year that has begun included.
    package func earned(by date: CivilDate) -> Money {
        years.reduce(.zero) { $1.start <= date ? $0 + $1.amount : $0 }
    }
}
