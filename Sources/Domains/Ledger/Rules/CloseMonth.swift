package import Kernel
package import Registry

/// Locks a month that is over; months close in order.
package struct CloseMonth: CommandPayload, Hashable {
    package static let name = "closeMonth"
    package static var title: Message { LedgerText.closeMonth }
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .monthNotNext, .monthNotOver]

    package let organisation: OrganisationID
    package let month: AccountingMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), month: pass.value("month", \.month))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        let division = try books.openDivision()
        if let next = books.firstOpenMonth, next != month { throw LedgerRefusal.monthNotNext(next) }
        guard month.lastDay < context.now.date else { throw LedgerRefusal.monthNotOver(month) }
        return [
            .monthClosed(
                MonthClosed(
                    organisation: organisation, division: division, month: month,
                    vouchers: books.voucherCounts[month, default: 0]))
        ]
    }
}

/// Unlocks the last closed month, for a reason that everyone can read.
package struct ReopenMonth: CommandPayload, Hashable {
    package static let name = "reopenMonth"
    package static var title: Message { LedgerText.reopenMonth }
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .notLastClosed]

    package let organisation: OrganisationID
    package let month: AccountingMonth
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), month: pass.value("month", \.month),
            reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books) throws(Rejection) -> [Ledger.Event] {
        let division = try books.openDivision()
        guard books.closedThrough == month else {
            throw LedgerRefusal.notLastClosed(books.closedThrough)
        }
        return [
            .monthReopened(
                MonthReopened(organisation: organisation, division: division, month: month, reason: reason))
        ]
    }
}
