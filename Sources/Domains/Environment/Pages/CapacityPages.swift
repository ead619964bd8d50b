import HJ212
import Kernel
import Registry
import Storage
import Web

/// Load, removal, electricity and sludge of each facility in a month, with what each figure is made of.
struct CapacityPage {
    let first: CivilDate
    let last: CivilDate
    let lines: [(facility: FacilityLine, month: CapacityMonth)]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        (first, last) = RatesPage.span(request)
        let (first, last) = (first, last)
        lines = try EnvironmentQueries.facilities(in: tx).map { facility in
            let days = try EnvironmentQueries.days(of: facility.id, from: first, until: last, in: tx)
            let operations = try CapacityQueries.operations(of: facility.id, from: first, until: last, in: tx)
            let all = Set(days.map(\.day)).union(operations.keys).sorted()
            return (
                facility,
                CapacityMonth(
                    design: facility.design,
                    days: all.map { day in
                        let lines = days.filter { $0.day == day }
                        let cod = lines.first { $0.item == .cod && $0.verdict != .noValidData }
                        return CapacityMonth.Day(
                            day: day, volume: lines.map(\.figures.volume).max(), outletCOD: cod?.figures.mean,
                            operation: operations[day])
                    })
            )
        }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let loads = lines.compactMap(\.month.load)
        let mean = Micro.quotient(loads.reduce(0) { $0 + Int128($1.units) }, by: Int128(loads.count), decimals: 1)
        let month = format.month(year: first.year, month: first.components.month)
        let before = String(first.adding(months: -1).description.prefix(7))
        return Page(
            CapacityText.title, request,
            [
                Breadcrumb([.init(request(EnvironmentText.title), "/environment"), .init(request(CapacityText.title))]),
                Headline(
                    CapacityText.question(month), answer: CapacityText.answer(mean.map { "\($0.shortest) %" } ?? "—"),
                    note: CapacityText.note, in: request.language),
                ActionBar([Action(RateText.monthBefore, to: "/environment/capacity?month=\(before)")]),
                ListTable(
                    request,
                    columns: [
                        .init("facility", EnvironmentText.facility), .init("load", CapacityText.load, .number),
                        .init("removal", CapacityText.removal, .number),
                        .init("removed", CapacityText.removedMass, .number),
                        .init("energy", CapacityText.energy, .number), .init("sludge", CapacityText.sludge, .number),
                        .init("state", EnvironmentText.state, .state),
                    ], rows: lines.map { cells($0.facility, $0.month, request) },
                    empty: EmptyState(EnvironmentText.noFacilities)),
                Section(
                    CapacityText.definitions,
                    [
                        FactList([
                            .init(CapacityText.load, HTML(text: request(CapacityText.loadMeans))),
                            .init(CapacityText.removal, HTML(text: request(CapacityText.removalMeans))),
                            .init(CapacityText.energy, HTML(text: request(CapacityText.energyMeans))),
                            .init(CapacityText.sludge, HTML(text: request(CapacityText.sludgeMeans))),
                            .init(CapacityText.stateMeans, HTML(text: request(CapacityText.stateRule))),
                            .init(RateText.period, HTML(text: "\(format.date(first)) – \(format.date(last))")),
                        ])
                    ]),
            ])
    }

    private func cells(_ facility: FacilityLine, _ month: CapacityMonth, _ request: PageRequest) -> [ListCell] {
        let state = month.state(on: last)
        let tone: Tag.Tone =
            switch state {
            case .normal: .good
            case .overloaded: .bad
            case .thinInlet, .lowLoad: .warning
            case .insufficient: .neutral
            }
        func figure(_ value: Micro?, _ unit: String = "") -> ListCell {
            .text(value.map { $0.shortest + unit } ?? "—")
        }
        return [
            .text(facility.name, to: "/environment/facilities/\(facility.id)"), figure(month.load, " %"),
            figure(month.removal, " %"), figure(month.removed), figure(month.energy), figure(month.sludge),
            .tag(Tag(CapacityText.state(state), tone), request.language),
        ]
    }
}

