import Crypto
import Kernel
import Storage

/// A submission that has been read and waits for its turn.
struct Ticket: Sendable {
    let name: String
    let command: any Command
    let principal: Principal
    let key: String
    /// SHA-256 of command and arguments: the same key must not bring something else.
    let content: [UInt8]
    /// When it came in. The writer's stamp is this or, if later, the stamp before it.
    let arrived: Instant
    let answered: @Sendable (Result<Answer, OutcomeUnknown>) -> Void

    var place: AnswerStore.Place { AnswerStore.Place(person: principal.person, key: key) }

    /// The longest key a sender may choose, in bytes.
    static let longestKey = 200

    static func content(of submission: Submission) -> [UInt8] {
        var bytes = Array(submission.command.utf8)
        bytes.append(UInt8(ascii: "\n"))
        submission.arguments.write(to: &bytes)
        return Array(SHA256.hash(data: bytes))
    }
}
