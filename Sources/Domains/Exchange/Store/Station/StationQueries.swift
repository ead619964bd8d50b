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
        let hall = OpenStationHall(
            lot: lot, asset: asset.id, owner: owner.id, village: view.line.village, assetName: view.line.assetName,
            villageName: view.line.villageName, opensAt: opensAt, endsAt: endsAt,
            prioritySeconds: try ParameterQueries.value(
                .priorityWindowSeconds, at: county, on: opensAt.date, in: tx
            ).value,
            takenEntry: 0, countyCheckpoint: "", paddles: [], terms: view.terms)
        var arguments = hall.openFields
        arguments["paddles"] = .array(paddles.map(paddle))
        let place = command(
            "admin", ImportDivisions.fullName,
            [
                "codeSystem": "statistical", "asOf": village.opened.field,
                "rows": .array(rows(try DivisionQueries.listPath(to: village, in: tx))),
            ])
        let commands =
            [place, open(desk.office, desk.role, desk.division, desk.person)]
            + (try accounts(of: paddles, at: desk, in: tx))
            + [
                register(owner, at: view.line.village, by: desk),
                register(asset, of: owner, at: view.line.village, by: desk),
            ]
            + [command("", OpenStationHall.fullName, arguments)]
        return ["lot": lot.field, "commands": .array(commands)]
    }

    /// The entry that gave the lot away and the desk that gave it; nil for one that is at no station.
    package static func findTaking(_ lot: LotID, in tx: any ReadTransaction) throws -> (entry: Int64, desk: Principal)?
    {
        let row = try tx.rows(
            """
            SELECT entry, office FROM lot_step WHERE lot = \(lot) AND state = \(LotState.atStation)
            ORDER BY number DESC LIMIT 1
            """
        ).first
        guard let row, let desk = try OfficeQueries.find(try row.get(1), in: tx) else { return nil }
        return (try row.get(0), desk.principal)
    }

    /// The accounts of those who hold a paddle, so that they can bid at the station.
    private static func accounts(of paddles: [Paddle], at desk: Principal, in tx: any ReadTransaction) throws -> [JSON]
    {
        let persons = Set(paddles.compactMap { $0.person.content })
        return try OfficeQueries.list(in: tx).map(\.principal)
            .filter { $0.role == .bidder && persons.contains($0.person) }
            .map { open($0.office, .bidder, desk.division, $0.person) }
    }

    private static func register(_ owner: Organisation, at village: DivisionID, by desk: Principal) -> JSON {
        command(
            desk.office.text, RegisterOrganisation.fullName,
            [
                "organisation": owner.id.field, "division": village.field, "kind": .string(owner.kind.rawValue),
                "name": .string(owner.name), "creditCode": owner.creditCode.map { .string($0.text) } ?? .null,
            ])
    }

    private static func register(
        _ asset: Asset, of owner: Organisation, at village: DivisionID, by desk: Principal
    ) -> JSON {
        command(
            desk.office.text, RegisterAsset.fullName,
            [
                "asset": asset.id.field, "owner": owner.id.field, "division": village.field,
                "class": .string(asset.assetClass.rawValue), "kind": .string(asset.kind.rawValue),
                "name": .string(asset.name), "area": asset.area?.field ?? .null,
                "right": .string(asset.right.rawValue), "rightUntil": asset.rightUntil?.field ?? .null,
                "use": .string(asset.use),
            ])
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
            "admin", OpenOffice.fullName,
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
