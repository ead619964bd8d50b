import Disclosure
import Kernel
import Ledger
import Registry

/// What a contract owes follows its supplementary agreement, in the same moment.
enum AmendmentRevisesReceivable {
    static let policy = Policy("AmendmentRevisesReceivable", on: ContractAmended.self, gives: [ReviseReceivable.self]) {
        amended, _ in
        guard let receivable = ReceivableID(amended.contract.text) else { return [] }
        return [
            ReviseReceivable(
                organisation: amended.lessor, receivable: receivable, from: amended.from, end: amended.end,
                total: amended.total, instalments: amended.instalments)
        ]
    }
}

/// Everyone may see what a supplementary agreement took away and what is owed in its place.
enum RevisedReceivableIsDisclosed {
    static let policy = Policy(
        "RevisedReceivableIsDisclosed", on: ReceivableRevised.self, gives: [RecordPayment.self]
    ) { revised, _ in
        let gone = revised.parts.map {
            Payment(number: $0.number, due: $0.due, amount: $0.left, paid: $0.paid, paidOn: $0.paidOn)
        }
        let new = revised.instalments.map { Payment(number: $0.number, due: $0.due, amount: $0.amount) }
        return (gone + new).map {
            RecordPayment(contract: revised.contract, division: revised.place, payment: $0)
        }
    }
}
