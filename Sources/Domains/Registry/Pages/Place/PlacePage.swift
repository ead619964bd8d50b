import Kernel
import Storage
import Web

/// One place, whatever its level: the one answer on top, figures, map, payments, money, what goes on, and the way down.
struct PlacePage {
    private let place: Division
    private let path: [Division]
    private let children: [Division]
    private let closed: [Division]
    private let codes: [DatedCode]
    private let bodies: [Organisation]
    private let successor: Division?
    private let squares: VillageSquares?
    let view: PlaceView

    init?(_ id: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws {
        guard let place = try DivisionQueries.find(id, in: tx) else { return nil }
        self.place = place
        path = try DivisionQueries.listPath(to: place, in: tx)
        children = try DivisionQueries.listChildren(of: id, in: tx)
        closed = try DivisionQueries.listClosedChildren(of: id, in: tx)
        codes = try DivisionQueries.listCodes(of: id, in: tx)
        bodies = try OrganisationQueries.list(of: id, in: tx)
        successor = try place.successor.flatMap { try DivisionQueries.find($0, in: tx) }
        view = PlaceView(place, children)
        squares = try VillageSquares(within: view, on: day, in: tx)
    }

    func page(_ face: PlaceFace, _ request: PageRequest) -> Page {
        var parts: [any Component] = [Breadcrumb(Paths.crumbs(above: path, here: place))]
        parts.append(headline(face, request))
        if let day = place.closed { parts.append(closing(day, request)) }
        parts.append(actions(face, request))
        parts.append(StatTiles(face.figures.sorted { $0.rank < $1.rank }.map(\.stat)))
        if let squares { parts.append(Section(FrontText.squares, [squares.map(late: face.late, request)])) }
        parts += face.parts.sorted { $0.rank < $1.rank }.map(\.content)
        if squares == nil, !children.isEmpty {
            parts.append(PlaceTable.table(RegistryText.children, children, request))
        }
        parts.append(Details(FrontText.more, more(request)))
        return Page(named: place.name, request, parts)
    }

    private func headline(_ face: PlaceFace, _ request: PageRequest) -> HTML {
        let sentences = face.sentences.sorted { $0.rank < $1.rank }.map(\.text)
        let notes = sentences.dropFirst().map { "<p class=\"note\">\($0, request.language)</p>" as HTML }
        return """
            <header class="headline named"><h1>\(place.name) <small>\(FrontText.placeQuestion, request.language)</small></h1>\
            <p class="answer">\(sentences.first ?? place.kind.label, request.language)</p>\(notes)</header>

            """
    }

    private func actions(_ face: PlaceFace, _ request: PageRequest) -> ActionBar {
        let mine = Action(FrontText.remember, to: Links.address("/my-place", query: ["place": place.id.text]))
        return ActionBar(
            [
                Action(RegistryText.seeAssets, to: Paths.list("/assets", at: place.id), isPrimary: true),
                Action(RegistryText.seeContracts, to: Paths.list("/contracts", at: place.id)),
            ] + (view.isVillage && request.village != place.id ? [mine] : []) + face.actions)
    }

    private func more(_ request: PageRequest) -> [any Component] {
        var parts: [any Component] = [
            FactList([
                .init(RegistryText.kindLabel, "\(place.kind.label, request.language)"),
                .init(
                    RegistryText.parameters,
                    .link(request(RegistryText.seeParameters), to: Paths.list("/parameters", at: place.id))),
            ]), bodyTable(request),
        ]
        if squares != nil, !children.isEmpty {
            parts.append(PlaceTable.table(RegistryText.children, children, request))
        }
        if !closed.isEmpty { parts.append(PlaceTable.table(RegistryText.closedChildren, closed, request)) }
        return parts + [codeTable(request)]
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
            RegistryText.bodies,
            columns: [.init(RegistryText.organisation), .init(RegistryText.kindLabel)],
            rows: bodies.map { body in
                [.link(body.name, to: Paths.organisation(body.id)), HTML(text: request(body.kind.label))]
            }, empty: EmptyState(RegistryText.noBodies))
    }

    private func codeTable(_ request: PageRequest) -> DataTable {
        DataTable(
            RegistryText.codesSection,
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

extension PlaceView {
    init(_ place: Division, _ children: [Division]) {
        self.init(
            id: place.id, name: place.name, path: place.path, level: place.level,
            children: children.map { Child($0.id, $0.name, path: $0.path) })
    }
}
