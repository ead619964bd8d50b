import Kernel
import Registry
import Storage
import Web

/// One bank account at the end of a month: the reconciliation statement, what is open on either side, and what is matched.
struct BankAccountPage {
    let organisation: Organisation
    let account: BookAccount
    let month: AccountingMonth
    let matching: BankMatching
    let comparison: BankComparison
    /// Claims whose payment a line of this month may have brought back.
    let back: [StatementLineID: ClaimID]

    /// Nil when the account of the address is no bank account of these books.
    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let account = try BookDesk.bankAccount(organisation.id, request, in: tx),
            let month = try request.accountingMonth(organisation.id, in: tx)
        else { return nil }
        self.organisation = organisation
        self.account = account
        self.month = month
        matching = try BankQueries.matching(organisation.id, account.code, in: tx)
        comparison = try BankQueries.comparison(organisation.id, account.code, month, matching, in: tx)
        var back: [StatementLineID: ClaimID] = [:]
        for line in comparison.onlyBank where line.match == nil {
            back[line.id] = try PayeeAccountQueries.sentBack(by: line.amount, account.code, organisation.id, in: tx)
        }
        self.back = back
    }

    func path(_ rest: String = "") -> String { BookDesk.path(organisation.id, "/bank/\(account.code)\(rest)") }

    func page(_ request: PageRequest) -> Page {
        let name = "\(account.code) \(request(account.name))"
        var parts: [any Component] = [
            BookDesk.bankCrumbs(organisation, name, request), headline(request), actions(request),
        ]
        if matching.lines.isEmpty {
            parts.append(
                EmptyState(
                    BookText.noBankLines, hint: BookText.noBankLinesHint,
                    action: request.may(RecordStatementLine.self)
                        ? Action(
                            ImportText.statementTitle, to: BookDesk.path(organisation.id, "/import/statement"),
                            isPrimary: true) : nil))
        } else {
            parts +=
                [
                    Section(BookText.comparison, [BankStatementTable(comparison).table(request)]),
                    Section(BookText.openLines, [openLines(request)]),
                    Section(BookText.openEntries, [openEntries(request)]),
                    Details(BookText.matchedLines, [matched(request)]),
                ] as [any Component]
        }
        return Page(named: name, request, parts)
    }

    private func headline(_ request: PageRequest) -> Headline {
        let answer = comparison.statement.map { statement -> Message in
            let sums = comparison.reconciliation(statement)
            return sums.agrees
                ? BookText.agrees : BookText.differsBy(request.money(sums.adjustedBook - sums.adjustedBank))
        }
        return Headline(
            BookText.doTheyAgree, answer: answer ?? BookText.balanceNotKnown, note: BookText.atEnd(month.description),
            in: request.language)
    }

    private func actions(_ request: PageRequest) -> ActionBar {
        let clear = matching.clear.count
        var actions: [Action] = []
        if clear > 0, request.may(MatchBankClear.self) {
            actions.append(Action(BookText.clearCount(clear), to: path("/match-clear"), isPrimary: true))
        }
        if request.may(ReconcileBank.self) {
            actions.append(
                Action(LedgerText.reconcileBank, to: path("/reconcile?month=\(month)"), isPrimary: clear == 0))
        }
        return ActionBar(actions + request.otherMonths(month))
    }

    private func openLines(_ request: PageRequest) -> DataTable {
        let mayMatch = request.may(MatchBank.self)
        let rows = comparison.onlyBank.map { line in
            [
                HTML(text: request.format.date(line.date)), HTML(text: line.serial ?? ""),
                HTML(text: request.money(line.amount)),
                HTML.acts(
                    (line.match == nil && mayMatch
                        ? [(request(BookText.match), path("/lines/\(line.id)/match"))] : [])
                        + (mayMatch ? sentBack(line, request) : [])),
            ]
        }
        return DataTable(
            columns: [
                .init(BookText.date), .init(BookText.serial), .init(BookText.amount, .number), .init(BookText.acts),
            ], rows: rows, empty: EmptyState(BookText.nothingOpen))
    }

    private func sentBack(_ line: BankLine, _ request: PageRequest) -> [(String, String)] {
        back[line.id].map {
            [(request(PaymentText.maybeBack), BookDesk.path(organisation.id, "/claims/\($0)/sent-back"))]
        } ?? []
    }

    private func openEntries(_ request: PageRequest) -> DataTable {
        let rows = comparison.onlyBook.map { entry in
            [
                HTML.link(
                    "\(entry.month)-\(entry.number)",
                    to: BookDesk.path(organisation.id, "/vouchers/\(entry.voucher)")),
                HTML(text: request.format.date(entry.date)), HTML(text: entry.summary),
                HTML(text: request.money(entry.amount)),
            ]
        }
        return DataTable(
            columns: [
                .init(BookText.number), .init(BookText.date, .number), .init(BookText.summary),
                .init(BookText.amount, .number),
            ], rows: rows, empty: EmptyState(BookText.nothingOpen))
    }

    /// The lines of this month that have their voucher.
    private func matched(_ request: PageRequest) -> DataTable {
        let vouchers = Dictionary(grouping: matching.entries.filter { $0.match != nil }) { $0.match ?? "" }
        let lines = matching.lines.filter { $0.match != nil && AccountingMonth($0.date) == month }
        let rows = lines.map { line in
            [
                HTML(text: request.format.date(line.date)), HTML(text: request.money(line.amount)),
                HTML(
                    text: (vouchers[line.match ?? ""] ?? []).map { "\($0.month)-\($0.number) \($0.summary)" }
                        .joined(separator: " · ")),
                matchedActs(line, request),
            ]
        }
        return DataTable(
            columns: [
                .init(BookText.date), .init(BookText.amount, .number), .init(BookText.vouchers), .init(BookText.acts),
            ], rows: rows)
    }
}

