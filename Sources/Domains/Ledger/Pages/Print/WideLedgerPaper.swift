import Kernel
import Paper
import Registry
import Storage
import Web

/// Ledgers with more columns than three, on paper: by the accounts below one, or by quantity and amount.
struct WideLedgerPaper {
    private let organisation: Organisation
    private let account: BookAccount
    private let months: (from: AccountingMonth, through: AccountingMonth)
    private let title: Message
    private let columns: [Message]
    private let opening: [WideFigure?]
    private let rows: [WideRow]
    private let people: BookPeople?

    /// 多栏式明细账; nil where the account is not there.
    static func byColumns(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> WideLedgerPaper?
    {
        try WideLedgerPaper(organisation, request, in: tx) { account, ledger, accounts in
            let code = account.code.text
            let below = accounts.filter { $0.code.text.hasPrefix(code) && $0.code.text.count == code.count + 2 }
            let root = Chart.of2023.root(of: account.code)
            let isCredit = root?.side == .credit
            let wide = ColumnLedger(ledger, below.map(\.code), isCredit: isCredit)
            let names = wide.columns.map { code in below.first { $0.code == code }?.name ?? PrintText.rest }
            return Content(
                title: PrintText.columnLedger,
                columns: [BookText.debit, BookText.credit, BookText.balance] + names
                    + (wide.hasRest ? [PrintText.rest] : []), opening: [nil, nil, .money(ledger.opening)],
                rows: wide.rows)
        }
    }

    /// 数量金额式明细账; nil where the account is not there.
    static func byQuantity(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> WideLedgerPaper?
    {
        try WideLedgerPaper(organisation, request, in: tx) { account, ledger, _ in
            let before = try AccountLedgerQueries.quantity(
                organisation.id, account.code, before: AccountingMonth(request.day).january, in: tx)
            let wide = QuantityLedger(ledger, before: before)
            return Content(
                title: PrintText.quantityLedger, columns: PrintText.quantityColumns,
                opening: Array(repeating: nil, count: 6)
                    + QuantityLedger.figures(wide.opening.quantity, wide.opening.amount), rows: wide.rows)
        }
    }

    private struct Content {
        let title: Message
        let columns: [Message]
        let opening: [WideFigure?]
        let rows: [WideRow]
    }

    private init?(
        _ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction,
        _ make: (BookAccount, AccountLedger, [BookAccount]) throws -> Content
    ) throws {
        let code = request.identifier("account", as: AccountName.self)
        let accounts = try BookQueries.accounts(organisation.id, in: tx)
        guard let account = accounts.first(where: { $0.code == code }) else { return nil }
        let last = AccountingMonth(request.day)
        let ledger = try AccountLedgerQueries.get(
            organisation.id, account.code, from: last.january, through: last, in: tx)
        let content = try make(account, ledger, accounts)
        self.organisation = organisation
        self.account = account
        months = (last.january, last)
        title = content.title
        columns = content.columns
        opening = content.opening
        rows = content.rows
        people = try BookPeopleQueries.list(organisation.id, in: tx).on(last.lastDay)
    }

    func paper(_ format: Format) -> RuledPaper {
        let words = format.language
        let sheets = pages(format)
        return RuledPaper(
            title: words(title), subject: "\(organisation.name) \(account.code) \(months.through)",
            forms: sheets.enumerated().map { number, rows in
                RuledPaper.Form(
                    title: "\(account.code) \(words(account.name)) \(words(title))",
                    head: [
                        organisation.name,
                        words(BookText.months(months.from.description, months.through.description)),
                        words(PrintText.pageOf(number + 1, sheets.count)),
                    ],
                    columns: [
                        .init(words(BookText.date), 3), .init(words(BookText.number), 2),
                        .init(words(BookText.summary), 5),
                    ] + columns.map { .init(words($0), 5, isNumber: true) }, rows: rows,
                    ruled: BookLeaves.linesPerPage,
                    signatures: [
                        words(PrintText.chief) + (people?.chief ?? ""), words(PrintText.reviewer),
                        words(PrintText.bookkeeper),
                    ])
            }, at: months.through.lastDay.start)
    }

    /// Each page but the last ends in what it carries over, and the next begins with the same (Order 98, art. 60(8)).
    private func pages(_ format: Format) -> [[RuledPaper.Row]] {
        var pages: [[RuledPaper.Row]] = []
        var page = [cells("", "", format.language(PrintText.fromLastYear), opening, format, isSum: true)]
        for (position, row) in rows.enumerated() {
            if page.count == BookLeaves.linesPerPage - 1, position + 1 < rows.count {
                let carried = rows[position - 1].carried
                page.append(cells("", "", format.language(PrintText.carriedOver), carried, format, isSum: true))
                pages.append(page)
                page = [cells("", "", format.language(PrintText.broughtForward), carried, format, isSum: true)]
            }
            page.append(line(row, format))
        }
        return pages + [page]
    }

    private func line(_ row: WideRow, _ format: Format) -> RuledPaper.Row {
        let words = format.language
        switch row.kind {
        case .entry(let entry):
            return cells(
                String(entry.date.description.dropFirst(5)), String(entry.number), entry.summary, row.figures, format)
        case .day(let day):
            return cells(format.date(day), "", words(BookText.dayTotal), row.figures, format, isSum: true)
        case .month(let month):
            return cells(month.description, "", words(BookText.monthTotal), row.figures, format, isSum: true)
        case .year(let month):
            return cells(month.description, "", words(BookText.yearTotal), row.figures, format, isSum: true)
        }
    }

    private func cells(
        _ date: String, _ number: String, _ summary: String, _ figures: [WideFigure?], _ format: Format,
        isSum: Bool = false
    ) -> RuledPaper.Row {
        .init(
            [date, number, summary]
                + figures.map { figure in
                    switch figure {
                    case .money(let amount): PrintText.amount(amount, format)
                    case .quantity(let thousandths): PrintText.quantity(thousandths)
                    case nil: ""
                    }
                }, isSum: isSum)
    }
}
