import Kernel
import Registry
import Storage
import Web

/// The forms of bills, claims and countings; each is one command.
enum MoneyForms {
    typealias Fields = @Sendable (PageRequest, any ReadTransaction) throws -> [FormField]

    static func routes(_ database: any Database) -> [Route] {
        bills(database) + claims(database) + censuses(database)
    }

    /// Buttons to the forms the reader may use.
    static func actions(_ verbs: [(any CleanupCommand.Type, String)], _ request: PageRequest) -> [Action] {
        verbs.filter { verb in request.principal.map { verb.0.access.roles.contains($0.role) } ?? false }.map {
            Action($0.0.title, to: $0.1)
        }
    }

    private static func bills(_ database: any Database) -> [Route] {
        [
            fresh("/register/land-bill", BillHousehold.self, "/land-bills/", database) { request, tx in
                [
                    try .pick("organisation", CleanupText.organisation, of: OrganisationName.self, request, tx),
                    .text("household", CleanupText.household),
                    .text("name", CleanupText.personName, optional: true),
                    .text("category", CleanupText.landClass), .area("found", CleanupText.found),
                    .money("guidePriceFen", CleanupText.guidePrice), .text("priceBasis", CleanupText.priceBasis),
                    .number("months", CleanupText.months), .checkbox("isHardship", CleanupText.hardship),
                ]
            },
            about("/land-bills/{bill}/pay", PayBill.self, "bill", "/land-bills/", database, placeOfBill) { _, _ in
                [
                    .date("paidOn", CleanupText.paidOn), .checkbox("isCash", CleanupText.cash),
                    .text("reference", CleanupText.reference),
                ]
            },
        ]
    }

    private static func claims(_ database: any Database) -> [Route] {
        let home = "/claims/"
        return [
            fresh("/register/claim", RecordClaim.self, home, database) { request, tx in
                [
                    try .pick("organisation", CleanupText.organisation, of: OrganisationName.self, request, tx),
                    .choice("side", CleanupText.side, options(request, \ClaimSide.label)),
                    .text("party", CleanupText.party), .text("name", CleanupText.personName, optional: true),
                    .choice("kind", CleanupText.kindOfClaim, options(request, \ClaimKind.label)),
                    .money("amountFen", CleanupText.amount), .date("arose", CleanupText.arose),
                    .date("due", CleanupText.dueOn),
                    .choice("proof", CleanupText.proof, options(request, \ClaimProof.label)),
                    .date("lastAcknowledged", CleanupText.acknowledged, optional: true),
                ]
            },
            about(home + "{claim}/pay", PayClaim.self, "claim", home, database, placeOfClaim) { _, _ in
                [
                    .money("amountFen", CleanupText.amount), .date("on", CleanupText.paidOn),
                    .text("reference", CleanupText.reference),
                ]
            },
            about(home + "{claim}/acknowledge", AcknowledgeClaim.self, "claim", home, database, placeOfClaim) { _, _ in
                [.date("on", CleanupText.acknowledgedOn), .paper("paper", CleanupText.paper)]
            },
            about(home + "{claim}/setoff", SetOffClaim.self, "claim", home, database, placeOfClaim) { request, tx in
                let claim = request.identifier("claim", as: ClaimName.self)
                let found = try claim.flatMap { try ClaimQueries.find($0, in: tx)?.claim }
                let others = try found.map { try ClaimQueries.listCounterparts(of: $0, in: tx) } ?? []
                return [
                    .choice(
                        "other", CleanupText.other,
                        others.map {
                            .init($0.claim.id.text, "\($0.claim.party) · \(request.format.money($0.claim.left))")
                        }), .checkbox("isLandIncome", CleanupText.landIncomeLabel),
                    .paper("consent", CleanupText.consent, optional: true),
                ]
            },
            about(home + "{claim}/waive", WaiveClaim.self, "claim", home, database, placeOfClaim) { request, tx in
                let claim = request.identifier("claim", as: ClaimName.self)
                let found = try claim.flatMap { try ClaimQueries.find($0, in: tx)?.claim }
                return [
                    try resolution(of: found?.organisation, request, tx),
                    .paper("review", CleanupText.review, optional: true),
                ]
            },
        ]
    }

