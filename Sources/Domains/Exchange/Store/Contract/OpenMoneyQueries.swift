package import Kernel
import Registry
package import Storage

/// Looking up what the exchange still has to pay, convert or decide.
package enum OpenMoneyQueries {
    /// Within a place and all below it, whose clock has run the longest first. Forfeitures under way are all there; of
    /// refunds and conversions only those past their clock.
    package static func list(within place: DivisionID, at now: Instant, in tx: any ReadTransaction) throws
        -> [OpenMoney]
    {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        let rows = try tx.rows("\(open) WHERE \(DivisionQueries.within(path)) AND (\(waiting)) ORDER BY 1, b.id")
        let calendar = try CalendarQueries.calendar(in: tx)
        var days: [DivisionID: (refund: Int64, conversion: Int64)] = [:]
        return try rows.compactMap { row in
            let village: DivisionID = try row.get(4)
            let known = try days[village] ?? figures(at: village, on: now.date, tx)
            days[village] = known
            let money = try read(row, known, calendar, now)
            let isWaiting = money.kind == .reply || money.kind == .approval
            return isWaiting || money.isOverdue(at: now) ? money : nil
        }
    }

    /// All deposits that have to go back, also those whose clock still runs, the longest first.
    static func listRefunds(within place: DivisionID, at now: Instant, in tx: any ReadTransaction) throws
        -> [OpenMoney]
    {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        let due: SQL = "b.deposit_state = 'refundDue' AND b.refund_due_at IS NOT NULL"
        let rows = try tx.rows("\(open) WHERE \(DivisionQueries.within(path)) AND \(due) ORDER BY 1, b.id")
        let calendar = try CalendarQueries.calendar(in: tx)
        var days: [DivisionID: (refund: Int64, conversion: Int64)] = [:]
        return try rows.map { row in
            let village: DivisionID = try row.get(4)
            let known = try days[village] ?? figures(at: village, on: now.date, tx)
            days[village] = known
            return try read(row, known, calendar, now)
        }
    }

    /// How many refunds and conversions are past their clock, and how many forfeitures wait.
    package static func count(within place: DivisionID, at now: Instant, in tx: any ReadTransaction) throws -> Int {
        try list(within: place, at: now, in: tx).count
    }

    /// The clock of a refund began when the deposit became due back, of a conversion when the contract was signed.
    private static let open: SQL = """
        SELECT coalesce(CASE WHEN b.deposit_state = 'refundDue' THEN b.refund_due_at END,
                CASE WHEN b.deposit_state = 'convertedToPrice' THEN
                    (SELECT max(s.at) FROM lot_step s WHERE s.lot = l.id AND s.state = 'contractSigned') END,
                b.reply_until),
            b.id, b.lot, l.asset_name, l.village, \(DivisionQueries.called("l.village")), p.display_name, b.deposit_fen, b.deposit_state
        FROM bidder b JOIN lot l ON l.id = b.lot JOIN party p ON p.id = b.party JOIN division d ON d.id = l.village
        """

    /// A winner's deposit is part of the price once the contract's payments reach it. A forfeiture that was proposed
    /// waits for as long as the deposit is still held.
    private static let waiting: SQL = """
        (b.deposit_state = 'refundDue' AND b.refund_due_at IS NOT NULL)
        OR (b.deposit_state = 'convertedToPrice' AND b.deposit_fen > l.paid_fen
            AND l.state IN ('contractSigned', 'settling', 'certified', 'filed', 'performing', 'expiring'))
        OR (b.reply_until IS NOT NULL AND b.deposit_state IN ('arrived', 'matched', 'locked'))
        """

    private static func figures(at village: DivisionID, on day: CivilDate, _ tx: any ReadTransaction) throws -> (
        refund: Int64, conversion: Int64
    ) {
        (
            try ParameterQueries.value(.depositRefundDays, at: village, on: day, in: tx).value,
            try ParameterQueries.value(.depositConvertDays, at: village, on: day, in: tx).value
        )
    }

    private static func read(
        _ row: Row, _ days: (refund: Int64, conversion: Int64), _ calendar: WorkingCalendar, _ now: Instant
    ) throws -> OpenMoney {
        let since: Instant = try row.get(0)
        let state: DepositState = try row.get(8)
        let kind: OpenMoney.Kind =
            switch state {
            case .refundDue: .refund
            case .convertedToPrice: .conversion
            default: since > now ? .reply : .approval
            }
        let due: Instant? =
            switch kind {
            case .refund: try? calendar.end(ofWorkingDays: Int(days.refund), from: since)
            case .conversion: try? calendar.end(ofWorkingDays: Int(days.conversion), from: since)
            case .reply, .approval: since
            }
        return OpenMoney(
            kind: kind, bidder: try row.get(1), lot: try row.get(2), lotName: try row.get(3),
            villageName: try row.get(5), partyName: try row.get(6), amount: try row.get(7), since: since, due: due)
    }
}
