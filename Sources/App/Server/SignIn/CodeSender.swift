package import Kernel

/// Takes one-time codes to phones: a command of the county's (`CommandCodeSender`); the demo prints them. A house without
/// one sends none, and says so.
package protocol CodeSender: Sendable {
    /// Sends `code` to `phone`; throws when it could not be handed over.
    func send(code: String, to phone: PhoneNumber, language: Language) async throws
}

/// Prints codes to the terminal, only in a demo: whoever reads them can sign in as anybody.
package struct TerminalCodeSender: CodeSender {
    private let write: @Sendable (String) -> Void

    package init(write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    package func send(code: String, to phone: PhoneNumber, language: Language) async throws {
        write(language(Text.demoCode(code: code, phoneEnding: String(phone.text.suffix(4)))))
    }
}
