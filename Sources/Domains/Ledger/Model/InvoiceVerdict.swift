package import Kernel
import Registry

/// What the tax platform said of an invoice when somebody looked it up.
package enum InvoiceVerdict: String, FieldChoice, CaseIterable {
    case genuine
    /// Its figures are not those of the file.
    case altered
    case cancelled
}

/// An invoice as its list shows it.
package struct InvoiceLine: Sendable, Hashable {
    package let number: InvoiceNumber
    package let issued: CivilDate
    package let gross: Money
    package let used: Money
    /// The sum of the red invoices that name it, zero or below.
    package let reds: Money
    /// The blue invoice it takes back.
    package let takesBack: InvoiceNumber?
    package let verdict: InvoiceVerdict?
    package let verifiedOn: CivilDate?
    /// Whether who wrote it was destroyed.
    package var isErased = false

    package var left: Money { gross + reds - used }
    /// Whether red invoices have taken all of it back.
    package var isTakenBack: Bool { gross > .zero && gross + reds <= .zero }
}
