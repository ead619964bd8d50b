import Exchange
import Ledger

/// What the books received for a contract counts towards its certificate, whoever recorded it.
enum BookedPaymentCounts {
    static let policy = Policy("BookedPaymentCounts", on: InstalmentSettled.self, gives: [CountPayment.self]) {
        settled, _ in
        return [
            CountPayment(contract: settled.contract, number: settled.number, paid: settled.paid)
        ]
    }
}
