import Kernel
import Storage
import Web

/// A form of the register: its address, its command, its fields, and where it leads. Who may use it is what the command
/// says.
struct RegistryForm: Sendable {
    let path: String
    let command: any RegistryCommand.Type
    let title: Message
    var submit = RegistryText.submit
    var note: Message?
    let target: String
    /// What the address names; nil where it names nothing yet.
    var thing: VerbForm.Thing?
    /// What stands above the form, besides what it is about.
    var notice: VerbForm.Above?
    let fields: VerbForm.Fields

    var rule: Route.Rule { .roles(command.access.roles) }

    static func routes(_ database: any Database) -> [Route] {
        [
            asset, party, organisation, contract, sublease, amendment, resolution, parameter, office, erasure,
            authentication, reprint, dispute, calendar, correction, retirement,
        ].map { $0.route(database) }
    }

    private func route(_ database: any Database) -> Route {
        VerbForm(
            path, command, title: title, submit: submit, note: note, target: target, of: thing,
            above: { request, tx in try Self.about(request, tx) + (notice?(request, tx) ?? []) }, fields: fields
        ).route(database)
    }

    /// What the form is about: the contract or the card of its address.
    private static let about: VerbForm.Above = { request, tx in
        if let id = request.identifier("contract", as: ContractName.self),
            let line = try ContractQueries.findLine(id, in: tx)
        {
            let format = request.format
            return [
                FactList([
                    .init(RegistryText.name, HTML(text: line.assetName)),
                    .init(RegistryText.lessee, HTML(text: line.lesseeName)),
                    .init(
                        RegistryText.term,
                        HTML(text: "\(format.date(line.contract.start)) – \(format.date(line.contract.end))")),
                    .init(RegistryText.total, HTML(text: format.money(line.contract.total))),
                ])
            ]
        }
        guard let id = request.identifier("asset", as: AssetName.self), let asset = try AssetQueries.find(id, in: tx)
        else { return [] }
        return [FactList([.init(RegistryText.name, HTML(text: asset.name))])]
    }

    /// The contract of the address.
    static let ofContract: VerbForm.Thing = { request, tx in
        guard let contract = request.identifier("contract", as: ContractName.self) else { return nil }
        return try ContractQueries.find(contract, in: tx).map { Belonging(at: $0.division) }
    }

    /// The card of the address.
    static let ofAsset: VerbForm.Thing = { request, tx in
        guard let asset = request.identifier("asset", as: AssetName.self) else { return nil }
        return try AssetQueries.find(asset, in: tx).map { Belonging(at: $0.division) }
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
