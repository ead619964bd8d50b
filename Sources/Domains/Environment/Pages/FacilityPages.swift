import HJ212
import Kernel
import Registry
import Storage
import Web

/// All facilities, and whether the water of each met the limit yesterday.
struct FacilityListPage {
    struct Line {
        let facility: FacilityLine
        let answer: DayAnswer
    }

    let lines: [Line]
    let actions: [Action]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let role = request.principal?.role
        var actions = [
            Action(EnvironmentText.limits, to: "/environment/limits"), Action(RateText.rates, to: "/environment/rates"),
            Action(CapacityText.title, to: "/environment/capacity"),
        ]
        if let role, Environment.due.contains(role) {
            actions.insert(Action(EnvironmentText.due, to: "/environment/due", isPrimary: true), at: 0)
        }
        if RegisterFacility.isOffered(to: request) {
            actions.append(Action(EnvironmentText.registerFacility, to: "/environment/facilities/new"))
        }
        self.actions = actions
        let yesterday = DayAnswer.yesterday(request.now)
        lines = try EnvironmentQueries.facilities(in: tx).map { facility in
            let days = try EnvironmentQueries.days(of: facility.id, from: yesterday, until: yesterday, in: tx)
            return Line(facility: facility, answer: DayAnswer(days))
        }
    }

    func page(_ request: PageRequest) -> Page {
        let met = lines.count { $0.answer == .meets }
        let rows = lines.map { line -> [HTML] in
            [
                HTML.link(line.facility.name, to: "/environment/facilities/\(line.facility.id)"),
                HTML(text: request(line.facility.kind.label)),
                HTML(text: request.format.millionths(line.facility.design.units)),
                line.answer.tag.html(request.language),
            ]
        }
        return Page(
            EnvironmentText.title, request,
            [
                Headline(
                    EnvironmentText.listQuestion,
                    answer: EnvironmentText.listAnswer(request.format.count(met), request.format.count(lines.count)),
                    note: EnvironmentText.listNote, in: request.language),
                DataTable(
                    columns: [
                        .init(EnvironmentText.facility), .init(EnvironmentText.kind),
                        .init(EnvironmentText.design, .number), .init(EnvironmentText.yesterday, .state),
                    ], rows: rows, empty: EmptyState(EnvironmentText.noFacilities)),
                ActionBar(actions),
            ])
    }
}

/// What a day of a facility comes to: it meets only if every item that was judged meets.
enum DayAnswer: Hashable {
    case meets, exceeds([MeasuredItem]), noDischarge, noValidData, cannotBeJudged, nothingRecorded

    init(_ days: [DayLine]) {
        let exceeding = days.filter { $0.verdict == .exceeds }.map(\.item)
        func has(_ verdict: Verdict) -> Bool { days.contains { $0.verdict == verdict } }
        if days.isEmpty {
            self = .nothingRecorded
        } else if !exceeding.isEmpty {
            self = .exceeds(exceeding)
        } else if has(.noValidData) {
            self = .noValidData
        } else if has(.cannotBeJudged) {
            self = .cannotBeJudged
        } else if has(.meets) {
            self = .meets
        } else {
            self = .noDischarge
        }
    }

    static func yesterday(_ now: Instant) -> CivilDate { CivilDate(dayNumber: now.date.dayNumber - 1) }

    var label: Message { EnvironmentText.answer(self) }

    var tag: Tag {
        switch self {
        case .meets: Tag(label, .good)
        case .exceeds: Tag(label, .bad)
        case .noDischarge: Tag(label)
        case .noValidData, .cannotBeJudged, .nothingRecorded: Tag(label, .warning)
        }
    }
}

/// One facility: one question, one answer, the days behind it.
struct FacilityPage {
    static let shownDays = 30
    static let listedDays = 7

    let facility: FacilityLine
    let days: [DayLine]
    let alarms: [AlarmLine]
    let stations: [StationLine]
    let letters: [LetterLine]
    let operators: OperatorSection
    let isDesk: Bool
    let mayWrite: Bool
    let actions: [Action]

