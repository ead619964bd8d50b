package import Kernel
package import Registry

/// What the rules need to know of one organisation's books: a few hundred bytes, whatever their size.
///
/// Amounts are not here: no rule of posting depends on a balance.
package struct Books: Sendable {
    package let organisation: OrganisationID?
    /// Nil until the books are opened.
    package internal(set) var place: DivisionID?
    package internal(set) var startDate: CivilDate?
    /// Every month up to this one is locked.
    package internal(set) var closedThrough: AccountingMonth?
    /// How many vouchers each open or closed month has.
    package internal(set) var voucherCounts: [AccountingMonth: Int64] = [:]
    /// The village's own accounts and their names.
    package internal(set) var subAccounts: [AccountCode: String] = [:]
    /// Accounts that have accounts below them and take no postings any more.
    package internal(set) var parents: Set<AccountCode> = []
    /// What the year ends have booked, by year.
    package internal(set) var yearEnds: [AccountingYear: YearEnd] = [:]
    /// Years whose budget stands; what was planned is in the tables.
    package internal(set) var budgetedYears: Set<AccountingYear> = []
    /// The first day on which each claim can have been paid: its contract is there, or its term has begun.
    package internal(set) var payableFrom: [ReceivableID: CivilDate] = [:]

    package init(organisation: OrganisationID?) {
        self.organisation = organisation
    }

    package var isOpen: Bool { startDate != nil }

    package func exists(_ code: AccountCode) -> Bool { Chart.of2023[code] != nil || subAccounts[code] != nil }

    /// The first month that takes vouchers.
    var firstOpenMonth: AccountingMonth? {
        closedThrough?.next ?? startDate.map { AccountingMonth($0) }
    }

    func isLocked(_ date: CivilDate) -> Bool {
        closedThrough.map { AccountingMonth(date) <= $0 } ?? false
    }

    /// The account the program itself posts to where a rule says `account`: itself, or the first account below it.
    func posting(_ account: StandardAccount) -> AccountCode {
        leaf(account.code)
    }

    func leaf(_ code: AccountCode) -> AccountCode {
        guard parents.contains(code) else { return code }
        return subAccounts.keys.filter { $0.text.hasPrefix(code.text) && !parents.contains($0) }.min() ?? code
    }

    /// The day on which something of `date` can still be booked: that day, or today where its month is locked.
    func bookingDate(_ date: CivilDate, today: CivilDate) -> CivilDate {
        guard let startDate, date >= startDate, !isLocked(date), date <= today else { return today }
        return date
    }

    package func nextNumber(in month: AccountingMonth) -> Int64 { voucherCounts[month, default: 0] + 1 }
}

extension StreamID {
    static func books(_ organisation: OrganisationID) -> StreamID { StreamID("books", organisation.text) }
}
