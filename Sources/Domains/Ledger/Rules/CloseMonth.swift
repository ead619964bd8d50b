package import Kernel
package import Registry

/// Locks a month that is over; months close in order.
package struct CloseMonth: CommandPayload, Hashable {
    package static let name = "closeMonth"
    package static var title: Message { LedgerText.closeMonth }
    package static let rejections = [4002, 4024, 4025]

    package let organisation: OrganisationID
    package let month: AccountingMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), month: pass.value("month", \.month))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        let division = try books.openDivision()
        if let next = books.firstOpenMonth, next != month { throw LedgerRejection.monthNotNext(next).rejection }
        guard month.lastDay < context.now.date else { throw LedgerRejection.monthNotOver(month).rejection }
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
    package static let rejections = [4002, 4026]

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
            throw LedgerRejection.notLastClosed(books.closedThrough).rejection
        }
        return [
            .monthReopened(
                MonthReopened(organisation: organisation, division: division, month: month, reason: reason))
        ]
    }
}
