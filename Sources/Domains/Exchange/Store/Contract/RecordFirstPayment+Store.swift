package import Kernel
import Registry
package import Storage

extension Lot {
    /// What the books say was paid of the lot's contract.
    func booked(in tx: any ReadTransaction) throws -> Money {
        try tx.get("SELECT CAST(coalesce(sum(paid_fen), 0) AS BIGINT) FROM lot_payment WHERE lot = \(id)")
    }
}

extension RecordFirstPayment {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            booked: try lot.booked(in: tx),
            known: try lot.contract.flatMap { signed in
                try BankArrivals.find(
                    .firstPayment(of: signed.contract, amount, reference: reference, to: lot.owner, in: lot.village),
                    in: tx)
            })
    }
}

extension PaymentRecorded {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        if standing.state == .contractSigned { try tx.step(state.lot, [.settling], entry) }
        try tx.run("UPDATE lot SET paid_fen = paid_fen + \(amount) WHERE id = \(lot)")
        try BankArrivals.note(arrival, entry, in: tx)
    }
}
