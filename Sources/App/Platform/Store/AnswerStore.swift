import Kernel
import Storage

/// The first answer to each key of each person. No leaf tells of a refusal, so every row bears a seal.
struct AnswerStore {
    let keys: InstallationKeys

    /// Whose key.
    struct AnswerKey: Hashable {
        let person: PersonID
        let key: String
    }

    struct First {
        let content: [UInt8]
        let answer: Answer
    }

    typealias Answered = [AnswerKey: First]

    /// Those of `places` that were answered before, in one question: where the store is another program, a question for each
    /// command would cost more than the command.
    func find(_ places: [AnswerKey], in tx: any ReadTransaction) throws -> Answered {
        guard let last = places.last else { return [:] }
        // Filled up to one of a few lengths with the last one again, so that the statements are few, too.
        let length = AnswerStore.lengths.first { $0 >= places.count } ?? places.count
        let asked = places + Array(repeating: last, count: length - places.count)
        let given = asked.map { [SQLValue.text($0.person.text), .text($0.key)] }
        var found: Answered = [:]
        for row in try tx.rows(AnswerStore.question(given)) {
            guard let answer = Answer(json: try JSON(parsing: Array(try row.get(3, as: String.self).utf8))) else {
                throw StorageError.failed("unreadable answer")
            }
            let place = AnswerKey(person: try row.get(0), key: try row.get(1))
            found[place] = First(content: try row.get(2), answer: answer)
        }
        return found
    }

    private static let lengths = [1, 4, 16, 64, 256]

    /// Both stores are told to look each key up by the table's own: neither may read the whole table for a large group.
    private static func question(_ given: [[SQLValue]]) -> SQL {
        .either(
            sqlite: """
                SELECT person, submission_key, content, answer FROM \(rows: given) AS given CROSS JOIN command_answer
                WHERE person = given.column1 AND submission_key = given.column2
                """,
            postgres: """
                SELECT person, submission_key, content, answer FROM \(rows: given) AS given CROSS JOIN LATERAL (
                    SELECT person, submission_key, content, answer FROM command_answer
                    WHERE person = given.column1 AND submission_key = given.column2 LIMIT 1
                ) AS kept
                """)
    }

    func save(_ first: First, at place: AnswerKey, in tx: any WriteTransaction) throws {
        let text = first.answer.json.canonicalText
        let person = place.person.text
        try tx.append(
            [
                .text(person), .text(place.key), .blob(first.content), .text(text),
                .blob(seal(person: person, key: place.key, content: first.content, answer: text)),
            ], to: "command_answer")
    }

    /// Programs before record 0236 kept a bare SHA-256 of the command beside its answer. What is kept today is keyed over that
    /// very digest: so each such row gets what it would have now, and its key sent again still brings its first answer. A row
    /// whose seal is not ours stays for `verify` to name. Answers how many were keyed.
    func keyBareDigests(_ database: any Database) throws -> Int {
        let bare: SQL = "FROM command_answer WHERE length(content) = 32"
        guard try database.read({ try $0.first("SELECT 1 \(bare) LIMIT 1") }) != nil else { return 0 }
        return try database.write { tx in
            var count = 0
            let rows = try tx.rows("SELECT person, submission_key, content, answer, seal \(bare)")
            try TableMending(ProjectedTable("command_answer", key: ["person", "submission_key"]))
                .withoutTriggers(in: tx) {
                    for row in rows {
                        let (person, key, answer): (String, String, String) =
                            (try row.get(0), try row.get(1), try row.get(3))
                        let (content, found): ([UInt8], [UInt8]) = (try row.get(2), try row.get(4))
                        let parts = AnswerStore.parts(person, key, content, answer)
                        guard isOurs(found, parts) else { continue }
                        let keyed = Ticket.Content.keyed(content, keys)
                        try tx.run(
                            """
                            UPDATE command_answer SET content = \(keyed),
                                seal = \(seal(person: person, key: key, content: keyed, answer: answer))
                            WHERE person = \(person) AND submission_key = \(key)
                            """)
                        count += 1
                    }
                }
            return count
        }
    }

    /// Rows are not changed by a rotation: those of before bear the seal of their time.
    private func isOurs(_ seal: [UInt8], _ parts: [[UInt8]]) -> Bool {
        keys.seal("command_answer", parts) == seal || keys.earlierSeals("command_answer", parts).contains(seal)
    }

    struct Stored {
        let person: String
        let key: String
        let answer: String
        /// Whether a holder of the installation's key wrote the row as it stands.
        let isSealed: Bool
    }

    /// Every row as it stands in the table, not as an index tells of it: what differs between the two must not pass.
    func each(in tx: any ReadTransaction, _ body: (Stored) throws -> Void) throws {
        try tx.each(
            .either(
                sqlite: "SELECT person, submission_key, content, answer, seal FROM command_answer NOT INDEXED",
                postgres: "SELECT person, submission_key, content, answer, seal FROM command_answer")
        ) { row in
            let (person, key, answer) = (row.text(0), row.text(1), row.text(3))
            let parts = AnswerStore.parts(person, key, row.blob(2), answer)
            try body(Stored(person: person, key: key, answer: answer, isSealed: isOurs(row.blob(4), parts)))
        }
    }

    func count(in tx: any ReadTransaction) throws -> Int64 {
        try tx.get("SELECT COUNT(*) FROM command_answer")
    }

    private func seal(person: String, key: String, content: [UInt8], answer: String) -> [UInt8] {
        keys.seal("command_answer", AnswerStore.parts(person, key, content, answer))
    }

    private static func parts(_ person: String, _ key: String, _ content: [UInt8], _ answer: String) -> [[UInt8]] {
        [Array(person.utf8), Array(key.utf8), content, Array(answer.utf8)]
    }
}
