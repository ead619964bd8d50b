import Kernel
import Storage
import Web

enum AssetTable {
    /// What it is, who uses it, until when, at what price.
    static func table(_ lines: [AssetLine], _ request: PageRequest) -> DataTable {
        let today = request.now.date
        return DataTable(
            columns: [
                .init(RegistryText.name), .init(RegistryText.assetClass), .init(RegistryText.area, .number),
                .init(RegistryText.status, .state), .init(RegistryText.lessee), .init(RegistryText.until, .number),
                .init(RegistryText.unitPrice, .number),
            ],
            rows: lines.map { line in
                let status = line.asset.status(on: today)
                let isLet = status == .leased
                return [
                    .link(line.asset.name, to: Paths.asset(line.asset.id)),
                    HTML(text: request(line.asset.assetClass.label)),
                    HTML(text: line.asset.area.map { request.format.area($0) } ?? ""),
                    tag(status).html(request.language),
                    HTML(text: isLet ? line.lesseeName ?? "" : ""),
                    HTML(text: isLet ? line.contractEnd.map { request.format.date($0) } ?? "" : ""),
                    HTML(text: isLet ? line.unitPrice.map { request.format.money($0) } ?? "" : ""),
                ]
            })
    }

    /// The whole register of a place, to look through: every card also says where it lies.
    static func list(_ lines: [AssetLine], most: Int, _ request: PageRequest) -> ListTable {
        let (format, today) = (request.format, request.now.date)
        return ListTable(
            request,
            columns: [
                .init("name", RegistryText.name), .init("place", RegistryText.place),
                .init("area", RegistryText.area, .number), .init("state", RegistryText.status, .state),
                .init("lessee", RegistryText.lessee), .init("until", RegistryText.until, .number),
                .init("price", RegistryText.unitPrice, .number),
            ],
            rows: lines.map { line in
                let status = line.asset.status(on: today)
                let isLet = status == .leased
                let kind = request(line.asset.assetClass.label)
                return [
                    .html(
                        "\(HTML.link(line.asset.name, to: Paths.asset(line.asset.id))) <small>\(kind)</small>",
                        "\(line.asset.name) \(kind)"), .text(line.divisionName), .area(line.asset.area, format),
                    .tag(tag(status), request.language), .text(isLet ? line.lesseeName ?? "" : ""),
                    .date(isLet ? line.contractEnd : nil, format),
                    .money(isLet ? line.unitPrice : nil, format),
                ]
            }, most: most)
    }

    static func tag(_ status: AssetStatus) -> Tag {
        switch status {
        case .idle: Tag(status.label)
        case .reserved: Tag(status.label, .active)
        case .leased: Tag(status.label, .good)
        case .disputed: Tag(status.label, .warning)
        case .retired: Tag(status.label)
        }
    }
}

/// The register of a place.
struct AssetIndexPage {
    private static let most = 5_000

    private let path: [Division]
    private let lines: [AssetLine]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let id = request.place
        if id == .root {
            path = []
        } else {
            guard let place = try DivisionQueries.find(id, in: tx) else { return nil }
            path = try DivisionQueries.listPath(to: place, in: tx)
        }
        let status = request.query["state"].flatMap { AssetStatus(rawValue: $0) }
        lines = try AssetQueries.list(
            within: id, only: status?.condition(on: request.now.date), limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let name = path.last?.name ?? request(RegistryText.everywhere)
        var parts: [any Component] = [
            Breadcrumb(Paths.crumbs(path)),
            Headline(
                RegistryText.assetsQuestion,
                answer: "\(name) · \(request.format.count(lines.count)) \(RegistryText.listed, request.language)"),
            ActionBar.filter("state", AssetStatus.allCases.map { ($0.rawValue, $0.label) }, request),
            AssetTable.list(lines, most: Self.most, request),
        ]
        if RegistryForm.asset.rule.allows(request.principal) {
            parts.append(ActionBar([Action(RegistryText.newAsset, to: "/register/asset", isPrimary: true)]))
        }
        return Page(RegistryText.assets, request, parts)
    }
}

/// The card of one asset.
struct AssetPage {
    private let card: Asset
    private let path: [Division]
    private let owner: Organisation?
    private let parcel: [ParcelPoint]
    /// The card's own parcels, and those beside them.
    private let land: (own: [LandParcel], beside: [LandParcel])
    private let contracts: [ContractLine]
    /// Other cards over the same outline.
    private let twins: [Asset]
    private let history: CardHistory

