package import Kernel
import Labour
import Storage

/// A message on its way to a telephone, in words that need no sender to know the rooms.
package struct PhoneMessage: Sendable {
    /// What sort of message it is, for the program's own log.
    package let kind: String
    /// Nil where none is known.
    package let phone: String?
    package let text: Message
    /// What the house keeps of it; nil in small houses of tests.
    private(set) fileprivate var origin: OutgoingMessage?

    package init(kind: String, phone: String?, text: Message) {
        self.kind = kind
        self.phone = phone
        self.text = text
    }

    fileprivate init(_ origin: OutgoingMessage) {
        self.init(kind: origin.kind.rawValue, phone: origin.phone, text: origin.text)
        self.origin = origin
    }
}

/// What became of a message.
package enum MessageFate: String, Sendable { case handed, failed, noPhone }

/// What the labour market tells people by message, and what they answer. Who carries it is the server's matter.
extension Installation {
    /// At most so many at once, the most pressing first.
    private static let messagesAtOnce = 200

    package func listOutgoing() throws -> [PhoneMessage] {
        let (now, desk) = (clock.now(), log.desk)
        return try database.read {
            try Labour.listOutgoing(at: now, desk, limit: Self.messagesAtOnce, in: $0).map { PhoneMessage($0) }
        }
    }

    /// Keeps what became of a message. Given again it writes nothing more.
    package func note(_ message: PhoneMessage, _ fate: MessageFate) async throws {
        guard let origin = message.origin, let outcome = MessageOutcome(rawValue: fate.rawValue) else { return }
        let command = origin.noted(outcome)
        _ = try await writer.submit(
            Submission(
                command: NoteMessage.fullName, arguments: .object(command.openFields), principal: .theHouse,
                key: "message-\(origin.order)-\(origin.worker)-\(origin.kind)-\(origin.at.milliseconds)"))
    }

    /// Takes an answer from a telephone; the words are for whoever wrote. `key`: the submission's, new for each.
    package func answer(reply text: String, from phone: String, key: String) async throws -> Message {
        let (now, mark) = (clock.now(), marks.of(phone: phone))
        switch try database.read({ try Labour.plan(reply: text, from: mark, at: now, in: $0) }) {
        case .say(let words): return words
        case .give(let command, let principal, let done):
            let answer = try await writer.submit(
                Submission(
                    command: type(of: command).fullName, arguments: .object(command.openFields), principal: principal,
                    key: key))
            switch answer {
            case .accepted: return done
            case .rejected(let rejection): return Labour.words(for: rejection)
            }
        }
    }
}
