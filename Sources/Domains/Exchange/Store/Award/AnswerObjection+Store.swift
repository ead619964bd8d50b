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
            try tx.step(lot, [.relistDecision], entry, remark: answer)
            try tx.run("UPDATE lot SET paddle = NULL, price_fen = NULL, total_fen = NULL WHERE id = \(lot)")
        } else if let publicityEndsAt {
            try tx.step(lot, [.resultPublicity], entry)
            try tx.run("UPDATE lot SET publicity_ends_at = \(publicityEndsAt) WHERE id = \(lot)")
        }
    }
}
