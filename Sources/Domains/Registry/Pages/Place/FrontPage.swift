import Kernel
import Storage
import Web

/// The first page: the one question, and the county (or whatever this house serves) as one can see it.
struct FrontPage {
    private let place: Division?
    private let mine: Division?
    private let squares: VillageSquares?
    let view: PlaceView?

    /// The place is the one county of the house; with several, what they have in common.
    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        place = try FrontPage.top(in: tx)
        mine = try request.village.flatMap { try DivisionQueries.find($0, in: tx) }
        view = try place.map { PlaceView($0, try DivisionQueries.listChildren(of: $0.id, in: tx)) }
        squares = try view.flatMap { try VillageSquares(within: $0, on: request.now.date, in: tx) }
    }

    /// From the root down as long as there is only one way, to a county at most.
    private static func top(in tx: any ReadTransaction) throws -> Division? {
        var place: Division?
        var children = try DivisionQueries.listChildren(of: .root, in: tx)
        while children.count == 1, let next = children.first, place?.level != .county {
            place = next
            children = try DivisionQueries.listChildren(of: next.id, in: tx)
        }
        return place ?? children.first
    }

    func page(_ face: PlaceFace, _ request: PageRequest) -> Page {
        var parts: [any Component] = [hero(request)]
        guard let place else {
            return Page(FrontText.title, request, parts + [EmptyState(FrontText.onlyOnePlace)])
        }
        let tiles = StatTiles(face.figures.sorted { $0.rank < $1.rank }.prefix(8).map(\.stat))
        let running = face.parts.filter { (40..<50).contains($0.rank) }.map(\.content)
        let rest = face.parts.filter { !(40..<50).contains($0.rank) }.sorted { $0.rank < $1.rank }.map(\.content)
        let map = squares.map { [$0.map(late: face.late, request)] } ?? []
        if let turn = request.turn {
            // What runs has the first screen of a hall.
            let screens = [running, [answer(place, face, request, tiles)], map, rest].filter { !$0.isEmpty }
            let title: HTML = "<h1 class=\"hidden\">\(FrontText.title, request.language)</h1>\n"
            var page = Page(FrontText.title, request, [title] + screens[turn % screens.count])
            page.turns = screens.count
            return page
        }
        parts.append(answer(place, face, request, tiles))
        return Page(FrontText.title, request, parts + running + map + rest)
    }

    private func answer(_ place: Division, _ face: PlaceFace, _ request: PageRequest, _ tiles: StatTiles) -> HTML {
        let answer = face.sentences.sorted { $0.rank < $1.rank }.map(\.text)
        return """
            <section><h2>\(HTML.link(place.name, to: Paths.place(place.id))) \
            <small>\(FrontText.placeQuestion, request.language)</small></h2>
            <p class="answer">\(answer.first ?? place.kind.label, request.language)</p>
            \(answer.dropFirst().map { "<p>\($0, request.language)</p>\n" as HTML })
            \(tiles, request.language)</section>

            """
    }

    private func hero(_ request: PageRequest) -> HTML {
        let language = request.language
        let own = mine.map { place -> HTML in
            """
            <p class="mine">\(HTML.link(request(FrontText.yourVillage(place.name)), to: Paths.place(place.id)))</p>
            """
        }
        return """
            <div class="hero"><h1>\(FrontText.whichVillage, language)</h1>\(own)
            <form class="search" method="get" action="/places" role="search">\
            <label class="hidden" for="village">\(FrontText.villageName, language)</label>\
            <div class="control"><input type="search" id="village" name="q" maxlength="100" \
            placeholder="\(FrontText.villageName, language)">\
            <button class="primary">\(FrontText.find, language)</button></div></form>\
            <p class="note">\(FrontText.findHint, language)</p></div>

            """
    }
}
