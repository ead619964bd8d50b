package import Kernel
import Registry
package import Storage

extension CertifyLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(booked: try lot.booked(in: tx))
    }
}

extension LotCertified {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, standing.state == .contractSigned ? [.settling, .certified] : [.certified], entry)
    }
}
