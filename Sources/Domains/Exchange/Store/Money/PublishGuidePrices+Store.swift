import Kernel
import Registry
package import Storage

extension GuidePricesPublished {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for row in rows {
            try tx.run(
                """
                INSERT INTO guide_price (county, valid_from, place, asset_class, floor_fen, mid_fen, high_fen,
                    previous_mid_fen, samples, borrowed_from, document)
                VALUES (\(county), \(validFrom), \(row.place?.text ?? ""), \(row.assetClass), \(row.floor),
                    \(row.middle), \(row.high), \(row.previousMiddle), \(row.samples), \(row.borrowedFrom.rawValue),
                    \(documentNumber))
                ON CONFLICT (county, valid_from, place, asset_class) DO UPDATE SET floor_fen = excluded.floor_fen,
                    mid_fen = excluded.mid_fen, high_fen = excluded.high_fen,
                    previous_mid_fen = excluded.previous_mid_fen, samples = excluded.samples,
                    borrowed_from = excluded.borrowed_from, document = excluded.document
                """)
        }
    }
}
