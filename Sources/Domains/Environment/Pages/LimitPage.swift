import HJ212
import Kernel
import Registry
import Storage
import Web

/// The limits, with their days, conditions and sources.
struct LimitPage {
    let rows: [LimitRow]

    init(_ tx: any ReadTransaction) throws { rows = try EnvironmentQueries.limits(in: tx) }

    func page(_ request: PageRequest) -> Page {
        let mayAdopt = AdoptLimit.isOffered(to: request)
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
                ActionBar(mayAdopt ? [Action(EnvironmentText.adoptLimit, to: "/environment/limits/new")] : []),
                ListTable(
                    request,
                    columns: [
                        .init("standard", EnvironmentText.standard), .init("grade", EnvironmentText.grade),
                        .init("item", EnvironmentText.item), .init("limit", EnvironmentText.limit, .number),
                        .init("condition", EnvironmentText.condition), .init("from", EnvironmentText.from),
                        .init("until", EnvironmentText.until), .init("source", EnvironmentText.source),
                    ], rows: rows.map { cells($0, request) }, empty: EmptyState(EnvironmentText.noLimits)),
            ])
    }

    private func cells(_ row: LimitRow, _ request: PageRequest) -> [ListCell] {
        let figures = [row.lowest?.shortest, row.highest?.shortest].compactMap { $0 }.joined(separator: "–")
        let source = row.isConfirmed ? row.source : request(EnvironmentText.unconfirmed(row.source))
        return [
            .text(row.standard), .text(request(EnvironmentText.grade(row.grade))), .text(row.item),
            .text(row.unit.isEmpty ? figures : "\(figures) \(row.unit)"),
            .text(request(EnvironmentText.condition(row.condition))), .date(row.from, request.format),
            .date(row.until, request.format), .text(source),
        ]
    }
}
