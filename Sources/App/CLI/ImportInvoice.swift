import ArgumentParser
import Foundation
import Kernel
import Ledger
import Platform
import Registry
import Storage

/// `qianmo import invoice FILE [--amount YUAN]`: registers an invoice once in the county, and books a part of it where asked.
struct ImportInvoiceFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "invoice", abstract: CLIText.importInvoice.here)

    @Argument(help: "\(CLIText.invoiceFile.here)") var file: String
    @Option(name: .customLong("org"), help: "\(CLIText.organisation.here)") var organisation: String?
    @Option(help: "\(CLIText.invoiceAmount.here)") var amount: String?
    @Option(help: "\(CLIText.invoiceVoucher.here)") var voucher: String?
    @Option(name: .customLong("as"), help: "\(CLIText.importingDesk.here)") var office: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        let invoice = try InvoiceFile(Files.read(file))
        let amount = try self.amount.map { try part($0, of: invoice.gross) }
        let id = try organisation.map(Identifiers.organisation) ?? buyer(invoice)
        let desk = try ImportDesk(place, id, office)
        let isKnown = try await register(invoice, id, desk)
        if let amount { try await use(amount, of: invoice, id, desk) }
        guard let record = try desk.installation.database.read({ try InvoiceQueries.find(invoice.number, in: $0) })
        else {
            return
        }
        if place.isJSON {
            Console.json([
                "outcome": .string(isKnown && amount == nil ? "unchanged" : "accepted"),
                "number": .string(invoice.number.text), "organisation": .string(id.text),
                "netFen": invoice.net.field, "taxFen": invoice.tax.field, "grossFen": invoice.gross.field,
                "usedFen": record.used.field, "leftFen": record.left.field,
            ])
        } else {
            Console.line(
                Console.language(
                    CLIText.invoiceStands(
                        invoice.number.text, isKnown && amount == nil, record.gross.yuan, record.used.yuan,
                        record.left.yuan)))
        }
    }

    /// Whether it was registered already, by the same organisation and with the same contents.
    private func register(_ invoice: InvoiceFile, _ id: OrganisationID, _ desk: ImportDesk) async throws -> Bool {
        let command = invoice.registration(id)
        let rejection = try await desk.give(command, key: "import-\(UUID().uuidString)")
        guard let rejection else { return false }
        guard rejection.number == LedgerRefusal.invoiceKnown.number else { throw rejection }
        return true
    }

    private func use(_ amount: Money, of invoice: InvoiceFile, _ id: OrganisationID, _ desk: ImportDesk) async throws {
        let voucher = try self.voucher.map { text in
            guard let id = VoucherID(text) else {
                throw Failure(message: Console.language(CLIText.badValue(text)), code: 2)
            }
            return id
        }
        let command = UseInvoice(organisation: id, number: invoice.number, amount: amount, voucher: voucher)
        // A part for a voucher is one part, however often it is asked for.
        let key = voucher.map { "invoice-\(invoice.number.text)-\($0)" } ?? "import-\(UUID().uuidString)"
        if let rejection = try await desk.give(command, key: key) { throw rejection }
    }

    private func buyer(_ invoice: InvoiceFile) throws -> OrganisationID {
        let found = try place.reading().read {
            try InvoiceQueries.buyers(code: invoice.buyerCode, name: invoice.buyerName, in: $0)
        }
        guard found.count == 1 else {
            throw LedgerRefusal.buyerIsAnother(invoice.buyerName ?? invoice.buyerCode ?? "")
        }
        return found[0]
    }

    /// `1200.50`, or `30%` of the gross, rounded to the nearest fen.
    private func part(_ text: String, of gross: Money) throws -> Money {
        guard text.hasSuffix("%") else { return try Money(typed: text) }
        let percent = try Money(typed: String(text.dropLast())).fen
        let (product, isOver) = gross.fen.multipliedReportingOverflow(by: percent)
        guard !isOver else { throw LedgerRefusal.invoiceUsedUp(gross, gross) }
        return Money(fen: (product + 5_000) / 10_000)
    }
}
