import Disclosure
import Ledger

/// Everyone may see that an instalment was paid.
enum PaymentIsDisclosed {
    static let policy = Policy("PaymentIsDisclosed", on: InstalmentSettled.self, gives: [RecordPayment.self]) {
        settled, _ in
        let payment = Payment(
            number: settled.number, due: settled.due, amount: settled.instalment, paid: settled.paid,
            paidOn: settled.date)
        return [
            RecordPayment(contract: settled.contract, division: settled.place, payment: payment)
        ]
    }
}
