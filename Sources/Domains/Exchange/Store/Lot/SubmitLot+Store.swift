package import Kernel
import Registry
package import Storage

extension SubmitLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let given = resolution ?? lot.resolution
        return Facts(
            resolution: try given.flatMap { try ResolutionFacts.find($0, in: tx) },
            lined: try RedLineQueries.ground(of: lot.asset, on: context.now.date, in: tx))
    }
}

extension LotSubmitted {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let isResolved = resolution != nil && standing.state == .draft
        try tx.step(state.lot, isResolved ? [.resolving, .submitted] : [.submitted], entry)
    }
}
