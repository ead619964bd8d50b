package import Kernel
import Registry
package import Storage

extension RecordBreach {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            winner: try lot.winner(in: tx), barMonths: try lot.figure(.blacklistBreachMonths, context, in: tx))
    }
}

extension AwardBreached {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.breached], entry, remark: reasons)
        try tx.run(
            """
            INSERT INTO party_bar (party, number, cause, since_day, until_day, reasons, source, lot)
            VALUES (\(party), \(try tx.nextBar(of: party)), 'breach', \(entry.at.date), \(barredUntil), \(reasons),
                \(lot.text), \(lot))
            """)
    }
}
