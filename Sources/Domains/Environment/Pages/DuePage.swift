import HJ212
import Kernel
import Registry
import Storage
import Web

/// What is due today: yesterday's days that nobody recorded, and alarms that wait, with their clock.
struct DuePage {
    private struct Line {
        let facility: FacilityID
        let name: String
        let what: Message
        let due: Instant
        let act: HTML?
    }

    let missing: [FacilityLine]
    let alarms: [AlarmLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let yesterday = DayAnswer.yesterday(request.now)
        let within = request.principal?.division ?? .root
        let facilities = try EnvironmentQueries.facilities(within: within, in: tx)
        missing = try facilities.filter {
            try EnvironmentQueries.days(of: $0.id, from: yesterday, until: yesterday, in: tx).isEmpty
        }
        let reached = Set(facilities.map(\.id))
        alarms = try EnvironmentQueries.openAlarms(in: tx).filter { reached.contains($0.facility) }
    }

    func page(_ request: PageRequest) -> Page {
        let lines = lines(request).sorted { $0.due < $1.due }
        let late = lines.count { $0.due < request.now }
        let rows = lines.map { line in
            [
                HTML.link(line.name, to: "/environment/facilities/\(line.facility)"), HTML(text: request(line.what)),
                line.due < request.now
                    ? Tag(EnvironmentText.late, .bad).html(request.language) : HTML.time(line.due, request.language),
                line.act ?? "",
            ]
        }
        return Page(
            EnvironmentText.due, request,
            [
                Breadcrumb([.init(request(EnvironmentText.title), "/environment"), .init(request(EnvironmentText.due))]
                ),
                Headline(
                    EnvironmentText.dueQuestion,
                    answer: EnvironmentText.dueAnswer(request.format.count(rows.count), late: late),
                    in: request.language),
                DataTable(
                    columns: [
                        .init(EnvironmentText.facility), .init(EnvironmentText.what), .init(EnvironmentText.by),
                        .init(EnvironmentText.act),
                    ], rows: rows, empty: EmptyState(EnvironmentText.nothingDue)),
            ])
    }

    private func lines(_ request: PageRequest) -> [Line] {
        func act(_ command: any FacilityVerb.Type, _ path: String) -> HTML? {
            guard command.isOffered(to: request) else { return nil }
            return HTML.link(request(command.title), to: "/environment/facilities/\(path)")
        }
        // Yesterday has to stand by 13:00, an exceeding day has to be explained within 24 hours.
        let noon = request.now.date.start.adding(seconds: 13 * 3_600)
        return missing.map {
            Line(
                facility: $0.id, name: $0.name, what: EnvironmentText.dayMissing, due: noon,
                act: act(RecordDay.self, "\($0.id)/day"))
        }
            + alarms.map {
                Line(
                    facility: $0.facility, name: $0.name,
                    what: EnvironmentText.alarmWaits($0.number, $0.item, isOwned: $0.owner != nil),
                    due: $0.raisedAt.adding(days: 1),
                    act: $0.owner == nil
                        ? act(TakeAlarm.self, "\($0.facility)/alarms/\($0.number)/take")
                        : act(CloseAlarm.self, "\($0.facility)/alarms/\($0.number)/close"))
            }
    }
}
