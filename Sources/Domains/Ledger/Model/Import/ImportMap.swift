package import Kernel

/// What a file calls things, and what they are called here: headings of columns, and codes of accounts.
///
/// A table of two columns, or a JSON object of text to text. Of each pair the side that names a column of ours, for example
/// `date`, says that the other is a heading; any other pair is an account of the file and its account here.
package struct ImportMap: Sendable, Hashable {
    package private(set) var headings: [String: String] = [:]
    package private(set) var accounts: [String: String] = [:]

    package static let empty = ImportMap()

    private init() {}

    /// `columns`: the names of our columns. Throws where the file is no such table, or maps a name twice.
    package init(_ bytes: [UInt8], columns: Set<String>) throws(Rejection) {
        let text = try TableText(bytes).text
        if text.drop(while: \.isWhitespace).first == "{" {
            try self.init(json: text, columns)
        } else {
            try self.init(table: text, columns)
        }
        guard !headings.isEmpty || !accounts.isEmpty else { throw LedgerRefusal.badMap(1) }
    }

    private init(json text: String, _ columns: Set<String>) throws(Rejection) {
        guard let json = try? JSON(parsing: Array(text.utf8)), case .object(let pairs) = json else {
            throw LedgerRefusal.badMap(1)
        }
        for (from, to) in pairs.sorted(by: { $0.key < $1.key }) {
            switch to {
            case .string(let word): try add(from, word, columns, line: 1)
            case .object(let inner):
                for (key, value) in inner.sorted(by: { $0.key < $1.key }) {
                    guard case .string(let word) = value else { throw LedgerRefusal.badMap(1) }
                    try add(key, word, columns, line: 1)
                }
            default: throw LedgerRefusal.badMap(1)
            }
        }
    }

    private init(table text: String, _ columns: Set<String>) throws(Rejection) {
        var line = 0
        for row in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            let cells = row.split(omittingEmptySubsequences: false) { ImportText.mapSeparators.contains($0) }
                .map { $0.trimming(while: { $0.isWhitespace || $0 == "\"" }) }
            guard cells.contains(where: { !$0.isEmpty }), !(cells.first ?? "").hasPrefix("#") else { continue }
            guard cells.count >= 2, !cells[0].isEmpty, !cells[1].isEmpty else { throw LedgerRefusal.badMap(line) }
            // The headings of the table itself name nothing.
            if line == 1, !columns.contains(cells[0]), !columns.contains(cells[1]),
                !cells[1].contains(where: \.isNumber)
            {
                continue
            }
            try add(cells[0], cells[1], columns, line: line)
        }
    }

    private mutating func add(_ from: String, _ to: String, _ columns: Set<String>, line: Int) throws(Rejection) {
        let old: String?
        if columns.contains(to) {
            old = headings.updateValue(from, forKey: to)
        } else if columns.contains(from) {
            old = headings.updateValue(to, forKey: from)
        } else {
            old = accounts.updateValue(to, forKey: from)
        }
        if old != nil { throw LedgerRefusal.badMap(line) }
    }
}

extension Substring {
    func trimming(while isBlank: (Character) -> Bool) -> String {
        let start = drop(while: isBlank)
        let count = start.reversed().prefix(while: isBlank).count
        return String(start.dropLast(count))
    }
}
