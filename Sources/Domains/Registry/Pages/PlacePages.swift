import Kernel
import Storage
import Web

/// The way in: the provinces, and a search by name.
struct PlaceIndexPage {
    private let top: [Division]
    private let matches: [DivisionMatch]
    private let wanted: String

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        wanted = request.query["q"] ?? ""
        matches = try DivisionQueries.search(wanted, in: tx)
        top = try DivisionQueries.listChildren(of: .root, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let count: Int64? = wanted.isEmpty ? nil : Int64(matches.count)
        return Page(
            RegistryText.places, request,
            [
                Headline(RegistryText.placesQuestion, answer: RegistryText.placesAnswer, in: request.language),
                SearchBox(request, label: RegistryText.placesSearch, count: count),
                wanted.isEmpty ? PlaceTable.table(RegistryText.children, top, request) : found(request),
            ])
    }

    private func found(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [.init(RegistryText.name), .init(RegistryText.above), .init(RegistryText.code, .number)],
            rows: matches.map { match in
                [
                    .link(match.division.name, to: Paths.place(match.division.id)),
                    HTML(text: match.ancestors.map(\.name).joined(separator: " › ")),
                    HTML(text: match.division.code.digits),
                ]
            },
            empty: EmptyState(RegistryText.nothingFound, hint: RegistryText.searchHint))
    }
}

enum PlaceTable {
    static func table(_ caption: Message, _ places: [Division], _ request: PageRequest) -> DataTable {
        DataTable(
            caption,
            columns: [
                .init(RegistryText.name), .init(RegistryText.kindLabel), .init(RegistryText.code, .number),
            ],
            rows: places.map { place in
                [
                    .link(place.name, to: Paths.place(place.id)), HTML(text: request(place.kind.label)),
                    HTML(text: place.code.digits),
                ]
            })
    }
}

/// One place: what it is, what lies below it, its bodies, and the codes it has carried.
struct PlacePage {
    private let place: Division
    private let path: [Division]
    private let children: [Division]
    private let closed: [Division]
    private let codes: [DatedCode]
    private let bodies: [Organisation]
    private let successor: Division?

    init?(_ id: DivisionID, in tx: any ReadTransaction) throws {
        guard let place = try DivisionQueries.find(id, in: tx) else { return nil }
        self.place = place
        path = try DivisionQueries.listPath(to: place, in: tx)
        children = try DivisionQueries.listChildren(of: id, in: tx)
        closed = try DivisionQueries.listClosedChildren(of: id, in: tx)
        codes = try DivisionQueries.listCodes(of: id, in: tx)
        bodies = try OrganisationQueries.list(of: id, in: tx)
        successor = try place.successor.flatMap { try DivisionQueries.find($0, in: tx) }
    }

    func page(_ request: PageRequest) -> Page {
        var parts: [any Component] = [
            Breadcrumb(Paths.crumbs(path)),
            Headline(RegistryText.placeQuestion, answer: "\(place.name)", note: place.kind.label),
        ]
        if let day = place.closed { parts.append(closing(day, request)) }
        parts.append(
            ActionBar([
                Action(RegistryText.seeAssets, to: Paths.list("/assets", at: place.id), isPrimary: true),
                Action(RegistryText.seeContracts, to: Paths.list("/contracts", at: place.id)),
                Action(RegistryText.seeParameters, to: Paths.list("/parameters", at: place.id)),
            ]))
        parts.append(Section(RegistryText.bodies, [bodyTable(request)]))
        if !children.isEmpty { parts.append(PlaceTable.table(RegistryText.children, children, request)) }
        if !closed.isEmpty { parts.append(PlaceTable.table(RegistryText.closedChildren, closed, request)) }
        parts.append(Section(RegistryText.codesSection, [codeTable(request)]))
        return Page(named: place.name, request, parts)
    }

    private func closing(_ day: CivilDate, _ request: PageRequest) -> Callout {
        let next = successor.map { HTML.link($0.name, to: Paths.place($0.id)) }
        return Callout(
            .warning, RegistryText.closedOn,
            parts: [
                FactList([
                    .init(RegistryText.validTo, HTML(text: request.format.date(day))),
                    .init(RegistryText.successor, next),
                ])
            ])
    }

    private func bodyTable(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [.init(RegistryText.organisation), .init(RegistryText.kindLabel)],
            rows: bodies.map { body in
                [.link(body.name, to: Paths.organisation(body.id)), HTML(text: request(body.kind.label))]
            }, empty: EmptyState(RegistryText.noBodies))
    }

    private func codeTable(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(RegistryText.code, .number), .init(RegistryText.codeSystem),
                .init(RegistryText.validFrom, .number), .init(RegistryText.validTo, .number),
            ],
            rows: codes.map { code in
                [
                    HTML(text: code.code.digits), HTML(text: request(code.system.label)),
                    HTML(text: request.format.date(code.from)),
                    HTML(text: code.to.map { request.format.date($0) } ?? ""),
                ]
            })
    }
}

/// A body of a place: what it owns and what it has resolved.
struct OrganisationPage {
    private let body: Organisation
    private let path: [Division]
    private let assets: [AssetLine]
    private let resolutions: [Resolution]

    init?(_ id: OrganisationID, in tx: any ReadTransaction) throws {
        guard let body = try OrganisationQueries.find(id, in: tx),
            let place = try DivisionQueries.find(body.division, in: tx)
        else { return nil }
        self.body = body
        path = try DivisionQueries.listPath(to: place, in: tx)
        assets = try AssetQueries.list(within: body.division, owner: id, in: tx)
        resolutions = try ResolutionQueries.list(of: id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        Page(
            named: body.name, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(RegistryText.organisationQuestion, answer: "\(body.name)", note: body.kind.label),
                FactList([.init(RegistryText.creditCode, body.creditCode.map { HTML(text: $0.text) })]),
                Section(RegistryText.assets, [AssetTable.table(assets, request)]),
                Section(RegistryText.resolutions, [resolutionTable(request)]),
            ])
    }

    private func resolutionTable(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(RegistryText.matter), .init(RegistryText.body), .init(RegistryText.votes, .number),
                .init(RegistryText.date, .number),
            ],
            rows: resolutions.map { resolution in
                [
                    HTML(text: request(resolution.matter.label)), HTML(text: request(resolution.body.label)),
                    "\(resolution.entitled) / \(resolution.present) / \(resolution.inFavour)",
                    HTML(text: request.format.date(resolution.date)),
                ]
            })
    }
}