/// The sewers of a facility: what flows through each pipe at the peak, and whether it carries it.
struct SewerPage {
    let facility: FacilityLine
    let tree: SewerTree
    let mayLay: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        tree = SewerTree(try CapacityQueries.pipes(of: id, in: tx))
        mayLay = try LayPipe.isOffered(to: request, at: facility.place, in: tx)
    }

    private var here: String { "/environment/facilities/\(facility.id)" }

    /// For EPA SWMM 5.
    var file: [UInt8] { Array(tree.swmm(title: facility.id.text).utf8) }

    func page(_ request: PageRequest) -> Page {
        var actions = mayLay ? [Action(CapacityText.lay, to: here + "/sewer/new", isPrimary: true)] : []
        if !tree.lines.isEmpty { actions.append(Action(CapacityText.swmm, to: here + "/sewer.inp")) }
        return Page(
            CapacityText.sewer, request,
            [
                Breadcrumb([
                    .init(request(EnvironmentText.title), "/environment"), .init(facility.name, here),
                    .init(request(CapacityText.sewer)),
                ]),
                Headline(
                    CapacityText.sewerQuestion,
                    answer: CapacityText.sewerAnswer(tree.lines.count(where: \.isTight), tree.lines.count),
                    note: CapacityText.sewerNote, in: request.language), ActionBar(actions),
                DataTable(
                    columns: [
                        .init(CapacityText.upper), .init(CapacityText.lower), .init(CapacityText.diameter, .number),
                        .init(CapacityText.meanFlow, .number), .init(CapacityText.factor, .number),
                        .init(CapacityText.peak, .number), .init(CapacityText.capacity, .number),
                        .init(CapacityText.depth, .number), .init(EnvironmentText.state, .state),
                        .init(EnvironmentText.act),
                    ], rows: tree.lines.map { cells($0, request) }, empty: EmptyState(CapacityText.noPipes)),
            ])
    }

    private func cells(_ line: SewerTree.Line, _ request: PageRequest) -> [HTML] {
        let pipe = line.pipe
        let depth = pipe.depth(of: line.peak).map { Micro(Int64(($0 * 1_000_000).rounded())).text(decimals: 2) }
        return [
            HTML(text: pipe.upper), HTML(text: pipe.lower), HTML(text: "\(pipe.diameter)"),
            HTML(text: line.mean.text(decimals: 1)), HTML(text: line.factor.text(decimals: 2)),
            HTML(text: line.peak.text(decimals: 1)), HTML(text: pipe.capacity.text(decimals: 1)),
            HTML(text: depth ?? "—"),
            Tag(line.isTight ? CapacityText.tight : CapacityText.fits, line.isTight ? .bad : .good).html(
                request.language),
            mayLay
                ? HTML.link(request(CapacityText.remove), to: here + "/sewer/\(pipe.upper)/remove") : "",
        ]
    }
}

/// The forms of the daily log and the sewers.
enum CapacityForms {
    static let all = [operation, lay, remove]

    static let operation = VerbForm(
        "/environment/facilities/{facility}/operation", EnterOperation.self,
        target: "/environment/facilities/{facility}", of: EnvironmentForms.ofFacility,
        fields: { request, _ in
            VerbForm.hidden("facility", of: request) + [
                .date("day", EnvironmentText.day, value: DayAnswer.yesterday(request.now)),
                .text("energy", CapacityText.energyField, limit: 20),
                .text("inletCOD", CapacityText.inletCOD, optional: true, limit: 20),
                .text("inletAmmonia", CapacityText.inletAmmonia, optional: true, limit: 20),
                .text("sludge", CapacityText.sludgeField, optional: true, limit: 20),
                .number("moisture", CapacityText.moisture, optional: true),
                .text("reason", EnvironmentText.reason, hint: CapacityText.reasonHint, optional: true),
            ]
        })

    static let lay = VerbForm(
        "/environment/facilities/{facility}/sewer/new", LayPipe.self,
        target: "/environment/facilities/{facility}/sewer", of: EnvironmentForms.ofFacility,
        fields: { request, _ in
            VerbForm.hidden("facility", of: request) + [
                .text("upper", CapacityText.upper, hint: CapacityText.shaftHint, limit: 20),
                .text("lower", CapacityText.lower, limit: 20), .text("length", CapacityText.length, limit: 20),
                .number("diameter", CapacityText.diameter, value: 300),
                .text("upperInvert", CapacityText.upperInvert, limit: 20),
                .text("lowerInvert", CapacityText.lowerInvert, limit: 20),
                .text(
                    "roughness", CapacityText.roughness, hint: CapacityText.roughnessHint, value: "0.013", limit: 20),
                .text("inflow", CapacityText.inflow, value: "0", limit: 20),
            ]
        })

    static let remove = VerbForm(
        "/environment/facilities/{facility}/sewer/{shaft}/remove", RemovePipe.self,
        target: "/environment/facilities/{facility}/sewer", of: EnvironmentForms.ofFacility,
        fields: { request, _ in
            VerbForm.hidden("facility", "shaft", of: request) + [.text("reason", InstrumentText.why)]
        })
}
