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

    /// The first row, in key order, whose seal does not hold.
    func firstBroken(in tx: any ReadTransaction) throws -> String? {
        var broken: String?
        try tx.each(
            """
            SELECT person, submission_key, content, answer, seal FROM command_answer ORDER BY person, submission_key
            """
        ) { row in
            let wanted = seal(person: row.text(0), key: row.text(1), content: row.blob(2), answer: row.text(3))
            if broken == nil, wanted != row.blob(4) { broken = "\(row.text(0)),\(row.text(1))" }
        }
        return broken
    }

    private func seal(person: String, key: String, content: [UInt8], answer: String) -> [UInt8] {
        keys.seal("command_answer", [Array(person.utf8), Array(key.utf8), content, Array(answer.utf8)])
    }
}
