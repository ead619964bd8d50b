package import Kernel
package import Registry
package import Storage

/// What is known of an invoice of the county.
package struct InvoiceRecord: Sendable, Hashable {
    package let number: InvoiceNumber
    package let organisation: OrganisationID
    /// The name of `organisation`.
    package let holder: String
    package let gross: Money
    package let digest: String
    package let used: Money
    /// The sum of the red invoices that name it, zero or below.
    package let reds: Money
    /// What the tax platform said last; nil where nobody has looked it up.
    package var verdict: InvoiceVerdict?

    /// What may still be booked on it.
    package var left: Money { gross + reds - used }
}

/// Registers an electronic invoice; its number is taken once in the whole county.
package struct RegisterInvoice: LedgerCommand {
    package let organisation: OrganisationID
    package let number: InvoiceNumber
    package let issued: CivilDate
    package let net: Money
    package let tax: Money
    package let gross: Money
    package var buyerCode: String?
    package var buyerName: String?
    package let seller: Personal<String>?
    package let sellerCode: Personal<String>?
    /// The blue invoice that this red one takes back.
    package var reds: InvoiceNumber?
    /// SHA-256 of the file, in hexadecimal figures.
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let (organisation, number) = (pass.value("organisation", \.organisation), pass.value("number", \.number))
        return Self(
            organisation: organisation, number: number,
            issued: pass.value("issued", \.issued), net: pass.value("netFen", \.net), tax: pass.value("taxFen", \.tax),
            gross: pass.value("grossFen", \.gross), buyerCode: pass.optional("buyerCode", \.buyerCode),
            buyerName: pass.optional("buyerName", \.buyerName),
            seller: pass.optionalPersonal("seller", \.seller, of: DataSubject(ofInvoice: number)),
            sellerCode: pass.optionalPersonal("sellerCode", \.sellerCode, of: DataSubject(ofInvoice: number)),
            reds: pass.optional("reds", \.reds), digest: pass.value("digest", \.digest))
    }

    package static let name = "registerInvoice"
    package static var title: Message { LedgerText.registerInvoice }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .invoiceNumber, .invoiceSums, .invoiceElsewhere, .invoiceDiffers, .invoiceKnown,
        .buyerIsAnother, .inTheFuture,
    ]

    package struct Facts: Sendable {
        let home: Organisation?
        let known: InvoiceRecord?
        /// Whether the buyer's code is that of another body of the register.
        let buyerIsAnother: Bool
    }

    package func place(_ books: Books, _ facts: Facts) -> DivisionID? { books.place ?? facts.home?.division }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let home = facts.home else { throw LedgerRefusal.noSuchOrganisation(organisation) }
        guard InvoiceNumber.isWellFormed(number) else { throw LedgerRefusal.invoiceNumber(number) }
        guard try net.adding(tax) == gross, gross != .zero else { throw LedgerRefusal.invoiceSums(net, tax, gross) }
        if let known = facts.known {
            guard known.organisation == organisation else { throw LedgerRefusal.invoiceElsewhere(known.holder) }
            guard known.digest == digest else { throw LedgerRefusal.invoiceDiffers(known.gross) }
            throw LedgerRefusal.invoiceKnown()
        }
        if let buyerCode {
            let isOurs = home.creditCode.map { $0.text == buyerCode }
            if isOurs == false || isOurs == nil && facts.buyerIsAnother {
                throw LedgerRefusal.buyerIsAnother(buyerName.map { "\($0) \(buyerCode)" } ?? buyerCode)
            }
        }
        if issued > context.now.date { throw LedgerRefusal.inTheFuture().under("issued") }
        return [
            InvoiceRegistered(
                organisation: organisation, place: home.division, number: number, issued: issued, net: net, tax: tax,
                gross: gross, seller: seller, sellerCode: sellerCode, reds: reds, digest: digest)
        ]
    }
}

/// An invoice of the county has its place: with this organisation and no other.
package struct InvoiceRegistered: LedgerEvent {
    package static let name = "invoiceRegistered"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let number: InvoiceNumber
    package let issued: CivilDate
    package let net: Money
    package let tax: Money
    package let gross: Money
    package let seller: Personal<String>?
    package let sellerCode: Personal<String>?
    package let reds: InvoiceNumber?
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let organisation = pass.value("organisation", \.organisation)
        let place = pass.value("division", \.place)
        let number = pass.value("number", \.number)
        return Self(
            organisation: organisation, place: place, number: number, issued: pass.value("issued", \.issued),
            net: pass.value("netFen", \.net), tax: pass.value("taxFen", \.tax), gross: pass.value("grossFen", \.gross),
            seller: pass.optionalPersonal("seller", \.seller, of: DataSubject(ofInvoice: number)),
            sellerCode: pass.optionalPersonal("sellerCode", \.sellerCode, of: DataSubject(ofInvoice: number)),
            reds: pass.optional("reds", \.reds), digest: pass.value("digest", \.digest))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}

package enum InvoiceName {}
/// The number of an invoice: 20 digits; of an older one its code and number, 18 or 20 digits.
package typealias InvoiceNumber = Identifier<InvoiceName>

extension Identifier where Named == InvoiceName {
    static func isWellFormed(_ number: InvoiceNumber) -> Bool {
        [18, 20].contains(number.text.utf8.count) && number.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
