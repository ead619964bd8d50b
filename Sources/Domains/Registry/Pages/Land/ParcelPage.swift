import Geometry
import Kernel
import Storage
import Web

/// One parcel: where it lies and how large it is, who has it, every outline it had, what it came from and became.
struct ParcelPage {
    private let parcel: LandParcel
    private let path: [Division]
    private let owner: Organisation?
    private let card: AssetLine?
    private let state: LandState
    private let versions: [ParcelVersion]
    /// The outline of the day that was asked for.
    private let shown: ParcelVersion
    private let beside: [LandParcel]
    private let kin: (before: [(id: ParcelID, number: String)], after: [(id: ParcelID, number: String)])
    private let shared: [(number: String, parcel: ParcelID, areaCm2: Int64, widthMm: Int64, verdict: GroundVerdict)]
    private let actions: [Action]
    private let isDesk: Bool
    private let redLines: [RedLine]

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("parcel", as: ParcelName.self).flatMap { try ParcelQueries.find($0, in: tx) }.map {
            Belonging(at: $0.division)
        }
    }

    init?(_ request: PageRequest, _ late: LateContracts, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("parcel", as: ParcelName.self),
            let parcel = try ParcelQueries.find(id, in: tx),
            let place = try DivisionQueries.find(parcel.division, in: tx)
        else { return nil }
        self.parcel = parcel
        path = try DivisionQueries.listPath(to: place, in: tx)
        owner = try OrganisationQueries.find(parcel.owner, in: tx)
        card = try parcel.asset.flatMap { try AssetQueries.findLine($0, in: tx) }
        let today = request.now.date
        state = LandState(card, late: card?.contract == nil ? [] : try late(place.path, today, tx), on: today)
        versions = try ParcelQueries.listVersions(of: id, in: tx)
        let day = request.query["on"].flatMap { CivilDate($0) } ?? today
        guard let shown = versions.last(where: { $0.from <= day }) ?? versions.first else { return nil }
        self.shown = shown
        beside =
            parcel.closedOn == nil
            ? try ParcelQueries.listNeighbours(of: shown.outline.outline, in: tx).filter { $0.id != id } : []
        let lines = try ParcelQueries.listKin(of: id, in: tx)
        kin = (
            try ParcelQueries.listNumbers(lines.before, in: tx), try ParcelQueries.listNumbers(lines.after, in: tx)
        )
        shared = try ParcelQueries.listShared(of: id, in: tx)
        redLines = try RedLineQueries.list(beside: [shown.outline.outline], on: day, in: tx)
        isDesk = try RedrawParcel.isOffered(to: request, at: parcel.division, in: tx)
        let verbs: [(any RegistryCommand.Type, String)] = [
            (SplitParcel.self, "/split"), (MergeParcels.self, "/merge"), (RedrawParcel.self, "/redraw"),
        ]
        actions =
            isDesk && parcel.closedOn == nil
            ? verbs.map { Action($0.0.title, to: Paths.parcel(id) + $0.1) } : []
    }

    func page(_ request: PageRequest) -> Page {
        var parts: [any Component] = [
            Breadcrumb(
                Paths.crumbs(path)
                    + [.init(request(LandText.village), Paths.land(parcel.division)), .init(parcel.number)]),
            Headline(
                LandText.parcelQuestion,
                answer: "\(parcel.name) \(request.format.area(parcel.area)) \(tag, request.language)"),
            FactList(facts(request)), map(request),
        ]
        for lined in LinedGround.of([shown.outline.outline], in: redLines) {
            let tone: Callout.Tone = lined.kind.forbidsBuilding ? .warning : .info
            let area = Message(zh: Format(.chinese).area(lined.area), en: Format(.english).area(lined.area))
            parts.append(Callout(tone, RedLineText.inside(lined.kind, area)))
        }
        if !shared.isEmpty { parts.append(Section(LandText.shared, [sharedTable(request)])) }
        parts.append(Section(LandText.history, [history(request)]))
        // Grid figures of many fields together may be for official use: those who keep the register see them.
        if isDesk { parts.append(Details(LandText.corners, [corners()])) }
        parts.append(ActionBar(actions))
        return Page(named: "\(parcel.number) \(parcel.name)", request, parts)
    }

    private var tag: Tag {
        parcel.closedOn == nil ? Tag(state.label, LandMap.tone(state)) : Tag(LandText.closedOn)
    }

    private func map(_ request: PageRequest) -> any Component {
        let caption =
            shown == versions.last ? LandText.sketch : LandText.outlineOn(request.format.date(shown.from))
        let own = LandMap.shape(shown.outline.outline, "\(parcel.number) \(parcel.name)", isHighlighted: true)
        let others = beside.prefix(60).map {
            LandMap.parcel($0, "\($0.number) \($0.name)", to: Paths.parcel($0.id))
        }
        let edges = LandMap.lines(redLines, around: [shown.outline.outline], request)
        return LandMap.map(caption, [own] + others + edges, hasKeys: false, more: LandMap.lineKeys(request))
    }

    private func facts(_ request: PageRequest) -> [FactList.Fact] {
        let format = request.format
        let outline = shown.outline.outline
        func text(_ value: String?) -> HTML? { value.map { HTML(text: $0) } }
        func links(_ kin: [(id: ParcelID, number: String)]) -> HTML? {
            guard !kin.isEmpty else { return nil }
            let all = kin.map { HTML.link($0.number, to: Paths.parcel($0.id)) }
            return all.dropFirst().reduce(all[0]) { "\($0), \($1)" as HTML }
        }
        let isLet = state == .leased || state == .arrears
        let whatBecame: [(label: Message, value: HTML?)] = [
            (LandText.closedOn, text(parcel.closedOn.map { format.date($0) })),
            (LandText.cameFrom, links(kin.before)), (LandText.became, links(kin.after)),
        ]
        return [
            .init(LandText.number, text(parcel.number)),
            .init(LandText.owner, owner.map { .link($0.name, to: Paths.organisation($0.id)) }),
            .init(LandText.card, card.map { .link($0.asset.name, to: Paths.asset($0.asset.id)) }),
            .init(LandText.lessee, isLet ? text(card?.lesseeName) : nil),
            .init(
                RegistryText.contract,
                isLet
                    ? card?.contract.map { contract in
                        let until = card?.contractEnd.map { format.date($0) } ?? contract.text
                        return .link("\(request(LandText.until)) \(until)", to: Paths.contract(contract))
                    } : nil),
            .init(LandText.registered, text(format.area(shown.area))),
            .init(LandText.drawn, text(format.area(Area(units: outline.areaUnits)))),
            .init(LandText.contracted, parcel.contractArea.map { contracted($0, outline, request) }),
            .init(
                LandText.pieces,
                text(request(LandText.piecesAndCorners("\(outline.pieces.count)", "\(outline.cornerCount)")))),
            .init(
                LandText.zone,
                text(request(LandText.zone("\(outline.zone.rawValue)", "\(outline.zone.centralMeridian)")))),
            .init(LandText.since, text(format.date(shown.from))),
        ] + whatBecame.compactMap { fact in fact.value.map { .init(fact.label, $0) } }
    }

    /// The contract's area, and what the outline has more or less where both are too far apart.
    private func contracted(_ area: Area, _ outline: Outline, _ request: PageRequest) -> HTML {
        let format = request.format
        let units = outline.areaUnits
        guard let verdict = AreaVerdict(measured: units, contract: area.units) else {
            return HTML(text: format.area(area))
        }
        let gap = format.area(Area(units: abs(units - area.units)))
        let words = verdict == .measuredMore ? LandText.more(gap) : LandText.less(gap)
        return "\(format.area(area)) \(Tag(words, .warning), request.language)"
    }

    private func sharedTable(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(LandText.number), .init(LandText.sharedArea, .number), .init(LandText.sharedWidth, .number),
                .init(LandText.state, .state),
            ],
            rows: shared.map { one in
                [
                    .link(one.number, to: Paths.parcel(one.parcel)),
                    HTML(text: SurveyTable.metres((one.areaCm2 + 50) / 100)),
                    HTML(text: SurveyTable.metres((one.widthMm + 5) / 10)),
                    Tag(one.verdict.label, one.verdict == .noise ? .neutral : .warning).html(request.language),
                ]
            })
    }

    private func history(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = versions.reversed().map { version -> [HTML] in
            let until = version.until ?? parcel.closedOn
            return [
                .link(format.date(version.from), to: Paths.parcel(parcel.id, on: version.from)),
                HTML(text: until.map { format.date($0) } ?? request(LandText.today)),
                HTML(text: format.area(version.area)),
                HTML(text: format.count(version.outline.outline.cornerCount)),
                HTML(text: version.reason ?? request(LandText.first)),
            ]
        }
        return DataTable(
            columns: [
                .init(LandText.from, .number), .init(LandText.until, .number), .init(LandText.registered, .number),
                .init(LandText.corners, .number), .init(LandText.why),
            ], rows: rows)
    }

    /// As a survey prints them: the north first.
    private func corners() -> DataTable {
        let outline = shown.outline.outline
        let rows = outline.rings.joined().enumerated().map { position, corner -> [HTML] in
            [
                HTML(text: "J\(position + 1)"), HTML(text: SurveyTable.metres(corner.north)),
                HTML(text: SurveyTable.metres(corner.east + outline.zone.prefix)),
            ]
        }
        return DataTable(
            columns: [.init(LandText.corners), .init(LandText.north, .number), .init(LandText.east, .number)],
            rows: rows)
    }
}
