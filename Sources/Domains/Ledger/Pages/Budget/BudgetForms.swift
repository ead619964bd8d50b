import Kernel
import Registry
import Storage
import Web

/// The forms of the budget.
extension LedgerForm {
    static let budgets = [adoptBudget, amendBudget]

    static let adoptBudget = budget("adopt", AdoptBudget.self, BudgetText.whatPlanned, BudgetText.plannedNote) {
        organisation, _, request, tx in
        let accounts = try planned(organisation.id, request, in: tx)
        return (0..<20).flatMap { line -> [FormField] in
            [
                .choice(
                    "lines[\(line)].account", BudgetText.lineAccount(line + 1), accounts, optional: line > 0),
                .money("lines[\(line)].amountFen", BudgetText.lineAmount(line + 1), optional: line > 0),
            ]
        }
    }

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
                guard try BookQueries.find(organisation.id, in: tx) != nil,
                    let year = request.parameters["year"].flatMap({ Int($0) }).flatMap({ AccountingYear($0) })
                else { return nil }
                let resolutions = try ResolutionQueries.list(of: organisation.id, in: tx).filter {
                    $0.matter == .budget
                }.map { FormField.Option($0.id.text, "\(request.format.date($0.date)) · \(request($0.body.label))") }
                return Page(
                    command.title, request,
                    [
                        BookDesk.crumbs(organisation, request, BudgetText.budget),
                        Headline(question, answer: HTML(text: year.description)),
                        FormBuilder(
                            request, submit: command.title, note: note,
                            [
                                .hidden("organisation", organisation.id.text), .hidden("year", year.description),
                                .choice(
                                    "resolution", BudgetText.resolution, resolutions,
                                    hint: resolutions.isEmpty ? BudgetText.noResolution : BudgetText.resolutionHint),
                            ] + (try more(organisation, year, request, tx))),
                    ])
            })
    }
}
