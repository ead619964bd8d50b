import HJ212
import Kernel
import Registry
import Storage
import Web

/// The visits to a facility and what lies there of each reagent.
struct UpkeepPage {
    let facility: FacilityLine
    let visits: [VisitLine]
    let reagents: [(reagent: Reagent, last: ReagentUse)]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        visits = try UpkeepQueries.visits(of: id, limit: 50, in: tx)
        reagents = try UpkeepQueries.reagents(of: id, in: tx)
        let here = "/environment/facilities/\(id)"
        actions = try VerbForm.actions(
            [(RecordVisit.self, here + "/visits/new"), (CountReagent.self, here + "/reagents/count")], request,
            at: facility.place, inOrder: true, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            UpkeepText.title, request,
            [
                Breadcrumb([
                    .init(request(EnvironmentText.title), "/environment"),
                    .init(facility.name, "/environment/facilities/\(facility.id)"),
                    .init(request(UpkeepText.title)),
                ]),
                Headline(
                    UpkeepText.question, answer: UpkeepText.answer(visits.first.map { format.date($0.day) }),
                    note: UpkeepText.visitNote(facility.kind.visitDays(on: request.now.date)), in: request.language),
                ActionBar(actions),
                Section(UpkeepText.reagents, [reagentTable(request)]),
                Section(
                    UpkeepText.visits,
                    [
                        DataTable(
                            columns: [.init(EnvironmentText.day), .init(UpkeepText.found)],
                            rows: visits.map { [HTML(text: format.date($0.day)), HTML(text: $0.words)] },
                            empty: EmptyState(UpkeepText.noVisits))
                    ]),
            ])
    }

    private func reagentTable(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(UpkeepText.reagent), .init(UpkeepText.countedOn), .init(UpkeepText.stock, .number),
                .init(UpkeepText.daily, .number), .init(UpkeepText.runsOut, .state),
            ],
            rows: reagents.map { line in
                [
                    HTML(text: request(line.reagent.label)), HTML(text: request.format.date(line.last.day)),
                    HTML(text: line.last.stock.shortest), HTML(text: line.last.daily?.shortest ?? "—"),
                    runsOut(line.last, request),
                ]
            }, empty: EmptyState(UpkeepText.noReagents))
    }

    private func runsOut(_ use: ReagentUse, _ request: PageRequest) -> HTML {
        guard let day = use.runsOut else {
            return HTML(text: request(use.used == nil ? UpkeepText.unknown : UpkeepText.notUsed))
        }
        let isSoon = use.orderBy.map { $0 <= request.now.date } ?? false
        let shown = request.format.date(day)
        return Tag(Message(zh: shown, en: shown), isSoon ? .warning : .good).html(request.language)
    }
}

extension FacilityKind {
    /// How often somebody goes there.
    func visitDays(on day: CivilDate) -> Int64 {
        let name =
            switch self {
            case .plant: "visitPlant"
            case .town: "visitTown"
            case .village: "visitVillage"
            }
        return DatedTables.value(name, on: day)
    }
}

extension ReagentUse {
    /// A day's, by the last two counts.
    var daily: Micro? {
        guard let used, let days else { return nil }
        return Micro.quotient(Int128(used.units), by: Int128(days), decimals: 1)
    }

    /// The last day to order it.
    var orderBy: CivilDate? {
        runsOut.map { $0.adding(days: -Int(DatedTables.value("reagentLead", on: day))) }
    }
}

/// The days of a month on which a facility took power: the proof that it ran, of a village's the only one.
struct RunningPage {
    let facility: FacilityLine
    let first: CivilDate
    let month: RunningMonth
    private let enter: Action?

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        let (first, last) = RatesPage.span(request)
        self.first = first
        let operations = try CapacityQueries.operations(of: id, from: first, until: last, in: tx)
        month = RunningMonth(from: first, until: last, energy: operations.mapValues(\.energy))
        enter = try EnterOperation.action(
            to: "/environment/facilities/\(id)/operation", for: request, at: facility.place, isPrimary: true, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let here = "/environment/facilities/\(facility.id)"
        let before = String(first.adding(months: -1).description.prefix(7))
        let bars = month.days.map { day in
            ColumnChart.Column(
                String(day.day.components.day), [day.energy?.units ?? 0],
                texts: [day.energy?.shortest ?? request(UpkeepText.unreadBar)])
        }
        return Page(
            UpkeepText.running, request,
            [
                Breadcrumb([
                    .init(request(EnvironmentText.title), "/environment"), .init(facility.name, here),
                    .init(request(UpkeepText.running)),
                ]),
                Headline(
                    UpkeepText.runningQuestion(format.month(year: first.year, month: first.components.month)),
                    answer: UpkeepText.runningAnswer(month.count(.ran), month.count(.still), month.count(.unread)),
                    note: UpkeepText.runningNote(DatedTables.value("idleEnergy", on: first)), in: request.language),
                ActionBar(
                    [enter, Action(RateText.monthBefore, to: here + "/running?month=\(before)")].compactMap(\.self)),
                ColumnChart(UpkeepText.dailyEnergy, series: [UpkeepText.dailyEnergy], bars),
                Section(UpkeepText.still, [named(.still, format)]),
                Section(UpkeepText.unread, [named(.unread, format)]),
            ])
    }

    private func named(_ state: RunningMonth.State, _ format: Format) -> Paragraph {
        let days = month.days(state)
        return Paragraph(days.isEmpty ? UpkeepText.noStill : UpkeepText.days(days.map { format.date($0) }))
    }
}
