import Kernel

/// A sheet's own part: its rows, each cell where its reference says.
final class SheetPart: MarkupReceiver {
    private let strings: [String]
    private let formats: [NumberFormat]
    private let reading: CellReading
    private(set) var rows: [Sheet.Row] = []
    private(set) var merged: [CellRange] = []
    private(set) var complaint: Rejection?

    private var row = 0
    private var isRowHidden = false
    private var cells: [Sheet.PlacedCell] = []
    private var count = 0
    private var letters = 0

    // The cell that is being read.
    private var place = CellAddress(column: 1, row: 1)
    private var column = 0
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var isTaking = false
    private var phonetics = 0
    private var value = LetterBuffer(limit: Workbook.longestCell)

    init(strings: [String], formats: [NumberFormat], reading: CellReading) {
        self.strings = strings
        self.formats = formats
        self.reading = reading
    }

    func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "row": startRow(attributes)
        case "c": startCell(attributes)
        case "f": hasFormula = true
        case "v": isTaking = true
        case "rPh": phonetics += 1
        case "t": isTaking = phonetics == 0
        case "mergeCell":
            guard let range = attributes["ref"].flatMap({ CellRange($0) }), range.first != range.last else { return }
            if merged.count < 20_000 { merged.append(range) }
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "v", "t": isTaking = false
        case "rPh": phonetics -= 1
        case "c": endCell()
        case "row":
            if !cells.isEmpty { rows.append(Sheet.Row(number: row, isHidden: isRowHidden, cells: cells)) }
            cells = []
        default: break
        }
    }

    func text(_ letters: UnsafeBufferPointer<UInt8>) {
        if isTaking { value.add(letters) }
    }

    private func startRow(_ attributes: MarkupAttributes) {
        if let text = attributes["r"] {
            guard let number = Int(text), (1...CellAddress.deepest).contains(number) else { return damaged() }
            row = number
        } else {
            row += 1
        }
        column = 0
        isRowHidden = ["1", "true"].contains(attributes["hidden"] ?? "")
        if rows.count >= Workbook.mostRows { complaint = KernelRejection.tableRows(limit: Workbook.mostRows).rejection }
    }

    private func startCell(_ attributes: MarkupAttributes) {
        if let reference = attributes["r"] {
            guard let named = CellAddress(reference), named.row == row else { return damaged() }
            place = named
        } else {
            place = CellAddress(column: column + 1, row: max(1, row))
        }
        column = place.column
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        hasFormula = false
        isTaking = false
        value.clear()
    }

    private func endCell() {
        guard let cell = cell() else { return }
        count += 1
        letters += cell.text.utf8.count
        guard count <= Workbook.mostCells, letters <= Workbook.mostLetters else {
            complaint = WorkbookRejection.tooManyCells(limit: Workbook.mostCells).rejection
            return
        }
        cells.append(Sheet.PlacedCell(column: place.column, cell: cell))
    }

    /// Nil for an empty cell.
    private func cell() -> Cell? {
        if value.isTooLong { return fault(.cellTooLong(cell: place.name, limit: Workbook.longestCell), "…") }
        let text = value.text
        let bare = text.trimmed
        switch type {
        case "s":
            guard !bare.isEmpty else { return hasFormula ? fault(.uncalculated(cell: place.name), "") : nil }
            guard let index = Int(bare), strings.indices.contains(index) else {
                return fault(.badCell(cell: place.name), bare)
            }
            guard strings[index] != Workbook.tooLongMark else {
                return fault(.cellTooLong(cell: place.name, limit: Workbook.longestCell), "…")
            }
            return .text(strings[index])
        case "inlineStr", "str": return text.isEmpty ? nil : .text(text)
        case "b": return fault(.boolean(cell: place.name), bare == "1" ? "TRUE" : "FALSE")
        case "e": return fault(.cellError(cell: place.name, code: String(bare.prefix(20))), String(bare.prefix(20)))
        case "d": return bare.isEmpty ? nil : .date(bare.hasSuffix("T00:00:00") ? String(bare.prefix(10)) : bare)
        default:
            guard !bare.isEmpty else { return hasFormula ? fault(.uncalculated(cell: place.name), "") : nil }
            return reading.cell(bare, formats.indices.contains(style) ? formats[style] : .general, at: place)
        }
    }

    private func fault(_ reason: WorkbookRejection, _ text: String) -> Cell { .fault(reason.rejection, text) }

    private func damaged() { complaint = WorkbookRejection.damaged.rejection }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
