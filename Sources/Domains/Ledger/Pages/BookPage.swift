import Kernel
import Registry
import Storage
import Web

/// One organisation's books: what there is and what is owed on top, the trial balance below, each account a door.
struct BookPage {
    let organisation: Organisation
    let heading: BookHeading?
    let accounts: [AccountCode: BookAccount]
    let balance: TrialBalance
    let receivables: [Receivable]

    init(_ organisation: Organisation, on day: CivilDate, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        heading = try BookQueries.find(organisation.id, in: tx)
        accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0) }) { $1 }
        balance = try TrialBalanceQueries.get(organisation.id, through: day, in: tx)
        receivables = try ReceivableQueries.list(organisation.id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        guard heading != nil else { return empty(request) }
        return Page(
            named: organisation.name, request,
            [
                BookDesk.crumbs(organisation, request), headline(request), tiles(request), actions(request),
                Section(BookText.trialBalance, [table(request)]),
                Details(BookText.balanceSheet, [BalanceSheet(balance).table(request)]),
                Details(BookText.incomeStatement, [IncomeStatement(balance).table(request)]),
            ])
    }

    private var money: Money { balance.closing(.cash) + balance.closing(.bank) }

    private func headline(_ request: PageRequest) -> Headline {
        let owed = receivables.owed(on: balance.through)
        let answer = BookText.thereIs(bank: request.money(money), owed: request.money(owed))
        let day = request.format.date(balance.through)
        return Headline(BookText.whatIsThere, answer: answer, note: BookText.onDay(day), in: request.language)
    }

    private func tiles(_ request: PageRequest) -> StatTiles {
        func figure(_ amount: Money) -> HTML { HTML(text: request.money(amount)) }
        let owed = BookDesk.path(organisation.id, "/receivables")
        return StatTiles([
            .init(BookText.cash, figure(money), definition: BookText.cashDefinition),
            .init(
                BookText.owed, figure(receivables.owed(on: balance.through)), definition: BookText.owedDefinition,
                to: owed),
            .init(
                BookText.overdue, figure(receivables.overdue(on: balance.through)),
                definition: BookText.overdueDefinition, to: owed),
            .init(BookText.result, figure(IncomeStatement(balance).net), definition: BookText.resultDefinition),
        ])
    }

    private func actions(_ request: PageRequest) -> ActionBar {
        func action(_ label: Message, _ rest: String, isPrimary: Bool = false) -> Action {
            Action(label, to: BookDesk.path(organisation.id, rest), isPrimary: isPrimary)
        }
        let reading = [
            action(BookText.vouchers, "/vouchers"), action(BookText.receivables, "/receivables"),
            action(BookText.journalFile, "/journal"),
        ]
        let post = request.may(PostVoucher.self)
        let close = request.may(CloseMonth.self)
        return ActionBar(
            (post ? [action(BookText.newVoucher, "/voucher-form", isPrimary: true)] : []) + reading
                + (close ? [action(LedgerText.closeMonth, "/close-month")] : []))
    }

    private func table(_ request: PageRequest) -> DataTable {
        let rows = balance.lines.map { line in
            let name = accounts[line.account].map { request($0.name) } ?? ""
            let path = BookDesk.path(organisation.id, "/accounts/\(line.account)")
            return [
                HTML.link("\(line.account) \(name)", to: path), side(line.opening, request),
                HTML(text: request.money(line.debit)), HTML(text: request.money(line.credit)),
                side(line.closing, request),
            ]
        }
        let sum = [
            HTML(text: request(BookText.total)), side(.zero, request), HTML(text: request.money(balance.debit)),
            HTML(text: request.money(balance.credit)), side(.zero, request),
        ]
        return DataTable(
            columns: [
                .init(BookText.account), .init(BookText.opening, .number), .init(BookText.debit, .number),
                .init(BookText.credit, .number), .init(BookText.closing, .number),
            ], rows: rows, totals: rows.isEmpty ? nil : sum, empty: EmptyState(BookText.noMovement))
    }

    private func side(_ amount: Money, _ request: PageRequest) -> HTML {
        let text = request.format.money(fen: Int64(amount.fen.magnitude))
        if amount == .zero { return HTML(text: request(BookText.flat)) }
        return HTML(text: request(amount > .zero ? BookText.debitSide(text) : BookText.creditSide(text)))
    }

    private func empty(_ request: PageRequest) -> Page {
        let open = Action(LedgerText.openBooks, to: BookDesk.path(organisation.id, "/open"), isPrimary: true)
        return Page(
            named: organisation.name, request,
            [
                BookDesk.crumbs(organisation, request),
                Headline(BookText.whatIsThere, answer: BookText.notOpen, in: request.language),
                EmptyState(
                    BookText.notOpen, hint: BookText.notOpenHint, action: request.may(OpenBooks.self) ? open : nil),
                ActionBar([
                    Action(BookText.receivables, to: BookDesk.path(organisation.id, "/receivables"))
                ]),
            ])
    }
}

extension [Receivable] {
    /// Booked as claims and not yet received.
    func owed(on day: CivilDate) -> Money {
        reduce(.zero) { sum, claim in
            claim.parts.reduce(sum) { $1.accruedOn != nil || $1.due <= day ? $0 + $1.left : $0 }
        }
    }

    func overdue(on day: CivilDate) -> Money {
        reduce(.zero) { sum, claim in claim.parts.reduce(sum) { $1.isOverdue(on: day) ? $0 + $1.left : $0 } }
    }
}

extension BalanceSheet {
    func table(_ request: PageRequest) -> DataTable {
        StatementTable.table(assets + liabilities + equity, request)
    }
}

extension IncomeStatement {
    func table(_ request: PageRequest) -> DataTable { StatementTable.table(lines, request) }
}

private enum StatementTable {
    static func table(_ lines: [StatementLine], _ request: PageRequest) -> DataTable {
        let rows = lines.map { line -> [HTML] in
            let label = HTML(text: request(line.label))
            let amount = HTML(text: request.money(line.amount))
            return line.isTotal ? ["<b>\(label)</b>", "<b>\(amount)</b>"] : [label, amount]
        }
        return DataTable(columns: [.init(BookText.line), .init(BookText.amount, .number)], rows: rows)
    }
}
