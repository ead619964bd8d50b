import EventLog
package import Kernel
package import Registry
import Workbook

/// An electronic invoice as its file says (paths in the data of the domain report).
package struct InvoiceFile: Sendable {
    package let number: InvoiceNumber
    package let issued: CivilDate
    package let net: Money
    package let tax: Money
    package let gross: Money
    package let buyerName: String?
    package let buyerCode: String?
    package let sellerName: String?
    package let sellerCode: String?
    /// The blue invoice a red one names in its remark.
    package let reds: InvoiceNumber?
    package let digest: String

    /// Reads the XML, or the XML inside an OFD; throws where it is no invoice, or says two things.
    package init(_ bytes: [UInt8]) throws(Rejection) {
        guard bytes.count <= 20 * 1_048_576 else { throw KernelRejection.tooLarge(limit: 20 * 1_048_576).rejection }
        let values = try InvoiceValues(bytes)
        let digest = Hash.file(bytes).hex
        func amount(_ names: [String]) throws(Rejection) -> Money? {
            guard let text = values.first(names) else { return nil }
            do throws(Rejection) { return try Money(typed: text) } catch { throw error.under(names[0]) }
        }
        let numbers = Set(InvoiceText.numbers.flatMap { values.all($0) })
        guard let text = numbers.first else { throw LedgerRefusal.notAnInvoice("EIid") }
        let code = values.first(InvoiceText.codes) ?? ""
        let whole = text.count == 8 ? code + text : text
        guard numbers.count == 1, let number = InvoiceNumber(whole), InvoiceNumber.isWellFormed(number) else {
            throw LedgerRefusal.invoiceNumber(String(numbers.sorted().joined(separator: " / ").prefix(60)))
        }
        guard let day = values.first(InvoiceText.days) else { throw LedgerRefusal.notAnInvoice("IssueTime") }
        do throws(Rejection) {
            issued = try CivilDate(field: .string(day), notation: .typed)
        } catch {
            throw error.under("IssueTime")
        }
        guard let net = try amount(InvoiceText.nets) else { throw LedgerRefusal.notAnInvoice("TotalAmWithoutTax") }
        let tax = try amount(InvoiceText.taxes)
        let gross = try amount(InvoiceText.grosses)
        guard tax != nil || gross != nil else { throw LedgerRefusal.notAnInvoice("TotalTax-includedAmount") }
        // One of the two may be missing in an OFD; in an XML both are there and are held against each other.
        self.net = net
        if let tax {
            self.tax = tax
            if let gross { self.gross = gross } else { self.gross = try net.adding(tax) }
        } else {
            self.gross = gross ?? net
            self.tax = try self.gross.adding(.zero - net)
        }
        guard try self.net.adding(self.tax) == self.gross else {
            throw LedgerRefusal.invoiceSums(self.net, self.tax, self.gross)
        }
        self.number = number
        self.digest = digest
        buyerName = values.first(InvoiceText.buyerNames)
        buyerCode = values.first(InvoiceText.buyerCodes).map { Folding.code($0).uppercased() }
        sellerName = values.first(InvoiceText.sellerNames)
        sellerCode = values.first(InvoiceText.sellerCodes)
        reds =
            self.gross < .zero
            ? InvoiceText.blue(in: values.first(["Remark"]) ?? "").flatMap { InvoiceNumber($0) } : nil
    }
}

/// The texts of an invoice's elements by their names; of an OFD those of its document and of the invoice inside.
struct InvoiceValues {
    /// An OFD keeps every picture and every font in a part of its own.
    private static let limits: ZipLimits = {
        var limits = ZipLimits()
        limits.entries = 2_000
        return limits
    }()

    private var texts: [String: [String]] = [:]

    init(_ bytes: [UInt8]) throws(Rejection) {
        guard bytes.starts(with: [0x50, 0x4B]) else {
            let reader = InvoiceReader()
            try MarkupReader.read(bytes, reader)
            guard reader.root == "EInvoice" else { throw LedgerRefusal.notAnInvoice("EInvoice") }
            texts = reader.texts
            return
        }
        let zip = try ZipFile(bytes, limits: InvoiceValues.limits)
        guard zip.has("OFD.xml") else { throw LedgerRefusal.notAnInvoice("OFD.xml") }
        for name in zip.names where name.lowercased().hasSuffix(".xml") {
            let reader = InvoiceReader()
            try MarkupReader.read(zip.content(name, limit: 4 * 1_048_576), reader)
            guard reader.root == "EInvoice" || name == "OFD.xml" else { continue }
            for (key, values) in reader.texts { texts[key, default: []] += values }
        }
    }

    func all(_ name: String) -> [String] { texts[name] ?? [] }

    /// The first text that is there, by the order of `names`.
    func first(_ names: [String]) -> String? { names.lazy.compactMap { texts[$0]?.first }.first }
}

/// Gathers texts by the name of their element; custom data of an OFD by the name they carry.
private final class InvoiceReader: MarkupReceiver {
    private(set) var texts: [String: [String]] = [:]
    private(set) var root: String?
    private(set) var complaint: Rejection?
    private var names: [String] = []
    private var letters: [UInt8] = []
    private var count = 0

    func start(_ name: String, _ attributes: MarkupAttributes) {
        if root == nil { root = name }
        names.append(name == "CustomData" ? attributes["Name"] ?? name : name)
        letters = []
    }

    func end(_ name: String) {
        let key = names.popLast() ?? name
        let text = String(decoding: letters, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        letters = []
        guard !text.isEmpty else { return }
        count += 1
        guard count <= 50_000 else {
            complaint = KernelRejection.tooLarge(limit: 50_000).rejection
            return
        }
        texts[key, default: []].append(text)
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard letters.count < 65_536 else { return }
        letters.append(contentsOf: piece)
    }
}

extension InvoiceFile {
    /// The command that registers the invoice with `organisation`.
    package func registration(_ organisation: OrganisationID) -> RegisterInvoice {
        RegisterInvoice(
            organisation: organisation, number: number, issued: issued, net: net, tax: tax, gross: gross,
            buyerCode: buyerCode, buyerName: buyerName,
            seller: sellerName.map { Personal($0, of: DataSubject(ofInvoice: number)) },
            sellerCode: sellerCode.map { Personal($0, of: DataSubject(ofInvoice: number)) }, reds: reds, digest: digest)
    }
}
