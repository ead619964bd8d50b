import Kernel
import Registry
import Storage
import Web

/// Every bank account of the books at the end of a month: both balances, what is open on either side, and whether it is
/// reconciled.
struct BankListPage {
    let organisation: Organisation
    let month: AccountingMonth
    let accounts: [Row]

    struct Row {
        let account: BookAccount
        let comparison: BankComparison
        let reconciled: AccountingMonth?
    }

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let month = try request.accountingMonth(organisation.id, in: tx) else { return nil }
        self.organisation = organisation
        self.month = month
        let reconciled = try BankQueries.reconciled(organisation.id, in: tx)
        accounts = try BookQueries.accounts(organisation.id, in: tx).filter {
            $0.isLeaf && $0.code.text.hasPrefix(StandardAccount.bank.rawValue)
        }.map { account in
            let matching = try BankQueries.matching(organisation.id, account.code, in: tx)
            return Row(
                account: account,
                comparison: try BankQueries.comparison(organisation.id, account.code, month, matching, in: tx),
                reconciled: reconciled[account.code])
        }
    }

    func page(_ request: PageRequest) -> Page {
        let done = accounts.count { $0.reconciled.map { $0 >= month } ?? false }
        let rows = accounts.map { row -> [HTML] in
            let path = BookDesk.path(organisation.id, "/bank/\(row.account.code)?month=\(month)")
            let isDone = row.reconciled.map { $0 >= month } ?? false
            let tag = row.reconciled.map { Tag(BookText.through($0.description), isDone ? .good : .warning) }
            return [
                HTML.link("\(row.account.code) \(request(row.account.name))", to: path),
                HTML(text: request.money(row.comparison.book)),
                HTML(text: row.comparison.statement.map { request.money($0) } ?? "—"),
                HTML(text: request.format.count(row.comparison.onlyBank.count)),
                HTML(text: request.format.count(row.comparison.onlyBook.count)),
                (tag ?? Tag(BookText.neverReconciled)).html(request.language),
            ]
        }
        return Page(
            BookText.bank, request,
            [
                BookDesk.crumbs(organisation, request, BookText.bank),
                Headline(
                    BookText.doTheyAgree, answer: BookText.accountsReconciled(done, accounts.count),
                    note: BookText.atEnd(month.description), in: request.language),
                ActionBar(
                    (request.may(RecordStatementLine.self)
                        ? [
                            Action(
                                ImportText.statementTitle, to: BookDesk.path(organisation.id, "/import/statement"),
                                isPrimary: true)
                        ] : []) + request.otherMonths(month)),
                DataTable(
                    columns: [
                        .init(BookText.bankAccount), .init(BookText.bookBalance, .number),
                        .init(BookText.bankBalance, .number), .init(BookText.openAtBank, .number),
                        .init(BookText.openInBooks, .number), .init(BookText.state, .state),
                    ], rows: rows),
            ])
    }
}

extension PageRequest {
    /// `?month=2026-03`, otherwise the first month that is not closed; nil where the books are not open.
    func accountingMonth(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> AccountingMonth? {
        guard let books = try BookQueries.find(organisation, in: tx) else { return nil }
        let asked = (query["month"] ?? form.values["month"]).flatMap { AccountingMonth($0) }
        return asked ?? books.closedThrough?.next ?? AccountingMonth(books.startDate)
    }

    /// The same page for the month before and the month after.
    func otherMonths(_ month: AccountingMonth) -> [Action] {
        [
            Action(BookText.monthBefore, to: link(setting: ["month": month.previous.description])),
            Action(BookText.monthAfter, to: link(setting: ["month": month.next.description])),
        ]
    }
}
