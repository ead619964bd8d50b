package import Kernel
package import Registry
package import Storage

/// Says which voucher booked a receipt.
package struct BookReceipt: ReceiptVerb {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let number: Int64
    package let voucher: VoucherID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            number: pass.whole("number", \.number, in: CountDomain.self), voucher: pass.value("voucher", \.voucher))
    }

    package static let name = "bookReceipt"
    package static var title: Message { LedgerText.bookReceipt }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchReceipt, .receiptVoided, .receiptBooked, .noSuchVoucher,
    ]

    package func decide(_ books: Books, _ facts: ReceiptFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let receipt = try valid(facts)
        if let booked = receipt.voucher { throw LedgerRefusal.receiptBooked(booked) }
        guard facts.hasVoucher else { throw LedgerRefusal.noSuchVoucher(voucher) }
        return [
            ReceiptBooked(organisation: organisation, place: place, year: year, number: number, voucher: voucher)
        ]
    }
}

/// The money of a receipt is in the books.
package struct ReceiptBooked: LedgerEvent {
    package static let name = "receiptBooked"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let number: Int64
    package let voucher: VoucherID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), number: pass.whole("number", \.number, in: CountDomain.self),
            voucher: pass.value("voucher", \.voucher))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
