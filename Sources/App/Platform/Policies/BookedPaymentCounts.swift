import Exchange
import Ledger

/// What the books received for a contract counts towards its certificate, whoever recorded it.
enum BookedPaymentCounts {
    static let policy = Policy("BookedPaymentCounts", on: Ledger.Event.self) { event, _ in
        guard case .instalmentSettled(let settled) = event else { return [] }
        return [
            Exchange.Command(CountPayment(contract: settled.contract, number: settled.number, paid: settled.paid))
        ]
    }
}
