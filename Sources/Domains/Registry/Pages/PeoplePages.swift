import Kernel
import Storage
import Web

/// The parties of the reader's places, under the names anyone may see.
struct PartyIndexPage {
    /// Who registers parties, and who watches over it.
    static let readers = RegisterParty.access.roles.union([.stationReviewer, .supervisor])
    private static let most = 5_000

    private let lines: [(party: Party, place: String)]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let parties = try PartyQueries.list(
            within: request.principal?.division ?? .root, limit: Self.most, in: tx)
        var names: [DivisionID: String] = [:]
        for place in Set(parties.map(\.division)) { names[place] = try DivisionQueries.find(place, in: tx)?.name }
        lines = parties.map { ($0, names[$0.division] ?? "") }
    }

    func page(_ request: PageRequest) -> Page {
        let list = ListTable(
            request,
            columns: [
                .init("name", RegistryText.name), .init("kind", RegistryText.kindLabel),
                .init("place", RegistryText.place), .init("code", RegistryText.creditCode),
                .init("number", RegistryText.partyNumber),
            ],
            rows: lines.map { party, place in
                [
                    .text(party.displayName), .text(request(party.kind.label)), .text(place),
                    .text(party.creditCode.map { "\($0)" } ?? ""), .text(party.id.text),
                ]
            }, most: Self.most)
        return Page(
            RegistryText.parties, request,
            [
                Headline(
                    RegistryText.partiesQuestion,
                    answer: "\(request.format.count(lines.count)) \(RegistryText.listed, request.language)"),
                list,
                ActionBar(RegistryForm.action(.party, at: RegistryForm.party.path, isPrimary: true, for: request)),
            ])
    }
}

/// The open offices and accounts of the reader's places.
struct OfficeIndexPage {
    private let lines: [(office: Office, place: String)]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let offices = try OfficeQueries.list(within: request.principal?.division ?? .root, in: tx)
        var names: [DivisionID: String] = [:]
        for place in Set(offices.map(\.division)) { names[place] = try DivisionQueries.find(place, in: tx)?.name }
        lines = offices.map { ($0, names[$0.division] ?? "") }
    }

    func page(_ request: PageRequest) -> Page {
        let list = ListTable(
            request,
            columns: [
                .init("title", RegistryText.officeTitle), .init("role", RegistryText.role),
                .init("place", RegistryText.place), .init("number", RegistryText.partyNumber),
            ],
            rows: lines.map { office, place in
                [.text(office.title), .text(request(office.role.label)), .text(place), .text(office.id.text)]
            })
        return Page(
            RegistryText.offices, request,
            [
                Headline(
                    RegistryText.officesQuestion,
                    answer: "\(request.format.count(lines.count)) \(RegistryText.listed, request.language)"),
                list,
                ActionBar(RegistryForm.action(.office, at: RegistryForm.office.path, isPrimary: true, for: request)),
            ])
    }
}
