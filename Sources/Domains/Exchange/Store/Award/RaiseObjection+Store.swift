package import Kernel
import Registry
package import Storage

extension RaiseObjection {
    /// The result was published by the step into its publicity that does not come back from an objection.
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let entry: Int64? = try tx.find(
            """
            SELECT max(s.entry) FROM lot_step s JOIN lot_step b ON b.lot = s.lot AND b.number = s.number - 1
            WHERE s.lot = \(self.lot) AND s.state = \(LotState.resultPublicity) AND b.state <> \(LotState.objection)
            """)
        return Facts(result: entry)
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
