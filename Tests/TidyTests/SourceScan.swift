/// One Swift file with comments and string contents told apart from code, so that a rule looks only where it means to.
struct SourceScan {
    let path: String
    /// Lines of code: comments gone, string literals emptied.
    private(set) var code: [String] = []
    /// What stood in string literals, with its line number from 1.
    private(set) var literals: [(line: Int, text: String)] = []

    init(path: String, text: String) {
        self.path = path
        var scanner = Scanner(Array(text))
        scanner.run()
        code = String(scanner.code).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
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

private struct Scanner {
    let input: [Character]
    var position = 0
    var line = 1
    var code: [Character] = []
    var literals: [(line: Int, text: String)] = []

    init(_ input: [Character]) { self.input = input }

    mutating func run() {
        while position < input.count {
            if starts("//") {
                while position < input.count, input[position] != "\n" { position += 1 }
            } else if let fence = fence() {
                literal(fence)
            } else {
                take()
            }
        }
    }

    private func starts(_ text: String) -> Bool {
        let characters = Array(text)
        return position + characters.count <= input.count
            && Array(input[position..<position + characters.count]) == characters
    }

    private mutating func take() {
        if input[position] == "\n" { line += 1 }
        code.append(input[position])
        position += 1
    }

    /// The opening of a literal here: hashes and one or three quotes.
    private func fence() -> (hashes: Int, quotes: Int)? {
        var hashes = 0
        while position + hashes < input.count, input[position + hashes] == "#" { hashes += 1 }
        guard position + hashes < input.count, input[position + hashes] == "\"" else { return nil }
        let start = position + hashes
        let isTriple = start + 2 < input.count && input[start + 1] == "\"" && input[start + 2] == "\""
        return (hashes, isTriple ? 3 : 1)
    }

    private mutating func literal(_ fence: (hashes: Int, quotes: Int)) {
        let closing = String(repeating: "\"", count: fence.quotes) + String(repeating: "#", count: fence.hashes)
        let escape = "\\" + String(repeating: "#", count: fence.hashes)
        position += fence.hashes + fence.quotes
        let startLine = line
        var text = ""
        code.append("\"")
        while position < input.count, !starts(closing) {
            if starts(escape + "(") {
                position += escape.count + 1
                interpolation()
            } else if starts(escape) {
                text += String(input[position..<min(position + escape.count + 1, input.count)])
                position += escape.count + 1
            } else {
                if input[position] == "\n" {
                    line += 1
                    code.append("\n")
                }
                text.append(input[position])
                position += 1
            }
        }
        position += closing.count
        code.append("\"")
        literals.append((startLine, text))
    }

    /// The expression inside `\( … )` is code.
    private mutating func interpolation() {
        var depth = 1
        code.append("(")
        while position < input.count, depth > 0 {
            if let fence = fence() {
                literal(fence)
                continue
            }
            if input[position] == "(" { depth += 1 }
            if input[position] == ")" { depth -= 1 }
            take()
        }
    }
}
