package import Kernel
package import Registry
package import Storage

/// Stamps a receipt void (作废); its number stays taken and it stays in the list.
package struct VoidReceipt: ReceiptVerb {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let number: Int64
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            number: pass.whole("number", \.number, in: CountDomain.self), reason: pass.value("reason", \.reason))
    }

    package static let name = "voidReceipt"
    package static var title: Message { LedgerText.voidReceipt }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchReceipt, .receiptVoided, .receiptBooked,
    ]

    package func decide(_ books: Books, _ facts: ReceiptFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let receipt = try valid(facts)
        if let voucher = receipt.voucher { throw LedgerRefusal.receiptBooked(voucher) }
        return [
            ReceiptVoided(
                organisation: organisation, place: place, year: year, number: number, date: context.now.date,
                reason: reason)
        ]
    }
}

/// A receipt is void.
package struct ReceiptVoided: LedgerEvent {
    package static let name = "receiptVoided"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let number: Int64
    package let date: CivilDate
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), number: pass.whole("number", \.number, in: CountDomain.self),
            date: pass.value("date", \.date), reason: pass.value("reason", \.reason))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
