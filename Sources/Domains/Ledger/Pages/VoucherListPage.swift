import Kernel
import Registry
import Storage
import Web

/// The vouchers of a year to date.
struct VoucherListPage {
    let organisation: Organisation
    let last: AccountingMonth
    let vouchers: [VoucherHeading]
    private static let most = 5_000

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        last = AccountingMonth(request.day)
        vouchers = try VoucherQueries.list(
            organisation.id, from: last.january, through: last, account: nil, limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        func path(_ rest: String) -> String { BookDesk.path(organisation.id, rest) }
        // Where nothing is listed there is no file to take along.
        let files =
            vouchers.isEmpty
            ? []
            : [
                Action(BookText.takeWorkbook, to: path("/vouchers.xlsx?at=\(request.day)")),
                Action(PrintText.vouchersFile, to: path("/vouchers.pdf?at=\(request.day)")),
            ]
        let count = BookText.voucherCount(request.format.count(vouchers.count))
        let rows = vouchers.map { voucher -> [ListCell] in
            [
                .text("\(voucher.month)-\(voucher.number)", to: path("/vouchers/\(voucher.id)")),
                .date(voucher.date, request.format), .text(voucher.summary),
                .text(request(BookText.origin(voucher.origin))),
                .money(voucher.debit, request.format), .money(voucher.credit, request.format),
            ]
        }
        return Page(
            BookText.vouchers, request,
            [
                BookDesk.crumbs(organisation, request, BookText.vouchers),
                Headline(
                    BookText.whatHappened, answer: count,
                    note: BookText.months(last.january.description, last.description), in: request.language),
                ActionBar(files + request.otherDays(byMonth: false)),
                ListTable(
                    request,
                    columns: [
                        .init("number", BookText.number), .init("date", BookText.date, .number),
                        .init("summary", BookText.summary), .init("origin", BookText.origin),
                        .init("debit", BookText.debit, .number), .init("credit", BookText.credit, .number),
                    ], rows: rows, most: Self.most, empty: EmptyState(BookText.noMovement)),
            ])
    }
}
