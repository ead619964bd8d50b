package import Kernel
package import Registry

/// How the money of a receipt came.
package enum ReceiptMethod: String, FieldChoice, CaseIterable { case cash, bank, phone }

/// A collective's receipt (收款收据): its number runs without gaps in its year and is never given again.
package struct Receipt: Sendable, Hashable {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let number: Int64
    package let date: CivilDate
    package let party: PartyID?
    package let matter: String
    package let amount: Money
    package let method: ReceiptMethod
    /// The voucher that booked it; nil where the money is not in the books yet.
    package let voucher: VoucherID?
    package let voidedOn: CivilDate?
    package let reason: String?
    package let entry: Int64

    /// Cash in hand for longer than these days has to be at the bank and in the books (domain notes books 5.4).
    static let mostDays = 5

    func isLate(on day: CivilDate) -> Bool {
        voidedOn == nil && voucher == nil && day.dayNumber - date.dayNumber > Self.mostDays
    }
}

/// The totals of a year's receipts.
struct ReceiptSums: Sendable, Hashable {
    let issued: Int
    let voided: Int
    let amount: Money
    let notBooked: Money

    init(_ receipts: [Receipt]) {
        let valid = receipts.filter { $0.voidedOn == nil }
        issued = receipts.count
        voided = receipts.count - valid.count
        amount = valid.reduce(.zero) { $0 + $1.amount }
        notBooked = valid.filter { $0.voucher == nil }.reduce(.zero) { $0 + $1.amount }
    }
}
