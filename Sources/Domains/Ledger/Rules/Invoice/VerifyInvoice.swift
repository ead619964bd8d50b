package import Kernel
package import Registry
package import Storage

/// Records what the tax platform said of an invoice; looked up again, the last answer counts.
package struct VerifyInvoice: LedgerCommand {
    package let organisation: OrganisationID
    package let number: InvoiceNumber
    package let verdict: InvoiceVerdict
    package let date: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), number: pass.value("number", \.number),
            verdict: pass.value("verdict", \.verdict), date: pass.value("date", \.date))
    }

    package static let name = "verifyInvoice"
    package static var title: Message { LedgerText.verifyInvoice }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .noSuchInvoice, .invoiceElsewhere, .inTheFuture,
    ]

    package struct Facts: Sendable {
        let home: DivisionID?
        let known: InvoiceRecord?
    }

    package func place(_ books: Books, _ facts: Facts) -> DivisionID? { books.place ?? facts.home }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let home = facts.home else { throw LedgerRefusal.noSuchOrganisation(organisation) }
        guard let known = facts.known else { throw LedgerRefusal.noSuchInvoice(number) }
        guard known.organisation == organisation else { throw LedgerRefusal.invoiceElsewhere(known.holder) }
        if date > context.now.date { throw LedgerRefusal.inTheFuture() }
        return [
            InvoiceVerified(
                organisation: organisation, place: home, number: number, verdict: verdict, date: date,
                office: context.principal.office)
        ]
    }
}

/// An invoice was looked up on the tax platform.
package struct InvoiceVerified: LedgerEvent {
    package static let name = "invoiceVerified"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let number: InvoiceNumber
    package let verdict: InvoiceVerdict
    package let date: CivilDate
    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            number: pass.value("number", \.number), verdict: pass.value("verdict", \.verdict),
            date: pass.value("date", \.date), office: pass.value("office", \.office))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
