import Kernel
import Storage

/// The first answer to each key of each person. No leaf tells of a refusal, so every row bears a seal.
struct AnswerStore {
    let keys: HouseKeys

    struct First {
        let content: [UInt8]
        let answer: Answer
    }

    func find(person: PersonID, key: String, in tx: any ReadTransaction) throws -> First? {
        let row = try tx.first(
            """
            SELECT content, answer FROM command_answer
            WHERE person = \(person) AND submission_key = \(key)
            """)
        guard let row else { return nil }
        guard let answer = Answer(json: try JSON(parsing: Array(try row.get(1, as: String.self).utf8))) else {
            throw StorageError.failed("unreadable answer")
        }
        return First(content: try row.get(0), answer: answer)
    }

    func save(person: PersonID, key: String, content: [UInt8], _ answer: Answer, in tx: any WriteTransaction) throws {
        let text = answer.json.canonicalText
        try tx.append(
            [
                .text(person.text), .text(key), .blob(content), .text(text),
                .blob(seal(person: person.text, key: key, content: content, answer: text)),
            ], to: "command_answer")
    }

    struct Stored {
        let person: String
        let key: String
        let answer: String
        /// Whether a holder of the installation's key wrote the row as it stands.
        let isSealed: Bool
    }

    /// Every row, in key order.
    func each(in tx: any ReadTransaction, _ body: (Stored) throws -> Void) throws {
        try tx.each(
            """
            SELECT person, submission_key, content, answer, seal FROM command_answer ORDER BY person, submission_key
            """
        ) { row in
            let (person, key, answer) = (row.text(0), row.text(1), row.text(3))
            let wanted = seal(person: person, key: key, content: row.blob(2), answer: answer)
            try body(Stored(person: person, key: key, answer: answer, isSealed: wanted == row.blob(4)))
        }
    }

    func count(in tx: any ReadTransaction) throws -> Int64 {
        try tx.get("SELECT COUNT(*) FROM command_answer")
    }

    private func seal(person: String, key: String, content: [UInt8], answer: String) -> [UInt8] {
        keys.seal("command_answer", [Array(person.utf8), Array(key.utf8), content, Array(answer.utf8)])
    }
}
