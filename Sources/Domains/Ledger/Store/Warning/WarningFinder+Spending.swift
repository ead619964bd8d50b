import Kernel
import Registry
import Storage

/// What payments rest on, what is borrowed and lent, and when somebody posts.
extension WarningFinder {
    /// Payments from the amount on without a resolution, those for works without a contract, and rent without one.
    func grounds(in tx: any ReadTransaction) throws -> [BookWarning] {
        var found: [BookWarning?] = []
        if limits[.noResolution] > 0 { found += try undecided(in: tx) }
        let works = claims.filter {
            $0.kind == .works && $0.contractNumber == nil && $0.amount >= Money(fen: limits[.noContract])
        }
        found += works.map { claim in
            BookWarning(
                .noContract, claim.id.text, since: claim.date, WarningText.claim(claim.matter, claim.amount),
                path: "/claims/\(claim.id)")
        }
        return try found.compactMap(\.self) + unregistered(in: tx)
    }

    /// Vouchers made by hand that pay the amount and more, name no resolution and were not taken back.
    private func undecided(in tx: any ReadTransaction) throws -> [BookWarning?] {
        try tx.rows(
            """
            SELECT v.voucher, v.month, v.number, v.date, CAST(SUM(l.credit_fen - l.debit_fen) AS BIGINT)
            FROM voucher_line l
            JOIN voucher v ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            WHERE l.organisation = \(organisation) AND l.month >= \(january) AND l.account >= '101' AND l.account < '103'
                AND v.date <= \(day) AND v.origin = 'manual' AND v.resolution IS NULL
                AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses = v.voucher)
            GROUP BY v.voucher, v.month, v.number, v.date
            HAVING SUM(l.credit_fen - l.debit_fen) >= \(limits[.noResolution])
            ORDER BY v.date, v.number LIMIT 200
            """
        ).map { row in
            let voucher: VoucherID = try row.get(0)
            let (month, number): (AccountingMonth, Int64) = (try row.get(1), try row.get(2))
            return BookWarning(
                .noResolution, voucher.text, since: try row.get(3),
                WarningText.payment("\(month)-\(number)", try row.get(4)), path: "/vouchers/\(voucher)")
        }
    }

    /// What was booked by hand on an account of letting and names no contract.
    private func unregistered(in tx: any ReadTransaction) throws -> [BookWarning] {
        let accounts = try BookQueries.accounts(organisation, in: tx).filter { account in
            account.code.text.hasPrefix("501") && WarningText.lettingWords.contains { account.name.zh.contains($0) }
        }
        return try accounts.flatMap { account in
            try tx.rows(
                """
                SELECT v.voucher, v.month, v.number, v.date, CAST(SUM(l.credit_fen) AS BIGINT) FROM voucher_line l
                JOIN voucher v ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
                WHERE l.organisation = \(organisation) AND l.account = \(account.code) AND l.month >= \(january)
                    AND l.contract IS NULL AND l.credit_fen > 0 AND v.origin = 'manual' AND v.date <= \(day)
                GROUP BY v.voucher, v.month, v.number, v.date ORDER BY v.date, v.number LIMIT 200
                """
            ).compactMap { row -> BookWarning? in
                let voucher: VoucherID = try row.get(0)
                let (month, number): (AccountingMonth, Int64) = (try row.get(1), try row.get(2))
                return BookWarning(
                    .unregistered, "\(voucher)", since: try row.get(3),
                    WarningText.received("\(month)-\(number)", try row.get(4)), path: "/vouchers/\(voucher)")
            }
        }
    }

    /// Loans above the line, and money somebody has had in advance for too long.
    func debts(in tx: any ReadTransaction) throws -> [BookWarning] {
        var found: [BookWarning?] = []
        let debt = -(figures.balance("201") + figures.balance("221"))
        if debt > Money(fen: limits[.debt]), let since = try lastLoan(in: tx) {
            found.append(
                BookWarning(
                    .debt, "\(AccountingMonth(since))", since: since, WarningText.debt(debt), path: "/trial-balance"))
        }
        let last = day.adding(days: -Int(limits[.advance]))
        for row in try tx.rows(
            """
            SELECT l.account, l.party, MIN(v.date), p.display_name, CAST(
                SUM(CASE WHEN v.date <= \(last) THEN l.debit_fen ELSE 0 END) - SUM(l.credit_fen) AS BIGINT)
            FROM voucher_line l
            JOIN voucher v ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            JOIN party p ON p.id = l.party
            WHERE l.organisation = \(organisation) AND l.account >= '112' AND l.account < '114' AND l.contract IS NULL
                AND v.origin IN ('manual', 'reversal', 'difference', 'blue') AND v.date <= \(day)
            GROUP BY l.account, l.party, p.display_name
            HAVING SUM(CASE WHEN v.date <= \(last) THEN l.debit_fen ELSE 0 END) > SUM(l.credit_fen)
            ORDER BY l.account, l.party
            """)
        {
            let (account, party): (AccountCode, PartyID) = (try row.get(0), try row.get(1))
            let since = try row.get(2, as: CivilDate.self).adding(days: Int(limits[.advance]))
            found.append(
                BookWarning(
                    .advance, "\(account)-\(party)", since: since, WarningText.advance(try row.get(3), try row.get(4)),
                    path: "/accounts/\(account)?party=\(party)"))
        }
        return found.compactMap(\.self)
    }

    /// The last day on which something was borrowed or paid back.
    private func lastLoan(in tx: any ReadTransaction) throws -> CivilDate? {
        let days = try ["201", "221"].compactMap { AccountCode($0) }.map { try lastMovement($0, in: tx) }
        return days.compactMap(\.self).max()
    }

    /// Vouchers made by hand and posted at night or on a day off, month by month.
    func hours(in tx: any ReadTransaction) throws -> [BookWarning] {
        let calendar = try CalendarQueries.calendar(in: tx)
        let night = limits[.oddHour]
        var odd: [AccountingMonth: (count: Int, last: CivilDate)] = [:]
        try tx.each(
            """
            SELECT posted_at FROM voucher
            WHERE organisation = \(organisation) AND month >= \(january) AND posted_at IS NOT NULL ORDER BY posted_at
            """
        ) { row in
            let at = Instant(milliseconds: row.integer(0))
            let date = at.date
            guard date <= day else { return }
            let hour = Int64(at.clock.hour)
            guard hour >= night || hour < Self.morning || calendar.day(date) == .off else { return }
            let month = AccountingMonth(date)
            odd[month] = ((odd[month]?.count ?? 0) + 1, date)
        }
        return odd.sorted { $0.key < $1.key }.compactMap { month, one in
            BookWarning(
                .oddHour, month.description, since: one.last, WarningText.oddHours(month, one.count),
                path: "/vouchers")
        }
    }

    /// The hour at which the night is over.
    private static let morning: Int64 = 6
}
