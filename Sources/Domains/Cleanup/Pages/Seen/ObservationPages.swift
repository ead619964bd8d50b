import Kernel
import Registry
import Storage
import Web

/// Land of a place that is used without a contract: what is open with the days left, then what was closed.
struct ObservationsPage {
    private static let most = 2_000

    let place: Division
    let path: [Division]
    let lines: [ObservationLine]
    let tally: ObservationTally
    let undrawn: Int64
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let place = try DivisionQueries.find(id, in: tx)
        else { return nil }
        let today = request.now.date
        self.place = place
        path = try DivisionQueries.listPath(to: place, in: tx)
        lines = try ObservationQueries.list(within: place.path, limit: Self.most, in: tx)
        tally = try ObservationQueries.tally(within: place.path, on: today, in: tx)
        undrawn =
            try OrganisationQueries.findCollective(of: id, in: tx).map {
                try ParcelQueries.countUndrawn(of: $0.id, on: today, in: tx)
            } ?? 0
        actions =
            try RecordUse.isOffered(to: request, at: id, in: tx)
            ? [
                Action(RecordUse.title, to: "/register/observation", isPrimary: true),
                Action(SeenText.importTitle, to: ObservationUpload.upload.address(of: id)),
            ] : []
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        var parts: [any Component] = [
            Breadcrumb(
                path.map { .init($0.name, "/places/\($0.id)/cleanup") } + [.init(request(SeenText.title))]),
            Headline(
                SeenText.question,
                answer: SeenText.answer(
                    format.count(tally.open), format.area(tally.openArea), format.count(tally.late)),
                in: request.language),
        ]
        if undrawn > 0 { parts.append(Callout(.warning, SeenText.undrawn(format.count(undrawn)))) }
        let shapes = lines.filter(\.stage.isOpen).compactMap { line in
            line.hidden.map {
                LandMap.shape(
                    $0.outline, ObservationWords.name(line, request), to: "/observations/\(line.id)", tone: .bad)
            }
        }
        if !shapes.isEmpty {
            parts.append(ObservationMap.map(shapes))
        }
        return Page(
            named: "\(place.name) \(request(SeenText.title))", request,
            parts + [ObservationWords.table(lines, most: Self.most, request), ActionBar(actions)])
    }
}

