package import Kernel
import Registry
package import Storage

extension RelistLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            cycles: try lot.figure(.noticeRelistCycles, context, in: tx),
            clock: try NoticeClock.Facts.read(for: lot, days: .noticeRelistDays, context, in: tx))
    }
}

extension LotRelisted {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let path: [LotState] = standing.state == .relistDecision ? [] : [.relistDecision]
        try tx.step(state.lot, path, entry, also: "bidders = 0")
        try tx.run("UPDATE bidder SET paddle = 0 WHERE lot = \(lot)")
    }
}
