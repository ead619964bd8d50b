package import Kernel

/// One row of a statement with its columns; a column is nil where the books have no such period.
package struct StatementLine: Sendable, Hashable {
    package let row: ReportDefinition.Row
    package let amounts: [Money?]

    /// The first column, for who asks for one figure.
    package var amount: Money { amounts.first.flatMap { $0 } ?? .zero }
}

/// A statement as its edition wants it: rows with two or three columns.
package struct Statement: Sendable, Hashable {
    package let edition: String
    package let lines: [StatementLine]

    /// `columns` are figures of the periods, nil where there is none.
    package init(_ definition: ReportDefinition, _ columns: [BookFigures?]) {
        edition = definition.edition
        let amounts = columns.map { $0.map(definition.amounts) }
        lines = definition.rows.enumerated().map { position, row in
            StatementLine(row: row, amounts: amounts.map { $0?[position] })
        }
    }

    /// The row with this Chinese label; the last where a label stands twice.
    package subscript(_ label: String) -> StatementLine? { lines.last { $0.row.label.zh == label } }

    /// What is printed: a hidden row only when it has something in it.
    package var shown: [StatementLine] {
        lines.filter { $0.row.kind != .hidden || $0.amounts.contains { $0 != nil && $0 != .zero } }
    }
}

/// The two statements of a day, with comparative columns.
package struct Statements: Sendable, Hashable {
    package let date: CivilDate
    /// At the end of the day, and at the start of its year.
    package let sheet: Statement
    /// The month up to the day, the year up to the day, and the year before as a whole.
    package let income: Statement

    /// Both sides of the sheet are equal; always true of books that this program kept.
    package var isBalanced: Bool {
        let assets = sheet.lines.last { $0.row.side == "A" && $0.row.kind == .grand }
        return sheet.lines.last?.amount == assets?.amount
    }

    /// The undistributed result: the same in the sheet and at the end of the statement of the year.
    package var agree: Bool { income.lines.last?.amounts[1] == sheet[LedgerText.undistributed.zh]?.amount }
}
