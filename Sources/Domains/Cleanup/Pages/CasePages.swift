import Kernel
import Registry
import Storage
import Web

/// How far the clean-up of a place is: counts by state and code, before and after, and the contracts row by row.
struct CleanupBoardPage {
    private static let most = 5_000

    let place: Division
    let path: [Division]
    let children: [(place: Division, figures: CleanupFigures)]
    let figures: CleanupFigures
    let cases: [CaseLine]
    let uses: ObservationTally
    let mayImport: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let place = try DivisionQueries.find(id, in: tx)
        else { return nil }
        self.place = place
        path = try DivisionQueries.listPath(to: place, in: tx)
        figures = try CaseQueries.figures(within: place.path, in: tx)
        children = try DivisionQueries.listChildren(of: id, in: tx).map {
            ($0, try CaseQueries.figures(within: $0.path, in: tx))
        }.filter { $0.1.contracts > 0 }
        cases = children.isEmpty ? try CaseQueries.list(within: place.path, limit: Self.most, in: tx) : []
        uses = try ObservationQueries.tally(within: place.path, on: request.now.date, in: tx)
        mayImport = try EnterFoundContract.isOffered(to: request, at: id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            CleanupText.title, request,
            [
                Breadcrumb(path.map { .init($0.name, "/places/\($0.id)/cleanup") }),
                Headline(
                    CleanupText.question,
                    answer: CleanupText.answer(
                        format.count(figures.contracts), format.count(figures.withProblems),
                        format.count(figures.closed)),
                    in: request.language),
                FactList([
                    .init(CleanupText.planned, HTML(text: format.count(figures.planned))),
                    .init(CleanupText.area, HTML(text: format.area(figures.area))),
                    .init(CleanupText.annualBefore, HTML(text: format.money(figures.annualBefore))),
                    .init(CleanupText.annualAfter, HTML(text: format.money(figures.annualAfter))),
                    .init(CleanupText.collected, HTML(text: format.money(figures.collected))),
                    .init(SeenText.title, usesWithout(request)),
                ]),
                Section(CleanupText.byCode, [codes(request)]),
                ActionBar(
                    (mayImport
                        ? [
                            Action(
                                CleanupText.importTitle, to: SheetUpload.upload.address(of: place.id), isPrimary: true)
                        ]
                        : []) + [
                            Action(SeenText.title, to: "/places/\(place.id)/observations"),
                            Action(CleanupText.charges, to: "/places/\(place.id)/charges"),
                            Action(CleanupText.debts, to: "/places/\(place.id)/claims"),
                            Action(CleanupText.censuses, to: "/places/\(place.id)/census"),
                        ]),
                children.isEmpty
                    ? Section(CleanupText.contracts, [rows(request)]) : Section(CleanupText.places, [below(request)]),
            ])
    }

    private func usesWithout(_ request: PageRequest) -> HTML {
        let format = request.format
        let words = SeenText.answer(format.count(uses.open), format.area(uses.openArea), format.count(uses.late))
        return HTML.link(request(words), to: "/places/\(place.id)/observations")
    }

    private func codes(_ request: PageRequest) -> DataTable {
        let rows = ProblemCode.allCases.filter { figures.byCode[$0] != nil }.map { code -> [HTML] in
            [
                HTML(text: code.rawValue), HTML(text: request(code.label)),
                HTML(text: request.format.count(figures.byCode[code] ?? 0)),
            ]
        }
        return DataTable(
            columns: [.init(CleanupText.code), .init(CleanupText.problem), .init(CleanupText.contracts, .number)],
            rows: rows, empty: EmptyState(CleanupText.noProblems))
    }

    private func below(_ request: PageRequest) -> DataTable {
        let rows = children.map { child -> [HTML] in
            [
                HTML.link(child.place.name, to: "/places/\(child.place.id)/cleanup"),
                HTML(text: request.format.count(child.figures.contracts)),
                HTML(text: request.format.count(child.figures.withProblems)),
                HTML(text: request.format.count(child.figures.closed)),
                HTML(text: request.format.money(child.figures.annualBefore)),
                HTML(text: request.format.money(child.figures.annualAfter)),
            ]
        }
        return DataTable(
            columns: [
                .init(CleanupText.place), .init(CleanupText.contracts, .number),
                .init(CleanupText.withProblems, .number),
                .init(CleanupText.done, .number), .init(CleanupText.annualBefore, .number),
                .init(CleanupText.annualAfter, .number),
            ], rows: rows, empty: EmptyState(CleanupText.empty))
    }

    private func rows(_ request: PageRequest) -> ListTable {
        let format = request.format
        let rows = cases.map { line -> [ListCell] in
            [
                .text(line.object.isEmpty ? line.id.text : line.object, to: "/cleanup/\(line.id)"),
                .text(line.number), .text(line.displayName), .area(line.area, format), .date(line.end, format),
                .text(line.plan.map { request($0.label) } ?? ""),
                .text(request(line.isClosed ? CleanupText.done : CleanupText.open)),
            ]
        }
        return ListTable(
            request,
            columns: [
                .init("object", CleanupText.object), .init("number", CleanupText.number),
                .init("lessee", CleanupText.lessee), .init("area", CleanupText.area, .number),
                .init("end", CleanupText.end, .number), .init("plan", CleanupText.plan),
                .init("state", CleanupText.state, .state),
            ], rows: rows, most: Self.most, empty: EmptyState(CleanupText.empty))
    }
}

