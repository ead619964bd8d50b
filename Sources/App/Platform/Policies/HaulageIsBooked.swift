import Kernel
import Ledger
import Waste

/// What a collective owes its hauler for a month stands in its books from the moment the township confirms it (account 211).
enum HaulageIsBooked {
    static let policy = Policy("HaulageIsBooked", on: SettlementConfirmed.self, gives: [BookHaulage.self]) {
        confirmed, _ in
        guard confirmed.net > .zero else { return [] }
        return [
            BookHaulage(
                organisation: confirmed.payer, date: confirmed.day, amount: confirmed.net,
                haulage: confirmed.haulage.text, month: AccountingMonth(confirmed.month.first))
        ]
    }
}
