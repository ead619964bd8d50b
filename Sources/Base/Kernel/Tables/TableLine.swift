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
    /// The workbook counts its days from 1904.
    package let is1904: Bool

    package init(
        line: Int, cells: [String], isTooLong: Bool = false, faults: [Int: Rejection] = [:], numbers: Set<Int> = [],
        isHidden: Bool = false, is1904: Bool = false
    ) {
        self.line = line
        self.cells = cells
        self.isTooLong = isTooLong
        self.faults = faults
        self.numbers = numbers
        self.isHidden = isHidden
        self.is1904 = is1904
    }

    /// The day a spreadsheet's plain number counts, where a day is asked for: 45352 or 45352.39 is 2024-03-01. Nil for
    /// anything but five figures of the years 2000 to 2099, which no written day looks like.
    func countedDay(_ text: String) -> CivilDate? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            parts[0].utf8.count == 5, let number = Int(parts[0])
        else { return nil }
        let day = CivilDate(dayNumber: number + (is1904 ? 1_462 : 0) - 25_569)
        return (2_000...2_099).contains(day.year) ? day : nil
    }
}
