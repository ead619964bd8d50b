import Foundation
import Kernel
import Platform

/// The terminal: results to standard output, errors and progress to standard error.
enum Console {
    /// Chinese where the environment says so, English otherwise.
    static let language: Language = {
        let environment = ProcessInfo.processInfo.environment
        let said = environment["QIANMO_LANG"] ?? environment["LC_ALL"] ?? environment["LANG"] ?? ""
        return said.hasPrefix("zh") ? .chinese : .english
    }()

    static func line(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Nothing is added: for documents.
    static func text(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func json(_ json: JSON) {
        line(json.canonicalText)
    }

    static func error(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Overwrites one line; only on a terminal.
    static func progress(_ text: String, isLast: Bool = false) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        write("\r\u{1B}[K" + text + (isLast ? "\n" : ""), to: STDERR_FILENO)
    }

    static func exit(_ code: Int32) -> Never {
        Foundation.exit(code)
    }

    /// The rejection and all that came with it, each with its number, field and article, and what to do next.
    static func text(of rejection: Rejection) -> String {
        rejection.flattened.map { one in
            let field = one.field.map { "\($0): " } ?? ""
            let basis = one.basis.map { " (\(language($0.article)))" } ?? ""
            return "\(one.number) \(field)\(language(one.text))\(basis) \(language(one.next))"
        }.joined(separator: "\n")
    }

    /// Whole, past short writes; unbuffered, so that nothing said is lost when the program is killed.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 && errno != EINTR { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, count)))
            }
        }
    }
}

extension Message {
    /// In the terminal's language: for help, which is put together before anything runs.
    var here: String { Console.language(self) }
}
