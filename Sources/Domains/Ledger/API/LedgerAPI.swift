import Kernel
import Registry
package import Storage
package import Web

extension Ledger {
    /// Every address of the books.
    package static func routes(database: any Database) -> [Route] {
        pages(database) + tools(database) + spending(database) + LedgerForm.all.map { $0.route(database) }
            + FileUpload.all.map { $0.route(database) }
            + [VoucherGrid.route(database), WallPage.route(database)]
            + programs(database) + areas(database) + BookWorkbooks.routes(database, readers)
            + PaperRoutes.routes(database, readers)
    }

    /// Several books together.
    private static func areas(_ database: any Database) -> [Route] {
        [
            Route(
                "/statistics/income-bands", AreaText.bandsTitle, readers,
                .page { try IncomeBandPage.page($0, database) }),
            Route("/statistics/consolidated", AreaText.unionTitle, readers, .page { try UnionPage.page($0, database) }),
        ]
    }

    private static let readers = Route.Rule.roles(BookDesk.readers)

    private static func pages(_ database: any Database) -> [Route] {
        [
            Route("/books", BookText.booksTitle, readers, .page { try BookIndexPage.page($0, database) }).inHead(
                BookText.booksTitle, rank: 60),
            Route(
                "/books/{organisation}", BookText.whatIsThere, readers,
                page(database) { organisation, request, tx in
                    try BookPage(organisation, on: request.day, in: tx).page(request)
                }),
            Route(
                "/books/{organisation}/vouchers", BookText.vouchers, readers,
                page(database) {
                    try VoucherListPage($0, $1, in: $2).page($1)
                }),
            Route(
                "/books/{organisation}/accounts/{account}", BookText.ledger, readers,
                page(database) {
                    try AccountLedgerPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/daybook/{account}", BookText.dayBook, readers,
                page(database) {
                    try AccountLedgerPage($0, $1, daily: true, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/trial-balance", BookText.trialBalance, readers,
                page(database) {
                    try TrialBalancePage($0, $1, in: $2).page($1)
                }),
            Route(
                "/books/{organisation}/statements", BookText.statements, readers,
                page(database) {
                    try StatementsPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/parties", BookText.parties, readers,
                page(database) {
                    try PartyBalancePage($0, $1, in: $2).page($1)
                }),
            Route(
                "/books/{organisation}/drafts", BookText.drafts, readers,
                page(database) {
                    try DraftListPage($0, $1, in: $2).page($1)
                }),
            Route(
                "/books/{organisation}/year-end", BookText.yearEnd, readers,
                page(database) {
                    try YearEndPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/vouchers/{voucher}", BookText.whatIsBooked, readers,
                page(database) {
                    try VoucherPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/receivables", BookText.receivables, readers,
                page(database) {
                    try ReceivableListPage($0, in: $2).page($1)
                }),
        ]
    }

    /// The accountant's tools: the month, files, bank, assets, receipts.
    private static func tools(_ database: any Database) -> [Route] {
        [
            Route(
                "/books/{organisation}/month", BookText.monthPage, readers,
                page(database) {
                    try MonthPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/working-paper", BookText.workingPaper, readers,
                page(database) { try WorkingPaperPage($0, in: $2).page($1) }),
            Route(
                "/books/{organisation}/import", ImportText.importing, readers,
                page(database) { organisation, request, _ in ImportIndexPage(organisation: organisation).page(request) }
            ),
            Route(
                "/books/{organisation}/bank", BookText.bank, readers,
                page(database) {
                    try BankListPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/bank/{account}", BookText.bankAccount, readers,
                page(database) {
                    try BankAccountPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/assets", BookText.assets, readers,
                page(database) {
                    try AssetListPage($0, $1, in: $2).page($1)
                }),
            Route(
                "/books/{organisation}/assets/{asset}", BookText.asset, readers,
                page(database) {
                    try AssetCardPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/receipts", BookText.receipts, readers,
                page(database) {
                    try ReceiptListPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/receipts/{year}/{number}", BookText.receiptQuestion, readers,
                page(database) {
                    try ReceiptPage($0, $1, in: $2)?.page($1)
                }),
        ]
    }

    /// What the year plans, spends and reports: budget, claims, yearly reports.
    private static func spending(_ database: any Database) -> [Route] {
        [
            Route(
                "/books/{organisation}/reports", ReportText.reports, readers,
                page(database) {
                    try ReportPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/reports/{year}", ReportText.ofYear, readers,
                page(database) {
                    try ReportPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/invoices", InvoiceListText.invoices, readers,
                page(database) { try InvoiceListPage($0, in: $2).page($1) }),
            Route(
                "/books/{organisation}/dimensions", DimensionText.title, readers,
                page(database) { try DimensionPage($0, $1, in: $2).page($1) }),
            Route(
                "/books/{organisation}/checks", CheckText.title, readers,
                page(database) { try CheckPage($0, $1, in: $2).page($1) }),
            Route(
                "/books/{organisation}/warnings", WarningText.warnings, readers,
                page(database) {
                    try WarningListPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/claims", ClaimText.claims, readers,
                page(database) {
                    try ClaimListPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/claims/{claim}", ClaimText.claim, readers,
                page(database) {
                    try ClaimPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/budget", BudgetText.budget, readers,
                page(database) {
                    try BudgetPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/budget/{year}", BudgetText.ofYear, readers,
                page(database) {
                    try BudgetPage($0, $1, in: $2)?.page($1)
                }),
        ]
    }

    private static func programs(_ database: any Database) -> [Route] {
        [
            Route(
                "/books/{organisation}/journal", BookText.journalFile, readers,
                .file(contentType: "text/plain; charset=utf-8") { request in
                    try database.read { tx in
                        guard let organisation = try BookDesk.organisation(request, in: tx) else { return .notFound }
                        let journal = try HledgerExport.journal(organisation.id, in: tx)
                        return .file(Array(journal.utf8), name: "\(organisation.id).journal")
                    }
                }),
            Route(
                "/api/v1/books/{organisation}/trial-balance", BookText.trialBalanceJSON, readers,
                json(database) { organisation, request, tx in
                    let first = request.query["from"].flatMap { AccountingMonth($0) }
                    return TrialBalanceResource(
                        try TrialBalanceQueries.get(organisation.id, from: first, through: request.day, in: tx))
                }),
            Route(
                "/api/v1/books/{organisation}/vouchers/{voucher}", BookText.voucherJSON, readers,
                json(database) { organisation, request, tx -> VoucherResource? in
                    guard let id = request.identifier("voucher", as: VoucherName.self),
                        let voucher = try VoucherQueries.find(id, in: tx), voucher.organisation == organisation.id
                    else { return nil }
                    return VoucherResource(voucher)
                }),
            Route(
                "/api/v1/books/{organisation}/budget", BudgetText.json, readers,
                json(database) { organisation, request, tx -> BudgetResource? in
                    let year = request.year ?? AccountingYear(AccountingMonth(request.day))
                    return try BudgetQueries.find(organisation.id, year, in: tx).map { BudgetResource($0) }
                }),
            Route(
                "/api/v1/books/{organisation}/receivables", BookText.receivablesJSON, readers,
                json(database) { organisation, _, tx in
                    ReceivablesResource(
                        receivables: try ReceivableQueries.list(organisation.id, in: tx).map { ReceivableResource($0) })
                }),
        ]
    }

    private static func page(
        _ database: any Database,
        _ body: @escaping @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> Page?
    ) -> Route.Handler {
        .page { request in try BookDesk.page(request, database) { try body($0, request, $1) } }
    }

    private static func json<Resource: FieldRecord>(
        _ database: any Database,
        _ body: @escaping @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> Resource?
    ) -> Route.Handler {
        .json(shape: FieldShape(.object(Resource.shapes))) { request in
            try database.read { tx in
                guard let organisation = try BookDesk.organisation(request, in: tx),
                    let resource = try body(organisation, request, tx)
                else { return .notFound }
                return .json(.object(resource.openFields))
            }
        }
    }
}
