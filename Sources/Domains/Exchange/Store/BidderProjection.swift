import EventLog
import Kernel
import Registry
import Storage

/// Writes registrations and deposits. Which lot and who is under seal in the log; here it stands for the rules.
enum BidderProjection {
    static func write(_ event: BidderRegistered, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        guard let lot = event.lot.content, let party = event.party.content else { return }
        try tx.run(
            """
            INSERT INTO bidder (id, lot, party, state, deposit_state, deposit_fen, account_mark, is_shared, by_slip,
                paddle, registered_at)
            VALUES (\(event.bidder), \(lot), \(party), 'registered', 'required', 0,
                \(mark(of: event.account.content)), 0, \(event.slip != nil), 0, \(entry.at))
            """)
    }

    /// What two equal accounts have in common without either being readable; empty once it was destroyed.
    static func mark(of account: String?) -> String {
        guard let account else { return "" }
        let digits = account.filter { !$0.isWhitespace }
        return Hash.leaf(Array("account \(digits)".utf8)).base64
    }

    static func write(_ event: DepositRecorded, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE bidder SET deposit_state = \(event.state), deposit_fen = \(event.amount),
                is_shared = \(event.isShared), reference = \(event.reference) WHERE id = \(event.bidder)
            """)
    }

    static func write(_ event: BidderQualified, in tx: any WriteTransaction) throws {
        try tx.run("UPDATE bidder SET state = 'qualified' WHERE id = \(event.bidder)")
    }

    static func write(_ event: BidderRefused, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE bidder SET state = 'refused', reasons = \(event.reasons), refund_due_at = \(entry.at), deposit_state =
                CASE WHEN deposit_state IN ('arrived', 'matched', 'locked') THEN 'refundDue' ELSE deposit_state END
            WHERE id = \(event.bidder)
            """)
    }
}
