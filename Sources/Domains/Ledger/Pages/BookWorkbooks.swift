import Kernel
import Registry
import Storage
import Web
import Workbook

/// Vouchers, trial balance and statements as workbooks to take along, of the same rows as their pages.
enum BookWorkbooks {
    static func routes(_ database: any Database, _ readers: Route.Rule) -> [Route] {
        [
            route("/vouchers.xlsx", BookText.vouchersFile, readers, database, vouchers),
            route("/trial-balance.xlsx", BookText.trialBalanceFile, readers, database, trialBalance),
            route("/statements.xlsx", BookText.statementsFile, readers, database, statements),
        ]
    }

    private static func route(
        _ path: String, _ title: Message, _ readers: Route.Rule, _ database: any Database,
        _ sheets: @escaping @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> [WorkbookOut.Sheet]?
    ) -> Route {
        Route(
            "/books/{organisation}\(path)", title, readers,
            .file(contentType: WorkbookOut.contentType) { request in
                let made = try database.read { tx in
                    try BookDesk.organisation(request, in: tx).flatMap { organisation in
                        try sheets(organisation, request, tx).map { (organisation, $0) }
                    }
                }
                guard let (organisation, sheets) = made else { return .notFound }
                let file = try WorkbookOut(sheets, at: request.day.start).bytes()
                return .file(file, name: "\(organisation.id)\(path.replacing("/", with: "-"))")
            })
    }

    /// Whose books these are, and the unit; the day or period follows.
    private static func heading(_ organisation: Organisation, _ request: PageRequest, _ period: String) -> [String] {
        [organisation.name, period, request(BookText.inYuan)]
    }

    /// Every line of the year's vouchers, as a file of vouchers is read again (`qianmo import vouchers`).
    @Sendable private static func vouchers(
        _ organisation: Organisation, _ request: PageRequest, _ tx: any ReadTransaction
    )
        throws -> [WorkbookOut.Sheet]?
    {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        let names = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0.name) }) { $1 }
        let last = AccountingMonth(request.day)
        let headings = try VoucherQueries.list(
            organisation.id, from: last.january, through: last, account: nil, limit: 20_000, in: tx)
        var rows: [[WorkbookOut.Cell]] = []
        var parties: [PartyID: String] = [:]
        for heading in headings {
            guard let voucher = try VoucherQueries.find(heading.id, in: tx) else { continue }
            for line in voucher.lines {
                if let party = line.party, parties[party] == nil {
                    parties[party] = try PartyQueries.findDisplayName(party, in: tx)
                }
                rows.append([
                    .text(voucher.date.description), .text("\(voucher.month)-\(voucher.number)"),
                    .text(voucher.summary),
                    .text(line.account.text), .text(names[line.account].map { request($0) } ?? ""),
                    line.debit.map { .money($0) } ?? .empty, line.credit.map { .money($0) } ?? .empty,
                    .text(line.party.flatMap { parties[$0] } ?? ""), .count(voucher.attachments),
                ])
            }
        }
        let columns = [
            BookText.date, BookText.number, BookText.summary, BookText.accountCode, BookText.account, BookText.debit,
            BookText.credit, BookText.party, BookText.attachments,
        ]
        return [.init(request(BookText.vouchers), columns: columns.map { request($0) }, rows: rows)]
    }

    @Sendable private static func trialBalance(
        _ organisation: Organisation, _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> [WorkbookOut.Sheet]? {
        let page = try TrialBalancePage(organisation, request, in: tx)
        func cells(_ line: FullTrialBalance.Line) -> [WorkbookOut.Cell] {
            [line.opening, line.period, line.year, line.closing].flatMap { [.money($0.debit), .money($0.credit)] }
        }
        let rows = page.balance.lines.map { line -> [WorkbookOut.Cell] in
            let name = page.accounts[line.account].map { request($0.name) } ?? ""
            return [.text(line.account.text), .text(name)] + cells(line)
        }
        let total: [WorkbookOut.Cell] = [.empty, .text(request(BookText.total))] + cells(page.balance.total)
        return [
            .init(
                request(BookText.trialBalance),
                heading: heading(
                    organisation, request,
                    request(BookText.months(page.balance.from.description, page.balance.through.description))),
                columns: ([BookText.accountCode, BookText.account] + TrialBalancePage.heads).map { request($0) },
                rows: rows + [total])
        ]
    }

    @Sendable private static func statements(
        _ organisation: Organisation, _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> [WorkbookOut.Sheet]? {
        guard let page = try StatementsPage(organisation, request, in: tx) else { return nil }
        let day = request(BookText.onDay(request.format.date(page.statements.date)))
        func sheet(_ title: Message, _ statement: Statement, _ columns: [Message]) -> WorkbookOut.Sheet {
            .init(
                request(title), heading: heading(organisation, request, day),
                columns: ([BookText.number, BookText.line] + columns).map { request($0) },
                rows: statement.shown.map { line in
                    [.count(Int64(line.row.number)), .text(request(line.row.label))]
                        + line.amounts.map { $0.map { .money($0) } ?? .empty }
                })
        }
        return [
            sheet(BookText.balanceSheet, page.statements.sheet, StatementsPage.sheetColumns),
            sheet(BookText.incomeStatement, page.statements.income, StatementsPage.incomeColumns),
        ]
    }
}
