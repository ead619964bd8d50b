import Kernel
import Storage
import Web

/// The market's figures of this month, each with what it counts, and those filed for earlier periods.
struct StatisticsPage {
    let statistics: LabourStatistics
    let filed: [(place: String, from: CivilDate, until: CivilDate, figures: MarketFigures, source: String)]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let (year, month, _) = request.now.date.components
        let first = CivilDate(firstOfMonth: year * 12 + month - 1)
        statistics = try StatisticsQueries.statistics(from: first, until: request.now.date, at: request.now, in: tx)
        filed = try StatisticsQueries.listFiled(in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let rows = LabourFigure.allCases.map { figure -> [HTML] in
            [
                HTML(text: request(StatisticsText.label(figure))), HTML(text: value(figure, request)),
                HTML(text: request(StatisticsText.definition(figure))),
            ]
        }
        let format = request.format
        let period = StatisticsText.period(format.date(statistics.from), format.date(statistics.until))
        return Page(
            StatisticsText.title, request,
            [
                Breadcrumb([.init(request(LabourWords.board), "/labour"), .init(request(StatisticsText.title))]),
                Headline(
                    StatisticsText.question, answer: StatisticsText.people(value(.persons, request)),
                    note: StatisticsText.note,
                    in: request.language),
                Paragraph(period),
                DataTable(
                    columns: [
                        .init(StatisticsText.figure), .init(StatisticsText.value, .number),
                        .init(StatisticsText.countedAs),
                    ], rows: rows, empty: EmptyState(LabourWords.nobody)),
                Section(StatisticsText.filed, [table(request)]),
            ])
    }

    private func value(_ figure: LabourFigure, _ request: PageRequest) -> String {
        if let whole = statistics.denominators[figure] {
            return request.format.percent(statistics.counts[figure] ?? 0, of: whole)
        }
        return cell(statistics.shown(figure), request)
    }

    private func cell(_ shown: Suppressed, _ request: PageRequest) -> String {
        switch shown {
        case .number(let number): request.format.count(number)
        case .fewer(let least): request(StatisticsText.fewer(request.format.count(least)))
        }
    }

    private func table(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = filed.map { row -> [HTML] in
            [
                HTML(text: row.place),
                HTML(text: request(StatisticsText.period(format.date(row.from), format.date(row.until)))),
                HTML(text: format.count(row.figures.employers)), HTML(text: format.count(row.figures.posts)),
                HTML(text: cell(Suppressed(row.figures.served, least: statistics.least), request)),
                HTML(text: cell(Suppressed(row.figures.persons, least: statistics.least), request)),
                HTML(text: cell(Suppressed(row.figures.intentions, least: statistics.least), request)),
                HTML(text: row.source),
            ]
        }
        let figures: [LabourFigure] = [.employers, .posts, .served, .persons, .intentions]
        return DataTable(
            columns: [.init(LabourWords.place), .init(StatisticsText.period)]
                + figures.map { .init(StatisticsText.label($0), .number) } + [.init(LabourWords.source)],
            rows: rows, empty: EmptyState(StatisticsText.noneFiled))
    }
}
