import Kernel
import Registry
import Storage
import Web

/// The three acts on a found contract, each a form of its own address.
enum CaseForms {
    static func routes(_ database: any Database) -> [Route] {
        [
            route("plan", PlanContract.self, database) { request, _ in
                [
                    .choice(
                        "plan", CleanupText.plan, CasePlan.allCases.map { .init($0.rawValue, request($0.label)) }),
                    .date("due", CleanupText.due),
                ]
            },
            route("judge", JudgeContract.self, database) { request, _ in
                [
                    .choice(
                        "code", CleanupText.problem,
                        ProblemCode.allCases.map { .init($0.rawValue, "\($0.rawValue) \(request($0.label))") }),
                    .checkbox("isLifted", CleanupText.lift), .text("reason", CleanupText.reason),
                ]
            },
            route("close", CloseContractCase.self, database) { request, resolutions in
                [
                    .choice(
                        "resolution", CleanupText.resolution,
                        resolutions.map {
                            .init($0.id.text, "\(request.format.date($0.date)) · \(request($0.matter.label))")
                        }, optional: true),
                    .money("annualFen", CleanupText.annualAfter, optional: true),
                    .money("collectedFen", CleanupText.collected, optional: true),
                ]
            },
        ]
    }

    private static func route(
        _ name: String, _ command: any CaseVerb.Type, _ database: any Database,
        _ fields: @escaping @Sendable (PageRequest, [Resolution]) -> [FormField]
    ) -> Route {
        let title = command.title
        return Route(
            "/cleanup/{case}/\(name)", title, command.access, database,
            of: CasePage.thing,
            .form(
                command: command.fullName,
                page: { request in
                    guard let id = request.identifier("case", as: CaseName.self) else { return .notFound }
                    let found = try database.read { tx in
                        try CaseQueries.find(id, in: tx).map { line in
                            (
                                line,
                                try ResolutionQueries.listFree(
                                    of: line.organisation, or: ResolutionUse(.cleanup, line.division.text), in: tx)
                            )
                        }
                    }
                    guard let (line, resolutions) = found else { return .notFound }
                    return .page(
                        Page(
                            title, request,
                            [
                                Headline(title, answer: "\(line.object) \(line.displayName)"),
                                FormBuilder(
                                    request, submit: title,
                                    [.hidden("case", id.text)] + fields(request, resolutions)),
                                ActionBar([
                                    Action(CleanupText.foundContract, to: Links.path("/cleanup/{id}", ["id": id.text]))
                                ]),
                            ]))
                },
                done: { _, facts in
                    let id = facts["stream"]?.string?.split(separator: "/").last.map { String($0) } ?? ""
                    return Links.path("/cleanup/{id}", ["id": id])
                }))
    }
}
