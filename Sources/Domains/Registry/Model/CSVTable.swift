package import Kernel

/// A file of comma-separated values (RFC 4180) in strict UTF-8, read whole or refused with the row that is wrong.
///
/// Rows are counted as a person sees them in a spreadsheet: the header is row 1.
package struct CSVTable: Sendable {
    package struct Record: Sendable {
        /// The row in the file, from 2.
        package let row: Int
        package let cells: [String]
    }

    package let header: [String]
    package let records: [Record]
    private let columns: [String: Int]

    package init(_ bytes: [UInt8]) throws(Rejection) {
        var body = bytes[...]
        if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
        if let row = CSVTable.firstRowNotUTF8(body) { throw RegistryRefusal.fileEncoding(row) }
        let rows = try CSVTable.split(body)
        guard let first = rows.first else { throw RegistryRefusal.fileEmpty() }
        header = first.map { CSVTable.trimmed($0) }
        columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var records: [Record] = []
        var bad: [Rejection] = []
        for (position, cells) in rows.enumerated().dropFirst() where cells != [""] {
            if cells.count == first.count {
                records.append(Record(row: position + 1, cells: cells))
            } else {
                bad.append(RegistryRefusal.fileColumns(position + 1))
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        self.records = records
    }

    package func has(_ column: String) -> Bool { columns[column] != nil }

    /// The cell of `column`, trimmed; nil when there is no such column.
    package func text(_ column: String, of record: Record) -> String? {
        columns[column].map { CSVTable.trimmed(record.cells[$0]) }
    }

    private static func trimmed(_ text: String) -> String {
        var part = text[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    /// The row with the first byte that is not UTF-8, as in a file saved as GBK; nil when all is well.
    private static func firstRowNotUTF8(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var row = 1
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: line, as: UTF8.self) == nil { return row }
            row += 1
        }
        return row
    }

    private static func split(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> [[String]] {
        var splitter = CSVSplitter()
        for byte in bytes { try splitter.take(byte) }
        return try splitter.finish()
    }
}

/// The states of RFC 4180: plain, inside quotes, after a closing quote.
private struct CSVSplitter {
    private enum Mode { case start, plain, quoted, closed }

    private var mode = Mode.start
    private var rows: [[String]] = []
    private var cells: [String] = []
    private var cell: [UInt8] = []

    mutating func take(_ byte: UInt8) throws(Rejection) {
        if mode == .quoted {
            if byte == UInt8(ascii: "\"") { mode = .closed } else { cell.append(byte) }
            return
        }
        switch byte {
        case UInt8(ascii: "\""):
            guard mode != .plain else { throw malformed }
            if mode == .closed { cell.append(byte) }
            mode = .quoted
        case UInt8(ascii: ","): endCell()
        case UInt8(ascii: "\n"): endRow()
        case UInt8(ascii: "\r"): return
        default:
            guard mode != .closed else { throw malformed }
            mode = .plain
            cell.append(byte)
        }
    }

    mutating func finish() throws(Rejection) -> [[String]] {
        guard mode != .quoted else { throw malformed }
        if !cell.isEmpty || !cells.isEmpty || mode != .start { endRow() }
        return rows
    }

    private var malformed: Rejection { RegistryRefusal.fileQuotes(rows.count + 1) }

    private mutating func endCell() {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        mode = .start
    }

    private mutating func endRow() {
        endCell()
        rows.append(cells)
        cells.removeAll(keepingCapacity: true)
    }
}
