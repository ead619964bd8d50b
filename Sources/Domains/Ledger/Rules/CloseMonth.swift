package import Kernel
package import Registry

/// Locks a month that is over; months close in order.
package struct CloseMonth: CommandPayload, Hashable {
    package static let name = "closeMonth"
    package static var title: Message { LedgerText.closeMonth }
    package static let rejections = [4002, 4024, 4025]

    package let organisation: OrganisationID
    package let month: AccountingMonth

    package init(organisation: OrganisationID, month: AccountingMonth) {
        self.organisation = organisation
        self.month = month
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        month = reader.value("month")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("month", month)
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

    package init(organisation: OrganisationID, month: AccountingMonth, reason: String) {
        self.organisation = organisation
        self.month = month
        self.reason = reason
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        month = reader.value("month")
        reason = reader.value("reason")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("month", month)
        writer.put("reason", reason)
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