    /// `standings`: how the instalments of a contract stand, as the public board has them.
    init?(_ request: PageRequest, standings: InstalmentStandings? = nil, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        letters = try UpkeepQueries.letters(of: id, in: tx)
        operators = try OperatorSection(facility, request, standings: standings, in: tx)
        let today = request.now.date
        days = try EnvironmentQueries.days(
            of: id, from: CivilDate(dayNumber: today.dayNumber - Self.shownDays), until: today, in: tx)
        alarms = try EnvironmentQueries.alarms(of: id, in: tx)
        stations = try EnvironmentQueries.stations(of: id, in: tx)
        let acts: [(any FacilityVerb.Type, String)] = [
            (RecordDay.self, "day"), (EnterOperation.self, "operation"), (AssignStandard.self, "standard"),
            (RegisterStation.self, "station"),
        ]
        let given = try acts.compactMap { command, path in
            try command.action(
                to: "/environment/facilities/\(id)/\(path)", for: request, at: facility.place,
                isPrimary: path == "day", in: tx)
        }
        let here = "/environment/facilities/\(id)"
        let commands =
            try request.principal.map {
                try Environment.orders.reaches(Belonging(at: facility.place), for: $0, in: tx)
            } ?? false
        actions =
            given + [
                Action(InstrumentText.title, to: here + "/instruments"),
                Action(UpkeepText.title, to: here + "/upkeep"),
                Action(UpkeepText.running, to: here + "/running"),
                Action(CapacityText.sewer, to: here + "/sewer"),
            ] + (commands ? [Action(DeviceText.title, to: here + "/orders")] : [])
        isDesk = try TakeAlarm.isOffered(to: request, at: facility.place, in: tx)
        mayWrite = try WriteLetter.isOffered(to: request, at: facility.place, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let yesterday = DayAnswer.yesterday(request.now)
        let answer = DayAnswer(days.filter { $0.day == yesterday })
        let here = "/environment/facilities/\(facility.id)"
        let items = MeasuredItem.allCases.filter { item in days.contains { $0.item == item } }
        return Page(
            named: facility.name, request,
            [
                Breadcrumb([.init(request(EnvironmentText.title), "/environment"), .init(facility.name)]),
                Headline(EnvironmentText.question, answer: answer.label, note: note(request), in: request.language),
                ActionBar(actions),
            ]
                + items.map { item in
                    LimitChart(caption: EnvironmentText.chart(item), days: days.filter { $0.item == item })
                } + [
                    dayTable(request),
                    Section(
                        EnvironmentText.take,
                        [
                            HTML.link("CSV", to: here + "/days.csv"), HTML(text: " · "),
                            HTML.link(request(EnvironmentText.hoursFile), to: here + "/hours.csv"), HTML(text: " · "),
                            HTML.link("SensorThings", to: here + "/sensorthings"),
                        ]), Section(EnvironmentText.alarms, [alarmTable(request)]),
                    Section(LetterText.letters, [LetterTable(letters: letters).table(request)]),
                    Section(EnvironmentText.stations, [stationTable(request)]),
                ] + operators.parts(request))
    }

    private func note(_ request: PageRequest) -> Message {
        let rates = days.filter { $0.verdict == .meets || $0.verdict == .exceeds }
        return EnvironmentText.rate(
            meets: rates.count { $0.verdict == .meets }, judged: rates.count, other: days.count - rates.count)
    }

    /// The last week; all thirty days with every figure are in the file.
    private func dayTable(_ request: PageRequest) -> DataTable {
        let week = request.now.date.adding(days: -Self.listedDays)
        let rows = days.reversed().filter { $0.day >= week }.map { day -> [HTML] in
            [
                HTML(text: request.format.date(day.day)), HTML(text: request(EnvironmentText.item(day.item))),
                HTML(text: day.shown?.text(decimals: 2) ?? "—"), HTML(text: day.limitHigh?.shortest ?? "—"),
                HTML(text: day.row ?? "—"), HTML(text: "\(day.figures.validHours)/\(day.figures.dueHours)"),
                Tag(day.verdict.label, day.verdict == .exceeds ? .bad : day.verdict == .meets ? .good : .warning).html(
                    request.language),
            ]
        }
        return DataTable(
            EnvironmentText.lastWeek,
            columns: [
                .init(EnvironmentText.day, .number), .init(EnvironmentText.item), .init(EnvironmentText.mean, .number),
                .init(EnvironmentText.limit, .number), .init(EnvironmentText.row),
                .init(EnvironmentText.hours, .number),
                .init(EnvironmentText.verdict, .state),
            ], rows: Array(rows), empty: EmptyState(EnvironmentText.noDays))
    }

    private func alarmTable(_ request: PageRequest) -> DataTable {
        let rows = alarms.map { alarm -> [HTML] in
            let state =
                alarm.closedAt.map { EnvironmentText.closed(request.format.instant($0)) }
                ?? (alarm.owner == nil ? EnvironmentText.unowned : EnvironmentText.owned)
            return [
                HTML(text: request.format.count(alarm.number)),
                HTML(text: request(EnvironmentText.alarm(alarm.kind, alarm.item))),
                HTML(text: request.format.date(alarm.day)), HTML.time(alarm.raisedAt, request.language),
                HTML(text: request(state)), HTML(text: alarm.words ?? ""), act(on: alarm, request) ?? "",
            ]
        }
        return DataTable(
            columns: [
                .init(EnvironmentText.number, .number), .init(EnvironmentText.what),
                .init(EnvironmentText.day, .number),
                .init(EnvironmentText.raised), .init(EnvironmentText.state), .init(EnvironmentText.words),
                .init(EnvironmentText.act),
            ], rows: rows, empty: EmptyState(EnvironmentText.noAlarms))
    }

    /// What is to be done with an open alarm: first somebody takes it, then it is closed.
    private func act(on alarm: AlarmLine, _ request: PageRequest) -> HTML? {
        guard isDesk, alarm.closedAt == nil else { return nil }
        let waiting = letters.first { $0.alarm == alarm.number && $0.answer == nil }
        var acts: [(Message, String)] = []
        // A letter has its answer before its alarm is closed.
        if alarm.owner == nil {
            acts.append((TakeAlarm.title, "take"))
        } else if waiting == nil {
            acts.append((CloseAlarm.title, "close"))
        }
        if mayWrite, alarm.kind == .exceedance, waiting == nil { acts.append((WriteLetter.title, "letter")) }
        return HTML.joined(
            acts.map { title, path in
                HTML.link(
                    request(title), to: "/environment/facilities/\(facility.id)/alarms/\(alarm.number)/\(path)")
            }, by: " · ")
    }

    private func stationTable(_ request: PageRequest) -> DataTable {
        let rows = stations.map { station in
            [
                HTML(text: station.mn), HTML(text: request(EnvironmentText.edition(station.version))),
                HTML(text: request(EnvironmentText.dialect(station.dialect))),
                HTML(text: request.format.count(station.longest)),
            ]
        }
        return DataTable(
            columns: [
                .init(EnvironmentText.station), .init(EnvironmentText.edition),
                .init(EnvironmentText.checksum),
                .init(EnvironmentText.longest, .number),
            ], rows: rows, empty: EmptyState(EnvironmentText.noStations))
    }
}
