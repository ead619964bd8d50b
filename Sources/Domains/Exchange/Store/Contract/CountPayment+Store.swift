package import Kernel
import Registry
package import Storage

extension CountPayment {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let row = try tx.first("SELECT id, village FROM lot WHERE contract = \(contract)")
        return Facts(origin: try row.map { Facts.Origin(lot: try $0.get(0), village: try $0.get(1)) })
    }
}

extension PaymentCounted {
    /// The lot's own sum stands where the books have not caught up with it.
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO lot_payment (lot, number, paid_fen) VALUES (\(lot), \(number), \(paid))
            ON CONFLICT (lot, number) DO UPDATE SET paid_fen = excluded.paid_fen
            """)
        try tx.run(
            """
            UPDATE lot SET paid_fen = (SELECT CAST(sum(p.paid_fen) AS BIGINT) FROM lot_payment p
                WHERE p.lot = \(lot)) WHERE id = \(lot) AND paid_fen < (SELECT CAST(sum(p.paid_fen) AS BIGINT)
                FROM lot_payment p WHERE p.lot = \(lot))
            """)
    }
}
