package import Kernel
package import Registry
package import Storage

extension BudgetVerb {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> BudgetFacts {
        BudgetFacts(
            budget: try BudgetQueries.find(organisation, year, in: tx),
            resolution: try ResolutionQueries.find(resolution, in: tx),
            otherYear: try BudgetQueries.year(decidedBy: resolution, but: year, in: tx))
    }
}

extension BudgetAdopted {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO budget (organisation, year, adopted_on, resolution, entry)
            VALUES (\(organisation), \(year), \(date), \(resolution), \(entry.index))
            """)
        for line in lines {
            try tx.run(
                """
                INSERT INTO budget_line (organisation, year, account, adopted_fen, planned_fen)
                VALUES (\(organisation), \(year), \(line.account), \(line.amount), \(line.amount))
                """)
        }
    }
}

extension BudgetAmended {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO budget_line (organisation, year, account, adopted_fen, planned_fen)
            VALUES (\(organisation), \(year), \(account), 0, \(after))
            ON CONFLICT (organisation, year, account) DO UPDATE SET planned_fen = excluded.planned_fen
            """)
        try tx.run(
            """
            INSERT INTO budget_change (organisation, year, entry, account, before_fen, after_fen, date, resolution, reason)
            VALUES (\(organisation), \(year), \(entry.index), \(account), \(before), \(after), \(date), \(resolution),
                \(reason))
            """)
    }
}

/// Reading budgets beside what the books have used.
package enum BudgetQueries {
    package static func find(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction) throws
        -> Budget?
    {
        guard
            let head = try tx.first(
                "SELECT adopted_on, resolution FROM budget WHERE organisation = \(organisation) AND year = \(year)")
        else { return nil }
        let moved = try StatementQueries.movements(
            organisation, from: year.december.january, through: year.december.lastDay, in: tx)
        let lines = try tx.rows(
            """
            SELECT account, adopted_fen, planned_fen FROM budget_line
            WHERE organisation = \(organisation) AND year = \(year) ORDER BY account
            """
        ).map { row in
            let account: AccountCode = try row.get(0)
            let debit = moved.balance(account.text)
            return BudgetUse(
                account: account, adopted: try row.get(1), planned: try row.get(2),
                used: BudgetUse.isIncome(account) ? -debit : debit)
        }
        return Budget(
            year: year, adoptedOn: try head.get(0), resolution: try head.get(1), lines: lines,
            changes: try changes(organisation, year, in: tx))
    }

    private static func changes(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction)
        throws -> [BudgetChange]
    {
        try tx.rows(
            """
            SELECT account, before_fen, after_fen, date, resolution, reason FROM budget_change
            WHERE organisation = \(organisation) AND year = \(year) ORDER BY entry
            """
        ).map { row in
            BudgetChange(
                account: try row.get(0), before: try row.get(1), after: try row.get(2), date: try row.get(3),
                resolution: try row.get(4), reason: try row.get(5))
        }
    }

    static func year(decidedBy resolution: ResolutionID, but year: AccountingYear, in tx: any ReadTransaction) throws
        -> AccountingYear?
    {
        try tx.find(
            """
            SELECT year FROM (
                SELECT year FROM budget WHERE resolution = \(resolution) AND year <> \(year)
                UNION SELECT year FROM budget_change WHERE resolution = \(resolution) AND year <> \(year)) found
            ORDER BY year LIMIT 1
            """)
    }

    /// The years of these books that have a budget.
    static func years(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [AccountingYear] {
        try tx.rows("SELECT year FROM budget WHERE organisation = \(organisation) ORDER BY year").map { try $0.get(0) }
    }

    /// The budget a voucher of `date` must keep to; nil where there is none, or where going over it is only warned of.
    /// Asked on the path of every voucher: without a budget of the year nothing is read.
    static func binding(on date: CivilDate, _ books: Books, in tx: any ReadTransaction) throws -> Budget? {
        let year = AccountingYear(AccountingMonth(date))
        guard books.budgetedYears.contains(year), let organisation = books.organisation, let place = books.place,
            try ParameterQueries.value(.budgetRefuseOver, at: place, on: date, in: tx).flag
        else { return nil }
        return try find(organisation, year, in: tx)
    }
}
