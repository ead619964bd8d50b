import Kernel
import Registry
import Storage
import Web

/// The forms of the budget.
extension LedgerForm {
    static let budgets = [adoptBudget, amendBudget]

    /// A table with a row for every account that a plan may name, beside what last year had on it.
    static let adoptBudget = LedgerForm(
        path: "/budget/{year}/adopt", command: AdoptBudget.self, title: LedgerText.adoptBudget,
        target: "/budget/{year}",
        page: { organisation, request, tx in
            guard try BookQueries.find(organisation.id, in: tx) != nil, let year = request.addressYear else {
                return nil
            }
            let resolutions = try resolutions(of: organisation, or: nil, in: tx)
            // Without a decision of the members there is nothing to enter: the page says so instead of a form.
            if resolutions.isEmpty { return undecided(organisation, year, request) }
            let rows = try BudgetRows(organisation.id, year, request, in: tx)
            return Page(
                LedgerText.adoptBudget, request,
                [
                    BookDesk.crumbs(organisation, request, BudgetText.budget),
                    Headline(
                        BudgetText.whatPlanned, answer: HTML(text: year.description),
                        note: BudgetText.plannedNote),
                    GridForm(
                        request, head: head(organisation, year, resolutions, request), list: "lines",
                        columns: [
                            .init("account", BookText.account, .given), .init("last", BudgetText.lastYear, .figure),
                            .init("amountFen", BudgetText.thisYear, .money),
                        ],
                        rows: rows.rows, totals: [], suggestions: [:],
                        buttons: [.init(LedgerText.adoptBudget, isPrimary: true)]),
                ])
        })

    static let amendBudget = budget("amend", AmendBudget.self, BudgetText.whatChanges, nil) {
        organisation, _, request, tx in
        [
            .choice("account", BookText.account, try planned(organisation.id, request, in: tx)),
            .money("amountFen", BudgetText.newAmount), .text("reason", BudgetText.reason),
        ]
    }

    private static func planned(
        _ organisation: OrganisationID, _ request: PageRequest, in tx: any ReadTransaction
    ) throws -> [FormField.Option] {
        try BookQueries.accounts(organisation, in: tx).filter { BudgetUse.mayPlan($0.code) }.map {
            FormField.Option($0.code.text, "\($0.code) \(request($0.name))")
        }
    }

    private static func budget(
        _ path: String, _ command: any LedgerCommand.Type, _ question: Message, _ note: Message?,
        _ more:
            @escaping @Sendable (Organisation, AccountingYear, PageRequest, any ReadTransaction) throws -> [FormField]
    ) -> LedgerForm {
        LedgerForm(
            path: "/budget/{year}/\(path)", command: command, title: command.title, target: "/budget/{year}",
            page: { organisation, request, tx in
                guard try BookQueries.find(organisation.id, in: tx) != nil, let year = request.addressYear else {
                    return nil
                }
                return Page(
                    command.title, request,
                    [
                        BookDesk.crumbs(organisation, request, BudgetText.budget),
                        Headline(question, answer: HTML(text: year.description)),
                        FormBuilder(
                            request, submit: command.title, note: note,
                            head(organisation, year, try changing(organisation, year, in: tx), request)
                                + (try more(organisation, year, request, tx))),
                    ])
            })
    }

    private static func resolutions(
        of organisation: Organisation, or use: ResolutionUse?, in tx: any ReadTransaction
    ) throws -> [Resolution] {
        try ResolutionQueries.listFree(of: organisation.id, or: use, in: tx).filter { $0.matter == .budget }
    }

    /// All changes of one year's budget may rest on one resolution.
    private static func changing(
        _ organisation: Organisation, _ year: AccountingYear, in tx: any ReadTransaction
    ) throws -> [Resolution] {
        try resolutions(of: organisation, or: ResolutionUse(.budgetChange, "\(year)"), in: tx)
    }

    private static func undecided(_ organisation: Organisation, _ year: AccountingYear, _ request: PageRequest) -> Page
    {
        let isRecorder = request.principal.map { RecordResolution.access.roles.contains($0.role) } ?? false
        let record = Action(BudgetText.recordResolution, to: "/register/resolution", isPrimary: true)
        return Page(
            LedgerText.adoptBudget, request,
            [
                BookDesk.crumbs(organisation, request, BudgetText.budget),
                Headline(BudgetText.whatPlanned, answer: HTML(text: year.description), note: BudgetText.plannedNote),
                EmptyState(
                    BudgetText.noResolution, hint: BudgetText.whoDecides,
                    action: isRecorder ? record : nil),
            ])
    }

    /// Whose budget of which year it is, and the resolution it rests on.
    private static func head(
        _ organisation: Organisation, _ year: AccountingYear, _ resolutions: [Resolution], _ request: PageRequest
    ) -> [FormField] {
        let options = resolutions.map {
            FormField.Option($0.id.text, "\(request.format.date($0.date)) · \(request($0.body.label))")
        }
        return [
            .hidden("organisation", organisation.id.text), .hidden("year", year.description),
            .choice(
                "resolution", BudgetText.resolution, options,
                hint: options.isEmpty ? BudgetText.noResolution : BudgetText.resolutionHint),
        ]
    }
}

/// The rows of a year's budget: accounts of the chart and of these books, what last year had on each, and what was typed.
struct BudgetRows {
    let rows: [[String: String]]

    init(_ organisation: OrganisationID, _ year: AccountingYear, _ request: PageRequest, in tx: any ReadTransaction)
        throws
    {
        let before = year.december.january.previous
        let moved = try StatementQueries.movements(
            organisation, from: before.january, through: before.lastDay, in: tx)
        let accounts = BudgetUse.ordered(
            try BookQueries.accounts(organisation, in: tx).filter { BudgetUse.mayPlan($0.code) }, by: \.code)
        rows = accounts.enumerated().map { position, account in
            let debit = moved.balance(account.code.text)
            let last = BudgetUse.isIncome(account.code) ? -debit : debit
            return [
                "account": account.code.text, "account.words": "\(account.code) \(request(account.name))",
                "last": last == .zero ? "" : request.money(last),
                "amountFen": request.form.values["lines[\(position)].amountFen"] ?? "",
            ]
        }
    }
}
