import EventLog
import Kernel
import Storage

/// Every answer the writer remembers, against the log. An accepted command's answer is what its leaves say. A refusal
/// and an answer that caused nothing stand in no leaf: they bear seals, and the head, which is sealed too, says how many
/// answers there are in all, so that none can be taken away or put in (record 0140).
struct AnswerCheck {
    let store: AnswerStore
    let head: StoredHead

    /// Throws the first finding, in the order of senders and keys.
    func run(_ expected: ExpectedAnswers, in tx: any ReadTransaction) throws {
        var expected = expected
        var count: Int64 = 0
        try store.each(in: tx) { row in
            count += 1
            let place = "\(row.person),\(row.key)"
            guard row.isSealed, let person = PersonID(row.person) else {
                throw Finding("command_answer", key: place, column: "seal", .changed)
            }
            switch expected.take(KeyDigest(person: person, key: row.key), text: row.answer) {
            case .expected: break
            case .different(let entry):
                throw Finding("command_answer", key: place, column: "answer", .changed, entry: entry)
            case .unknown:
                guard let answer = try? Answer(json: JSON(parsing: Array(row.answer.utf8))) else {
                    throw Finding("command_answer", key: place, column: "answer", .unreadable)
                }
                guard case .accepted(let entries, _, _) = answer, let first = entries.first else { break }
                guard case .expected = expected.take(from: first, text: row.answer) else {
                    throw Finding("command_answer", key: place, .surplus)
                }
            }
        }
        if let entry = expected.firstUnanswered {
            throw Finding("command_answer", key: "", .missing, entry: entry)
        }
        if let wanted = head.answers, count != wanted {
            throw Finding("command_answer", key: "", count < wanted ? .missing : .surplus)
        }
    }
}
