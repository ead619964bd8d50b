package import Kernel
import Registry
package import Storage

extension ForgetParty {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let rows: [(LotID, LotState, DepositState, BidderState)] = try tx.rows(
            """
            SELECT b.lot, l.state, b.deposit_state, b.state FROM bidder b JOIN lot l ON l.id = b.lot
            WHERE b.party = \(party) ORDER BY b.lot
            """
        ).map { (try $0.get(0), try $0.get(1), try $0.get(2), try $0.get(3)) }
        let open = rows.first { _, lot, deposit, bidder in
            let isHeld = [.arrived, .matched, .locked, .refundDue].contains(deposit)
            return isHeld || bidder != .refused && lot.isBeforeSigning
        }
        return Facts(openAt: open?.0)
    }
}

extension PartyForgotten {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE bidder SET party = NULL, account_mark = \("") WHERE party = \(party)")
    }
}
