package import Kernel

/// A workbook (`.xlsx`, ECMA-376) that a stranger brought, read within bounds and without belief in what it says of itself.
///
/// At most 64 MB of memory are used for the largest file that is read: the file itself (20 MB), and of one sheet at a time
/// the texts and cells that `mostLetters` and `mostCells` bound.
package struct Workbook: Sendable {
    package static let mostRows = 20_000
    package static let mostColumns = 200
    package static let mostCells = 300_000
    /// Bytes of text in the cells of a sheet together.
    package static let mostLetters = 8 * 1_048_576
    static let mostTexts = 200_000
    /// Bytes in one cell.
    package static let longestCell = 32_768
    /// Stands for a shared text that is too long to be kept.
    static let tooLongMark = "\u{0}"

    private let file: ZipFile
    private let strings: [String]
    private let formats: [NumberFormat]
    private let reading: CellReading
    private let entries: [(heading: SheetHeading, part: String)]

    /// Throws where the file is no workbook, is damaged or beyond the bounds.
    package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(Rejection) {
        file = try ZipFile(bytes, limits: limits)
        let root = RelationsPart()
        guard file.has("_rels/.rels") else { throw WorkbookRejection.notAWorkbook.rejection }
        try MarkupReader.read(file.content("_rels/.rels", limit: 262_144), root)
        guard let main = root.target(ofKind: "officeDocument").map({ Workbook.path($0, from: "") }), file.has(main)
        else { throw WorkbookRejection.notAWorkbook.rejection }
        let book = WorkbookPart()
        try Workbook.read(main, of: file, book)
        guard !book.sheets.isEmpty else { throw WorkbookRejection.notAWorkbook.rejection }
        let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
        let name = main.dropFirst(folder.count)
        let relations = RelationsPart()
        try MarkupReader.read(file.content("\(folder)_rels/\(name).rels", limit: 1_048_576), relations)
        let texts = StringsPart()
        if let part = relations.target(ofKind: "sharedStrings").map({ Workbook.path($0, from: folder) }), file.has(part)
        {
            try Workbook.read(part, of: file, texts)
        }
        let styles = StylesPart()
        if let part = relations.target(ofKind: "styles").map({ Workbook.path($0, from: folder) }), file.has(part) {
            try Workbook.read(part, of: file, styles)
        }
        strings = texts.texts
        formats = styles.formats
        reading = CellReading(is1904: book.is1904)
        entries = book.sheets.compactMap { sheet in
            guard let target = relations.targets[sheet.relation],
                relations.types[sheet.relation]?.hasSuffix("/worksheet") == true
            else { return nil }
            return (
                SheetHeading(name: sheet.name, isHidden: sheet.isHidden), Workbook.path(target, from: folder)
            )
        }
    }

    /// The sheets with tables, in the order of the workbook.
    package var sheets: [SheetHeading] { entries.map(\.heading) }

    /// Reads the sheet at `position` of `sheets`.
    package func sheet(_ position: Int) throws(Rejection) -> Sheet {
        let (heading, part) = entries[position]
        let receiver = SheetPart(strings: strings, formats: formats, reading: reading)
        try Workbook.read(part, of: file, receiver)
        let rows = receiver.rows.sorted { $0.number < $1.number }
        for (row, next) in zip(rows, rows.dropFirst()) where row.number == next.number {
            throw WorkbookRejection.damaged.rejection
        }
        return Sheet(heading: heading, rows: rows, merged: receiver.merged, is1904: reading.is1904)
    }

    private static func read(_ part: String, of file: ZipFile, _ receiver: any MarkupReceiver) throws(Rejection) {
        let reader = try MarkupReader(receiver)
        try file.read(part) { reader.read($0) }
        try reader.finish()
    }

    /// Where a relation leads, as a name in the zip file.
    private static func path(_ target: String, from folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = (folder + target).split(separator: "/").map(String.init)
        while let up = parts.firstIndex(of: ".."), up > 0 { parts.removeSubrange((up - 1)...up) }
        return parts.filter { $0 != "." }.joined(separator: "/")
    }
}

/// A sheet's name, and whether the workbook shows it.
package struct SheetHeading: Sendable, Hashable {
    package let name: String
    package let isHidden: Bool
}

/// A sheet that was read: its rows that hold anything, in order.
package struct Sheet: Sendable {
    package struct PlacedCell: Sendable, Hashable {
        /// From 1.
        package let column: Int
        package let cell: Cell
    }

    package struct Row: Sendable, Hashable {
        /// From 1.
        package let number: Int
        package let isHidden: Bool
        package let cells: [PlacedCell]
    }

    package let heading: SheetHeading
    package let rows: [Row]
    let merged: [CellRange]
    /// Whether it counts its days from 1904.
    let is1904: Bool
}
