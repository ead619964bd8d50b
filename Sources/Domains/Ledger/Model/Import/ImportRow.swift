package import Kernel

/// What became of one row of an imported file.
package struct ImportRow: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        /// Written; the words say as what.
        case accepted(Message)
        /// It was here already, from this file or one with the same content.
        case unchanged(Message)
        case setAside(SetAsideReason)
        case refused(Rejection)
    }

    /// The row of the file, from 1.
    package let row: Int
    package let outcome: Outcome

    package init(_ row: Int, _ outcome: Outcome) {
        self.row = row
        self.outcome = outcome
    }

    /// The same answer for every row of `rows`.
    static func all(_ rows: [Int], _ outcome: Outcome) -> [ImportRow] { rows.map { ImportRow($0, outcome) } }
}

/// An account as a file writes it: `10201`, `102.01`, `102-01`, or code and name in one cell.
struct FileAccount: Sendable, Hashable {
    let code: String?
    let words: String

    init(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber || ".-_ ".contains($0) }
        let code = digits.filter { $0.isNumber }
        self.code = code.isEmpty ? nil : code
        words = code.isEmpty ? text : text.dropFirst(digits.count).trimming { $0.isWhitespace || $0 == "-" }
    }
}
