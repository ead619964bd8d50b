package import Kernel
package import Registry
package import Storage

/// Books an amount on an invoice: a part, or the whole; all parts together never more than it says.
package struct UseInvoice: LedgerCommand {
    package let organisation: OrganisationID
    package let number: InvoiceNumber
    package let amount: Money
    package var voucher: VoucherID?

    package init(organisation: OrganisationID, number: InvoiceNumber, amount: Money, voucher: VoucherID? = nil) {
        self.organisation = organisation
        self.number = number
        self.amount = amount
        self.voucher = voucher
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), number: pass.value("number", \.number),
            amount: pass.value("amountFen", \.amount), voucher: pass.optional("voucher", \.voucher))
    }

    package static let name = "useInvoice"
    package static var title: Message { LedgerText.useInvoice }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .noSuchInvoice, .invoiceElsewhere, .invoiceIsRed, .invoiceUsedUp, .notPositive,
        .noSuchVoucher,
    ]

    package struct Facts: Sendable {
        let home: DivisionID?
        let known: InvoiceRecord?
        /// Whether the voucher named is one of these books; true where none is named.
        let hasVoucher: Bool
    }

    package func place(_ books: Books, _ facts: Facts) -> DivisionID? { books.place ?? facts.home }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let home = facts.home else { throw LedgerRefusal.noSuchOrganisation(organisation) }
        guard let known = facts.known else { throw LedgerRefusal.noSuchInvoice(number) }
        guard known.organisation == organisation else { throw LedgerRefusal.invoiceElsewhere(known.holder) }
        guard known.gross > .zero else { throw LedgerRefusal.invoiceIsRed(number) }
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        guard amount <= known.left else { throw LedgerRefusal.invoiceUsedUp(max(.zero, known.left), amount) }
        if let voucher, !facts.hasVoucher { throw LedgerRefusal.noSuchVoucher(voucher) }
        return [
            InvoiceUsed(organisation: organisation, place: home, number: number, amount: amount, voucher: voucher)
        ]
    }
}

/// An amount was booked on an invoice.
package struct InvoiceUsed: LedgerEvent {
    package static let name = "invoiceUsed"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let number: InvoiceNumber
    package let amount: Money
    package let voucher: VoucherID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            number: pass.value("number", \.number), amount: pass.value("amountFen", \.amount),
            voucher: pass.optional("voucher", \.voucher))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
