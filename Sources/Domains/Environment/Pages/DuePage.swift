import HJ212
import Kernel
import Storage
import Web

/// What is due today: yesterday's days that nobody recorded, and alarms that wait, with their clock.
struct DuePage {
    let missing: [FacilityLine]
    let alarms: [AlarmLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let yesterday = DayAnswer.yesterday(request.now)
        missing = try EnvironmentQueries.facilities(in: tx).filter {
            try EnvironmentQueries.days(of: $0.id, from: yesterday, until: yesterday, in: tx).isEmpty
        }
        alarms = try EnvironmentQueries.openAlarms(in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        // Yesterday has to stand by 13:00, an exceeding day has to be explained within 24 hours.
        let noon = request.now.date.start.adding(seconds: 13 * 3_600)
        let rows =
            missing.map { facility -> [HTML] in
                [
                    HTML.link(facility.name, to: "/environment/facilities/\(facility.id)"),
                    HTML(text: request(EnvironmentText.dayMissing)), HTML.time(noon, request.language),
                ]
            }
            + alarms.map { alarm -> [HTML] in
                [
                    HTML.link(alarm.name, to: "/environment/facilities/\(alarm.facility)"),
                    HTML(
                        text: request(EnvironmentText.alarmWaits(alarm.number, alarm.item, isOwned: alarm.owner != nil))
                    ),
                    HTML.time(alarm.raisedAt.adding(days: 1), request.language),
                ]
            }
        return Page(
            EnvironmentText.due, request,
            [
                Breadcrumb([.init(request(EnvironmentText.title), "/environment"), .init(request(EnvironmentText.due))]
                ),
                Headline(
                    EnvironmentText.dueQuestion, answer: EnvironmentText.dueAnswer(format.count(rows.count)),
                    in: request.language),
                DataTable(
                    columns: [
                        .init(EnvironmentText.facility), .init(EnvironmentText.what), .init(EnvironmentText.by),
                    ], rows: rows, empty: EmptyState(EnvironmentText.nothingDue)),
            ])
    }
}

/// The limits, with their days, conditions and sources.
struct LimitPage {
    let rows: [LimitRow]

    init(_ tx: any ReadTransaction) throws { rows = try EnvironmentQueries.limits(in: tx) }

    func page(_ request: PageRequest) -> Page {
        let cells = rows.map { row -> [HTML] in
            [
                HTML(text: row.id), HTML(text: row.standard), HTML(text: row.grade), HTML(text: row.item),
                HTML(text: [row.lowest?.shortest, row.highest?.shortest].compactMap { $0 }.joined(separator: "–")),
                HTML(text: row.condition.text), HTML(text: request.format.date(row.from)),
                HTML(text: row.until.map { request.format.date($0) } ?? "—"), HTML(text: row.source),
            ]
        }
        return Page(
            EnvironmentText.limits, request,
            [
                Breadcrumb([
                    .init(request(EnvironmentText.title), "/environment"), .init(request(EnvironmentText.limits)),
                ]),
                Headline(
                    EnvironmentText.limitQuestion,
                    answer: EnvironmentText.limitAnswer(request.format.count(rows.count)),
                    note: EnvironmentText.limitNote, in: request.language),
                DataTable(
                    columns: [
                        .init(EnvironmentText.row), .init(EnvironmentText.standard), .init(EnvironmentText.grade),
                        .init(EnvironmentText.item), .init(EnvironmentText.limit, .number),
                        .init(EnvironmentText.condition), .init(EnvironmentText.from, .number),
                        .init(EnvironmentText.until, .number), .init(EnvironmentText.source),
                    ], rows: cells, empty: EmptyState(EnvironmentText.noLimits)),
            ])
    }
}