extension BankAccountPage {
    private func matchedActs(_ line: BankLine, _ request: PageRequest) -> HTML {
        var acts: [(String, String)] = []
        if request.may(UnmatchBank.self) { acts.append((request(BookText.unmatch), path("/lines/\(line.id)/unmatch"))) }
        if request.may(EraseCounterparty.self) {
            guard !line.isErased else { return Tag(BookText.nameErased).html(request.language) }
            acts.append((request(BookText.erase), path("/lines/\(line.id)/erase")))
        }
        return HTML.acts(acts)
    }
}

/// The 余额调节表: both balances, what each side has to add or take away, and the adjusted balance of both.
struct BankStatementTable {
    let comparison: BankComparison

    init(_ comparison: BankComparison) { self.comparison = comparison }

    func table(_ request: PageRequest) -> DataTable {
        func sum(_ amounts: [Money], _ isIn: Bool) -> HTML {
            let some = amounts.filter { ($0 > .zero) == isIn }.reduce(Money.zero, +)
            return HTML(text: request.money(isIn ? some : -some))
        }
        let bank = comparison.onlyBank.map(\.amount)
        let book = comparison.onlyBook.map(\.amount)
        let sums = comparison.statement.map { comparison.reconciliation($0) }
        func figure(_ amount: Money?) -> HTML { HTML(text: amount.map { request.money($0) } ?? "—") }
        func label(_ message: Message) -> HTML { HTML(text: request(message)) }
        return DataTable(
            columns: [
                .init(BookText.inBooks), .init(BookText.amount, .number), .init(BookText.atBank),
                .init(BookText.amount, .number),
            ],
            rows: [
                [
                    label(BookText.bookBalance), figure(comparison.book), label(BookText.bankBalance),
                    figure(comparison.statement),
                ],
                [label(BookText.plusBankIn), sum(bank, true), label(BookText.plusBookIn), sum(book, true)],
                [label(BookText.minusBankOut), sum(bank, false), label(BookText.minusBookOut), sum(book, false)],
            ],
            totals: [
                label(BookText.adjusted), figure(sums?.adjustedBook ?? bank.reduce(comparison.book, +)),
                label(BookText.adjusted), figure(sums?.adjustedBank),
            ])
    }
}

extension BookDesk {
    /// The bank account of the address: a leaf of 102; nil where it is none.
    static func bankAccount(_ organisation: OrganisationID, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> BookAccount?
    {
        let code = request.identifier("account", as: AccountName.self)
        return try BookQueries.accounts(organisation, in: tx).first {
            $0.code == code && $0.isLeaf && $0.code.text.hasPrefix(StandardAccount.bank.rawValue)
        }
    }

    static func bankCrumbs(_ organisation: Organisation, _ here: String, _ request: PageRequest) -> Breadcrumb {
        Breadcrumb([
            Breadcrumb.Crumb(request(BookText.booksTitle), "/books"),
            Breadcrumb.Crumb(organisation.name, path(organisation.id)),
            Breadcrumb.Crumb(request(BookText.bank), path(organisation.id, "/bank")), Breadcrumb.Crumb(here),
        ])
    }
}
