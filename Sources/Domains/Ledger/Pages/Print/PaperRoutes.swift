import Kernel
import Paper
import Registry
import Storage
import Web

/// Vouchers, books and statements as PDF, booking files, and the archive of a year.
enum PaperRoutes {
    static func routes(_ database: any Database, _ readers: Route.Rule) -> [Route] {
        [
            pdf("/vouchers/{voucher}/print.pdf", PrintText.voucherFile, readers, database) {
                organisation, request, tx in
                try voucher(organisation, request, tx).map {
                    try VoucherPaper(organisation, [$0], in: tx).paper(request.format)
                }
            },
            pdf("/vouchers.pdf", PrintText.vouchersFile, readers, database) { organisation, request, tx in
                // Without a month the year to date, as the page lists it.
                let month = request.query["month"].flatMap { AccountingMonth($0) }
                let last = month ?? AccountingMonth(request.day)
                let vouchers = try PrintQueries.vouchers(
                    organisation.id, from: month ?? last.january, through: last, in: tx)
                return try VoucherPaper(organisation, vouchers, in: tx).paper(request.format)
            },
            pdf("/accounts/{account}/ledger.pdf", PrintText.ledgerFile, readers, database) {
                try account($0, $1, isDaily: false, $2)
            },
            pdf("/accounts/{account}/columns.pdf", PrintText.columnFile, readers, database) {
                try WideLedgerPaper.byColumns($0, $1, in: $2)?.paper($1.format)
            },
            pdf("/accounts/{account}/quantity.pdf", PrintText.quantityFile, readers, database) {
                try WideLedgerPaper.byQuantity($0, $1, in: $2)?.paper($1.format)
            },
            pdf("/daybook/{account}/daybook.pdf", PrintText.dayBookFile, readers, database) {
                try account($0, $1, isDaily: true, $2)
            },
            pdf("/volume.pdf", PrintText.volumeFile, readers, database) { organisation, request, tx in
                try LedgerPaper(organisation, only: nil, daily: false, through: request.day, in: tx)?
                    .paper(request.format)
            },
            pdf("/statements.pdf", PrintText.statementsFile, readers, database) { organisation, request, tx in
                try StatementPaper(organisation, at: request.day, in: tx)?.paper(request.format)
            },
            file("/vouchers/{voucher}/booking.xml", PrintText.bookingFile, "application/xml", readers, database) {
                organisation, request, tx in
                try voucher(organisation, request, tx).map {
                    Array(try BookingFile($0, organisation, in: tx).xml.utf8)
                }
            },
            file(
                "/payments/{payment}/bank.csv", ClaimText.bankFile, "text/csv; charset=utf-8",
                .roles(PayClaims.access.roles), database
            ) {
                try PaymentFile($0, $1, in: $2)?.bytes
            },
            file("/archive.tar", PrintText.archiveFile, "application/x-tar", readers, database) {
                organisation, request, tx in
                try YearArchive(organisation, AccountingYear(AccountingMonth(request.day)), request.format, in: tx)?
                    .bytes
            },
        ]
    }

    private static func voucher(
        _ organisation: Organisation, _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> Voucher? {
        let found = try request.identifier("voucher", as: VoucherName.self).flatMap {
            try VoucherQueries.find($0, in: tx)
        }
        return found?.organisation == organisation.id ? found : nil
    }

    private static func account(
        _ organisation: Organisation, _ request: PageRequest, isDaily: Bool, _ tx: any ReadTransaction
    ) throws -> RuledPaper? {
        guard let account = request.identifier("account", as: AccountName.self) else { return nil }
        return try LedgerPaper(organisation, only: account, daily: isDaily, through: request.day, in: tx)?
            .paper(request.format)
    }

    private static func pdf(
        _ path: String, _ title: Message, _ readers: Route.Rule, _ database: any Database,
        _ paper: @escaping @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> RuledPaper?
    ) -> Route {
        file(path, title, "application/pdf", readers, database) { try paper($0, $1, $2)?.pdf() }
    }

    private static func file(
        _ path: String, _ title: Message, _ type: String, _ readers: Route.Rule, _ database: any Database,
        _ make: @escaping @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> [UInt8]?
    ) -> Route {
        Route(
            "/books/{organisation}\(path)", title, readers,
            .file(contentType: type) { request in
                try database.read { tx in
                    guard let organisation = try BookDesk.organisation(request, in: tx),
                        let bytes = try make(organisation, request, tx)
                    else { return .notFound }
                    let name = path.split(separator: "/").last.map(String.init) ?? path
                    return .file(bytes, name: "\(organisation.id)-\(name)")
                }
            })
    }
}
