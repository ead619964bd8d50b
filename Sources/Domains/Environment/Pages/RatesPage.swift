import HJ212
import Kernel
import Storage
import Web

/// How much of what was due arrived and was valid, of each facility in a month, with what each rate is made of.
struct RatesPage {
    let first: CivilDate
    /// The last day that counts: the month's, or yesterday.
    let last: CivilDate
    let lines: [(facility: FacilityLine, rates: MonthRates)]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        (first, last) = Self.span(request)
        let (first, last) = (first, last)
        lines = try EnvironmentQueries.facilities(in: tx).map { facility in
            // What is measured at the point: whatever was recorded in the month or in the one before.
            let days = try EnvironmentQueries.days(of: facility.id, from: first.adding(months: -1), until: last, in: tx)
            let records = days.filter { $0.day >= first }.map {
                MonthRates.Record(
                    item: $0.item, day: $0.day, due: $0.figures.dueHours, received: $0.figures.receivedHours,
                    valid: $0.figures.validHours)
            }
            return (
                facility, MonthRates(records, of: Set(days.map(\.item)), from: first, until: last)
            )
        }
    }

    /// The month asked for, as far as it is over.
    static func span(_ request: PageRequest) -> (CivilDate, CivilDate) {
        let yesterday = DayAnswer.yesterday(request.now)
        let asked = request.query["month"].flatMap { $0.utf8.count == 7 ? CivilDate($0 + "-01") : nil }
        let first = asked ?? yesterday.monthStart
        return (first, min(first.adding(months: 1).adding(days: -1), yesterday))
    }

    private var month: String { String(first.description.prefix(7)) }
    private var before: String { String(first.adding(months: -1).description.prefix(7)) }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let all = MonthRates.sum(lines.map(\.rates))
        var rows = lines.map { line in
            let name = ListCell.text(line.facility.name, to: "/environment/facilities/\(line.facility.id)")
            return [name] + Self.cells(line.rates, last, request)
        }
        if lines.count > 1 {
            rows.append([ListCell.text(request(RateText.all))] + Self.cells(all, last, request))
        }
        return Page(
            RateText.rates, request,
            [
                Breadcrumb([.init(request(EnvironmentText.title), "/environment"), .init(request(RateText.rates))]),
                Headline(
                    RateText.question(format.month(year: first.year, month: first.components.month)),
                    answer: RateText.percent(all.rates.effective), note: RateText.note, in: request.language),
                ActionBar([Action(RateText.monthBefore, to: "/environment/rates?month=\(before)")]),
                ListTable(
                    request,
                    columns: [
                        .init("facility", EnvironmentText.facility), .init("due", RateText.due, .number),
                        .init("received", RateText.received, .number), .init("valid", RateText.valid, .number),
                        .init("transmission", RateText.transmission, .number),
                        .init("validity", RateText.validity, .number),
                        .init("effective", RateText.effective, .number), .init("missing", RateText.missing, .number),
                        .init("untold", RateText.untold, .number), .init("state", EnvironmentText.state, .state),
                    ], rows: rows, empty: EmptyState(EnvironmentText.noFacilities)),
                Section(
                    RateText.definitions,
                    [
                        FactList([
                            .init(RateText.due, HTML(text: request(RateText.dueMeans))),
                            .init(RateText.transmission, HTML(text: request(RateText.transmissionMeans))),
                            .init(RateText.validity, HTML(text: request(RateText.validityMeans))),
                            .init(RateText.effective, HTML(text: request(RateText.effectiveMeans))),
                            .init(RateText.period, HTML(text: "\(format.date(first)) – \(format.date(last))")),
                            .init(
                                RateText.asked,
                                HTML(text: "\(DatedTables.value("effectiveRatePass", on: last)) %")),
                        ])
                    ]),
            ])
    }

    private static func cells(_ line: MonthRates, _ day: CivilDate, _ request: PageRequest) -> [ListCell] {
        let format = request.format
        let tag: Tag =
            switch line.passes(on: day) {
            case true?: Tag(RateText.passes, .good)
            case false?: Tag(RateText.fallsShort, .bad)
            case nil: Tag(RateText.nothingDue)
            }
        let rates = line.rates
        let counts = [rates.due, rates.received, rates.valid].map { ListCell.count($0, format) }
        let shares = [rates.transmission, rates.validity, rates.effective].map {
            ListCell.text(request(RateText.percent($0)))
        }
        let rest = [Int64(line.missing), Int64(line.untold)].map { ListCell.count($0, format) }
        return counts + shares + rest + [ListCell.tag(tag, request.language)]
    }
}
