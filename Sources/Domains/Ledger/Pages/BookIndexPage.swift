import Kernel
import Registry
import Storage
import Web

/// Every set of books in somebody's care, and which of them are behind.
enum BookIndexPage {
    static func page(_ request: PageRequest, _ database: any Database) throws -> PageResult {
        guard let principal = request.principal else { return .notFound }
        return try database.read { tx in
            let today = request.now.date
            let last = AccountingMonth(today).previous
            let lines = try BookIndexQueries.list(within: principal.division, on: today, in: tx)
            let open = lines.filter { $0.books != nil }
            let behind = open.count { !$0.isClosed(through: last) }
            // Those that are behind stand first; otherwise by place.
            let rows = (lines.filter { !$0.isClosed(through: last) } + lines.filter { $0.isClosed(through: last) })
                .map { row($0, last, request) }
            let format = request.format
            return .page(
                Page(
                    BookText.booksTitle, request,
                    [
                        Headline(
                            BookText.whichBooks(month(last, format)),
                            answer: BookText.booksBehind(format.count(behind), of: format.count(open.count)),
                            in: request.language),
                        ActionBar([
                            Action(AreaText.bandsTitle, to: "/statistics/income-bands"),
                            Action(AreaText.unionTitle, to: "/statistics/consolidated"),
                        ]),
                        ListTable(
                            request,
                            columns: [
                                .init("name", BookText.organisation), .init("money", BookText.cash, .number),
                                .init("overdue", BookText.overdueMoney, .number),
                                .init("drafts", BookText.openVouchers, .number),
                                .init("closed", BookText.closedThrough, .state),
                            ], rows: rows, most: BookIndexQueries.most, empty: EmptyState(BookText.noBooks)),
                    ]))
        }
    }

    private static func row(_ line: BookIndexLine, _ last: AccountingMonth, _ request: PageRequest) -> [ListCell] {
        let format = request.format
        let path = BookDesk.path(line.organisation.id)
        let name = ListCell.text(line.organisation.name, to: path)
        guard let books = line.books else {
            return [name, .text(""), .text(""), .text(""), .tag(Tag(BookText.notOpenYet, .neutral), request.language)]
        }
        let isClosed = line.isClosed(through: last)
        let through = books.closedThrough.map { BookText.closedTo(month($0, format)) } ?? BookText.neverClosed
        return [
            name, .money(line.money, format),
            .money(
                line.overdue, format,
                to: line.overdue > .zero ? BookDesk.path(line.organisation.id, "/receivables") : nil),
            .count(line.drafts, format), .tag(Tag(through, isClosed ? .good : .warning), request.language),
        ]
    }

    private static func month(_ month: AccountingMonth, _ format: Format) -> String {
        format.month(year: Int(month.index / 12), month: Int(month.index % 12) + 1)
    }
}
