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
            organisation.id, from: year, through: last, account: account?.code, limit: 500, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let name = account.map { "\($0.code) \(request($0.name))" }
        let question = name.map { BookText.whatHappenedOn($0) } ?? BookText.whatHappened
        let count = BookText.voucherCount(request.format.count(vouchers.count))
        let rows = vouchers.map { voucher in
            [
                HTML.link(
                    "\(voucher.month)-\(voucher.number)",
                    to: BookDesk.path(organisation.id, "/vouchers/\(voucher.id)")),
                HTML(text: request.format.date(voucher.date)), HTML(text: voucher.summary),
                HTML(text: request(BookText.origin(voucher.origin))),
                HTML(text: request.money(voucher.debit)), HTML(text: request.money(voucher.credit)),
            ]
        }
        return Page(
            named: name ?? request(BookText.vouchers), request,
            [
                BookDesk.crumbs(organisation, request, BookText.vouchers),
                Headline(question, answer: count, in: request.language),
                DataTable(
                    columns: [
                        .init(BookText.number), .init(BookText.date, .number), .init(BookText.summary),
                        .init(BookText.origin), .init(BookText.debit, .number), .init(BookText.credit, .number),
                    ], rows: rows, empty: EmptyState(BookText.noMovement)),
            ])
    }
}
