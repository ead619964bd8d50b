/// A row as it stands in a file, before anything is known of its columns.
package struct TableLine: Sendable {
    /// The line in which it begins, from 1; in a workbook the number of the row.
    package let line: Int
    package let cells: [String]
    /// It has more cells, or a longer one, than is read.
    package let isTooLong: Bool
    /// Cells of a workbook that cannot be read, and why; told only where the cell is asked for.
    package let faults: [Int: Rejection]
    /// Cells that a workbook keeps as numbers, whose last figures may be the noise of binary fractions.
    package let numbers: Set<Int>
    /// The workbook does not show the row.
    package let isHidden: Bool

    package init(
        line: Int, cells: [String], isTooLong: Bool = false, faults: [Int: Rejection] = [:], numbers: Set<Int> = [],
        isHidden: Bool = false
    ) {
        self.line = line
        self.cells = cells
        self.isTooLong = isTooLong
        self.faults = faults
        self.numbers = numbers
        self.isHidden = isHidden
    }
}