    private static func censuses(_ database: any Database) -> [Route] {
        let home = "/censuses/"
        return [
            fresh("/register/census", OpenCensus.self, home, database) { request, tx in
                [
                    try .pick("organisation", CleanupText.organisation, of: OrganisationName.self, request, tx),
                    .date("asOf", CleanupText.asOf),
                ]
            },
            about(home + "{census}/count", CountLine.self, "census", home, database, placeOfCensus) { request, _ in
                [
                    .text("item", CleanupText.item),
                    .choice("category", CleanupText.category, options(request, \CensusClass.label)),
                    .money("bookFen", CleanupText.book), .money("countedFen", CleanupText.counted),
                    .choice("reason", CleanupText.reason, options(request, \CensusReason.label), optional: true),
                    .text("note", CleanupText.note, optional: true),
                ]
            },
            about(home + "{census}/confirm", ConfirmCensus.self, "census", home, database, placeOfCensus) {
                request, tx in
                let census = request.identifier("census", as: CensusName.self)
                let found = try census.flatMap { try CensusQueries.find($0, in: tx)?.census }
                return [try resolution(of: found?.organisation, request, tx)]
            },
        ]
    }

    /// A resolution of the body; without one the rule says what is missing.
    private static func resolution(
        of body: OrganisationID?, _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> FormField {
        let known = try body.map { try ResolutionQueries.list(of: $0, in: tx) } ?? []
        return .choice(
            "resolution", CleanupText.resolution,
            known.map { .init($0.id.text, "\(request.format.date($0.date)) · \(request($0.matter.label))") },
            optional: true)
    }

    private static func options<Choice: FieldChoice>(_ request: PageRequest, _ label: (Choice) -> Message)
        -> [FormField.Option]
    {
        Choice.allCases.map { .init($0.rawValue, request(label($0))) }
    }

    private static func placeOfBill(_ request: PageRequest, _ tx: any ReadTransaction) throws -> DivisionID? {
        try request.identifier("bill", as: BillName.self).flatMap { try BillQueries.find($0, in: tx)?.division }
    }

    private static func placeOfClaim(_ request: PageRequest, _ tx: any ReadTransaction) throws -> DivisionID? {
        try request.identifier("claim", as: ClaimName.self).flatMap { try ClaimQueries.find($0, in: tx)?.claim.place }
    }

    private static func placeOfCensus(_ request: PageRequest, _ tx: any ReadTransaction) throws -> DivisionID? {
        try request.identifier("census", as: CensusName.self).flatMap {
            try CensusQueries.find($0, in: tx)?.census.place
        }
    }

    /// A form for something new.
    private static func fresh(
        _ path: String, _ command: any CleanupCommand.Type, _ home: String, _ database: any Database,
        _ fields: @escaping Fields
    ) -> Route {
        Route(
            path, command.title, .roles(command.access.roles),
            .form(
                command: command.fullName,
                page: { request in .page(page(request, command.title, try database.read { try fields(request, $0) })) },
                done: { _, facts in done(home, facts) }))
    }

    /// A form about the thing `name` of the address.
    private static func about(
        _ path: String, _ command: any CleanupCommand.Type, _ name: String, _ home: String, _ database: any Database,
        _ place: @escaping @Sendable (PageRequest, any ReadTransaction) throws -> DivisionID?,
        _ fields: @escaping Fields
    ) -> Route {
        Route(
            path, command.title, command.access, database,
            of: { request, tx in try place(request, tx).map { Belonging(at: $0) } },
            .form(
                command: command.fullName,
                page: { request in
                    let inputs = try database.read { try fields(request, $0) }
                    let hidden = FormField.hidden(name, request.parameters[name] ?? "")
                    return .page(page(request, command.title, [hidden] + inputs))
                },
                done: { _, facts in done(home, facts) }))
    }

    private static func page(_ request: PageRequest, _ title: Message, _ fields: [FormField]) -> Page {
        Page(
            title, request,
            [
                Headline(CleanupText.money, answer: title, in: request.language),
                FormBuilder(request, submit: CleanupText.submit, fields),
            ])
    }

    private static func done(_ home: String, _ facts: [String: JSON]) -> String {
        let id = facts["stream"]?.string?.split(separator: "/").last.map { String($0) } ?? ""
        return Links.path(home + "{id}", ["id": id])
    }
}
