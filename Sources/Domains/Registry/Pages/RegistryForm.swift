import Kernel
import Storage
import Web

/// A form of the register: its address, its command, its fields, and where it leads. Who may use it is what the command
/// says.
struct RegistryForm: Sendable {
    let path: String
    let command: any RegistryCommand.Type
    let title: Message
    var note: Message?
    let target: String
    let fields: @Sendable (PageRequest, any ReadTransaction) throws -> [FormField]

    var rule: Route.Rule { .roles(command.access.roles) }

    static func routes(_ database: any Database) -> [Route] {
        [
            asset, party, organisation, contract, resolution, parameter, office, erasure, authentication, reprint,
            dispute, calendar,
        ].map { $0.route(database) }
    }

    private func route(_ database: any Database) -> Route {
        Route(
            path, title, rule,
            .form(
                command: command.fullName,
                page: { request in
                    let inputs = try database.read { try fields(request, $0) }
                    return .page(
                        Page(
                            title, request,
                            [
                                Headline(RegistryText.formQuestion, answer: title, in: request.language),
                                FormBuilder(request, submit: RegistryText.submit, note: note, inputs),
                            ]))
                },
                done: { _, facts in
                    // The stream names what was registered: `asset/asset-000123`.
                    let id = facts["stream"]?.string?.split(separator: "/").last.map { String($0) }
                    return target.contains("{id}") ? Links.path(target, ["id": id ?? ""]) : target
                }))
    }

    static func options<Choice: FieldChoice>(_ request: PageRequest, _ label: (Choice) -> Message) -> [FormField.Option]
    {
        Choice.allCases.map { FormField.Option($0.rawValue, request(label($0))) }
    }

    /// The place, out of those the reader is responsible for: the own one and those below, down to the groups. Who is
    /// responsible for all places types the identifier.
    static func place(_ request: PageRequest, _ tx: any ReadTransaction) throws -> FormField {
        guard let home = request.principal?.division, home != .root else {
            return .text("division", RegistryText.place, hint: RegistryText.placeIdentifierHint, limit: 64)
        }
        return .choice("division", RegistryText.place, try places(within: home, tx))
    }

    private static func places(within home: DivisionID, _ tx: any ReadTransaction) throws
        -> [FormField.Option]
    {
        guard let place = try DivisionQueries.find(home, in: tx) else { return [] }
        let below = try [DivisionLevel.township, .village, .group].filter { $0 > place.level }.flatMap {
            try DivisionQueries.list($0, within: home, limit: 500, in: tx)
        }
        return ([place] + below).map { FormField.Option($0.id.text, "\($0.name) \($0.code)") }
    }

    static func bodies(_ request: PageRequest, _ tx: any ReadTransaction) throws -> [FormField.Option] {
        try OrganisationQueries.list(within: request.principal?.division ?? .root, in: tx).map {
            FormField.Option($0.id.text, $0.name)
        }
    }
}
