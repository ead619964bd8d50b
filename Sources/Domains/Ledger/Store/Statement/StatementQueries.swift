package import Kernel
package import Registry
package import Storage

/// Reading what the statements are reckoned from.
package enum StatementQueries {
    /// The statements of `day`: the sheet against the start of the year, the result of month, year and last year.
    package static func statements(
        _ organisation: OrganisationID, at day: CivilDate, income: ReportDefinition = .income,
        in tx: any ReadTransaction
    ) throws -> Statements? {
        guard let books = try BookQueries.find(organisation, in: tx) else { return nil }
        let month = AccountingMonth(day)
        let year = month.january
        let start = AccountingMonth(books.startDate)
        let before = year.previous
        // Before the first year stand the books' own openings.
        let opening = try balances(organisation, through: before.lastDay, in: tx)
        let isSecondYear = start < year
        return Statements(
            date: day,
            sheet: Statement(.balanceSheet, [try balances(organisation, through: day, in: tx), opening]),
            income: Statement(
                income,
                [
                    try movements(organisation, from: month, through: day, in: tx),
                    try movements(organisation, from: year, through: day, opening: start.year == year.year, in: tx),
                    isSecondYear
                        ? try movements(
                            organisation, from: before.january, through: before.lastDay,
                            opening: start.year == before.year, in: tx) : nil,
                ]))
    }

    /// What stands on every account at the end of `day`.
    package static func balances(
        _ organisation: OrganisationID, through day: CivilDate, in tx: any ReadTransaction
    ) throws -> BookFigures {
        var reading = FigureReading()
        let (whole, part) = months(through: day)
        try reading.addAccounts(organisation, from: .opening, through: whole, in: tx)
        try reading.addParties(organisation, from: .opening, through: whole, in: tx)
        if let part {
            for voucher in try vouchers(organisation, part, through: day, in: tx) { reading.add(voucher.lines) }
        }
        return reading.finish()
    }

    /// What moved on the accounts from `first` through `day`, without the year-end transfer of income and expense; with
    /// `opening`, what the books brought along of the running year on income and expense.
    package static func movements(
        _ organisation: OrganisationID, from first: AccountingMonth, through day: CivilDate, opening: Bool = false,
        withParties: Bool = false, in tx: any ReadTransaction
    ) throws -> BookFigures {
        var reading = FigureReading()
        let (whole, part) = months(through: day)
        try reading.addAccounts(organisation, from: first, through: whole, in: tx)
        if withParties { try reading.addParties(organisation, from: first, through: whole, in: tx) }
        try reading.takeTransfers(organisation, from: first, through: whole, in: tx)
        if opening { try reading.addOpeningResult(organisation, in: tx) }
        if let part {
            for voucher in try vouchers(organisation, part, through: day, in: tx) {
                reading.add(voucher.lines, voucher.nature)
            }
        }
        reading.figures.undistributed = try undistributed(organisation, before: first.january, in: tx)
        return reading.finish()
    }

    /// The last month that is over by `day`, and the one that is not.
    private static func months(through day: CivilDate) -> (whole: AccountingMonth, part: AccountingMonth?) {
        let month = AccountingMonth(day)
        return day == month.lastDay ? (month, nil) : (month.previous, month)
    }

    /// 321 and 322 before `january`, credit above zero.
    private static func undistributed(
        _ organisation: OrganisationID, before january: AccountingMonth, in tx: any ReadTransaction
    ) throws -> Money {
        let fen: Int64? = try tx.find(
            """
            SELECT CAST(COALESCE(SUM(credit_fen - debit_fen), 0) AS BIGINT) FROM account_balance
            WHERE organisation = \(organisation) AND account >= '32' AND account < '33' AND month < \(january)
            """)
        return Money(fen: fen ?? 0)
    }

    private static func vouchers(
        _ organisation: OrganisationID, _ month: AccountingMonth, through day: CivilDate, in tx: any ReadTransaction
    ) throws -> [(nature: VoucherNature?, lines: [VoucherLine])] {
        var vouchers: [(number: Int64, origin: VoucherOrigin, lines: [VoucherLine])] = []
        let rows = try tx.rows(
            """
            SELECT l.account, l.debit_fen, l.credit_fen, l.contract, l.party, l.project, l.asset, l.quantity, v.number,
                v.origin
            FROM voucher v JOIN voucher_line l
                ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
            WHERE v.organisation = \(organisation) AND v.month = \(month) AND v.date <= \(day)
            ORDER BY v.number, l.line
            """)
        for row in rows {
            let number: Int64 = try row.get(8)
            if vouchers.last?.number != number { vouchers.append((number, try row.get(9), [])) }
            vouchers[vouchers.count - 1].lines.append(try VoucherQueries.line(row))
        }
        return vouchers.map { (VoucherNature(origin: $0.origin, $0.lines), $0.lines) }
    }
}

