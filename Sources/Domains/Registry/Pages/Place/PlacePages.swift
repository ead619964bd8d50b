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
                Section(RegistryText.assets, [AssetTable.table(assets, request)]),
                Section(RegistryText.resolutions, [resolutionTable(request)]),
            ])
    }

    private func resolutionTable(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(RegistryText.matter), .init(RegistryText.body), .init(RegistryText.votes, .number),
                .init(RegistryText.date, .number), .init(RegistryText.usedFor),
            ],
            rows: resolutions.map { resolution in
                [
                    HTML(text: request(resolution.matter.label)), HTML(text: request(resolution.body.label)),
                    "\(resolution.entitled) / \(resolution.present) / \(resolution.inFavour)",
                    HTML(text: request.format.date(resolution.date)), use(of: resolution.id, request),
                ]
            })
    }

    /// What a resolution was used for, with the way there where that is a lot.
    private func use(of id: ResolutionID, _ request: PageRequest) -> HTML {
        guard let use = uses[id]?.use else { return HTML(text: request(RegistryText.unused)) }
        let words = request(use.words)
        return use.purpose == .lot
            ? .link(words, to: Links.path("/lots/{lot}", ["lot": use.thing])) : HTML(text: words)
    }
}
