import HJ212
import Kernel
import Registry
import Storage
import Web

/// What is due today, with its clock, done or open: yesterday's days, marks to confirm, standard checks, the comparison of
/// the month, letters and their answers, visits, reagents, and alarms that wait.
struct DuePage {
    struct Line {
        let facility: FacilityLine
        let what: Message
        let due: Instant
        let isDone: Bool
        /// The form for it: the verb and the path below the facility.
        let act: (any FacilityVerb.Type, String)?
        /// Done, but after its time.
        var wasLate = false
    }

    let lines: [Line]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let facilities = try EnvironmentQueries.facilities(within: request.principal?.division ?? .root, in: tx)
        let alarms = try EnvironmentQueries.openAlarms(in: tx)
        lines = try facilities.flatMap { facility in
            [try Self.day(facility, request.now, in: tx)] + (try Self.marks(facility, request, in: tx))
                + (try Self.instruments(facility, request.now, in: tx))
                + (try Self.upkeep(facility, request, in: tx))
                + (try Self.alarms(alarms.filter { $0.facility == facility.id }, of: facility, request, in: tx))
        }.sorted { ($0.isDone ? 1 : 0, $0.due) < ($1.isDone ? 1 : 0, $1.due) }
    }

    var open: [Line] { lines.filter { !$0.isDone } }

    func page(_ request: PageRequest) -> Page {
        let late = open.count { $0.due < request.now }
        let rows = lines.map { line in
            [
                HTML.link(line.facility.name, to: "/environment/facilities/\(line.facility.id)"),
                HTML(text: request(line.what)), HTML.time(line.due, request.language),
                Self.state(line, request.now).html(request.language), line.isDone ? "" : act(line, request),
            ]
        }
        return Page(
            EnvironmentText.due, request,
            [
                Breadcrumb([.init(request(EnvironmentText.title), "/environment"), .init(request(EnvironmentText.due))]
                ),
                Headline(
                    EnvironmentText.dueQuestion,
                    answer: EnvironmentText.dueAnswer(request.format.count(open.count), late: late),
                    in: request.language),
                DataTable(
                    columns: [
                        .init(EnvironmentText.facility), .init(EnvironmentText.what), .init(EnvironmentText.by),
                        .init(EnvironmentText.state, .state), .init(EnvironmentText.act),
                    ], rows: rows, empty: EmptyState(EnvironmentText.nothingDue)),
            ])
    }

    private static func state(_ line: Line, _ now: Instant) -> Tag {
        if line.isDone {
            return line.wasLate ? Tag(LetterText.answeredLate, .warning) : Tag(InstrumentText.done, .good)
        }
        return line.due < now ? Tag(EnvironmentText.late, .bad) : Tag(InstrumentText.open, .warning)
    }

    private func act(_ line: Line, _ request: PageRequest) -> HTML {
        guard let (command, path) = line.act, command.isOffered(to: request) else { return "" }
        return HTML.link(request(command.title), to: "/environment/facilities/\(line.facility.id)/\(path)")
    }

    /// Yesterday has to stand by 13:00.
    private static func day(_ facility: FacilityLine, _ now: Instant, in tx: any ReadTransaction) throws -> Line {
        let yesterday = DayAnswer.yesterday(now)
        let days = try EnvironmentQueries.days(of: facility.id, from: yesterday, until: yesterday, in: tx)
        return Line(
            facility: facility, what: days.isEmpty ? EnvironmentText.dayMissing : EnvironmentText.dayThere,
            due: now.date.start.adding(seconds: 13 * 3_600), isDone: !days.isEmpty, act: (RecordDay.self, "day"))
    }

    /// A mark is confirmed by 13:00 of the day after the one it is of.
    private static func marks(_ facility: FacilityLine, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> [Line]
    {
        let first = request.now.date.adding(days: -FacilityPage.shownDays)
        return try InstrumentQueries.marks(of: facility.id, from: first, in: tx).filter { $0.state == .waiting }.map {
            Line(
                facility: facility, what: InstrumentText.markDue($0.number, request.format.date($0.day)),
                due: $0.day.end.adding(seconds: 13 * 3_600), isDone: false,
                // Whoever made it leaves it to another.
                act: $0.by == request.principal?.person
                    ? nil : (ConfirmMark.self, "marks/\($0.number)/confirm"))
        }
    }

    /// Of each instrument in force: a check that is not older than a day, and a comparison within the month.
    private static func instruments(_ facility: FacilityLine, _ now: Instant, in tx: any ReadTransaction) throws
        -> [Line]
    {
        let hours = DatedTables.value("checkHours", on: now.date)
        let month = now.date.monthStart
        return try InstrumentQueries.instruments(of: facility.id, in: tx).filter { $0.isInForce(on: now.date) }.flatMap
        {
            line -> [Line] in
            let since = line.check?.at ?? line.accepted?.start ?? now
            // After a failed check the next one is due at once.
            let next = line.check?.passed == false ? since : since.adding(seconds: hours * 3_600)
            let check = Line(
                facility: facility, what: InstrumentText.checkDue(line.item), due: next,
                isDone: line.check != nil && next > now,
                act: (RecordCheck.self, "instruments/\(line.number)/check"))
            guard Comparison.tolerance(of: line.item.rawValue, at: Micro(1)) != nil else { return [check] }
            let compared = Line(
                facility: facility, what: InstrumentText.comparisonDue(line.item), due: month.adding(months: 1).start,
                isDone: line.comparison.map { $0.day >= month } ?? false,
                act: (RecordComparison.self, "instruments/\(line.number)/comparison"))
            return [check, compared]
        }
    }

    private static func alarms(
        _ alarms: [AlarmLine], of facility: FacilityLine, _ request: PageRequest, in tx: any ReadTransaction
    ) throws -> [Line] {
        try letters(facility, alarms, request, in: tx) + alarms.map { alarm($0, of: facility) }
    }

    /// An alarm is taken up within 24 hours.
    private static func alarm(_ alarm: AlarmLine, of facility: FacilityLine) -> Line {
        Line(
            facility: facility,
            what: EnvironmentText.alarmWaits(
                alarm.number, EnvironmentText.alarm(alarm.kind, alarm.item), isOwned: alarm.owner != nil),
            due: alarm.takenBy, isDone: false,
            act: alarm.owner == nil
                ? (TakeAlarm.self, "alarms/\(alarm.number)/take") : (CloseAlarm.self, "alarms/\(alarm.number)/close"))
    }
}
