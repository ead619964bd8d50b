import Kernel
import Registry
import Storage

/// The rules of supervision, each asking the books of one organisation.
struct WarningFinder {
    let books: BookHeading
    let day: CivilDate
    let limits: WarningLimits
    /// What stands on each account on the day.
    let figures: BookFigures
    /// Claims that are under way or paid.
    let claims: [ExpenseClaim]

    init(_ books: BookHeading, on day: CivilDate, in tx: any ReadTransaction) throws {
        self.books = books
        self.day = day
        limits = try WarningLimits(books.division, on: day, in: tx)
        figures = try StatementQueries.balances(books.organisation, through: day, in: tx)
        claims = try ClaimQueries.list(books.organisation, in: tx).filter { $0.state != .returned && $0.date <= day }
    }

    var organisation: OrganisationID { books.organisation }
    var january: AccountingMonth { AccountingMonth(day).january }

    /// Single payments above the limit, cash above its own, and reversals.
    func money(in tx: any ReadTransaction) throws -> [BookWarning] {
        let limit = Money(fen: limits[.limit])
        var found = try tx.rows(
            """
            SELECT v.voucher, v.month, v.number, v.date, l.credit_fen FROM voucher_line l
            JOIN voucher v ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            WHERE l.organisation = \(organisation) AND l.month >= \(january) AND l.account >= '101' AND l.account < '103'
                AND l.credit_fen > \(limit) AND v.date <= \(day) ORDER BY v.date, v.number LIMIT 200
            """
        ).compactMap { row -> BookWarning? in
            let voucher: VoucherID = try row.get(0)
            let (month, number): (AccountingMonth, Int64) = (try row.get(1), try row.get(2))
            return BookWarning(
                .limit, voucher.text, since: try row.get(3),
                WarningText.payment("\(month)-\(number)", try row.get(4)), path: "/vouchers/\(voucher)")
        }
        let cash = figures.balance(StandardAccount.cash.rawValue)
        if cash.fen > limits[.cash], let since = try lastMovement(.cash, in: tx) {
            found += [
                BookWarning(
                    .cash, AccountingMonth(since).description, since: since, WarningText.cash(cash),
                    path: "/daybook/101")
            ].compactMap(\.self)
        }
        let reversed = try tx.first(
            """
            SELECT COUNT(*), MAX(date) FROM voucher
            WHERE organisation = \(organisation) AND month >= \(january) AND origin = 'reversal' AND date <= \(day)
            """)
        if let reversed, let last: CivilDate = try reversed.find(1) {
            let count: Int64 = try reversed.get(0)
            if count > limits[.reversals] {
                found += [
                    BookWarning(
                        .reversals, "\(january.year)", since: last, WarningText.reversed(count), path: "/vouchers")
                ].compactMap(\.self)
            }
        }
        return found
    }

    private func lastMovement(_ account: StandardAccount, in tx: any ReadTransaction) throws -> CivilDate? {
        try lastMovement(account.code, in: tx)
    }

    func lastMovement(_ account: AccountCode, in tx: any ReadTransaction) throws -> CivilDate? {
        let moved: CivilDate? = try tx.find(
            """
            SELECT MAX(v.date) FROM voucher_line l
            JOIN voucher v ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            WHERE l.organisation = \(organisation) AND l.account >= \(account) AND l.account < \(account.text + "~")
                AND v.date <= \(day)
            """)
        return moved ?? books.startDate
    }

    /// Payments split below a step of approval, and payees who hold an office.
    func claims(in tx: any ReadTransaction) throws -> [BookWarning] {
        var found: [BookWarning?] = []
        for (payee, all) in Dictionary(grouping: claims, by: \.payee).sorted(by: { $0.key < $1.key }) {
            for kind in SpendingKind.allCases {
                let step = try ParameterQueries.value(kind.figures.review, at: books.division, on: day, in: tx).money
                let small = all.filter { $0.kind == kind && $0.amount < step }.sorted { $0.date < $1.date }
                found.append(split(small, step))
            }
            guard let person = PersonID(payee.text),
                try OfficeQueries.isOfficial(person, over: books.division, in: tx)
            else { continue }
            let isPersonal = try PayeeAccountQueries.find(payee, organisation, in: tx) != nil
            found += all.map { claim in
                BookWarning(
                    isPersonal ? .personalAccount : .official, claim.id.text, since: claim.date,
                    WarningText.claim(claim.matter, claim.amount), path: "/claims/\(claim.id)")
            }
        }
        return found.compactMap(\.self)
    }

