package import Kernel
import Web

/// What a bank is to pay, a row for each payment: UTF-8 with BOM and CRLF, as spreadsheets and counters open it. Every room that
/// pays by file has this one.
package struct BankFile {
    package struct Row {
        let cells: [String]

        /// `document`: the number of what is paid.
        package init(
            batch: String, from account: String, payee: String, number: String, bank: String, amount: Money,
            purpose: String, document: String
        ) {
            let (yuan, fen) = amount.fen.magnitude.quotientAndRemainder(dividingBy: 100)
            cells = [
                batch, account, payee, number, bank,
                "\(amount < .zero ? "-" : "")\(yuan).\(Int64(fen).padded(to: 2))", String(purpose.prefix(30)), document,
            ]
        }
    }

    package let bytes: [UInt8]

    /// `document`: what the numbers of the last column are of.
    package init(_ rows: [Row], document: Message, in language: Language) {
        let columns = BankFileText.columns + [document]
        bytes = RowFile.bytes([columns.map { language($0) }] + rows.map(\.cells))
    }
}
