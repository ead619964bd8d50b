package import Foundation
package import Kernel
package import Platform

/// What the server asks of the house to carry messages.
package struct MessageAccess: Sendable {
    /// What is to go out now; reads the store.
    let list: @Sendable () throws -> [PhoneMessage]
    /// Keeps what became of one.
    let note: @Sendable (PhoneMessage, MessageFate) async throws -> Void
    /// Takes what somebody wrote from a telephone; the words to send back.
    let answer: @Sendable (_ text: String, _ phone: String) async throws -> Message

    package init(
        list: @escaping @Sendable () throws -> [PhoneMessage],
        note: @escaping @Sendable (PhoneMessage, MessageFate) async throws -> Void,
        answer: @escaping @Sendable (_ text: String, _ phone: String) async throws -> Message
    ) {
        self.list = list
        self.note = note
        self.answer = answer
    }

    init(_ installation: Installation) {
        self.init(
            list: { try installation.listOutgoing() }, note: { try await installation.note($0, $1) },
            answer: {
                try await installation.answer(reply: $0, from: $1, key: Base64.text(Randomness.bytes(16)))
            })
    }
}

/// What the county's gateway shows with an answer: a line of text in `keys/messages.key`, made at the first start.
package enum MessageKey {
    package static func open(in folder: URL) throws -> [UInt8] {
        let file = folder.appending(path: "keys").appending(path: "messages.key")
        let bytes = try SecretFile.bytes(at: file) { Array((Hex.text(of: Randomness.bytes(32)) + "\n").utf8) }
        let key = bytes.filter { $0 > 0x20 && $0 < 0x7F }
        guard key.count >= Secrets.shortest else { throw ServerConfigurationError.shortSecret }
        return key
    }
}
