package import Kernel
package import Registry
package import Storage

extension BankVerb {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> BankMatching {
        try BankQueries.matching(organisation, account, in: tx)
    }
}

extension BankMatched {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for match in matches {
            let items = match.lines.map { ("bank", $0.text) } + match.vouchers.map { ("book", $0.text) }
            for (side, item) in items {
                try tx.run(
                    """
                    INSERT INTO bank_match (organisation, account, side, item, match, entry)
                    VALUES (\(organisation), \(account), \(side), \(item), \(match.name), \(entry.index))
                    """)
            }
        }
    }
}

extension BankUnmatched {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for (side, item) in match.lines.map({ ("bank", $0.text) }) + match.vouchers.map({ ("book", $0.text) }) {
            try tx.run(
                """
                DELETE FROM bank_match WHERE organisation = \(organisation) AND account = \(account)
                    AND side = \(side) AND item = \(item)
                """)
        }
    }
}

/// Reading what the bank says beside what the books say.
package enum BankQueries {
    /// All of an account since its first line of the bank.
    package static func matching(
        _ organisation: OrganisationID, _ account: AccountCode, in tx: any ReadTransaction
    ) throws -> BankMatching {
        let lines = try tx.rows(
            """
            \(lines) WHERE s.organisation = \(organisation) AND s.account = \(account) ORDER BY s.date, s.entry
            """
        ).map(line)
        guard let first = lines.first?.date else { return BankMatching(lines: [], entries: []) }
        let from = AccountingMonth(first).previous
        let entries = try tx.rows(
            """
            SELECT v.voucher, v.month, v.number, v.date, v.summary,
                CAST(SUM(l.debit_fen - l.credit_fen) AS BIGINT), v.reverses, MAX(m.match)
            FROM voucher_line l JOIN voucher v
                ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            LEFT JOIN bank_match m ON m.organisation = l.organisation AND m.account = l.account AND m.side = 'book'
                AND m.item = v.voucher
            WHERE l.organisation = \(organisation) AND l.month >= \(from) AND l.account = \(account)
            GROUP BY v.voucher, v.month, v.number, v.date, v.summary, v.reverses
            HAVING SUM(l.debit_fen - l.credit_fen) <> 0 ORDER BY v.date, v.month, v.number
            """
        ).map { row in
            BankEntry(
                voucher: try row.get(0), month: try row.get(1), number: try row.get(2), date: try row.get(3),
                summary: try row.get(4), amount: try row.get(5), reverses: try row.find(6), match: try row.find(7))
        }
        return BankMatching(lines: lines, entries: entries)
    }

    /// A line of these books, of whichever account.
    static func find(_ line: StatementLineID, _ organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> BankLine?
    {
        try tx.first("\(lines) WHERE s.line = \(line) AND s.organisation = \(organisation)").map(self.line)
    }

    private static let lines: SQL = """
        SELECT s.line, s.date, s.serial, s.amount_fen, s.balance_fen, m.match, e.entry FROM statement_line s
        LEFT JOIN bank_match m ON m.organisation = s.organisation AND m.account = s.account AND m.side = 'bank'
            AND m.item = s.line
        LEFT JOIN statement_line_erased e ON e.line = s.line
        """

    private static func line(_ row: Row) throws -> BankLine {
        BankLine(
            id: try row.get(0), date: try row.get(1), serial: try row.find(2), amount: try row.get(3),
            balance: try row.find(4), match: try row.find(5), isErased: try row.find(6, as: Int64.self) != nil)
    }

    /// Bank and books of `account` at the end of `month`.
    package static func comparison(
        _ organisation: OrganisationID, _ account: AccountCode, _ month: AccountingMonth,
        _ matching: BankMatching, in tx: any ReadTransaction
    ) throws -> BankComparison {
        let book = try YearBalances(organisation, through: month, in: tx).sum(account.text)
        return BankComparison(matching, at: month, book: book)
    }

    /// The last month each account was reconciled for, with the statement's balance then.
    package static func reconciled(_ organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> [AccountCode: AccountingMonth]
    {
        let rows = try tx.rows(
            """
            SELECT account, MAX(month) FROM bank_reconciliation WHERE organisation = \(organisation) GROUP BY account
            """
        ).map { (try $0.get(0, as: AccountCode.self), try $0.get(1, as: AccountingMonth.self)) }
        return Dictionary(rows) { $1 }
    }
}
