import Kernel
import Registry
package import Storage

extension ScoresRecorded {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for result in results {
            try tx.run(
                """
                INSERT INTO lot_score (lot, paddle, points) VALUES (\(lot), \(result.paddle), \(result.points))
                """)
        }
    }
}
