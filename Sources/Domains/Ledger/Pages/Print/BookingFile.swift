import Kernel
import Registry
import Storage

/// What the standard of electronic vouchers wants written beside each of them when it is booked: the ten elements of one
/// line of a voucher (Caikuai 2024 no. 12, art. 21(4)). Names of elements are in `Text+Print.swift`.
struct BookingFile {
    let xml: String

    init(_ voucher: Voucher, _ organisation: Organisation, in tx: any ReadTransaction) throws {
        let accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0.name.zh) }) {
            $1
        }
        let invoices = try PrintQueries.invoices(of: voucher.id, in: tx)
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(BookingText.root)>"
        for invoice in invoices { text += Self.element(BookingText.invoice, invoice) }
        for line in voucher.lines {
            let root = AccountCode(String(line.account.text.prefix(3))).flatMap { accounts[$0] } ?? ""
            let detail = [accounts[line.account], line.party?.text].compactMap { $0 }.joined(separator: "_")
            let amount = line.debit ?? line.credit ?? .zero
            let values = [
                organisation.creditCode?.text ?? "", organisation.name, BookingText.number(voucher.number),
                voucher.date.description, voucher.month.description, voucher.summary,
                BookingText.side(isDebit: line.debit != nil), root, detail, AuditExport.yuan(amount.fen),
            ]
            let elements = zip(BookingText.elements, values).map { Self.element($0, $1) }
            text += "<\(BookingText.line)>\(elements.joined())</\(BookingText.line)>"
        }
        xml = text + "</\(BookingText.root)>\n"
    }

    private static func element(_ name: String, _ value: String) -> String {
        let escaped = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return "<\(name)>\(escaped)</\(name)>"
    }
}
