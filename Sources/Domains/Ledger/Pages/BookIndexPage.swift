import Kernel
import Registry
import Storage
import Web

/// Every set of books in somebody's care.
enum BookIndexPage {
    static func page(_ request: PageRequest, _ database: any Database) throws -> PageResult {
        guard let principal = request.principal else { return .notFound }
        return try database.read { tx in
            let organisations = try OrganisationQueries.list(within: principal.division, in: tx)
            let books = Dictionary(try BookQueries.list(in: tx).map { ($0.organisation, $0) }) { first, _ in first }
            let rows = organisations.filter { books[$0.id] != nil || $0.kind.isCollective }.map { organisation in
                [
                    HTML.link(organisation.name, to: BookDesk.path(organisation.id)),
                    HTML(text: books[organisation.id].map { request.format.date($0.startDate) } ?? ""),
                    HTML(text: books[organisation.id]?.closedThrough?.description ?? ""),
                ]
            }
            let count = request(BookText.bookCount(request.format.count(rows.count)))
            return .page(
                Page(
                    BookText.booksTitle, request,
                    [
                        Headline(BookText.whichBooks, answer: HTML(text: count)),
                        ActionBar([
                            Action(AreaText.bandsTitle, to: "/statistics/income-bands"),
                            Action(AreaText.unionTitle, to: "/statistics/consolidated"),
                        ]),
                        DataTable(
                            columns: [
                                .init(BookText.organisation), .init(BookText.since, .number),
                                .init(BookText.closedThrough, .number),
                            ], rows: rows, empty: EmptyState(BookText.noBooks)),
                    ]))
        }
    }
}