/// One found contract: what the list says, what is wrong with it and what is done.
struct CasePage {
    let line: CaseLine
    let codes: [(code: ProblemCode, reason: String?)]
    let erasing: [Action]

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("case", as: CaseName.self).flatMap { try CaseQueries.find($0, in: tx) }.map {
            Belonging(at: $0.division)
        }
    }

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("case", as: CaseName.self), let line = try CaseQueries.find(id, in: tx) else {
            return nil
        }
        self.line = line
        codes = try CaseQueries.codes(of: id, in: tx)
        erasing = try NameForms.actions(
            "/cleanup/\(id)", line.displayName, isDone: line.isClosed, request, at: line.division, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let mayAct = PlanContract.isOffered(to: request)
        let actions =
            mayAct && !line.isClosed
            ? [
                Action(CleanupText.planContract, to: "/cleanup/\(line.id)/plan", isPrimary: true),
                Action(CleanupText.judgeContract, to: "/cleanup/\(line.id)/judge"),
                Action(CleanupText.closeContractCase, to: "/cleanup/\(line.id)/close"),
            ] : erasing
        return Page(
            CleanupText.foundContract, request,
            [
                Breadcrumb([.init(request(CleanupText.title), "/places/\(line.division)/cleanup"), .init(line.object)]),
                Headline(
                    CleanupText.caseQuestion,
                    answer: line.isClosed ? CleanupText.done : CleanupText.problems(format.count(codes.count)),
                    in: request.language),
                FactList([
                    .init(CleanupText.number, HTML(text: line.number)),
                    .init(CleanupText.lessee, HTML(text: line.displayName)),
                    .init(CleanupText.category, HTML(text: line.category)),
                    .init(CleanupText.area, line.area.map { HTML(text: format.area($0)) }),
                    .init(CleanupText.measured, line.measured.map { HTML(text: format.area($0)) }),
                    .init(CleanupText.start, line.start.map { HTML(text: format.date($0)) }),
                    .init(CleanupText.end, line.end.map { HTML(text: format.date($0)) }),
                    .init(CleanupText.annualBefore, line.annual.map { HTML(text: format.money($0)) }),
                    .init(CleanupText.annualAfter, line.annualAfter.map { HTML(text: format.money($0)) }),
                    .init(CleanupText.plan, line.plan.map { HTML(text: request($0.label)) }),
                    .init(CleanupText.due, line.due.map { HTML(text: format.date($0)) }),
                    .init(CleanupText.unread, line.unread.isEmpty ? nil : HTML(text: line.unread)),
                    .init(CleanupText.sheetRow, HTML(text: format.count(line.row))),
                ]),
                DataTable(
                    columns: [.init(CleanupText.code), .init(CleanupText.problem), .init(CleanupText.reason)],
                    rows: codes.map {
                        [
                            HTML(text: $0.code.rawValue), HTML(text: request($0.code.label)),
                            HTML(text: $0.reason ?? "—"),
                        ]
                    }, empty: EmptyState(CleanupText.noProblems)), ActionBar(actions),
            ])
    }
}
