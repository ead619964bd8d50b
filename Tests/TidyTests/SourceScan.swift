/// One Swift file with comments and string contents told apart from code, so that a rule looks only where it means to.
struct SourceScan {
    let path: String
    /// Lines of code: comments gone, string literals emptied.
    private(set) var code: [String] = []
    /// What stood in string literals, with its line number from 1.
    private(set) var literals: [(line: Int, text: String)] = []

    init(path: String, text: String) {
        self.path = path
        var scanner = Scanner(text)
        scanner.run()
        code = scanner.code.split(separator: .newline, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        literals = scanner.literals
    }

    /// The file's name without folders.
    var name: String { String(path.split(separator: "/").last ?? "") }
    var isText: Bool { name == "Text.swift" || name.hasPrefix("Text+") }
    /// The target a source file belongs to: `Sources/<floor>/<target>/…`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[2]) : ""
    }

    /// Lines of code that match `pattern`, as `path:line: code`.
    func lines(matching pattern: some RegexComponent) -> [String] {
        code.enumerated().compactMap { number, line in
            line.firstMatch(of: pattern) == nil
                ? nil : "\(path):\(number + 1): \(line.trimmingPrefix(while: \.isWhitespace))"
        }
    }

    /// Functions and initialisers with their length in lines.
    var functions: [(line: Int, length: Int)] {
        var found: [(Int, Int)] = []
        for (number, line) in code.enumerated() where line.firstMatch(of: /\b(func\s+\S|init[?!]?[(<])/) != nil {
            guard !line.contains(".init(") else { continue }
            var depth = 0
            var opened = false
            for (offset, body) in code[number...].enumerated() {
                for character in body {
                    if character == "{" {
                        depth += 1
                        opened = true
                    } else if character == "}" {
                        depth -= 1
                    }
                }
                if opened && depth <= 0 {
                    found.append((number + 1, offset + 1))
                    break
                }
                if !opened && offset > 12 || depth < 0 { break }
            }
        }
        return found
    }
}

/// Works on bytes: the signs it looks for are one byte each, and the suite reads every source of the project.
private struct Scanner {
    let input: [UInt8]
    var position = 0
    var line = 1
    var code: [UInt8] = []
    var literals: [(line: Int, text: String)] = []

    init(_ text: String) {
        input = Array(text.utf8)
        code.reserveCapacity(input.count)
    }

    mutating func run() {
        while position < input.count {
            switch input[position] {
            case .slash where position + 1 < input.count && input[position + 1] == .slash:
                while position < input.count, input[position] != .newline { position += 1 }
            case .hash, .quote:
                if let fence = fence() { literal(fence) } else { take() }
            default: take()
            }
        }
    }

    private func starts(_ signs: [UInt8]) -> Bool {
        guard position + signs.count <= input.count else { return false }
        for offset in 0..<signs.count where input[position + offset] != signs[offset] { return false }
        return true
    }

    private mutating func take() {
        if input[position] == .newline { line += 1 }
        code.append(input[position])
        position += 1
    }

    /// The opening of a literal here: hashes and one or three quotes.
    private func fence() -> (hashes: Int, quotes: Int)? {
        var hashes = 0
        while position + hashes < input.count, input[position + hashes] == .hash { hashes += 1 }
        guard position + hashes < input.count, input[position + hashes] == .quote else { return nil }
        let start = position + hashes
        let isTriple = start + 2 < input.count && input[start + 1] == .quote && input[start + 2] == .quote
        return (hashes, isTriple ? 3 : 1)
    }

    private mutating func literal(_ fence: (hashes: Int, quotes: Int)) {
        let hashes = [UInt8](repeating: .hash, count: fence.hashes)
        let closing = [UInt8](repeating: .quote, count: fence.quotes) + hashes
        let escape = [.backslash] + hashes
        position += fence.hashes + fence.quotes
        let startLine = line
        var text: [UInt8] = []
        code.append(.quote)
        while position < input.count, !starts(closing) {
            if input[position] == .backslash, starts(escape + [.open]) {
                position += escape.count + 1
                interpolation()
            } else if input[position] == .backslash, starts(escape) {
                text += input[position..<min(position + escape.count + 1, input.count)]
                position += escape.count + 1
            } else {
                if input[position] == .newline {
                    line += 1
                    code.append(.newline)
                }
                text.append(input[position])
                position += 1
            }
        }
        position += closing.count
        code.append(.quote)
        literals.append((startLine, String(decoding: text, as: UTF8.self)))
    }

    /// The expression inside `\( … )` is code.
    private mutating func interpolation() {
        var depth = 1
        code.append(.open)
        while position < input.count, depth > 0 {
            if let fence = fence() {
                literal(fence)
                continue
            }
            if input[position] == .open { depth += 1 }
            if input[position] == .close { depth -= 1 }
            take()
        }
    }
}

extension UInt8 {
    fileprivate static let slash = UInt8(ascii: "/")
    fileprivate static let backslash = UInt8(ascii: "\\")
    fileprivate static let hash = UInt8(ascii: "#")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let open = UInt8(ascii: "(")
    fileprivate static let close = UInt8(ascii: ")")
    fileprivate static let newline = UInt8(ascii: "\n")
}