/// Gathers figures out of the running balances.
private struct FigureReading {
    var figures = BookFigures()

    mutating func add(_ lines: [VoucherLine], _ nature: VoucherNature? = nil) {
        for line in lines {
            let isClosed = nature == .closing && line.account.text.hasPrefix("5")
            if !isClosed { figures.accounts[line.account, default: .zero] += line.change }
            if let party = line.party {
                figures.details[.init(account: line.account, party: party), default: .zero] += line.change
            }
            if nature == .distribution {
                figures.distributed[line.account, default: BookRecount.Turnover()].add(line)
            }
        }
    }

    mutating func addAccounts(
        _ organisation: OrganisationID, from first: AccountingMonth, through last: AccountingMonth,
        in tx: any ReadTransaction
    ) throws {
        try tx.each(
            """
            SELECT account, CAST(SUM(debit_fen - credit_fen) AS BIGINT) FROM account_balance
            WHERE organisation = \(organisation) AND month >= \(first) AND month <= \(last) GROUP BY account
            """
        ) { row in
            guard let account = AccountCode(row.text(0)) else { return }
            figures.accounts[account, default: .zero] += Money(fen: row.integer(1))
        }
    }

    mutating func addParties(
        _ organisation: OrganisationID, from first: AccountingMonth, through last: AccountingMonth,
        in tx: any ReadTransaction
    ) throws {
        try tx.each(
            """
            SELECT account, party, CAST(SUM(debit_fen - credit_fen) AS BIGINT) FROM party_balance
            WHERE organisation = \(organisation) AND month >= \(first) AND month <= \(last) GROUP BY account, party
            """
        ) { row in
            guard let account = AccountCode(row.text(0)), let party = PartyID(row.text(1)) else { return }
            figures.details[.init(account: account, party: party), default: .zero] += Money(fen: row.integer(2))
        }
    }

    /// Takes the year-end transfer out of income and expense again, and notes what was distributed.
    mutating func takeTransfers(
        _ organisation: OrganisationID, from first: AccountingMonth, through last: AccountingMonth,
        in tx: any ReadTransaction
    ) throws {
        try tx.each(
            """
            SELECT nature, account, CAST(SUM(debit_fen) AS BIGINT), CAST(SUM(credit_fen) AS BIGINT)
            FROM result_transfer WHERE organisation = \(organisation) AND month >= \(first) AND month <= \(last)
            GROUP BY nature, account
            """
        ) { row in
            guard let account = AccountCode(row.text(1)) else { return }
            let turnover = BookRecount.Turnover(debit: Money(fen: row.integer(2)), credit: Money(fen: row.integer(3)))
            if row.text(0) == VoucherNature.distribution.rawValue {
                figures.distributed[account] = turnover
            } else if account.text.hasPrefix("5") {
                figures.accounts[account, default: .zero] -= turnover.debit - turnover.credit
            }
        }
    }

    mutating func addOpeningResult(_ organisation: OrganisationID, in tx: any ReadTransaction) throws {
        try tx.each(
            """
            SELECT account, debit_fen - credit_fen FROM account_balance
            WHERE organisation = \(organisation) AND month = \(AccountingMonth.opening) AND account >= '5'
            """
        ) { row in
            guard let account = AccountCode(row.text(0)) else { return }
            figures.accounts[account, default: .zero] += Money(fen: row.integer(1))
        }
    }

    /// What stands on an account and with nobody is a detail of its own.
    func finish() -> BookFigures {
        var whole = figures
        var named: [AccountCode: Money] = [:]
        for (detail, amount) in figures.details { named[detail.account, default: .zero] += amount }
        for (account, amount) in figures.accounts {
            let rest = amount - (named[account] ?? .zero)
            if rest != .zero { whole.details[.init(account: account, party: nil)] = rest }
        }
        return whole
    }
}
