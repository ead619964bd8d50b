/// Finds Chinese text without word boundaries: every two neighbouring characters are a key.
///
/// SQLite's trigram index finds nothing for a word of two characters (property right, say), and PostgreSQL has none by
/// default; so both stores get the same plain tables: `(gram, id)`, which names the candidates, and `(id, text)`, in
/// which each candidate is looked through for the words themselves.
package struct BigramIndex: Sendable {
    /// The table of pairs, for example `lot_gram`.
    package let grams: StaticString
    /// The table of texts, for example `lot_words`.
    package let texts: StaticString

    package init(grams: StaticString, texts: StaticString) {
        self.grams = grams
        self.texts = texts
    }

    /// For a migration. `id` is text: the identifier of what is found.
    package var schema: [SQL] {
        [
            """
            CREATE TABLE \(name: grams) (
                gram TEXT NOT NULL,
                id TEXT NOT NULL,
                PRIMARY KEY (gram, id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX \(name: grams)_by_id ON \(name: grams) (id)",
            """
            CREATE TABLE \(name: texts) (
                id TEXT NOT NULL PRIMARY KEY,
                text TEXT NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }

    /// For the module's list of projected tables.
    package var projected: [ProjectedTable] {
        [ProjectedTable(grams.description, key: ["gram", "id"]), ProjectedTable(texts.description, key: ["id"])]
    }

    /// Makes `texts` the words by which `id` is found, in place of what it was found by before.
    package func set(_ words: [String], for id: some SQLValueConvertible, in tx: any WriteTransaction)
        throws(StorageError)
    {
        if try tx.run("DELETE FROM \(name: texts) WHERE id = \(id)") > 0 {
            try tx.run("DELETE FROM \(name: grams) WHERE id = \(id)")
        }
        let words = words.flatMap(Self.words)
        for gram in Self.grams(of: words) { try tx.append([.text(gram), id.sqlValue], to: grams) }
        try tx.append([id.sqlValue, .text(words.map(Self.text).joined(separator: " "))], to: texts)
    }

    /// A condition on `column` (the identifier's column in the query); nil when nothing searchable was typed.
    ///
    ///     if let words = index.condition(typed, on: "lot.id") { conditions.append(words) }
    package func condition(_ typed: String, on column: StaticString) -> SQL? {
        let words = Self.words(in: typed)
        guard let longest = words.max(by: { $0.count < $1.count }) else { return nil }
        var conditions: [SQL] = [Self.candidates(longest)]
        // A word of one or two characters is its own key: its candidates need no second look.
        let others = longest.count > 2 ? words : words.filter { $0 != longest }
        if others.isEmpty {
            return "\(name: column) IN (SELECT one.id FROM \(name: grams) one WHERE \(Self.candidates(longest)))"
        }
        for word in others { conditions.append("instr(whole.text, \(Self.text(word))) > 0") }
        return """
            \(name: column) IN (SELECT one.id FROM \(name: grams) one JOIN \(name: texts) whole ON whole.id = one.id
            WHERE \(SQL.joined(conditions, by: " AND ")))
            """
    }

    /// A word's last pair narrows best: titles begin alike more often than they end alike.
    private static func candidates(_ word: [Unicode.Scalar]) -> SQL {
        if word.count > 1 { return "one.gram = \(text(word.suffix(2)))" }
        let start = text(word)
        return "one.gram >= \(start) AND one.gram < \(start + last)"
    }

    private static func text(_ word: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        return String(text)
    }

    private static let last = "\u{10FFFF}"

    /// The distinct keys of some words: neighbouring pairs, and each word's last character alone.
    private static func grams(of words: [[Unicode.Scalar]]) -> [String] {
        var grams: Set<String> = []
        for word in words {
            for pair in zip(word, word.dropFirst()) { grams.insert(String(pair.0) + String(pair.1)) }
            if let end = word.last { grams.insert(String(end)) }
        }
        return grams.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
