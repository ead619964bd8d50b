package import Kernel

/// A statement's rows as data: words, order, formulas, and whether a row was seen in a source or only recalled. The
/// official annex can be typed in later as another edition without a line of code (domain notes 1.4 to 1.6).
package struct ReportDefinition: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case line
        /// Shown as a deduction; its `net` row takes it away.
        case minus
        case net
        case total
        case grand
        /// Left out while it is nothing.
        case hidden
    }

    /// How sure we are of a row: of the sister system's form, or from memory.
    package enum Evidence: String, Sendable, Hashable { case sister, recalled }

    package struct Row: Sendable, Hashable {
        package let number: Int
        package let side: String
        package let label: Message
        package let terms: [Term]
        package let kind: Kind
        package let evidence: Evidence
    }

    /// One addend of a formula.
    package struct Term: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable {
            /// The balance of every account with this beginning, debit or credit counted as positive.
            case debit = "D"
            case credit = "C"
            /// Only those details (account and party) that stand on this side.
            case debitDetails = "DD"
            case creditDetails = "CC"
            /// What the distribution booked on this side.
            case distributedDebit = "TD"
            case distributedCredit = "TC"
            /// All that the distribution gave to accounts outside 321 and 322.
            case distributed = "TN"
            /// The undistributed result at the start of the year.
            case opening = "O"
            case row = "#"
        }

        package let kind: Kind
        /// The beginning of an account's code, or a row's number.
        package let operand: String
        package let isSubtracted: Bool
    }

    package let edition: String
    package let rows: [Row]

    /// From rows `edition,row,side,zh,en,formula,kind,evidence` with a heading. Nil when a row cannot be read, or refers to
    /// a row that does not stand above it.
    package init?(csv: String) {
        var rows: [Row] = []
        var edition = ""
        for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
            let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard columns.count == 8, let number = Int(columns[1]), number == rows.count + 1,
                let kind = Kind(rawValue: columns[6]), let evidence = Evidence(rawValue: columns[7])
            else { return nil }
            var terms: [Term] = []
            for word in columns[5].split(separator: " ") {
                guard let term = Term(word), term.row.map({ $0 < number }) ?? true else { return nil }
                terms.append(term)
            }
            edition = columns[0]
            rows.append(
                Row(
                    number: number, side: columns[2], label: Message(zh: columns[3], en: columns[4]), terms: terms,
                    kind: kind, evidence: evidence))
        }
        guard !rows.isEmpty else { return nil }
        self.edition = edition
        self.rows = rows
    }

    private static func shipped(_ bytes: [UInt8]) -> ReportDefinition {
        guard let definition = ReportDefinition(csv: String(decoding: bytes, as: UTF8.self)) else {
            preconditionFailure("a shipped report definition is readable")
        }
        return definition
    }

    package static let balanceSheet = shipped(PackageResources.balance_sheet_2023_csv)
    /// With 503 above the operating result.
    package static let income = shipped(PackageResources.income_2023_csv)
    /// With 503 below it, the other reading of the open question (domain notes 1.6).
    package static let incomeBelow = shipped(PackageResources.income_2023_below_csv)

    /// The amounts of all rows, in order.
    package func amounts(_ figures: BookFigures) -> [Money] {
        var amounts: [Money] = []
        for row in rows {
            amounts.append(
                row.terms.reduce(.zero) { sum, term in
                    let value = term.row.map { amounts[$0 - 1] } ?? figures.value(term)
                    return term.isSubtracted ? sum - value : sum + value
                })
        }
        return amounts
    }
}

extension ReportDefinition.Term {
    init?(_ word: Substring) {
        isSubtracted = word.first == "-"
        let rest = isSubtracted ? word.dropFirst() : word
        let letters = rest.prefix { !$0.isNumber }
        guard let kind = Kind(rawValue: String(letters)) else { return nil }
        self.kind = kind
        operand = String(rest.dropFirst(letters.count))
        if kind == .row, Int(operand) == nil { return nil }
    }

    /// The row it refers to, counting from 1.
    var row: Int? { kind == .row ? Int(operand) : nil }
}

extension ReportDefinition.Row {
    /// The beginnings of the accounts that feed the row directly.
    package var accounts: [String] {
        terms.filter { $0.kind != .row && !$0.operand.isEmpty }.map(\.operand)
    }
}
