import Kernel
import Registry
import Storage
import Web

/// All matters, the latest first: how far each has come, and by when its next step is due.
struct DeliberationListPage {
    private static let most = 5_000

    let lines: [DeliberationLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        lines = try DeliberationQueries.list(limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let running = lines.map(\.deliberation).filter { $0.next != nil }
        let late = running.filter { $0.isLate(on: request.now.date) }
        let rows = lines.map { line -> [ListCell] in
            let found = line.deliberation
            return [
                .text(line.subjectLine, to: "/deliberations/\(found.id)"), .text(line.name),
                .text(request(found.matter.label)),
                .text(request(found.next?.label ?? (found.isStopped ? AssemblyText.isStopped : AssemblyText.allTaken))),
                .date(found.due, format), .date(found.opened, format),
            ]
        }
        let open =
            OpenDeliberation.isOffered(to: request)
            ? [Action(OpenDeliberation.title, to: "/deliberations/new", isPrimary: true)] : []
        return Page(
            AssemblyText.deliberations, request,
            [
                Headline(
                    AssemblyText.deliberationsQuestion,
                    answer: AssemblyText.deliberationsAnswer(format.count(running.count), format.count(late.count)),
                    in: request.language),
                ActionBar(open),
                ListTable(
                    request,
                    columns: [
                        .init("subject", AssemblyText.subjectLine), .init("body", AssemblyText.organisation),
                        .init("matter", AssemblyText.matter), .init("next", AssemblyText.nextIs),
                        .init("due", AssemblyText.dueBy, .number), .init("opened", AssemblyText.opened, .number),
                    ], rows: rows, most: Self.most, empty: EmptyState(AssemblyText.noDeliberations)),
            ])
    }
}
