package import Kernel

/// A sheet as it stands, for tables whose headings take several rows: every row with its number, cells that were merged
/// filled with what they show. Text files and workbooks come out alike.
package struct Grid: Sendable {
    package struct Cell: Sendable, Hashable {
        package let text: String
        /// The workbook keeps a number here, whose last figures may be the noise of binary fractions.
        package let isNumber: Bool
        /// Why the cell cannot be read.
        package let fault: Rejection?

        package static let blank = Cell(text: "", isNumber: false, fault: nil)

        init(text: String, isNumber: Bool, fault: Rejection?) {
            self.text = text
            self.isNumber = isNumber
            self.fault = fault
        }
    }

    package struct Row: Sendable {
        /// From 1, as the spreadsheet counts; in a text file the number of the record.
        package let number: Int
        package internal(set) var cells: [Cell]

        /// The cell at a place from 0; blank beyond the last.
        package subscript(_ place: Int) -> Cell { cells.indices.contains(place) ? cells[place] : .blank }
    }

    package let encoding: TableEncoding
    package let rows: [Row]
}

extension Grid {
    /// Of a workbook the sheet called `sheet`, without it the first that is shown and holds anything.
    package init(_ bytes: [UInt8], sheet: String? = nil) throws(Rejection) {
        if bytes.starts(with: [0x50, 0x4B]) {
            self = try Grid(Workbook(bytes), sheet)
        } else {
            try TableFile.refuseOther(bytes)
            let text = try TableText(bytes)
            encoding = text.encoding
            rows = try text.lines().enumerated().map { place, line in
                Row(number: place + 1, cells: line.cells.map { Cell(text: $0, isNumber: false, fault: nil) })
            }
        }
    }

    /// Gives `take` every sheet that is shown and holds anything, with its name, one at a time; of a text file the one it is.
    package static func shown(_ bytes: [UInt8], _ take: (String, Grid) -> Void) throws(Rejection) {
        guard bytes.starts(with: [0x50, 0x4B]) else { return take("", try Grid(bytes)) }
        let book = try Workbook(bytes)
        for (position, heading) in book.sheets.enumerated() where !heading.isHidden {
            let sheet = try book.sheet(position)
            if !sheet.rows.isEmpty { take(heading.name, Grid(encoding: .workbook, rows: rows(of: sheet))) }
        }
    }

    private init(_ book: Workbook, _ wanted: String?) throws(Rejection) {
        encoding = .workbook
        if let wanted {
            guard let position = book.sheets.firstIndex(where: { $0.name == wanted }) else {
                throw WorkbookRejection.noSheet(name: wanted, known: book.sheets.map(\.name)).rejection
            }
            rows = Grid.rows(of: try book.sheet(position))
            return
        }
        for (position, heading) in book.sheets.enumerated() where !heading.isHidden {
            let sheet = try book.sheet(position)
            guard !sheet.rows.isEmpty else { continue }
            rows = Grid.rows(of: sheet)
            return
        }
        throw KernelRejection.tableEmpty.rejection
    }

    private static func rows(of sheet: Sheet) -> [Row] {
        var rows: [Row] = []
        var places: [Int: Int] = [:]
        for row in sheet.rows {
            var cells: [Cell] = []
            for placed in row.cells where placed.column <= Workbook.mostColumns {
                while cells.count < placed.column { cells.append(.blank) }
                cells[placed.column - 1] = Cell(placed.cell)
            }
            places[row.number] = rows.count
            rows.append(Row(number: row.number, cells: cells))
        }
        for range in sheet.merged {
            guard let first = places[range.first.row] else { continue }
            let shown = rows[first][range.first.column - 1]
            for row in range.first.row...min(range.last.row, range.first.row + Workbook.mostRows) {
                guard let place = places[row] else { continue }
                fill(&rows[place], range, with: shown)
            }
        }
        return rows
    }

    private static func fill(_ row: inout Row, _ range: CellRange, with shown: Cell) {
        let last = min(range.last.column, Workbook.mostColumns)
        guard range.first.column <= last else { return }
        while row.cells.count < last { row.cells.append(.blank) }
        for column in range.first.column...last where row.cells[column - 1].text.isEmpty {
            row.cells[column - 1] = shown
        }
    }
}

extension Grid.Cell {
    fileprivate init(_ cell: Cell) {
        switch cell {
        case .text(let text), .date(let text): self.init(text: text, isNumber: false, fault: nil)
        case .number(let text): self.init(text: text, isNumber: true, fault: nil)
        case .fault(let rejection, let text): self.init(text: text, isNumber: false, fault: rejection)
        }
    }
}
