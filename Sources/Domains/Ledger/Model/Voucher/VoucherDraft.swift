package import Kernel
package import Registry

/// Where a voucher stands before it is in the books.
package enum DraftState: String, FieldChoice { case made, reviewed, returned, withdrawn, posted }

/// A voucher on its way: made by one person, reviewed by another, posted by a third.
package struct VoucherDraft: Sendable, Hashable {
    package let id: DraftID
    package let organisation: OrganisationID
    package let date: CivilDate
    package let summary: String
    package let lines: [VoucherLine]
    package let attachments: Int64
    package let maker: OfficeID
    package let makerPerson: PersonID
    package let state: DraftState
    /// The desk and person that reviewed or returned it last.
    package let reviewer: OfficeID?
    package let reviewerPerson: PersonID?
    /// Why it was returned.
    package let reason: String?
    /// Why there is no paper.
    package var withoutPapers: String?
    /// What the members decided about the payment, and the township's filing of it.
    package var resolution: ResolutionID?
    package var filing: String?

    package var sum: Money { lines.reduce(.zero) { $0 + ($1.debit ?? .zero) } }
}
