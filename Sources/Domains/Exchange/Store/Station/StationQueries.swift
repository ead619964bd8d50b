package import Kernel
package import Registry
package import Storage

/// What a township station is given to hold one lot's auction without the county: the place, the desk, the bidders'
/// accounts as numbers, and the lot. No names, no phones, no accounts.
package enum StationQueries {
    /// The commands that make the station's own place, in order, each with who gives it; nil for an unknown lot.
    package static func pack(_ lot: LotID, desk: Principal, in tx: any ReadTransaction) throws -> JSON? {
        guard let view = try LotQueries.findView(lot, in: tx),
            let village = try DivisionQueries.find(view.line.village, in: tx),
            let asset = try AssetQueries.find(view.asset, in: tx),
            let owner = try OrganisationQueries.find(view.owner, in: tx),
            let opensAt = view.opensAt, let endsAt = view.endsAt
        else { return nil }
        let paddles = Paddle.dealt(to: try BidderQueries.listRoster(of: lot, in: tx))
        let county = try DivisionQueries.findCounty(of: village, in: tx)?.id ?? .root
        var commands: [JSON] = [
            command(
                "admin", "registry.importDivisions",
                [
                    "codeSystem": "statistical", "asOf": village.opened.field,
                    "rows": .array(rows(try DivisionQueries.listPath(to: village, in: tx))),
                ]),
            open(desk.office, desk.role, desk.division, desk.person),
        ]
        let persons = Set(paddles.compactMap { $0.person.content })
        for office in try OfficeQueries.list(in: tx).map(\.principal)
        where office.role == .bidder && persons.contains(office.person) {
            commands.append(open(office.office, .bidder, desk.division, office.person))
        }
        commands.append(
            command(
                desk.office.text, "registry.registerOrganisation",
                [
                    "organisation": owner.id.field, "division": view.line.village.field,
                    "kind": .string(owner.kind.rawValue), "name": .string(owner.name),
                    "creditCode": owner.creditCode.map { .string($0.text) } ?? .null,
                ]))
        commands.append(
            command(
                desk.office.text, "registry.registerAsset",
                [
                    "asset": asset.id.field, "owner": owner.id.field, "division": view.line.village.field,
                    "class": .string(asset.assetClass.rawValue), "kind": .string(asset.kind.rawValue),
                    "name": .string(asset.name), "area": asset.area?.field ?? .null,
                    "right": .string(asset.right.rawValue), "rightUntil": asset.rightUntil?.field ?? .null,
                    "use": .string(asset.use),
                ]))
        let hall = OpenStationHall(
            lot: lot, asset: asset.id, owner: owner.id, village: view.line.village, assetName: view.line.assetName,
            villageName: view.line.villageName, opensAt: opensAt, endsAt: endsAt,
            prioritySeconds: try ParameterQueries.value(
                .priorityWindowSeconds, at: county, on: opensAt.date, in: tx
            ).value,
            takenEntry: 0, countyCheckpoint: "", paddles: [], terms: view.terms)
        var arguments = hall.openFields
        arguments["paddles"] = .array(paddles.map(paddle))
        commands.append(command("", "exchange.\(OpenStationHall.name)", arguments))
        return ["lot": lot.field, "commands": .array(commands)]
    }

    private static func paddle(_ paddle: Paddle) -> JSON {
        var members: [String: JSON] = ["number": .integer(paddle.number)]
        if let bidder = paddle.bidder.content { members["bidder"] = bidder.field }
        if let person = paddle.person.content { members["person"] = person.field }
        if paddle.isPriority { members["isPriority"] = .bool(true) }
        return .object(members)
    }

    private static func rows(_ path: [Division]) -> [JSON] {
        path.map { place in
            let parent = path.first { $0.id == place.parent }
            return [
                "code": .string("\(place.code)"), "name": .string(place.name), "level": .string(place.level.rawValue),
                "parent": .string(parent.map { "\($0.code)" } ?? ""),
            ]
        }
    }

    private static func open(_ office: OfficeID, _ role: Role, _ division: DivisionID, _ person: PersonID) -> JSON {
        command(
            "admin", "registry.openOffice",
            [
                "office": office.field, "role": .string(role.rawValue), "division": division.field,
                "person": person.field, "title": .string(office.text),
            ])
    }

    /// `by` is an office; empty for the station's program itself.
    private static func command(_ by: String, _ name: String, _ arguments: [String: JSON]) -> JSON {
        ["by": .string(by), "do": .string(name), "with": .object(arguments.filter { $0.value != .null })]
    }
}
