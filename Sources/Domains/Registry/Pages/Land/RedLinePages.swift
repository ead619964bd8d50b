import Geometry
import Kernel
import Storage
import Web

/// The lines of the spatial plan in a place: what holds, drawn with pattern and letter, and what was withdrawn.
struct RedLinesPage {
    private static let most = 2_000
    /// So many are drawn.
    private static let drawn = 400

    private let place: Division
    private let path: [Division]
    private let lines: [RedLine]
    private let actions: [Action]
    private let mayWithdraw: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let place = try DivisionQueries.find(id, in: tx)
        else { return nil }
        self.place = place
        path = try DivisionQueries.listPath(to: place, in: tx)
        let parcels = try ParcelQueries.list(within: place.path, on: request.now.date, limit: Self.drawn, in: tx)
        let own = try RedLineQueries.list(at: id, limit: Self.most, in: tx)
        // A village has the lines that reach its parcels, whichever place they were entered for.
        let reaching = try RedLineQueries.list(
            beside: parcels.map(\.outline.outline), on: request.now.date, limit: Self.drawn, in: tx)
        lines = own + reaching.filter { line in !own.contains { $0.id == line.id } }
        mayWithdraw = try WithdrawRedLine.isOffered(to: request, at: id, in: tx)
        actions =
            try LayRedLine.isOffered(to: request, at: id, in: tx)
            ? [
                Action(RedLineText.importTitle, to: RedLineForms.upload.address(of: id), isPrimary: true),
                Action(LayRedLine.title, to: "/register/red-line"),
            ] : []
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let standing = lines.filter { $0.until == nil }
        let sum = standing.reduce(Area.zero) { $0 + Area(units: $1.outline.outline.areaUnits) }
        var parts: [any Component] = [
            Breadcrumb(Paths.crumbs(path) + [.init(request(RedLineText.title))]),
            Headline(
                RedLineText.question,
                answer: standing.isEmpty
                    ? RedLineText.none : RedLineText.answer(format.count(standing.count), format.area(sum)),
                in: request.language),
        ]
        let drawn = Array(standing.prefix(Self.drawn))
        let edges = LandMap.lines(drawn, around: drawn.map(\.outline.outline), request)
        if !edges.isEmpty {
            parts.append(
                LandMap.map(RedLineText.sketch, edges, hasKeys: false, isWide: true, more: LandMap.lineKeys(request)))
        }
        parts.append(table(request))
        parts.append(ActionBar(actions))
        return Page(named: "\(place.name) \(request(RedLineText.title))", request, parts)
    }

    private func table(_ request: PageRequest) -> ListTable {
        let format = request.format
        let rows = lines.map { line -> [ListCell] in
            let canEnd = mayWithdraw && line.until == nil
            return [
                .text("\(request(line.kind.label)) \(line.number)"),
                .area(Area(units: line.outline.outline.areaUnits), format), .text(line.source),
                .date(line.from, format), .date(line.until, format),
                canEnd ? .text(request(RedLineText.withdraw), to: "/red-lines/\(line.id)/withdraw") : .text("—"),
            ]
        }
        return ListTable(
            request,
            columns: [
                .init("kind", RedLineText.kind), .init("area", RedLineText.area, .number),
                .init("source", RedLineText.source), .init("from", RedLineText.from, .number),
                .init("until", RedLineText.until, .number), .init("act", RedLineText.act),
            ], rows: rows, most: Self.most, empty: EmptyState(RedLineText.none))
    }
}

/// The forms of the plan's lines, and the file of a layer.
enum RedLineForms {
    static let all = [lay, withdraw]

    static let lay = VerbForm(
        "/register/red-line", LayRedLine.self, submit: RegistryText.submit, target: "/county",
        fields: { request, tx in
            [
                kind(request), try .pick("division", RedLineText.place, of: DivisionName.self, request, tx),
                .text("number", RedLineText.number),
                .textarea(
                    "outline", RedLineText.outline, hint: LandText.outlineHint, limit: LandOutline.longest),
                .text("source", RedLineText.source), .date("from", RedLineText.from, value: request.now.date),
            ]
        })

    static let withdraw = VerbForm(
        "/red-lines/{redLine}/withdraw", WithdrawRedLine.self, target: "/county", of: thing,
        above: { request, tx in
            try line(of: request, tx).map { line in
                [
                    FactList([
                        .init(RedLineText.kind, HTML(text: request(line.kind.label))),
                        .init(RedLineText.number, HTML(text: line.number)),
                        .init(RedLineText.source, HTML(text: line.source)),
                    ])
                ]
            } ?? []
        },
        fields: { request, _ in
            VerbForm.hidden("redLine", of: request) + [.text("reason", RedLineText.reason)]
        })

    private static let thing: VerbForm.Thing = { request, tx in
        try line(of: request, tx).map { Belonging(at: $0.division) }
    }

    private static func line(of request: PageRequest, _ tx: any ReadTransaction) throws -> RedLine? {
        try request.identifier("redLine", as: RedLineName.self).flatMap { try RedLineQueries.find($0, in: tx) }
    }

    private static func kind(_ request: PageRequest) -> FormField {
        .choice(
            "kind", RedLineText.kind, VerbForm.options(request) { (kind: RedLineKind) in kind.label },
            value: request.form.values["kind"] ?? "")
    }

    static let upload = RowUpload(
        "/red-lines/import", LayRedLine.self, unchanged: RegistryRefusal.noChange.number,
        .init(
            title: RedLineText.importTitle, question: RedLineText.importQuestion, hint: RedLineText.importHint,
            accept: ".geojson,.json,.zip", seen: RedLineText.seeList),
        target: "/red-lines",
        ask: [
            .init("kind", kind),
            .init("source") { .text("source", RedLineText.source, value: $0.form.values["source"] ?? "") },
            .init("from") {
                .date("from", RedLineText.from, value: $0.form.values["from"].flatMap { CivilDate($0) } ?? $0.now.date)
            },
        ], read: read)

    /// So many corners fit one event with room to spare.
    private static let corners = 1_000

    /// Areas of a layer are large: what no event holds is cut, and each part has a number of its own.
    private static let read: RowUpload.Reading = { bytes, request in
        let judge = OutlineJudge()
        var rows: [RowUpload.Row] = []
        for row in try OutlineFile.read(bytes) {
            let number = row.id.isEmpty ? "\(row.row)" : row.id
            switch row.outline {
            case .failure(let rejection): rows.append(RowUpload.Row(rows.count + 1, number, .refused(rejection)))
            case .success(let outline):
                let whole = LandOutline(outline)
                let fits = outline.cornerCount <= corners && whole.text.utf8.count <= LandOutline.longest
                // A line that crosses itself is not cut: the rule names what is wrong with it.
                let parts =
                    fits || whole.faults(judge) != nil ? [outline] : judge.cut(outline, corners: corners) ?? [outline]
                for (position, part) in parts.enumerated() {
                    let name = parts.count == 1 ? number : "\(number)-\(position + 1)"
                    let note = parts.count == 1 ? [] : [RedLineText.part(position + 1, of: parts.count)]
                    rows.append(
                        RowUpload.Row(
                            rows.count + 1, name, notes: note,
                            .command(
                                .object([
                                    "kind": .string(request.form.values["kind"] ?? ""),
                                    "division": .string(request.parameters["division"] ?? ""), "number": .string(name),
                                    "outline": .string(LandOutline(part).text),
                                    "source": .string(request.form.values["source"] ?? ""),
                                    "from": .string(request.form.values["from"] ?? ""),
                                ]))))
                }
            }
        }
        return rows
    }
}
