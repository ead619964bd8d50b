package import Kernel
import Synchronization

/// Takes one-time codes, and what the house has to say, to phones: a command of the county's (`CommandCodeSender`); the demo
/// prints them. A house without one sends none, and says so.
package protocol CodeSender: Sendable {
    /// Sends `code` to `phone`; throws when it could not be handed over.
    func send(code: String, to phone: PhoneNumber, language: Language) async throws
    /// Sends `text`, which is no code; throws when it could not be handed over.
    func send(text: String, to phone: PhoneNumber, language: Language) async throws
}

/// Prints codes to the terminal, only in a demo: whoever reads them can sign in as anybody.
package final class TerminalCodeSender: CodeSender {
    private let write: @Sendable (String) -> Void
    /// The newest code of each number, for the demo's page.
    private let newest = Mutex<[PhoneNumber: String]>([:])

    package init(write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    func code(for phone: PhoneNumber) -> String? { newest.withLock { $0[phone] } }

    package func send(code: String, to phone: PhoneNumber, language: Language) async throws {
        newest.withLock { $0[phone] = code }
        write(language(Text.demoCode(code: code, phoneEnding: String(phone.text.suffix(4)))))
    }

    package func send(text: String, to phone: PhoneNumber, language: Language) async throws {
        write(language(Text.demoMessage(text, phoneEnding: String(phone.text.suffix(4)))))
    }
}