    /// The first days over which claims below the step come to it together.
    private func split(_ claims: [ExpenseClaim], _ step: Money) -> BookWarning? {
        let days = Int(limits[.split])
        for (position, first) in claims.enumerated() {
            let near = claims[position...].prefix { $0.date <= first.date.adding(days: days) }
            let sum = near.reduce(Money.zero) { $0 + $1.amount }
            if near.count > 1, sum >= step, let last = near.last {
                return BookWarning(
                    .split, first.id.text, since: last.date, WarningText.split(near.count, sum),
                    path: "/claims/\(first.id)")
            }
        }
        return nil
    }

    /// Rent overdue, months not closed, bank accounts not reconciled.
    func duties(in tx: any ReadTransaction) throws -> [BookWarning] {
        var found: [BookWarning?] = []
        let days = Int(limits[.rent])
        for claim in try ReceivableQueries.list(organisation, in: tx) {
            for part in claim.parts where part.isOverdue(on: day) && part.due.adding(days: days) < day {
                found.append(
                    BookWarning(
                        .rent, "\(claim.id)-\(part.number)", since: part.due.adding(days: days),
                        WarningText.rent(part.due, part.left), path: "/receivables"))
            }
        }
        let open = books.closedThrough?.next ?? AccountingMonth(books.startDate)
        let late = open.next.firstDay.adding(days: Int(limits[.month]) - 1)
        if late < day {
            found.append(
                BookWarning(.month, open.description, since: late, WarningText.month(open), path: "/month"))
        }
        let shown = open.next.firstDay.adding(days: Int(limits[.disclosure]) - 1)
        if shown < day {
            found.append(
                BookWarning(
                    .disclosure, open.description, since: shown, WarningText.notShown(open), path: "/month"))
        }
        let reconciled = try BankQueries.reconciled(organisation, in: tx)
        for row in try tx.rows(
            """
            SELECT account, MIN(date) FROM statement_line WHERE organisation = \(organisation)
            GROUP BY account ORDER BY account
            """)
        {
            let account: AccountCode = try row.get(0)
            let month = try reconciled[account]?.next ?? AccountingMonth(row.get(1, as: CivilDate.self))
            let due = month.next.firstDay.adding(days: Int(limits[.bank]) - 1)
            guard due < day else { continue }
            found.append(
                BookWarning(
                    .bank, "\(account)-\(month)", since: due, WarningText.bank(account, month),
                    path: "/bank/\(account)?month=\(month)"))
        }
        return found.compactMap(\.self)
    }

    /// Balances on the wrong side, and grants nobody uses.
    func accounts(in tx: any ReadTransaction) throws -> [BookWarning] {
        let trial = try TrialBalanceQueries.get(organisation, from: nil, through: day, in: tx)
        var found: [BookWarning?] = []
        for line in trial.lines {
            let root = Chart.of2023.root(of: line.account)
            let isWrong =
                root?.accountClass == .asset && root?.side == .debit && line.closing < Money(fen: -limits[.wrongSide])
            if isWrong, let since = try lastMovement(line.account, in: tx) {
                found.append(
                    BookWarning(
                        .wrongSide, "\(line.account)-\(AccountingMonth(since))", since: since,
                        WarningText.wrongSide(line.account, line.closing), path: "/accounts/\(line.account)"))
            }
            guard line.account.text.hasPrefix("241"), line.closing < .zero,
                let since = try lastMovement(line.account, in: tx)
            else { continue }
            let idle = since.adding(days: Int(limits[.idleGrant]))
            guard idle < day else { continue }
            found.append(
                BookWarning(
                    .idleGrant, "\(line.account)-\(AccountingMonth(since))", since: idle,
                    WarningText.idle(line.account, -line.closing), path: "/accounts/\(line.account)"))
        }
        return found.compactMap(\.self)
    }
}

/// The figures of the county that the rules go by, as they hold on a day.
struct WarningLimits {
    private let values: [WarningRule.Code: Int64]

    init(_ division: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws {
        let codes = WarningRule.Code.allCases
        let figures = try ParameterQueries.values(codes.compactMap(\.figure), at: division, on: day, in: tx)
        values = codes.reduce(into: [:]) { values, code in values[code] = code.figure.flatMap { figures[$0]?.value } }
    }

    subscript(_ code: WarningRule.Code) -> Int64 { values[code] ?? 0 }
}
