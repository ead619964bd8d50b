import Kernel
import Registry
import Storage
import Web

/// The countings of a place.
struct CensusesPage {
    private static let most = 5_000

    let path: [Division]
    let censuses: [CensusView]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let place = try DivisionQueries.find(id, in: tx)
        else { return nil }
        path = try DivisionQueries.listPath(to: place, in: tx)
        censuses = try CensusQueries.list(within: place.path, limit: Self.most, in: tx)
        actions = try VerbForm.actions([(OpenCensus.self, "/register/census")], request, at: place.id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        Page(
            CleanupText.censuses, request,
            [
                Breadcrumb(path.map { .init($0.name, "/places/\($0.id)/census") }),
                Headline(
                    CleanupText.censusQuestion, answer: HTML(text: request.format.count(censuses.count))),
                ListTable(
                    request,
                    columns: [
                        .init("body", CleanupText.organisation), .init("day", CleanupText.asOf, .number),
                        .init("state", CleanupText.state, .state),
                    ],
                    rows: censuses.map { view in
                        [
                            .text(view.organisation, to: "/censuses/\(view.census.id)"),
                            .date(view.census.asOf, request.format),
                            .text(request(view.census.isClosed ? CleanupText.done : CleanupText.open)),
                        ]
                    }, most: Self.most, empty: EmptyState(CleanupText.nothingYet)),
                ActionBar(actions),
            ])
    }
}

/// One counting: line by line, books beside what was found, and what that makes of the collective's own.
struct CensusPage {
    let view: CensusView
    let actions: [Action]

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("census", as: CensusName.self).flatMap { try CensusQueries.find($0, in: tx) }.map {
            Belonging(at: $0.census.place)
        }
    }

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("census", as: CensusName.self), let view = try CensusQueries.find(id, in: tx)
        else { return nil }
        self.view = view
        let path = "/censuses/\(id)"
        let verbs: [(command: any Command.Type, path: String)] = [
            (CountLine.self, path + "/count"), (ConfirmCensus.self, path + "/confirm"),
        ]
        actions =
            view.census.isClosed ? [] : try VerbForm.actions(verbs, request, at: view.census.place, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let (format, census) = (request.format, view.census)
        return Page(
            CleanupText.censuses, request,
            [
                Breadcrumb([
                    .init(request(CleanupText.censuses), "/places/\(census.place)/census"),
                    .init(format.date(census.asOf)),
                ]),
                Headline(
                    CleanupText.censusQuestion,
                    answer: CleanupText.equity(format.money(census.equityBefore), format.money(census.equityAfter)),
                    in: request.language),
                FactList([
                    .init(CleanupText.organisation, HTML(text: view.organisation)),
                    .init(CleanupText.asOf, HTML(text: format.date(census.asOf))),
                    .init(CleanupText.equityBefore, HTML(text: format.money(census.equityBefore))),
                    .init(CleanupText.equityAfter, HTML(text: format.money(census.equityAfter))),
                    .init(
                        CleanupText.state, HTML(text: request(census.isClosed ? CleanupText.done : CleanupText.open))),
                ]),
                DataTable(
                    columns: [
                        .init(CleanupText.item), .init(CleanupText.category), .init(CleanupText.book, .number),
                        .init(CleanupText.counted, .number), .init(CleanupText.difference, .number),
                        .init(CleanupText.reason),
                    ],
                    rows: view.lines.map { line in
                        [
                            HTML(text: line.item), HTML(text: request(line.category.label)),
                            HTML(text: format.money(line.book)), HTML(text: format.money(line.counted)),
                            HTML(text: format.money(line.difference)),
                            HTML(
                                text: [line.reason.map { request($0.label) }, line.note].compactMap { $0 }
                                    .filter { !$0.isEmpty }.joined(separator: " · ")),
                        ]
                    }, empty: EmptyState(CleanupText.nothingYet)),
                ActionBar(actions),
            ])
    }
}
