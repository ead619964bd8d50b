import Kernel

extension Sheet {
    /// The rows as the reader of tables takes them; cells that cannot be read, and those merged away, keep why.
    func tableLines(_ kind: MergedCells = .refused) throws(Rejection) -> [TableLine] {
        var lines: [TableLine] = []
        lines.reserveCapacity(rows.count)
        var size = 0
        let tall = merged.filter { $0.last.row - $0.first.row < 100_000 }
        for row in rows {
            let covered = tall.filter { ($0.first.row...$0.last.row).contains(row.number) }
            let line = try tableLine(row, covered, kind)
            size += line.cells.count
            guard size <= 1_000_000 else {
                throw WorkbookRejection.tooManyCells(limit: Workbook.mostCells).rejection
            }
            lines.append(line)
        }
        return lines
    }

    private func tableLine(_ row: Row, _ covered: [CellRange], _ kind: MergedCells) throws(Rejection) -> TableLine {
        var cells: [String] = []
        var faults: [Int: Rejection] = [:]
        var numbers: Set<Int> = []
        for placed in row.cells.sorted(by: { $0.column < $1.column }) where !placed.cell.text.isEmpty || placed.isFault
        {
            // Columns far to the right hold no table of ours.
            guard placed.column <= Workbook.mostColumns else { continue }
            while cells.count < placed.column - 1 { cells.append("") }
            guard cells.count == placed.column - 1 else { throw WorkbookRejection.damaged.rejection }
            cells.append(placed.cell.text)
            switch placed.cell {
            case .fault(let rejection, _): faults[placed.column - 1] = rejection
            case .number: numbers.insert(placed.column - 1)
            case .text, .date: continue
            }
        }
        for range in covered {
            for column in range.first.column...min(range.last.column, Workbook.mostColumns) {
                let place = CellAddress(column: column, row: row.number)
                guard place != range.first, !cells.indices.contains(column - 1) || cells[column - 1].isEmpty else {
                    continue
                }
                if kind == .filled, range.first.column == range.last.column, let shown = shown(range) {
                    while cells.count < column { cells.append("") }
                    cells[column - 1] = shown
                    continue
                }
                faults[column - 1] =
                    WorkbookRejection.merged(cell: place.name, first: range.first.name).rejection
            }
        }
        return TableLine(
            line: row.number, cells: cells, faults: faults, numbers: numbers, isHidden: row.isHidden,
            is1904: is1904)
    }

    /// What a merged cell shows; nil where it is empty or cannot be read.
    private func shown(_ range: CellRange) -> String? {
        let row = rows.first { $0.number == range.first.row }
        guard let placed = row?.cells.first(where: { $0.column == range.first.column }), !placed.isFault else {
            return nil
        }
        return placed.cell.text
    }
}

extension Sheet.PlacedCell {
    fileprivate var isFault: Bool { if case .fault = cell { true } else { false } }
}
