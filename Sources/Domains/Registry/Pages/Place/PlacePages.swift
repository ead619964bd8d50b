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

    /// The one place that was found: there is nothing to choose.
    var only: DivisionID? { matches.count == 1 ? matches.first?.division.id : nil }

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

/// A body of a place: what it owns and what it has resolved.
struct OrganisationPage {
    private let body: Organisation
    private let path: [Division]
    private let assets: [AssetLine]
    private let resolutions: [Resolution]
    private let uses: [ResolutionID: StandingUse]

    init?(_ id: OrganisationID, in tx: any ReadTransaction) throws {
        guard let body = try OrganisationQueries.find(id, in: tx),
            let place = try DivisionQueries.find(body.division, in: tx)
        else { return nil }
        self.body = body
        path = try DivisionQueries.listPath(to: place, in: tx)
        assets = try AssetQueries.list(within: body.division, owner: id, in: tx)
        resolutions = try ResolutionQueries.list(of: id, in: tx)
        uses = try ResolutionQueries.uses(of: id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        Page(
            named: body.name, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(RegistryText.organisationQuestion, answer: "\(body.name)", note: body.kind.label),
                FactList([.init(RegistryText.creditCode, body.creditCode.map { HTML(text: $0.text) })]),
                Section(RegistryText.assets, assetParts(request)),
                Section(RegistryText.resolutions, [resolutionTable(request)]),
            ])
    }

    /// The first of what it owns, and the way to all of the place.
    private func assetParts(_ request: PageRequest) -> [any Component] {
        let table = AssetTable.table(Array(assets.prefix(Self.shown)), request)
        guard assets.count > Self.shown else { return [table] }
        let all = Links.address("/assets", query: ["at": body.division.text])
        return [table, ActionBar([Action(RegistryText.allAssets(request.format.count(assets.count)), to: all)])]
    }

    private static let shown = 20

    private func resolutionTable(_ request: PageRequest) -> ListTable {
        ListTable(
            request,
            columns: [
                .init("matter", RegistryText.matter), .init("body", RegistryText.body),
                .init("votes", RegistryText.votes, .number), .init("date", RegistryText.date, .number),
                .init("use", RegistryText.usedFor),
            ],
            rows: resolutions.map { resolution in
                let votes = "\(resolution.entitled) / \(resolution.present) / \(resolution.inFavour)"
                return [
                    .text(request(resolution.matter.label)), .text(request(resolution.body.label)), .text(votes),
                    .date(resolution.date, request.format), use(of: resolution.id, request),
                ]
            })
    }

    /// What a resolution was used for, with the way there where that is a lot.
    private func use(of id: ResolutionID, _ request: PageRequest) -> ListCell {
        guard let use = uses[id]?.use else { return .text(request(RegistryText.unused)) }
        return .text(
            request(use.words), to: use.purpose == .lot ? Links.path("/lots/{lot}", ["lot": use.thing]) : nil)
    }
}
