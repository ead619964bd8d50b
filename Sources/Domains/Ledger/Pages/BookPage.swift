import Kernel
import Registry
import Storage
import Web

/// The first page of a book: how much there is, what came in and went out, what is owed; twelve months as bars, and the
/// ways down.
struct BookPage {
    let organisation: Organisation
    let heading: BookHeading?
    let day: CivilDate
    let figures: BookFigures
    let income: StatementLine?
    let months: [MoneyMonth]
    let receivables: [Receivable]
    let waiting: Int

    init(_ organisation: Organisation, on day: CivilDate, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        self.day = day
        heading = try BookQueries.find(organisation.id, in: tx)
        figures = try StatementQueries.balances(organisation.id, through: day, in: tx)
        income = try StatementQueries.statements(organisation.id, at: day, in: tx)?.income[BookText.netRow]
        months = try MoneyMonthQueries.list(organisation.id, through: AccountingMonth(day), in: tx)
        receivables = try ReceivableQueries.list(organisation.id, in: tx)
        waiting = try DraftQueries.listOpen(organisation.id, in: tx).count
    }

    func page(_ request: PageRequest) -> Page {
        guard heading != nil else { return empty(request) }
        return Page(
            named: organisation.name, request,
            [
                BookDesk.crumbs(organisation, request), headline(request), tiles(request), actions(request),
                Section(BookText.twelveMonths, [columns(request), ActionBar(request.otherDays(byMonth: true))]),
                Section(BookText.waysDown, [ways(request)]),
            ])
    }

    private var money: Money { figures.balance("101") + figures.balance("102") }
    /// What outsiders and households owe, as the sheet shows it, but no less than the contracts' instalments.
    private var owed: Money {
        figures.balance("112") + figures.value(.init(kind: .debitDetails, operand: "113", isSubtracted: false))
    }
    private var year: [MoneyMonth] { months.filter { $0.month.year == AccountingMonth(day).year } }

    private func headline(_ request: PageRequest) -> Headline {
        let answer = BookText.thereIs(bank: request.money(money), owed: request.money(max(owed, claimed)))
        return Headline(
            BookText.whatIsThere, answer: answer, note: BookText.onDay(request.format.date(day)), in: request.language)
    }

    private var claimed: Money { receivables.owed(on: day) }

    private func tiles(_ request: PageRequest) -> StatTiles {
        func figure(_ amount: Money) -> HTML { HTML(text: request.money(amount)) }
        func path(_ rest: String) -> String { BookDesk.path(organisation.id, rest) }
        return StatTiles([
            .init(
                BookText.cash, figure(money), definition: BookText.cashDefinition,
                to: path("/accounts/102")),
            .init(
                BookText.inThisYear, figure(year.reduce(.zero) { $0 + $1.debit }),
                definition: BookText.inDefinition, to: path("/daybook/102")),
            .init(
                BookText.outThisYear, figure(year.reduce(.zero) { $0 + $1.credit }),
                definition: BookText.outDefinition, to: path("/daybook/102")),
            .init(
                BookText.owed, figure(max(owed, claimed)), definition: BookText.owedDefinition, to: path("/parties")),
            .init(
                BookText.overdue, figure(receivables.overdue(on: day)), definition: BookText.overdueDefinition,
                to: path("/receivables")),
            .init(
                BookText.result, figure(income?.amounts[1] ?? .zero), definition: BookText.resultDefinition,
                to: path("/statements")),
        ])
    }

    private func actions(_ request: PageRequest) -> ActionBar {
        func action(_ label: Message, _ rest: String, isPrimary: Bool = false) -> Action {
            Action(label, to: BookDesk.path(organisation.id, rest), isPrimary: isPrimary)
        }
        let post = request.may(PostVoucher.self)
        let close = request.may(CloseMonth.self)
        return ActionBar(
            (post
                ? [
                    action(BookText.gridTitle, "/voucher-grid", isPrimary: true),
                    action(BookText.newVoucher, "/voucher-form"), action(BookText.newDraft, "/draft-form"),
                ] : [])
                + [
                    action(BookText.draftsWaiting(waiting), "/drafts"), action(BookText.trialBalance, "/trial-balance"),
                    action(BookText.statements, "/statements"),
                ] + (close ? [action(BookText.monthPage, "/month")] : []))
    }

    private func columns(_ request: PageRequest) -> ColumnChart {
        ColumnChart(
            BookText.cashByMonth, series: [BookText.cameIn, BookText.wentOut],
            months.map { month in
                ColumnChart.Column(
                    request(MoneyFaceText.month(month.month.index % 12 + 1)), [month.debit.fen, month.credit.fen],
                    texts: [request.money(month.debit), request.money(month.credit)])
            })
    }

    private func ways(_ request: PageRequest) -> DataTable {
        var ways: [(Message, String, Message)] = [
            (BookText.monthPage, "/month", BookText.monthPageHint),
            (BookText.trialBalance, "/trial-balance", BookText.trialBalanceHint),
            (BookText.statements, "/statements", BookText.statementsHint),
            (BookText.cashBook, "/daybook/101", BookText.dayBookHint),
            (BookText.bankBook, "/daybook/102", BookText.dayBookHint),
            (BookText.parties, "/parties", BookText.partiesHint),
            (DimensionText.title, "/dimensions", DimensionText.hint),
            (BookText.receivables, "/receivables", BookText.receivablesHint),
            (BookText.bank, "/bank", BookText.bankHint),
            (ImportText.importing, "/import", ImportText.importHint),
            (BookText.receipts, "/receipts", BookText.receiptsHint),
            (BudgetText.budget, "/budget", BudgetText.hint),
            (ClaimText.claims, "/claims", ClaimText.hint),
            (InvoiceListText.invoices, "/invoices", InvoiceListText.hint),
            (ReportText.reports, "/reports", ReportText.hint),
            (WarningText.warnings, "/warnings", WarningText.hint),
            (CheckText.title, "/checks", CheckText.hint),
            (BookText.workingPaper, "/working-paper", BookText.whereDidItGo),
            (BookText.assets, "/assets", BookText.whatWeOwn),
            (BookText.vouchers, "/vouchers", BookText.vouchersHint),
            (BookText.yearEnd, "/year-end", BookText.yearEndHint),
            (PrintText.volumeFile, "/volume.pdf", PrintText.volumeHint),
            (PrintText.archiveFile, "/archive.tar", PrintText.archiveHint),
            (BookText.journalFile, "/journal", BookText.journalHint),
        ]
        if request.may(NameBookPeople.self) { ways.append((PaymentText.people, "/people", PaymentText.peopleHint)) }
        return DataTable(
            columns: [.init(BookText.book), .init(BookText.shows)],
            rows: ways.map { label, path, hint in
                [
                    HTML.link(request(label), to: BookDesk.path(organisation.id, path)), HTML(text: request(hint)),
                ]
            })
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
                    Action(
                        ImportText.transitionTitle, to: BookDesk.path(organisation.id, "/import/transition")),
                    Action(ImportText.balancesTitle, to: BookDesk.path(organisation.id, "/import/balances")),
                    Action(BookText.receivables, to: BookDesk.path(organisation.id, "/receivables")),
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
