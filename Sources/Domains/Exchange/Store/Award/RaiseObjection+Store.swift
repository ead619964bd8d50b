import Kernel
import Registry
package import Storage

extension ObjectionRaised {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        if standing.state != .objection { try tx.step(state.lot, [.objection], entry) }
        try tx.run("INSERT INTO lot_objection (lot, number, raised_at) VALUES (\(lot), \(number), \(entry.at))")
    }
}
