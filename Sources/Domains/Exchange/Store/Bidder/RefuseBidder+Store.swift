import Kernel
import Registry
package import Storage

extension BidderRefused {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE bidder SET state = 'refused', reasons = \(reasons), refund_due_at = \(entry.at), deposit_state =
                CASE WHEN deposit_state IN ('arrived', 'matched', 'locked') THEN 'refundDue' ELSE deposit_state END
            WHERE id = \(bidder)
            """)
    }
}
