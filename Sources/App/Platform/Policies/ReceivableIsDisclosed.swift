import Disclosure
import Ledger
import Registry

/// Everyone may see what a contract has to pay, and when.
enum ReceivableIsDisclosed {
    static let policy = Policy("ReceivableIsDisclosed", on: ReceivableOpened.self, gives: [DiscloseContract.self]) {
        opened, _ in
        let payments = opened.instalments.map { Payment(number: $0.number, due: $0.due, amount: $0.amount) }
        return [
            DiscloseContract(contract: opened.contract, division: opened.place, instalments: payments)
        ]
    }
}
