package import Kernel
package import Registry

/// Takes a voucher back by a second one with the same lines in red letters; the first stays as it is.
package struct ReverseVoucher: CommandPayload, Hashable {
    package static let name = "reverseVoucher"
    package static var title: Message { LedgerText.reverseVoucher }
    package static let rejections = [4002, 4010, 4011, 4012, 4013, 4019, 4020, 4021, 4022, 4023]

    package let organisation: OrganisationID
    package let voucher: VoucherID
    /// The identifier of the reversing voucher; derived when absent.
    package let reversal: VoucherID?
    package let date: CivilDate
    package let reason: String
    package let maker: OfficeID?
    package let reviewer: OfficeID

    package init(
        organisation: OrganisationID, voucher: VoucherID, reversal: VoucherID? = nil, date: CivilDate, reason: String,
        maker: OfficeID? = nil, reviewer: OfficeID
    ) {
        self.organisation = organisation
        self.voucher = voucher
        self.reversal = reversal
        self.date = date
        self.reason = reason
        self.maker = maker
        self.reviewer = reviewer
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        voucher = reader.value("voucher")
        reversal = reader.optional("reversal")
        date = reader.value("date")
        reason = reader.value("reason")
        maker = reader.optional("maker")
        reviewer = reader.value("reviewer")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("voucher", voucher)
        writer.put("reversal", reversal)
        writer.put("date", date)
        writer.put("reason", reason)
        writer.put("maker", maker)
        writer.put("reviewer", reviewer)
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ facts: Ledger.Facts, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        let division = try books.openDivision()
        try books.check(date, today: context.now.date)
        try VoucherID.check(reversal, isTaken: facts.isTaken)
        let maker = maker ?? context.principal.office
        guard maker != reviewer else { throw LedgerRejection.makerIsReviewer.rejection }
        guard let original = facts.voucher, original.organisation == organisation else {
            throw LedgerRejection.noSuchVoucher(voucher).rejection
        }
        if let other = original.reversedBy { throw LedgerRejection.alreadyReversed(by: other).rejection }
        switch original.origin {
        case .manual: break
        case .reversal: throw LedgerRejection.isReversal.rejection
        case .accrual, .release, .settlement: throw LedgerRejection.belongsToReceivable.rejection
        }
        return [
            .voucherPosted(
                VoucherPosted(
                    voucher: reversal ?? context.derivedIdentifier("voucher"), organisation: organisation,
                    division: division, date: date, number: books.nextNumber(in: AccountingMonth(date)),
                    summary: reason, lines: original.lines.map(\.reversed), maker: maker, reviewer: reviewer,
                    origin: .reversal, reverses: voucher))
        ]
    }
}
