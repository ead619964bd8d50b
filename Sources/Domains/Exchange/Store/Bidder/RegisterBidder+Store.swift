package import Kernel
import Registry
package import Storage

extension RegisterBidder {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let mark = context.marks.of(account: account.content)
        let known = try PartyQueries.find(party, in: tx)
        return Facts(
            outline: try LotQueries.findOutline(lot, in: tx), isKnown: known != nil,
            alreadyRegistered: try BidderQueries.isRegistered(party, for: lot, in: tx),
            isConflicted: try known.map { try LotQueries.isConflicted($0, for: lot, in: tx) } ?? false,
            barredUntil: try BidderQueries.findBar(of: party, in: tx),
            accountUsedByAnother: try BidderQueries.isUsed(mark, in: lot, exceptBy: nil, in: tx),
            isMember: try LotQueries.isMember(party, of: lot, in: tx))
    }
}

extension BidderRegistered {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard let lot = lot.content else { return }
        // Whose it was is destroyed together with the person; the registration stays.
        try tx.run(
            """
            INSERT INTO bidder (id, lot, party, state, deposit_state, deposit_fen, account_mark, is_shared, by_slip,
                paddle, registered_at)
            VALUES (\(bidder), \(lot), \(party.content), 'registered', 'required', 0,
                \(accountMark?.content ?? ""), 0, \(slip != nil), 0, \(entry.at))
            """)
    }
}
