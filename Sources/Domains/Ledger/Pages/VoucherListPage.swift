import Kernel
import Registry
import Storage
import Web

/// The vouchers of a year, of the whole books or of one account.
struct VoucherListPage {
    let organisation: Organisation
    let account: BookAccount?
    let year: AccountingMonth
    let vouchers: [VoucherHeading]
    private static let most = 5_000

    /// Nil when the account of the address does not exist.
    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        let last = AccountingMonth(request.day)
        year = last.january
        if request.parameters["account"] == nil {
            account = nil
        } else {
            let code = request.identifier("account", as: AccountName.self)
            let found = try BookQueries.accounts(organisation.id, in: tx).first { $0.code == code }
            guard let found else { return nil }
            account = found
        }
        vouchers = try VoucherQueries.list(
            organisation.id, from: year, through: last, account: account?.code, limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let name = account.map { "\($0.code) \(request($0.name))" }
        let question = name.map { BookText.whatHappenedOn($0) } ?? BookText.whatHappened
        let count = BookText.voucherCount(request.format.count(vouchers.count))
        let rows = vouchers.map { voucher -> [ListCell] in
            [
                .text(
                    "\(voucher.month)-\(voucher.number)",
                    to: BookDesk.path(organisation.id, "/vouchers/\(voucher.id)")),
                .date(voucher.date, request.format), .text(voucher.summary),
                .text(request(BookText.origin(voucher.origin))),
                .money(voucher.debit, request.format), .money(voucher.credit, request.format),
            ]
        }
        return Page(
            named: name ?? request(BookText.vouchers), request,
            [
                BookDesk.crumbs(organisation, request, BookText.vouchers),
                Headline(question, answer: count, in: request.language),
                ActionBar([
                    Action(BookText.takeWorkbook, to: BookDesk.path(organisation.id, "/vouchers.xlsx")),
                    Action(PrintText.vouchersFile, to: BookDesk.path(organisation.id, "/vouchers.pdf")),
                ]),
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
