import Kernel
import Registry
package import Storage
package import Web

/// The addresses of the books.
package enum LedgerAPI {
    package static func routes(database: any Database) -> [Route] {
        pages(database) + forms(database) + programs(database)
    }

    private static let readers = Route.Rule.roles(BookDesk.readers)
    private static let keepers = Route.Rule.roles(BookDesk.keepers)

    private static func pages(_ database: any Database) -> [Route] {
        [
            Route("/books", BookText.booksTitle, readers, .page { try BookIndexPage.page($0, database) }),
            Route(
                "/books/{organisation}", BookText.trialBalance, readers,
                page(database) { organisation, request, tx in
                    try BookPage(organisation, on: request.day, in: tx).page(request)
                }),
            Route(
                "/books/{organisation}/vouchers", BookText.vouchers, readers,
                page(database) {
                    try VoucherListPage($0, $1, in: $2)?.page($1)
                }),
            Route(
                "/books/{organisation}/accounts/{account}", BookText.vouchers, readers,
                page(database) {
                    try VoucherListPage($0, $1, in: $2)?.page($1)
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

    private static func forms(_ database: any Database) -> [Route] {
        [
            Route(
                "/books/{organisation}/open", LedgerText.openBooks, keepers,
                form("ledger.openBooks", database, to: "") { try VoucherForms.openBooks($0, $1, in: $2) }),
            Route(
                "/books/{organisation}/voucher-form", BookText.newVoucher, keepers,
                form("ledger.postVoucher", database, to: "/vouchers") { try VoucherForms.newVoucher($0, $1, in: $2) }),
            Route(
                "/books/{organisation}/vouchers/{voucher}/reverse", BookText.reverse, keepers,
                form("ledger.reverseVoucher", database, to: "/vouchers") { try VoucherForms.reverse($0, $1, in: $2) }),
            Route(
                "/books/{organisation}/close-month", LedgerText.closeMonth, keepers,
                form("ledger.closeMonth", database, to: "") { try VoucherForms.closeMonth($0, $1, in: $2) }),
            Route(
                "/books/{organisation}/receivables/{receivable}/{number}/settle", BookText.settle, keepers,
                form("ledger.settleInstalment", database, to: "/receivables") { try SettleForm.page($0, $1, in: $2) }),
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
                json(database, TrialBalance.shape) { organisation, request, tx in
                    let first = request.query["from"].flatMap { AccountingMonth($0) }
                    return try TrialBalanceQueries.get(organisation.id, from: first, through: request.day, in: tx).json
                }),
            Route(
                "/api/v1/books/{organisation}/vouchers/{voucher}", BookText.voucherJSON, readers,
                json(database, Voucher.shape) { organisation, request, tx in
                    guard let id = request.identifier("voucher", as: VoucherName.self),
                        let voucher = try VoucherQueries.find(id, in: tx), voucher.organisation == organisation.id
                    else { return nil }
                    return voucher.json
                }),
            Route(
                "/api/v1/books/{organisation}/receivables", BookText.receivablesJSON, readers,
                json(database, Receivable.listShape) { organisation, _, tx in
                    .object(["receivables": .array(try ReceivableQueries.list(organisation.id, in: tx).map(\.json))])
                }),
        ]
    }

    private typealias Body = @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> Page?

    private static func page(_ database: any Database, _ body: @escaping Body) -> Route.Handler {
        .page { request in
            try BookDesk.page(request, database) { try body($0, request, $1) }
        }
    }

    private static func form(_ command: String, _ database: any Database, to rest: String, _ body: @escaping Body)
        -> Route.Handler
    {
        .form(
            command: command,
            page: { request in try BookDesk.page(request, database) { try body($0, request, $1) } },
            done: { request, _ in Links.path("/books/{organisation}", request.parameters) + rest })
    }

    private static func json(
        _ database: any Database, _ shape: FieldShape,
        _ body: @escaping @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> JSON?
    ) -> Route.Handler {
        .json(shape: shape) { request in
            try database.read { tx in
                guard let organisation = try BookDesk.organisation(request, in: tx),
                    let json = try body(organisation, request, tx)
                else { return .notFound }
                return .json(json)
            }
        }
    }
}
