import Crypto
import Kernel
import Storage

/// A submission that has been read and waits for its turn.
struct Ticket: Sendable {
    let name: String
    let command: any Command
    let principal: Principal
    let key: String
    /// Of command and arguments: the same key must not bring something else.
    let content: Content
    /// The refusal of a date that lies too far from the day it came in; said after the rules' own.
    var distantDate: Rejection?
    /// When it came in. The writer's stamp is this or, if later, the stamp before it.
    let arrived: Instant
    let answered: @Sendable (Result<Answer, OutcomeUnknown>) -> Void

    var place: AnswerStore.AnswerKey { AnswerStore.AnswerKey(person: principal.person, key: key) }

    /// The longest key a sender may choose, in bytes.
    static let longestKey = 200

    /// What is kept of a submission's content beside its answer. Arguments hold phones and identity numbers, which are few
    /// enough to be tried one by one: their digest is keyed (decision record 0236).
    struct Content: Sendable {
        /// One byte that says under which key, then HMAC-SHA-256.
        let kept: [UInt8]

        /// The key in use. Another key, another number: rows say by which they are to be compared.
        static let key: UInt8 = 1

        init(of submission: Submission, _ keys: InstallationKeys) {
            var bytes = Array(submission.command.utf8)
            bytes.append(UInt8(ascii: "\n"))
            submission.arguments.write(to: &bytes)
            kept = Content.keyed(Array(SHA256.hash(data: bytes)), keys)
        }

        /// A digest that anybody makes who guesses the arguments, as one that the house alone makes.
        static func keyed(_ digest: [UInt8], _ keys: InstallationKeys) -> [UInt8] {
            [key] + keys.lasting("command_answer.content", [digest])
        }
    }
}
