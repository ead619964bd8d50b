/// Cuts text into rows and cells, as spreadsheets write them and people mend them: CR, LF or CRLF; a cell in quotes may
/// hold separators, line ends and doubled quotes; a quote inside a plain cell is a plain sign, and so is one that is not
/// closed within `longestCell`, right before the cell's end.
struct TableSplitter {
    static let longestCell = 10_000
    static let mostCells = 200

    private let scalars: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var position = 0
    private var line = 1

    init(_ scalars: [Unicode.Scalar], separator: Unicode.Scalar) {
        self.scalars = scalars
        self.separator = separator
    }

    /// The next row; nil at the end.
    mutating func next() -> TableLine? {
        guard position < scalars.count else { return nil }
        let start = line
        var cells: [String] = []
        var isTooLong = false
        while true {
            let (cell, isLong) = cell()
            isTooLong = isTooLong || isLong
            if cells.count < Self.mostCells { cells.append(cell) } else { isTooLong = true }
            guard position < scalars.count else { break }
            let end = scalars[position]
            position += 1
            if end == separator { continue }
            if end == "\r", position < scalars.count, scalars[position] == "\n" { position += 1 }
            line += 1
            break
        }
        return TableLine(line: start, cells: cells, isTooLong: isTooLong)
    }

    /// One cell; `position` is then at its separator, its line end or the end.
    private mutating func cell() -> (text: String, isTooLong: Bool) {
        var text = String.UnicodeScalarView()
        var count = 0
        if position < scalars.count, scalars[position] == "\"", let (quoted, lines) = quoted() {
            text = quoted
            count = quoted.count
            line += lines
        }
        while position < scalars.count, !isEnd(scalars[position]) {
            if count < Self.longestCell { text.append(scalars[position]) }
            count += 1
            position += 1
        }
        return (String(text), count > Self.longestCell)
    }

    /// What stands in the quotes that open here, and its line ends; nil when they are not closed soon enough or in the
    /// middle of the cell.
    private mutating func quoted() -> (String.UnicodeScalarView, lines: Int)? {
        var text = String.UnicodeScalarView()
        var lines = 0
        var index = position + 1
        let end = min(scalars.count, index + Self.longestCell)
        while index < end {
            let scalar = scalars[index]
            index += 1
            if scalar == "\"" {
                if index < scalars.count, scalars[index] == "\"" {
                    index += 1
                } else {
                    var after = index
                    while after < scalars.count, scalars[after] == " " { after += 1 }
                    guard after == scalars.count || isEnd(scalars[after]) else { return nil }
                    position = after
                    return (text, lines)
                }
            }
            if scalar == "\n" || (scalar == "\r" && !(index < scalars.count && scalars[index] == "\n")) { lines += 1 }
            text.append(scalar)
        }
        return nil
    }

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == separator || scalar == "\n" || scalar == "\r"
    }
}
