import Kernel
import Registry
package import Storage

extension ObjectionAnswered {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE lot_objection SET decision = \(decision), answer = \(answer), answered_at = \(entry.at)
            WHERE lot = \(lot) AND number = \(number)
            """)
        if decision == .upheld {
            guard standing.state == .objection else { return }
            try tx.step(state.lot, [.relistDecision], entry, remark: answer)
        } else if publicityEndsAt != nil {
            try tx.step(state.lot, [.resultPublicity], entry)
        }
    }
}
