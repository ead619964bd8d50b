import Exchange
import Kernel
import Ledger

/// A contract that ended before its day owes nothing for the time after it.
enum EarlyEndClosesReceivable {
    static let policy = Policy("EarlyEndClosesReceivable", on: Exchange.Event.self) { event, _ in
        guard case .contractEndedEarly(let ended) = event, let owner = ended.owner,
            let receivable = ReceivableID(ended.contract.text)
        else { return [] }
        return [
            Ledger.Command.closeReceivable(
                CloseReceivable(organisation: owner, receivable: receivable, endedOn: ended.endedOn))
        ]
    }
}
