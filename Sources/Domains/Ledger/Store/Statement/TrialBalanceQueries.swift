package import Kernel
package import Registry
package import Storage

/// Reading what stands on the accounts.
package enum TrialBalanceQueries {
    /// The trial balance of the months from `first` (the year's January when absent) to the day `through`.
    ///
    /// Whole months come from the running balances; the vouchers of a month are read only when the day lies within it.
    package static func get(
        _ organisation: OrganisationID, from first: AccountingMonth? = nil, through day: CivilDate,
        in tx: any ReadTransaction
    ) throws -> TrialBalance {
        let last = AccountingMonth(day)
        let first = first ?? last.january
        let isWhole = day == last.lastDay
        var lines: [AccountCode: TrialBalance.Line] = [:]
        func add(_ sql: SQL) throws {
            try tx.each(sql) { row in
                guard let account = AccountCode(row.text(0)) else { return }
                let old = lines[account]
                lines[account] = TrialBalance.Line(
                    account: account, opening: Money(fen: row.integer(1)) + (old?.opening ?? .zero),
                    debit: Money(fen: row.integer(2)) + (old?.debit ?? .zero),
                    credit: Money(fen: row.integer(3)) + (old?.credit ?? .zero))
            }
        }
        let condition: SQL = "organisation = \(organisation)"
        try add(balances(where: condition, from: first, through: isWhole ? last : last.previous))
        if !isWhole { try add(partOfMonth(organisation, last, through: day)) }
        return TrialBalance(
            organisation: organisation, from: first.firstDay, through: day,
            lines: lines.values.sorted { $0.account < $1.account })
    }

    /// Eight amounts an account, with the parents, for the whole months `first` through `last`.
    package static func full(
        _ organisation: OrganisationID, from first: AccountingMonth, through last: AccountingMonth,
        in tx: any ReadTransaction
    ) throws -> FullTrialBalance {
        let january = last.january
        var leaves: [FullTrialBalance.Line] = []
        try tx.each(
            """
            SELECT account,
                CAST(SUM(CASE WHEN month < \(first) THEN debit_fen - credit_fen ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN month < \(first) THEN 0 ELSE debit_fen END) AS BIGINT),
                CAST(SUM(CASE WHEN month < \(first) THEN 0 ELSE credit_fen END) AS BIGINT),
                CAST(SUM(CASE WHEN month < \(january) THEN 0 ELSE debit_fen END) AS BIGINT),
                CAST(SUM(CASE WHEN month < \(january) THEN 0 ELSE credit_fen END) AS BIGINT)
            FROM account_balance WHERE organisation = \(organisation) AND month <= \(last) GROUP BY account
            ORDER BY account
            """
        ) { row in
            guard let account = AccountCode(row.text(0)) else { return }
            let opening = Money(fen: row.integer(1))
            var line = FullTrialBalance.Line(account: account)
            line.opening = .init(balance: opening)
            line.period = .init(debit: Money(fen: row.integer(2)), credit: Money(fen: row.integer(3)))
            line.year = .init(debit: Money(fen: row.integer(4)), credit: Money(fen: row.integer(5)))
            line.closing = .init(balance: opening + line.period.debit - line.period.credit)
            leaves.append(line)
        }
        let parents = try tx.rows("SELECT code, parent FROM sub_account WHERE organisation = \(organisation)").map {
            (try $0.get(0, as: AccountCode.self), try $0.get(1, as: AccountCode.self))
        }
        return FullTrialBalance(
            organisation, from: first, through: last, leaves: leaves,
            parents: Dictionary(parents, uniquingKeysWith: { first, _ in first }))
    }

    /// The trial balances of all organisations from `first` through `last`, one pass over the running balances.
    package static func each(
        from first: AccountingMonth, through last: AccountingMonth, in tx: any ReadTransaction,
        _ body: (TrialBalance) throws -> Void
    ) throws {
        var current: String?
        var lines: [TrialBalance.Line] = []
        func finish() throws {
            guard let current, let organisation = OrganisationID(current) else { return }
            try body(
                TrialBalance(organisation: organisation, from: first.firstDay, through: last.lastDay, lines: lines))
        }
        // Grouped and ordered as the table's key is: one walk, nothing sorted.
        let all: SQL = """
            \(balances(where: "1 = 1", from: first, through: last, organisation: true))
            ORDER BY organisation, account
            """
        try tx.each(all) { row in
            let name = row.text(0)
            if name != current {
                try finish()
                current = name
                lines.removeAll(keepingCapacity: true)
            }
            guard let account = AccountCode(row.text(1)) else { return }
            lines.append(
                TrialBalance.Line(
                    account: account, opening: Money(fen: row.integer(2)), debit: Money(fen: row.integer(3)),
                    credit: Money(fen: row.integer(4))))
        }
        try finish()
    }

    private static func balances(
        where condition: SQL, from first: AccountingMonth, through last: AccountingMonth, organisation: Bool = false
    ) -> SQL {
        let key: SQL = organisation ? "organisation, account" : "account"
        return """
            SELECT \(key),
                CAST(SUM(CASE WHEN month < \(first) THEN debit_fen - credit_fen ELSE 0 END) AS BIGINT) AS opening_fen,
                CAST(SUM(CASE WHEN month < \(first) THEN 0 ELSE debit_fen END) AS BIGINT) AS debit_fen,
                CAST(SUM(CASE WHEN month < \(first) THEN 0 ELSE credit_fen END) AS BIGINT) AS credit_fen
            FROM account_balance WHERE \(condition) AND month <= \(last) GROUP BY \(key)
            """
    }

    private static func partOfMonth(_ organisation: OrganisationID, _ month: AccountingMonth, through day: CivilDate)
        -> SQL
    {
        """
        SELECT l.account, 0, CAST(SUM(l.debit_fen) AS BIGINT), CAST(SUM(l.credit_fen) AS BIGINT)
        FROM voucher v JOIN voucher_line l
            ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
        WHERE v.organisation = \(organisation) AND v.month = \(month) AND v.date <= \(day)
        GROUP BY l.account
        """
    }
}
