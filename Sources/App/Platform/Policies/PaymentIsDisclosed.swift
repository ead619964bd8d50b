import Disclosure
import Ledger

/// Everyone may see that an instalment was paid.
enum PaymentIsDisclosed {
    static let policy = Policy("PaymentIsDisclosed", on: Ledger.Event.self) { event, _ in
        guard case .instalmentSettled(let settled) = event else { return [] }
        let payment = Payment(
            number: settled.number, due: settled.due, amount: settled.instalment, paid: settled.paid,
            paidOn: settled.date)
        return [
            Disclosure.Command.recordPayment(
                RecordPayment(contract: settled.contract, division: settled.division, payment: payment))
        ]
    }
}
