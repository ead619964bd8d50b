import Storage

/// Turns the one text of SQL, which is SQLite's, into PostgreSQL's: `?1` to `$1`, INTEGER to BIGINT, BLOB to BYTEA, and a
/// table without STRICT and WITHOUT ROWID. Everything else of the shared subset is the same in both (`docs/storage.md`).
enum PostgresTranslation {
    /// What PostgreSQL is given for `sql`.
    static func text(of sql: SQL) -> String {
        if let own = sql.postgresText { return rewritten(own, words: false) }
        return rewritten(sql.text, words: true)
    }

    /// Statements that change the schema: never cached, and sent by the simple protocol.
    static func changesSchema(_ text: String) -> Bool {
        let start = text.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        return ["CREATE ", "ALTER ", "DROP "].contains { start.starts(with: $0.utf8) }
    }

    /// A statement that only reads, as far as our SQL goes.
    static func onlyReads(_ text: String) -> Bool {
        let start = text.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        return ["SELECT ", "WITH "].contains { start.starts(with: $0.utf8) }
            || ["SELECT\n", "WITH\n"].contains { start.starts(with: $0.utf8) }
    }

    /// The words of a statement, among them every table it names.
    static func words(in text: String) -> Set<String> {
        Set(text.utf8.split { !isLetter($0) && !isDigit($0) }.compactMap { String($0) })
    }

    private static func rewritten(_ text: String, words: Bool) -> String {
        let bytes = Array(text.utf8)
        let isTable = words && changesSchema(text)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 16)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "'") {
                let end = endOfLiteral(bytes, from: index)
                out += bytes[index..<end]
                index = end
            } else if byte == UInt8(ascii: "?") {
                out.append(UInt8(ascii: "$"))
                index += 1
            } else if words, isLetter(byte) {
                let end = bytes[index...].firstIndex { !isLetter($0) && !isDigit($0) } ?? bytes.count
                out += replacement(for: bytes[index..<end], inTable: isTable)
                index = end
            } else {
                out.append(byte)
                index += 1
            }
        }
        return tidied(String(decoding: out, as: UTF8.self), isTable: isTable)
    }

    private static func replacement(for word: ArraySlice<UInt8>, inTable: Bool) -> ArraySlice<UInt8> {
        switch String(decoding: word, as: UTF8.self) {
        case "INTEGER": ArraySlice("BIGINT".utf8)
        case "BLOB": ArraySlice("BYTEA".utf8)
        case "STRICT" where inTable: []
        case "ROWID" where inTable: []
        case "WITHOUT" where inTable: []
        default: word
        }
    }

    /// What is left of `) STRICT, WITHOUT ROWID` is `) ,`.
    private static func tidied(_ text: String, isTable: Bool) -> String {
        guard isTable else { return text }
        var bytes = Array(text.utf8)
        let loose: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: ";")]
        while let last = bytes.last, loose.contains(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func endOfLiteral(_ bytes: [UInt8], from start: Int) -> Int {
        // A doubled quote ends one literal and begins the next, which comes to the same.
        guard let quote = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "'")) else { return bytes.count }
        return quote + 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || byte == UInt8(ascii: "_")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
