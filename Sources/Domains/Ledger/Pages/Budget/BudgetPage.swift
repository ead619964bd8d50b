import Kernel
import Registry
import Storage
import Web

/// The year's budget beside what the vouchers have used of it: a bar for each line, what is over, and every amendment.
struct BudgetPage {
    let organisation: Organisation
    let year: AccountingYear
    let budget: Budget?
    let accounts: [AccountCode: BookAccount]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        self.organisation = organisation
        let named = request.parameters["year"]
        guard
            let year = named.map({ Int($0).flatMap { AccountingYear($0) } })
                ?? AccountingYear(AccountingMonth(request.day))
        else { return nil }
        self.year = year
        budget = try BudgetQueries.find(organisation.id, year, in: tx)
        accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0) }) { $1 }
    }

    func page(_ request: PageRequest) -> Page {
        func other(_ step: Int, _ label: Message) -> Action {
            Action(label, to: BookDesk.path(organisation.id, "/budget/\(year.number + step)"))
        }
        let years = [other(-1, BookText.yearBefore), other(1, BookText.yearAfter)]
        guard let budget else { return empty(request, years) }
        let amend = Action(
            LedgerText.amendBudget, to: BookDesk.path(organisation.id, "/budget/\(year)/amend"), isPrimary: true)
        return Page(
            BudgetText.budget, request,
            [
                BookDesk.crumbs(organisation, request, BudgetText.budget), headline(budget, request),
                ActionBar((request.may(AmendBudget.self) ? [amend] : []) + years), bars(budget, request),
                table(budget, request), changes(budget, request),
            ])
    }

    private func empty(_ request: PageRequest, _ years: [Action]) -> Page {
        let adopt = Action(
            LedgerText.adoptBudget, to: BookDesk.path(organisation.id, "/budget/\(year)/adopt"), isPrimary: true)
        return Page(
            BudgetText.budget, request,
            [
                BookDesk.crumbs(organisation, request, BudgetText.budget),
                Headline(BudgetText.which(year), answer: BudgetText.none(year), in: request.language),
                EmptyState(
                    BudgetText.none(year), hint: BudgetText.noneHint,
                    action: request.may(AdoptBudget.self) ? adopt : nil),
                ActionBar(years),
            ])
    }

    private func name(_ account: AccountCode, _ request: PageRequest) -> String {
        "\(account) \(accounts[account].map { request($0.name) } ?? "")"
    }

    private func headline(_ budget: Budget, _ request: PageRequest) -> Headline {
        let spending = budget.lines.filter { !BudgetUse.isIncome($0.account) }
        let (spent, planned) = spending.reduce((Money.zero, Money.zero)) { ($0.0 + $1.used, $0.1 + $1.planned) }
        return Headline(
            BudgetText.which(year),
            answer: BudgetText.answer(spent: request.money(spent), of: request.money(planned)),
            note: BudgetText.note(request.format.date(budget.adoptedOn), budget.resolution.text), in: request.language)
    }

    private func bars(_ budget: Budget, _ request: PageRequest) -> BarChart {
        BarChart(
            BudgetText.chart,
            BudgetUse.ordered(budget.lines, by: \.account).map { line in
                BarChart.Bar(
                    name(line.account, request), line.share,
                    text: BudgetText.bar(
                        request.money(line.used), request.money(line.planned), percent(line, request)),
                    to: BookDesk.path(organisation.id, "/accounts/\(line.account)"))
            }, full: 1_000)
    }

    private func percent(_ line: BudgetUse, _ request: PageRequest) -> String {
        request.format.percent(basisPoints: min(line.share, 1_000_000) * 10)
    }

    private func table(_ budget: Budget, _ request: PageRequest) -> DataTable {
        let rows = BudgetUse.ordered(budget.lines, by: \.account).map { line -> [HTML] in
            [
                HTML.link(name(line.account, request), to: BookDesk.path(organisation.id, "/accounts/\(line.account)")),
                HTML(text: request.money(line.adopted)), HTML(text: request.money(line.planned)),
                HTML(text: request.money(line.used)), HTML(text: percent(line, request)),
                HTML(text: request.money(line.left)),
                (line.isOver ? Tag(BudgetText.over, .bad) : Tag(BudgetText.within, .good)).html(request.language),
            ]
        }
        return DataTable(
            columns: [
                .init(BookText.account), .init(BudgetText.adopted, .number), .init(BudgetText.planned, .number),
                .init(BudgetText.used, .number), .init(BudgetText.share, .number), .init(BudgetText.left, .number),
                .init(BookText.state, .state),
            ], rows: rows)
    }

    private func changes(_ budget: Budget, _ request: PageRequest) -> any Component {
        guard !budget.changes.isEmpty else { return Section(BudgetText.changes, [Paragraph(BudgetText.noChanges)]) }
        let rows = budget.changes.map { change in
            [
                HTML(text: request.format.date(change.date)), HTML(text: name(change.account, request)),
                HTML(text: request.money(change.before)), HTML(text: request.money(change.after)),
                HTML(text: change.resolution.text), HTML(text: change.reason),
            ]
        }
        return Section(
            BudgetText.changes,
            [
                DataTable(
                    columns: [
                        .init(BookText.date, .number), .init(BookText.account), .init(BudgetText.before, .number),
                        .init(BudgetText.after, .number), .init(BudgetText.resolution), .init(BudgetText.reason),
                    ], rows: rows)
            ])
    }
}

/// Says which lines of the budget a voucher has gone, or would go, beyond.
struct BudgetWarning {
    let over: [BudgetUse]

    /// Of a voucher in the books: the lines of its year that are over now and that it added to.
    init(posted lines: [VoucherLine], on date: CivilDate, _ organisation: OrganisationID, in tx: any ReadTransaction)
        throws
    {
        let budget = try BudgetQueries.find(organisation, AccountingYear(AccountingMonth(date)), in: tx)
        let touched = budget?.touched(by: lines) ?? []
        over = touched.filter(\.isOver)
    }

    /// Of one on its way: the lines that would be over with it.
    init(coming lines: [VoucherLine], on date: CivilDate, _ organisation: OrganisationID, in tx: any ReadTransaction)
        throws
    {
        let budget = try BudgetQueries.find(organisation, AccountingYear(AccountingMonth(date)), in: tx)
        over = budget?.over(adding: lines) ?? []
    }

    func parts(_ request: PageRequest) -> [any Component] {
        guard !over.isEmpty else { return [] }
        let lines = over.map {
            Paragraph(BudgetText.isOver($0.account.text, request.money($0.used), request.money($0.planned)))
        }
        return [Callout(.warning, BudgetText.warning, parts: lines + [Paragraph(BudgetText.warningNext)])]
    }
}
