import Kernel

/// The comparison table of the charts of 2004 and 2023: whole balances go by themselves, the rest has to be split.
package struct TransitionTable: Sendable {
    package enum Way: String, Sendable {
        /// The whole balance goes to one account.
        case whole
        /// Debit and credit balances of every detail go by themselves, never the net.
        case details
        /// Somebody decides the parts and says why.
        case split
        /// Nothing may stand there any more.
        case `nil`
    }

    package struct Row: Sendable {
        package let old: AccountCode
        package let name: String
        /// Where it may go.
        package let new: [AccountCode]
        package let way: Way
        package let evidence: String
    }

    package let rows: [Row]

    package static let of2004: TransitionTable = {
        let text = String(decoding: PackageResources.transition_2004_2023_csv, as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line -> Row in
            let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard columns.count == 5, let old = AccountCode(columns[0]), let way = Way(rawValue: columns[3]) else {
                preconditionFailure("the shipped comparison table is readable")
            }
            let new = columns[2].split(separator: " ").compactMap { AccountCode(String($0)) }
            return Row(old: old, name: columns[1], new: new, way: way, evidence: columns[4])
        }
        return TransitionTable(rows: rows)
    }()

    /// The row of an old account, or of the account that it lies below.
    package subscript(_ code: AccountCode) -> Row? { rows.first { code.text.hasPrefix($0.old.text) } }
}
