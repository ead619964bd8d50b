package import Kernel

/// Reads a file of rows, whatever it is: a workbook, or text of any encoding. What it is its first bytes say, not its name.
package enum TableFile {
    /// The table whose headings `reader` looks for. `sheet` names one of a workbook; without it the one visible sheet that
    /// has the headings is taken, and where several have them, all are named in the refusal.
    package static func read<Key: Hashable & Sendable>(
        _ bytes: [UInt8], _ reader: TableReader<Key>, sheet: String? = nil
    ) throws(Rejection) -> Table<Key> {
        if bytes.starts(with: [0x50, 0x4B]) { return try table(in: Workbook(bytes), reader, sheet) }
        try refuseOther(bytes)
        return try reader.read(bytes)
    }

    /// Throws where the bytes are neither a workbook nor text: an old kind of workbook, one with a password, a page.
    static func refuseOther(_ bytes: [UInt8]) throws(Rejection) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw isEncrypted(bytes) ? WorkbookRejection.password.rejection : WorkbookRejection.oldWorkbook.rejection
        }
        if isMarkup(bytes) { throw WorkbookRejection.markupFile.rejection }
    }

    private static func table<Key: Hashable & Sendable>(
        in book: Workbook, _ reader: TableReader<Key>, _ wanted: String?
    ) throws(Rejection) -> Table<Key> {
        if let wanted {
            guard let position = book.sheets.firstIndex(where: { $0.name == wanted }) else {
                throw WorkbookRejection.noSheet(name: wanted, known: book.sheets.map(\.name)).rejection
            }
            return try reader.read(lines: book.sheet(position).tableLines())
        }
        var found: (name: String, table: Table<Key>)?
        var others: [String] = []
        var problem: Rejection?
        for (position, heading) in book.sheets.enumerated() where !heading.isHidden {
            let lines = try book.sheet(position).tableLines()
            do throws(Rejection) {
                let table = try reader.read(lines: lines)
                if found == nil { found = (heading.name, table) } else { others.append(heading.name) }
            } catch {
                // The sheet that comes nearest tells what is missing: the first that has anything.
                if problem == nil || problem?.number == KernelRejection.tableEmpty.number { problem = error }
            }
        }
        guard let found else { throw problem ?? KernelRejection.tableEmpty.rejection }
        guard others.isEmpty else { throw WorkbookRejection.severalSheets(names: [found.name] + others).rejection }
        return found.table
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
