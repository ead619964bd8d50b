import Attachments
import Glibc
package import Kernel
import Synchronization

/// Hands codes to a program of the county's, which knows its SMS gateway: `serve --code-command PATH`. The program gets
/// one line of JSON on its standard input, `{"code":…,"language":…,"phone":…,"text":…}`, without `code` where it is a message
/// of another kind, and nothing on its command line, which other people on the machine could read. Ending with 0 within `seconds` means that the code was handed over.
package struct CommandCodeSender: CodeSender {
    package let path: String
    package let seconds: Int

    package init(path: String, seconds: Int = 20) {
        self.path = path
        self.seconds = seconds
    }

    package func send(code: String, to phone: PhoneNumber, language: Language) async throws {
        try await hand([
            "code": .string(code), "language": .string(language.rawValue), "phone": .string(phone.text),
            "text": .string(language(Text.codeMessage(code))),
        ])
    }

    package func send(text: String, to phone: PhoneNumber, language: Language) async throws {
        try await hand([
            "language": .string(language.rawValue), "phone": .string(phone.text), "text": .string(text),
        ])
    }

    private func hand(_ members: [String: JSON]) async throws {
        let line = JSON.object(members).canonicalBytes + [UInt8(ascii: "\n")]
        // What it says is not ours to keep: it may hold the number.
        let id = try Tool.start(path, input: line)
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: .seconds(seconds))
        while true {
            if let code = Tool.end(of: id, waits: false) {
                if code == 0 { return }
                break
            }
            guard clock.now < deadline, !Task.isCancelled else {
                kill(id, SIGKILL)
                _ = Tool.end(of: id, waits: true)
                break
            }
            try? await Task.sleep(for: .milliseconds(10))
        }
        throw SignInRejection.notSent.rejection
    }
}
