import Foundation
package import Kernel
import Synchronization

/// Hands codes to a program of the county's, which knows its SMS gateway: `serve --code-command PATH`. The program gets
/// one line of JSON on its standard input, `{"code":…,"language":…,"phone":…,"text":…}`, and nothing on its command line,
/// which other people on the machine could read. Ending with 0 within `seconds` means that the code was handed over.
package struct CommandCodeSender: CodeSender {
    package let path: String
    package let seconds: Int

    package init(path: String, seconds: Int = 20) {
        self.path = path
        self.seconds = seconds
    }

    package func send(code: String, to phone: PhoneNumber, language: Language) async throws {
        let line =
            JSON.object([
                "code": .string(code), "language": .string(language.rawValue), "phone": .string(phone.text),
                "text": .string(language(Text.codeMessage(code))),
            ]).canonicalBytes + [UInt8(ascii: "\n")]
        let process = Process()
        let input = Pipe()
        process.executableURL = URL(filePath: path)
        process.standardInput = input
        // What it says is not ours to keep: it may hold the number.
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (endings, ended) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            ended.yield(process.terminationReason == .exit ? process.terminationStatus : -1)
            ended.finish()
        }
        try process.run()
        // A line fits a pipe; a program that ends without reading it must not end ours.
        signal(SIGPIPE, SIG_IGN)
        try? input.fileHandleForWriting.write(contentsOf: Data(line))
        try? input.fileHandleForWriting.close()
        let pid = process.processIdentifier
        let deadline = Task {
            try await Task.sleep(for: .seconds(seconds))
            kill(pid, SIGKILL)
        }
        defer { deadline.cancel() }
        for await status in endings where status == 0 { return }
        throw SignInRejection.notSent.rejection
    }
}
