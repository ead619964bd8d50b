import Kernel
package import Storage

/// A verb on one receipt.
package protocol ReceiptVerb: LedgerCommand where Facts == ReceiptFacts {
    var year: AccountingYear { get }
    var number: Int64 { get }
}

package struct ReceiptFacts: Sendable {
    let receipt: Receipt?
    /// Whether the voucher named is one of these books; true where none is named.
    var hasVoucher = true
}

extension ReceiptVerb {
    /// The receipt, not voided.
    func valid(_ facts: ReceiptFacts) throws(Rejection) -> Receipt {
        guard let receipt = facts.receipt else { throw LedgerRefusal.noSuchReceipt(year, number) }
        if let day = receipt.voidedOn { throw LedgerRefusal.receiptVoided(day) }
        return receipt
    }
}
