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
    /// What the address names; nil where it names nothing yet.
    var thing: (@Sendable (PageRequest, any ReadTransaction) throws -> Belonging?)?
    let fields: @Sendable (PageRequest, any ReadTransaction) throws -> [FormField]

    var rule: Route.Rule { .roles(command.access.roles) }

    static func routes(_ database: any Database) -> [Route] {
        [
            asset, party, organisation, contract, sublease, resolution, parameter, office, erasure, authentication,
            reprint,
            dispute, calendar,
        ].map { $0.route(database) }
    }

    private func route(_ database: any Database) -> Route {
        let form = form(database)
        guard let thing else { return Route(path, title, rule, form) }
        return Route(path, title, command.access, database, of: thing, form)
    }

    private func form(_ database: any Database) -> Route.Handler {
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
            })
    }

    /// The contract of the address.
    static let ofContract: @Sendable (PageRequest, any ReadTransaction) throws -> Belonging? = { request, tx in
        guard let contract = request.identifier("contract", as: ContractName.self) else { return nil }
        return try ContractQueries.find(contract, in: tx).map { Belonging(at: $0.division) }
    }

    /// The card of the address.
    static let ofAsset: @Sendable (PageRequest, any ReadTransaction) throws -> Belonging? = { request, tx in
        guard let asset = request.identifier("asset", as: AssetName.self) else { return nil }
        return try AssetQueries.find(asset, in: tx).map { Belonging(at: $0.division) }
    }

    static func options<Choice: FieldChoice>(_ request: PageRequest, _ label: (Choice) -> Message) -> [FormField.Option]
    {
        Choice.allCases.map { FormField.Option($0.rawValue, request(label($0))) }
    }

    /// The place, out of those the reader is responsible for: the own one and those below, down to the groups.
    static func place(_ request: PageRequest, _ tx: any ReadTransaction) throws -> FormField {
        try .pick("division", RegistryText.place, of: DivisionName.self, request, tx)
    }

    /// A body of the places the reader is responsible for.
    static func body(
        _ name: String, _ label: Message, _ request: PageRequest, _ tx: any ReadTransaction, optional: Bool = false
    ) throws -> FormField {
        try .pick(name, label, of: OrganisationName.self, request, tx, optional: optional)
    }
}
