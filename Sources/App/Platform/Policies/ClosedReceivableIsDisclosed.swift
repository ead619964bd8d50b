import Disclosure
import Kernel
import Ledger

/// Everyone may see what of a contract's instalments is no longer owed.
enum ClosedReceivableIsDisclosed {
    static let policy = Policy("ClosedReceivableIsDisclosed", on: ReceivableClosed.self, gives: [RecordPayment.self]) {
        closed, _ in
        return closed.parts.map { part in
            RecordPayment(
                contract: closed.contract, division: closed.place,
                payment: Payment(
                    number: part.number, due: part.due, amount: part.left, paid: part.paid, paidOn: part.paidOn))
        }
    }
}
