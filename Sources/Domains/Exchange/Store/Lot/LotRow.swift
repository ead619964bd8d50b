import Kernel
import Registry
import Storage

/// What several events write of a lot: its steps, its notices, and the deposits it lets go.
extension WriteTransaction {
    /// Writes the states a lot passed through and where it stands after the event. The row holds what the state holds;
    /// `also` sets what only the event knows.
    func step(
        _ lot: Lot?, _ path: [LotState], _ entry: EntryHeader, remark: String? = nil, also more: SQL? = nil
    ) throws {
        guard let lot else { return }
        if !path.isEmpty {
            var number: Int64 = try get("SELECT coalesce(max(number), 0) FROM lot_step WHERE lot = \(lot.id)")
            for state in path {
                number += 1
                try append(
                    [
                        lot.id.sqlValue, number.sqlValue, state.sqlValue, entry.at.sqlValue, .text(entry.officeText),
                        entry.role.rawValue.sqlValue, entry.index.sqlValue,
                    ], to: "lot_step")
            }
        }
        let said: SQL = "remark = \(remark)"
        try write(lot, also: more.map { SQL.joined([said, $0], by: ", ") } ?? said)
    }

    /// Writes what a lot's row holds of its state: the only place that does.
    func write(_ lot: Lot?, also more: SQL? = nil) throws {
        guard let lot else { return }
        let state: SQL = """
            state = \(lot.state), handling = \(lot.level), resolution = \(lot.resolution),
            below_floor = \(lot.belowFloorReason), paddle = \(lot.award?.paddle), price_fen = \(lot.award?.price),
            total_fen = \(lot.award?.total), publicity_ends_at = \(lot.publicityEndsAt), sign_by = \(lot.signBy)
            """
        try run("UPDATE lot SET \(more.map { SQL.joined([state, $0], by: ", ") } ?? state) WHERE id = \(lot.id)")
    }

    /// Ends a lot without a deal: every deposit that is there becomes due for refund.
    func stop(_ lot: Lot?, _ entry: EntryHeader, _ reasons: String) throws {
        guard let lot else { return }
        try step(lot, [lot.state], entry, remark: reasons)
        try releaseDeposits(of: lot.id, except: 0, entry)
    }

    /// Makes the deposits of all bidders of a lot but one due for refund; from now on the refund clock runs.
    func releaseDeposits(of lot: LotID, except paddle: Int64, _ entry: EntryHeader) throws {
        try run(
            """
            UPDATE bidder SET deposit_state = 'refundDue', refund_due_at = \(entry.at) WHERE lot = \(lot)
                AND deposit_state IN ('arrived', 'matched', 'locked') AND (paddle = 0 OR paddle <> \(paddle))
            """)
    }

    /// Adds a published text to the lot's notices; `kind` is `notice` or `result`.
    func addNotice(
        of lot: LotID, _ kind: String, _ title: Message, _ text: Message, _ digest: String, _ entry: EntryHeader,
        until end: Instant
    ) throws {
        let number: Int64 = try get("SELECT coalesce(max(number), 0) + 1 FROM lot_notice WHERE lot = \(lot)")
        try append(
            [
                lot.sqlValue, number.sqlValue, kind.sqlValue, title.zh.sqlValue, title.en.sqlValue, text.zh.sqlValue,
                text.en.sqlValue, digest.sqlValue, entry.at.sqlValue, end.sqlValue,
            ], to: "lot_notice")
    }
}