    init?(_ id: AssetID, in tx: any ReadTransaction) throws {
        guard let card = try AssetQueries.find(id, in: tx), let place = try DivisionQueries.find(card.division, in: tx)
        else { return nil }
        self.card = card
        path = try DivisionQueries.listPath(to: place, in: tx)
        owner = try OrganisationQueries.find(card.owner, in: tx)
        parcel = try AssetQueries.listParcel(of: id, in: tx)
        let own = try ParcelQueries.list(of: id, in: tx)
        let beside = try own.flatMap { try ParcelQueries.listNeighbours(of: $0.outline.outline, in: tx) }
        land = (own, Set(beside).subtracting(own).sorted { $0.number < $1.number })
        contracts = try ContractQueries.list(of: id, in: tx)
        twins = try AssetQueries.listTwins(of: id, at: card.division, in: tx)
        history = try CardHistory(of: card, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let status = card.status(on: request.now.date)
        var parts: [any Component] = [
            Breadcrumb(Paths.crumbs(path)),
            Headline(
                RegistryText.assetQuestion, answer: "\(card.name) \(AssetTable.tag(status), request.language)"),
        ]
        if let retired = history.retired(request) { parts.append(retired) }
        parts.append(FactList(facts(request)))
        if !twins.isEmpty, status != .retired {
            let names = twins.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
            parts.append(Callout(.warning, RegistryText.twins, Message(zh: names, en: names)))
        }
        if let map { parts.append(map) }
        parts.append(Section(RegistryText.contracts, [ContractTable.table(contracts, request)]))
        if let corrections = history.corrections(request) { parts.append(corrections) }
        parts.append(ActionBar(status == .retired ? [] : offer(request, status) + acts(request, status)))
        return Page(named: card.name, request, parts)
    }

    /// What is idle can be offered by the desks of its place.
    private func offer(_ request: PageRequest, _ status: AssetStatus) -> [Action] {
        let desks: Set<Role> = [.villageClerk, .stationAgent, .countyOfficer]
        guard status == .idle, let principal = request.principal, desks.contains(principal.role),
            path.contains(where: { $0.id == principal.division })
        else { return [] }
        return [Action(RegistryText.offer, to: Paths.asset(card.id) + "/draft", isPrimary: true)]
    }

    /// What a desk of its place does with the card itself; nothing that holds it is retired.
    private func acts(_ request: PageRequest, _ status: AssetStatus) -> [Action] {
        let here = Paths.asset(card.id)
        return RegistryForm.action(.correction, at: here + "/correct", in: path, for: request)
            + (status == .idle ? RegistryForm.action(.retirement, at: here + "/retire", in: path, for: request) : [])
            + RegistryForm.action(.dispute, at: here + "/dispute", in: path, for: request)
    }

    private var map: ParcelMap? {
        if !land.own.isEmpty {
            let own = land.own.map { LandMap.parcel($0, isHighlighted: true, to: Paths.parcel($0.id)) }
            return LandMap.map(
                RegistryText.parcel, own + land.beside.prefix(60).map { LandMap.parcel($0, to: Paths.parcel($0.id)) },
                hasKeys: false)
        }
        guard parcel.count >= 3 else { return nil }
        let outline = parcel.map { ParcelMap.Point(east: $0.x, north: $0.y) }
        return LandMap.map(RegistryText.parcel, [.init(card.name, outline, isHighlighted: true)], hasKeys: false)
    }

    private func facts(_ request: PageRequest) -> [FactList.Fact] {
        let format = request.format
        func text(_ value: String?) -> HTML? { value.map { HTML(text: $0) } }
        var facts: [FactList.Fact] = [
            .init(RegistryText.owner, owner.map { .link($0.name, to: Paths.organisation($0.id)) }),
            .init(RegistryText.assetClass, text(request(card.assetClass.label))),
            .init(RegistryText.kindLabel, text(request(card.kind.label))),
            .init(RegistryText.area, text(card.area.map { format.area($0) })),
            .init(RegistryText.originalValue, text(card.originalValue.map { format.money($0) })),
            .init(RegistryText.right, text(request(card.right.label))),
            .init(RegistryText.rightUntil, text(card.rightUntil.map { format.date($0) })),
            .init(RegistryText.households, text(card.households.map { format.count($0) })),
            .init(RegistryText.use, text(card.use)),
        ]
        if let sides = card.boundaries {
            facts += [
                .init(RegistryText.east, text(sides.east)), .init(RegistryText.south, text(sides.south)),
                .init(RegistryText.west, text(sides.west)), .init(RegistryText.north, text(sides.north)),
            ]
        }
        if let dispute = card.dispute { facts.append(.init(RegistryText.dispute, text(dispute))) }
        if let lot = card.reservedBy {
            // Until its first notice a lot is for the desks of its place only: no link that leads others to a closed door.
            let isDesk = request.principal.map { !$0.role.signsInByPhone && request.sits(over: path) } ?? false
            let page = Links.path("/lots/{lot}", ["lot": lot.text])
            facts.append(.init(RegistryText.reservedBy, isDesk ? .link(lot.text, to: page) : HTML(text: lot.text)))
        }
        return facts
    }
}
