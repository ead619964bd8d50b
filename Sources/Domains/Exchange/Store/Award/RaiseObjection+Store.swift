package import Kernel
import Registry
package import Storage

extension RaiseObjection {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(most: try lot.figure(.objectionPerPerson, context, in: tx))
    }
}

extension ObjectionRaised {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        if standing.state != .objection { try tx.step(state.lot, [.objection], entry) }
        try tx.run("INSERT INTO lot_objection (lot, number, raised_at) VALUES (\(lot), \(number), \(entry.at))")
    }
}
