import Exchange
import Kernel
import Ledger

/// Money the station received for a contract is booked at once, instalment by instalment, the earliest first.
enum PaymentIsBooked {
    static let policy = Policy("PaymentIsBooked", on: PaymentRecorded.self, gives: [SettleInstalment.self]) {
        payment, _ in
        guard let receivable = ReceivableID(payment.contract.text) else { return [] }
        return payment.parts.map { part in
            SettleInstalment(
                organisation: payment.owner, receivable: receivable, number: part.number, amount: part.amount,
                bankReference: payment.reference, date: payment.receivedOn)
        }
    }
}
