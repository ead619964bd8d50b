package import Kernel
import Registry
package import Storage

extension RecordDeposit {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let registration = try Registration(of: bidder, in: tx)
        guard let row = registration.row, let outline = registration.outline else {
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
            known: try BankArrivals.find(
                .deposit(amount, of: row.bidder, reference: reference, in: outline.village), in: tx))
    }
}

extension DepositRecorded {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let row = try tx.first(
            """
            SELECT l.village, CASE WHEN b.deposit_state = 'arrived' THEN b.deposit_fen ELSE 0 END
            FROM bidder b JOIN lot l ON l.id = b.lot WHERE b.id = \(bidder)
            """)
        if let row {
            // The event tells the sum of what came in parts.
            let before: Money = try row.get(1)
            try BankArrivals.note(
                .deposit(amount - before, of: bidder, reference: reference, in: try row.get(0)), entry, in: tx)
        }
        try tx.run(
            """
            UPDATE bidder SET deposit_state = \(self.state), deposit_fen = \(amount),
                is_shared = \(isShared), reference = \(reference) WHERE id = \(bidder)
            """)
    }
}
