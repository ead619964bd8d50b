import Kernel
import Registry
import Storage
import Web

/// A form of the market: its address, its command, its fields, and where it leads. Who may use it is what the command says.
struct LabourForm: Sendable {
    let path: String
    let command: any LabourCommand.Type
    let title: Message
    var note: Message?
    /// `{id}` stands for what was registered, anything else for a parameter of the address.
    let target: String
    /// What the address names; nil where it names nothing yet.
    var thing: (@Sendable (PageRequest, any ReadTransaction) throws -> Belonging?)?
    let fields: @Sendable (PageRequest, any ReadTransaction) throws -> [FormField]

    func route(_ database: any Database) -> Route {
        let form = Route.Handler.form(
            command: command.fullName,
            page: { request in
                let inputs = try database.read { try fields(request, $0) }
                return .page(
                    Page(
                        title, request,
                        [
                            Headline(LabourWords.formQuestion, answer: title, in: request.language),
                            FormBuilder(request, submit: title, note: note, inputs),
                        ]))
            },
            done: { request, facts in
                let id = facts["stream"]?.string?.split(separator: "/").last.map { String($0) }
                return Links.path(target, request.parameters.merging(["id": id ?? ""]) { $1 })
            })
        guard let thing else { return Route(path, title, .roles(command.access.roles), form) }
        return Route(path, title, command.access, database, of: thing, form)
    }

    static func options<Choice: FieldChoice>(_ request: PageRequest, _ label: (Choice) -> Message) -> [FormField.Option]
    {
        Choice.allCases.map { FormField.Option($0.rawValue, request(label($0))) }
    }

    /// The parameter of the address as a hidden field.
    static func hidden(_ names: String..., of request: PageRequest) -> [FormField] {
        names.map { .hidden($0, request.parameters[$0] ?? "") }
    }
}

extension LabourForm {
    static let all = [
        employer, verify, block, unblock, worker, seek, post, again, seats, cancel, take, giveUp, checkIn, noShow,
        hours,
        pay, figures,
    ]

    static let employer = LabourForm(
        path: "/labour/employers/new", command: RegisterEmployer.self, title: LabourText.registerEmployer,
        target: "/labour/employers/{id}",
        fields: { request, tx in
            [
                .choice("kind", LabourWords.kind, options(request) { (kind: EmployerKind) in kind.label }),
                .text("publicName", LabourWords.publicName, optional: true),
                .text("name", LabourWords.householdName, optional: true),
                .text("phone", LabourWords.phone, optional: true),
                try .pick("place", LabourWords.place, of: DivisionName.self, request, tx),
                try .pick(
                    "organisation", LabourWords.organisation, of: OrganisationName.self, request, tx, optional: true),
            ]
        })

    static let verify = employerPaper("/verify", VerifyEmployer.self, LabourText.verifyEmployer)
    static let unblock = employerPaper("/unblock", UnblockEmployer.self, LabourText.unblockEmployer)

    private static func employerPaper(_ path: String, _ command: any LabourCommand.Type, _ title: Message) -> LabourForm
    {
        LabourForm(
            path: "/labour/employers/{employer}" + path, command: command, title: title,
            target: "/labour/employers/{employer}", thing: EmployerPage.thing,
            fields: { request, _ in hidden("employer", of: request) + [.text("paper", LabourWords.paper)] })
    }

    static let block = LabourForm(
        path: "/labour/employers/{employer}/block", command: BlockEmployer.self, title: LabourText.blockEmployer,
        target: "/labour/employers/{employer}", thing: EmployerPage.thing,
        fields: { request, _ in
            hidden("employer", of: request) + [
                .choice("ground", LabourWords.groundLabel, options(request) { LabourWords.block($0) }),
                .text("paper", LabourWords.paper),
            ]
        })

    static let worker = LabourForm(
        path: "/labour/workers/new", command: RegisterWorker.self, title: LabourText.registerWorker,
        note: LabourWords.boardNote, target: "/labour/workers/{id}",
        fields: { request, tx in
            [
                .text("name", LabourWords.name), .text("identityNumber", LabourWords.identityNumber, limit: 18),
                .text("phone", LabourWords.phone, optional: true),
                .choice(
                    "trades[0]", LabourWords.trade, options(request) { (trade: Trade) in trade.label }, value: "general"
                ),
                try .pick(
                    "place", LabourWords.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""), .checkbox("consent", LabourWords.consent),
            ]
        })

    static let seek = LabourForm(
        path: "/labour/workers/{worker}/seek", command: SeekWork.self, title: LabourText.seekWork,
        target: "/labour/workers/{worker}", thing: WorkerPage.thing,
        fields: { request, tx in
            let id = request.identifier("worker", as: WorkerName.self)
            let isSeeking = try id.flatMap { try LabourQueries.findWorker($0, in: tx) }?.seekingSince != nil
            return hidden("worker", of: request) + [.hidden("isSeeking", isSeeking ? "false" : "true")]
        })

    static let figures = LabourForm(
        path: "/labour/statistics/file", command: FileFigures.self, title: LabourText.fileFigures,
        note: StatisticsText.note, target: "/labour/statistics",
        fields: { request, tx in
            [
                try .pick("place", LabourWords.place, of: DivisionName.self, request, tx),
                .date("from", LabourWords.from), .date("until", LabourWords.until),
                .number("employers", StatisticsText.label(.employers)), .number("posts", StatisticsText.label(.posts)),
                .number("served", StatisticsText.label(.served)), .number("persons", StatisticsText.label(.persons)),
                .number("intentions", StatisticsText.label(.intentions)), .text("source", LabourWords.source),
            ]
        })
}
