import Exchange
import Kernel
import Ledger

/// A contract that ended before its day owes nothing for the time after it.
enum EarlyEndClosesReceivable {
    static let policy = Policy("EarlyEndClosesReceivable", on: ContractEndedEarly.self, gives: [CloseReceivable.self]) {
        ended, _ in
        guard let owner = ended.owner,
            let receivable = ReceivableID(ended.contract.text)
        else { return [] }
        return [
            CloseReceivable(organisation: owner, receivable: receivable, endedOn: ended.endedOn)
        ]
    }
}
