package import Kernel

/// What cells that were merged away hold.
package enum MergedCells: Sendable {
    /// Each is refused by name: in a table of amounts nobody says to which row the one cell belongs.
    case refused
    /// What the merged cell shows, where it runs down one column: a household over its members.
    case filled
}

/// Reads a file of rows, whatever it is: a workbook, or text of any encoding. What it is its first bytes say, not its name.
package enum TableFile {
    /// The table whose headings `reader` looks for. `sheet` names one of a workbook; without it the one visible sheet that
    /// has the headings is taken, and where several have them, all are named in the refusal.
    package static func read<Key: Hashable & Sendable>(
        _ bytes: [UInt8], _ reader: TableReader<Key>, sheet: String? = nil, merged: MergedCells = .refused
    ) throws(Rejection) -> Table<Key> {
        if bytes.starts(with: [0x50, 0x4B]) { return try table(in: Workbook(bytes), reader, sheet, merged) }
        try refuseOther(bytes)
        return try reader.read(bytes)
    }

    /// Throws where the bytes are neither a workbook nor text: an old kind of workbook, one with a password, a page.
    package static func refuseOther(_ bytes: [UInt8]) throws(Rejection) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw isEncrypted(bytes) ? WorkbookRejection.password.rejection : WorkbookRejection.oldWorkbook.rejection
        }
        if isMarkup(bytes) { throw WorkbookRejection.markupFile.rejection }
    }

    private static func table<Key: Hashable & Sendable>(
        in book: Workbook, _ reader: TableReader<Key>, _ wanted: String?, _ merged: MergedCells
    ) throws(Rejection) -> Table<Key> {
        if let wanted {
            guard let position = book.sheets.firstIndex(where: { $0.name == wanted }) else {
                throw WorkbookRejection.noSheet(name: wanted, known: book.sheets.map(\.name)).rejection
            }
            return try reader.read(lines: book.sheet(position).tableLines(merged))
        }
        var found: [(name: String, table: Table<Key>)] = []
        var problem: Rejection?
        for (position, heading) in book.sheets.enumerated() where !heading.isHidden {
            let lines = try book.sheet(position).tableLines(merged)
            do throws(Rejection) {
                found.append((heading.name, try reader.read(lines: lines)))
            } catch {
                // The sheet that comes nearest tells what is missing: the first that has anything.
                if problem == nil || problem?.number == KernelRejection.tableEmpty.number { problem = error }
            }
        }
        // A sheet of remarks may hold a word that some column is called by.
        let most = found.map(\.table.knownColumns).max() ?? 0
        found.removeAll { $0.table.knownColumns * 2 < most }
        guard let first = found.first else { throw problem ?? KernelRejection.tableEmpty.rejection }
        guard found.count == 1 else { throw WorkbookRejection.severalSheets(names: found.map(\.name)).rejection }
        return first.table
    }

    /// A workbook with a password is an old kind of file around an encrypted one.
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        var name: [UInt8] = []
        for letter in "EncryptedPackage".utf8 { name += [letter, 0] }
        return bytes.prefix(1_048_576).firstRange(of: name) != nil
    }

    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return start.prefix(64).first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}
