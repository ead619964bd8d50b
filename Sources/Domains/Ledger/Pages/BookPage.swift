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
            ] + otherEntries(request) + [
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
            (post ? [action(BookText.gridTitle, "/voucher-grid", isPrimary: true)] : [])
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

    private func ways(_ request: PageRequest) -> Directory {
        func way(_ label: Message, _ rest: String, _ hint: Message) -> Directory.Way {
            .init(label, to: BookDesk.path(organisation.id, rest), hint)
        }
        return Directory([
            .init(
                BookText.atHand,
                [
                    way(BookText.monthPage, "/month", BookText.monthPageHint),
                    way(ClaimText.claims, "/claims", ClaimText.hint),
                    way(BookText.bank, "/bank", BookText.bankHint),
                    way(WarningText.warnings, "/warnings", WarningText.hint),
                    way(ImportText.importing, "/import", ImportText.importHint),
                ]),
            .init(
                BookText.books,
                [
                    way(BookText.trialBalance, "/trial-balance", BookText.trialBalanceHint),
                    way(BookText.cashBook, "/daybook/101", BookText.dayBookHint),
                    way(BookText.bankBook, "/daybook/102", BookText.dayBookHint),
                    way(BookText.vouchers, "/vouchers", BookText.vouchersHint),
                    way(DimensionText.title, "/dimensions", DimensionText.hint),
                ]),
            .init(
                BookText.statementsAndPlans,
                [
                    way(BookText.statements, "/statements", BookText.statementsHint),
                    way(BudgetText.budget, "/budget", BudgetText.hint),
                    way(BookText.yearEnd, "/year-end", BookText.yearEndHint),
                    way(ReportText.reports, "/reports", ReportText.hint),
                    way(BookText.workingPaper, "/working-paper", BookText.whereDidItGo),
                ]),
            .init(
                BookText.owedAndOwned,
                [
                    way(BookText.receivables, "/receivables", BookText.receivablesHint),
                    way(BookText.parties, "/parties", BookText.partiesHint),
                    way(BookText.assets, "/assets", BookText.whatWeOwn),
                    way(BookText.receipts, "/receipts", BookText.receiptsHint),
                    way(InvoiceListText.invoices, "/invoices", InvoiceListText.hint),
                ]),
            .init(
                BookText.rulesAndPeople,
                [way(CheckText.title, "/checks", CheckText.hint)]
                    + (request.may(NameBookPeople.self)
                        ? [way(PaymentText.people, "/people", PaymentText.peopleHint)] : [])),
            .init(
                BookText.toKeep,
                [
                    way(PrintText.volumeFile, "/volume.pdf", PrintText.volumeHint),
                    way(PrintText.archiveFile, "/archive.tar", PrintText.archiveHint),
                    way(BookText.journalFile, "/journal", BookText.journalHint),
                ]),
        ])
    }

    /// The other two ways to enter a voucher, for whoever wants neither the grid nor a second person.
    private func otherEntries(_ request: PageRequest) -> [any Component] {
        guard request.may(PostVoucher.self) else { return [] }
        return [
            Details(
                BookText.otherEntries,
                [
                    ActionBar([
                        Action(BookText.newDraft, to: BookDesk.path(organisation.id, "/draft-form")),
                        Action(BookText.newVoucher, to: BookDesk.path(organisation.id, "/voucher-form")),
                    ])
                ])
        ]
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
