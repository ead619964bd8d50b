package import Kernel
package import Registry

/// Puts a voucher into the books.
package struct PostVoucher: CommandPayload, Hashable {
    package static let name = "postVoucher"
    package static var title: Message { LedgerText.postVoucher }
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .accountUnknown, .accountNotLeaf, .beforeBooks, .monthClosed, .inTheFuture, .voucherExists,
        .tooFewLines, .bothSides, .neitherSide, .notPositive, .unbalanced, .makerIsReviewer,
    ]

    package let organisation: OrganisationID
    package let voucher: VoucherID?
    package let date: CivilDate
    /// What happened, in one line. No names of persons: it is public.
    package let summary: String
    package let lines: [VoucherLine]
    package let attachments: Int64
    /// Who wrote the voucher; absent: the desk that posts it.
    package let maker: OfficeID?
    /// Who checked it; never the maker (Accounting Law art. 15).
    package let reviewer: OfficeID

    package init(
        organisation: OrganisationID, voucher: VoucherID? = nil, date: CivilDate, summary: String,
        lines: [VoucherLine], attachments: Int64 = 0, maker: OfficeID? = nil, reviewer: OfficeID
    ) {
        self.organisation = organisation
        self.voucher = voucher
        self.date = date
        self.summary = summary
        self.lines = lines
        self.attachments = attachments
        self.maker = maker
        self.reviewer = reviewer
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        voucher = reader.optional("voucher")
        date = reader.value("date")
        summary = reader.value("summary")
        lines = reader.list("lines", max: 1_000)
        attachments = reader.optional("attachments") ?? 0
        maker = reader.optional("maker")
        reviewer = reader.value("reviewer")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("voucher", voucher)
        writer.put("date", date)
        writer.put("summary", summary)
        writer.put("lines", list: lines)
        writer.put("attachments", attachments)
        writer.put("maker", maker)
        writer.put("reviewer", reviewer)
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    /// Needs nothing but the books' state: this is the path that must carry twenty thousand vouchers a second.
    func decide(_ books: Books, _ facts: Ledger.Facts, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        let division = try books.openDivision()
        try books.check(date, today: context.now.date)
        try VoucherID.check(voucher, isTaken: facts.isTaken)
        try books.check(lines)
        let maker = maker ?? context.principal.office
        guard maker != reviewer else { throw LedgerRefusal.makerIsReviewer() }
        return [
            .voucherPosted(
                VoucherPosted(
                    voucher: voucher ?? context.derivedIdentifier("voucher"), organisation: organisation,
                    division: division, date: date, number: books.nextNumber(in: AccountingMonth(date)),
                    summary: summary, lines: lines, attachments: max(0, attachments), maker: maker, reviewer: reviewer,
                    origin: .manual))
        ]
    }
}

extension Identifier where Named == VoucherName {
    /// A voucher's identifier that the caller chose is free, and none of those the program makes by itself.
    static func check(_ chosen: VoucherID?, isTaken: Bool) throws(Rejection) {
        guard let chosen else { return }
        let isReserved = chosen.text.hasPrefix("voucher-") && chosen.text.dropFirst(8).allSatisfy(\.isNumber)
        if isTaken || isReserved { throw LedgerRefusal.voucherExists(chosen) }
    }
}
