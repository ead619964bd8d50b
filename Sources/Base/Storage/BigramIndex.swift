/// Finds Chinese text without word boundaries: every two neighbouring characters are a key.
///
/// SQLite's trigram index finds nothing for a word of two characters (property right, say), and PostgreSQL has none by default;
/// so both stores get the same plain table `(gram, id)`. A text matches when every pair of the words sought stands in
/// it somewhere; for words of three and more characters that is nearly, not strictly, the word itself.
package struct BigramIndex: Sendable {
    /// The table's name, for example `lot_gram`.
    package let table: StaticString

    package init(_ table: StaticString) {
        self.table = table
    }

    /// For a migration. `id` is text: the identifier of what is found.
    package var schema: [SQL] {
        [
            """
            CREATE TABLE \(name: table) (
                gram TEXT NOT NULL,
                id TEXT NOT NULL,
                PRIMARY KEY (gram, id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX \(name: table)_by_id ON \(name: table) (id)",
        ]
    }

    /// For the module's list of projected tables.
    package var projected: ProjectedTable { ProjectedTable(table.description, key: ["gram", "id"]) }

    /// Makes `texts` the words by which `id` is found, in place of what it was found by before.
    package func set(_ texts: [String], for id: some SQLValueConvertible, in tx: any WriteTransaction)
        throws(StorageError)
    {
        try tx.run("DELETE FROM \(name: table) WHERE id = \(id)")
        for gram in Self.grams(of: texts) { try tx.append([.text(gram), id.sqlValue], to: table) }
    }

    /// A condition on `column` (the identifier's column in the query); nil when nothing searchable was typed.
    ///
    ///     if let words = index.condition(typed, on: "lot.id") { conditions.append(words) }
    package func condition(_ typed: String, on column: StaticString) -> SQL? {
        var sought: [Sought] = []
        for word in Self.words(in: typed) {
            if word.count == 1 {
                sought.append(.beginning(String(String.UnicodeScalarView(word))))
            } else {
                sought += Self.pairs(of: word).map(Sought.pair)
            }
        }
        guard let first = sought.first else { return nil }
        var inner: SQL = "SELECT one.id FROM \(name: table) one WHERE \(first.condition(on: "one.gram"))"
        for next in sought.dropFirst() {
            inner = """
                \(inner) AND EXISTS (SELECT 1 FROM \(name: table) other
                WHERE other.id = one.id AND \(next.condition(on: "other.gram")))
                """
        }
        return "\(name: column) IN (\(inner))"
    }

    private enum Sought {
        case pair(String)
        case beginning(String)

        func condition(on column: StaticString) -> SQL {
            switch self {
            case .pair(let gram): "\(name: column) = \(gram)"
            case .beginning(let start):
                "\(name: column) >= \(start) AND \(name: column) < \(start + BigramIndex.last)"
            }
        }
    }

    private static let last = "\u{10FFFF}"

    /// The distinct keys of some texts, sorted: neighbouring pairs, and each word's last character alone.
    package static func grams(of texts: [String]) -> [String] {
        var grams: Set<String> = []
        for text in texts {
            for word in words(in: text) {
                grams.formUnion(pairs(of: word))
                if let end = word.last { grams.insert(String(end)) }
            }
        }
        return grams.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func pairs(of word: [Unicode.Scalar]) -> [String] {
        zip(word, word.dropFirst()).map { pair in String(pair.0) + String(pair.1) }
    }

    /// Runs of letters and digits: full-width forms narrowed, Latin letters in lower case, the rest are gaps.
    static func words(in text: String) -> [[Unicode.Scalar]] {
        var words: [[Unicode.Scalar]] = [[]]
        for scalar in text.unicodeScalars {
            let narrow = narrowed(scalar)
            if narrow.properties.isAlphabetic || narrow.properties.numericType != nil {
                words[words.count - 1].append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
            } else if words.last?.isEmpty == false {
                words.append([])
            }
        }
        return words.filter { !$0.isEmpty }
    }

    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else {
            return scalar
        }
        return narrow
    }
}
