package import Kernel
package import Registry
package import Storage

/// Destroys who wrote an invoice, once no claim on its way needs it and the years of the books' files are over (Measures on
/// Accounting Archives, art. 14), or earlier by order of a court or an authority. Number, day and amounts stay.
package struct EraseSeller: LedgerCommand {
    package let organisation: OrganisationID
    package let number: InvoiceNumber
    /// The number of the order that asks for it before the years are over.
    package var order: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), number: pass.value("number", \.number),
            order: pass.optional("order", \.order))
    }

    package static let name = "eraseSeller"
    package static var title: Message { LedgerText.eraseSeller }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .noSuchInvoice, .invoiceElsewhere, .sellerErased, .invoiceClaimed, .fileStillKept,
    ]

    package struct Facts: Sendable {
        let home: DivisionID?
        let known: InvoiceRecord?
        let isErased: Bool
        /// What claims on their way ask of it.
        let claimed: Money
        /// The last day on which the files of that year are kept.
        let keepUntil: CivilDate?
    }

    package func place(_ books: Books, _ facts: Facts) -> DivisionID? { books.place ?? facts.home }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let home = facts.home else { throw LedgerRefusal.noSuchOrganisation(organisation) }
        guard let known = facts.known else { throw LedgerRefusal.noSuchInvoice(number) }
        guard known.organisation == organisation else { throw LedgerRefusal.invoiceElsewhere(known.holder) }
        guard !facts.isErased else { throw LedgerRefusal.sellerErased() }
        guard facts.claimed == .zero else { throw LedgerRefusal.invoiceClaimed(facts.claimed) }
        try LedgerRefusal.check(kept: facts.keepUntil, order, context)
        return [SellerErased(organisation: organisation, place: home, number: number, order: order)]
    }
}

/// Who wrote an invoice is destroyed.
package struct SellerErased: LedgerEvent {
    package static let name = "sellerErased"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let number: InvoiceNumber
    package var order: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            number: pass.value("number", \.number), order: pass.optional("order", \.order))
    }

    package var erased: DataSubject? { DataSubject(ofInvoice: number) }

    package func change(_ books: inout Books, at instant: Instant) {}
}