/// One use that was seen: the ground, what of it has no contract, and how far the finding is.
struct ObservationPage {
    let line: ObservationLine
    let path: [Division]
    let organisation: Organisation?
    let parcel: LandParcel?
    let contracted: [LandParcel]
    let desk: String?
    let undrawn: Int64
    let actions: [Action]

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("observation", as: ObservationName.self).flatMap {
            try ObservationQueries.find($0, in: tx)
        }.map { Belonging(at: $0.division) }
    }

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("observation", as: ObservationName.self),
            let line = try ObservationQueries.find(id, in: tx),
            let place = try DivisionQueries.find(line.division, in: tx)
        else { return nil }
        self.line = line
        path = try DivisionQueries.listPath(to: place, in: tx)
        organisation = try OrganisationQueries.find(line.organisation, in: tx)
        parcel = try line.parcel.flatMap { try ParcelQueries.find($0, in: tx) }
        contracted = try ParcelQueries.listContracted(beside: line.ground.outline, on: line.seenOn, in: tx)
        desk = try line.owner.flatMap { try OfficeQueries.titles(of: [$0.text], in: tx)[$0.text] }
        undrawn =
            line.hidden == nil ? 0 : try ParcelQueries.countUndrawn(of: line.organisation, on: line.seenOn, in: tx)
        let here = "/observations/\(line.id)"
        var verbs: [(command: any Command.Type, path: String)] = []
        if line.stage == .takenUp { verbs.append((SettleUse.self, here + "/settle")) }
        if line.stage.isOpen {
            verbs += [(TakeUpUse.self, here + "/take-up"), (ExplainUse.self, here + "/explain")]
        }
        actions = try VerbForm.actions(verbs, request, at: line.division, inOrder: true, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let answer: HTML = """
            \(line.hidden == nil ? request(UseStage.covered.label) : format.area(line.hiddenArea)) \
            \(Tag(line.stage.label, ObservationWords.tone(line.stage)), request.language)
            """
        var parts: [any Component] = [
            Breadcrumb(
                path.map { .init($0.name, "/places/\($0.id)/cleanup") } + [
                    .init(request(SeenText.title), "/places/\(line.division)/observations"),
                    .init(request.format.date(line.seenOn)),
                ]),
            Headline(SeenText.oneQuestion, answer: answer), FactList(facts(request)), map(request),
        ]
        if undrawn > 0 { parts.append(Callout(.warning, SeenText.undrawn(format.count(undrawn)))) }
        parts += [line.picture, line.paper].compactMap(\.self).map { PaperCard($0, request) }
        parts.append(ActionBar(actions))
        return Page(named: "\(request(SeenText.title)) \(format.date(line.seenOn))", request, parts)
    }

    private func facts(_ request: PageRequest) -> [FactList.Fact] {
        let format = request.format
        func text(_ value: String?) -> HTML? { value.map { HTML(text: $0) } }
        let all: [FactList.Fact?] = [
            .init(SeenText.organisation, text(organisation?.name)), .init(SeenText.use, text(request(line.use.label))),
            line.note.isEmpty ? nil : .init(SeenText.note, text(line.note)),
            .init(SeenText.seenOn, text(format.date(line.seenOn))),
            .init(SeenText.seenBy, text(request(line.seenBy.label))),
            parcel.map {
                .init(SeenText.parcel, HTML.link("\($0.number) \($0.name)", to: "/parcels/\($0.id)"))
            },
            .init(SeenText.area, text(format.area(line.area))),
            .init(SeenText.hidden, text(format.area(line.hiddenArea))),
            line.pieces > 1 ? .init(SeenText.pieces, text(format.count(line.pieces))) : nil,
            line.way.map { .init(SeenText.way, text(request($0.label))) },
            desk.map { .init(SeenText.owner, text($0)) },
            line.stage.isOpen ? line.due.map { .init(SeenText.due, due($0, request)) } : nil,
            line.reason.map { .init(SeenText.reason, text($0)) },
            line.contract.map { .init(SeenText.contract, HTML.link($0.text, to: "/contracts/\($0)")) },
            line.lot.map { .init(SeenText.lot, HTML.link($0.text, to: "/lots/\($0)")) },
            line.bill.map { .init(SeenText.bill, HTML.link($0.text, to: "/land-bills/\($0)")) },
        ]
        return all.compactMap(\.self)
    }

    private func due(_ day: CivilDate, _ request: PageRequest) -> HTML {
        "\(request.format.date(day)) \(ObservationWords.left(line, request))"
    }

    private func map(_ request: PageRequest) -> ParcelMap {
        let ground = LandMap.shape(line.ground.outline, request(SeenText.keySeen))
        let known = contracted.prefix(60).map {
            LandMap.shape($0.outline.outline, "\($0.number) \($0.name)", to: "/parcels/\($0.id)", tone: .good)
        }
        let hidden = line.hidden.map {
            LandMap.shape($0.outline, request(SeenText.hiddenPart(request.format.area(line.hiddenArea))), tone: .bad)
        }
        return ObservationMap.map([ground] + known + [hidden].compactMap(\.self))
    }
}

/// The picture of what was seen, what is let and what is neither.
enum ObservationMap {
    static func map(_ shapes: [ParcelMap.Parcel]) -> ParcelMap {
        ParcelMap(
            SeenText.sketch, shapes,
            keys: [
                .init(.bad, SeenText.keyHidden), .init(.good, SeenText.keyLet), .init(.neutral, SeenText.keySeen),
            ], unitsPerMetre: 100)
    }
}

enum ObservationWords {
    static func name(_ line: ObservationLine, _ request: PageRequest) -> String {
        "\(request(line.use.label)) \(request.format.area(line.hiddenArea))"
    }

    static func tone(_ stage: UseStage) -> Tag.Tone {
        switch stage {
        case .covered, .settled: .good
        case .explained: .neutral
        case .takenUp: .active
        case .open: .bad
        }
    }

    /// The days left; a dash where nobody has to act.
    static func left(_ line: ObservationLine, _ request: PageRequest) -> HTML {
        guard let days = line.daysLeft(on: request.now.date) else { return "—" }
        return Tag(SeenText.daysLeft(days), days < 0 ? .bad : days <= 7 ? .warning : .neutral).html(request.language)
    }

    static func table(_ lines: [ObservationLine], most: Int, _ request: PageRequest) -> ListTable {
        let format = request.format
        let rows = lines.map { line -> [ListCell] in
            [
                .text("\(request(line.use.label)) \(format.date(line.seenOn))", to: "/observations/\(line.id)"),
                .area(line.area, format), .area(line.hiddenArea, format),
                .text(line.way.map { request($0.label) } ?? "—"),
                .html(left(line, request), line.daysLeft(on: request.now.date).map(String.init) ?? ""),
                .tag(Tag(line.stage.label, tone(line.stage)), request.language),
            ]
        }
        return ListTable(
            request,
            columns: [
                .init("seen", SeenText.seen), .init("area", SeenText.area, .number),
                .init("hidden", SeenText.hidden, .number), .init("way", SeenText.way),
                .init("left", SeenText.left, .state), .init("stage", SeenText.stage, .state),
            ], rows: rows, most: most, empty: EmptyState(SeenText.empty))
    }
}
