package import Kernel
import Registry
package import Storage

extension RecordDeposit {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let registration = try Registration(of: bidder, in: tx)
        guard let row = registration.row else {
            return Facts(registration: registration, accountUsedByAnother: false, paysFromOwnAccount: false)
        }
        let mark = context.marks.of(account: payerAccount.content)
        let kept = try BidderQueries.findMark(of: row.bidder, in: tx) ?? ""
        // Of an entry without a mark the table has none; its account is read again.
        let own = kept.isEmpty ? context.marks.of(account: state.unmarkedAccount?.content) : kept
        return Facts(
            registration: registration,
            accountUsedByAnother: try BidderQueries.isUsed(mark, in: row.lot, exceptBy: row.bidder, in: tx),
            paysFromOwnAccount: own == mark,
            isRecorded: try BidderQueries.isArrival(reference, of: amount, exceptBy: row.bidder, in: tx))
    }
}

extension DepositRecorded {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE bidder SET deposit_state = \(self.state), deposit_fen = \(amount),
                is_shared = \(isShared), reference = \(reference) WHERE id = \(bidder)
            """)
    }
}
