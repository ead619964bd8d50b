package import Kernel
package import Registry

/// The ledger of one account and those below it, or of one household there: every line with its running balance, and the
/// totals of each day (day books of cash and bank), month and year, also of months in which nothing happened.
package struct AccountLedger: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let voucher: VoucherID
        package let month: AccountingMonth
        package let number: Int64
        package let date: CivilDate
        package let summary: String
        package let account: AccountCode
        package let party: PartyID?
        package let debit: Money
        package let credit: Money
        /// Pieces, kilograms, mu, in thousandths.
        package var quantity: Int64?
    }

    package enum RowKind: Sendable, Hashable {
        case entry(Entry)
        case day(CivilDate)
        case month(AccountingMonth)
        case year(AccountingMonth)
    }

    package struct Row: Sendable, Hashable {
        package let kind: RowKind
        package let debit: Money
        package let credit: Money
        /// Debit above zero.
        package let balance: Money
    }

    package let opening: Money
    package let rows: [Row]
    package let closing: Money

    /// `entries` in order of their days. `brought`: what the year moved before `first`.
    init(
        opening: Money, brought: FullTrialBalance.Pair = .init(), _ entries: [Entry], from first: AccountingMonth,
        through last: AccountingMonth, daily: Bool
    ) {
        self.opening = opening
        var balance = opening
        var rows: [Row] = []
        var year = brought
        var month = first
        var rest = entries[...]
        while month <= last {
            if month == month.january { year = .init() }
            let own = rest.prefix { $0.month == month }
            rest = rest.dropFirst(own.count)
            var sum = FullTrialBalance.Pair()
            var day = FullTrialBalance.Pair()
            for (position, entry) in own.enumerated() {
                balance += entry.debit - entry.credit
                sum = sum + .init(debit: entry.debit, credit: entry.credit)
                day = day + .init(debit: entry.debit, credit: entry.credit)
                rows.append(Row(kind: .entry(entry), debit: entry.debit, credit: entry.credit, balance: balance))
                let isLast = position + 1 == own.count || own[own.startIndex + position + 1].date != entry.date
                guard daily, isLast else { continue }
                rows.append(Row(kind: .day(entry.date), debit: day.debit, credit: day.credit, balance: balance))
                day = .init()
            }
            year = year + sum
            rows.append(Row(kind: .month(month), debit: sum.debit, credit: sum.credit, balance: balance))
            rows.append(Row(kind: .year(month), debit: year.debit, credit: year.credit, balance: balance))
            month = month.next
        }
        self.rows = rows
        closing = balance
    }
}
