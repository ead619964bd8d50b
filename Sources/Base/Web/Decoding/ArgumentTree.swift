import Kernel

/// Turns flat names such as `lines[0].amountFen` into the nested arguments they mean.
struct ArgumentTree {
    private indirect enum Node {
        case value(String)
        case object([String: Node])
        case list([Int: Node])

        var json: JSON {
            switch self {
            case .value(let text): .string(text)
            case .object(let members): .object(members.filter { !$1.isUnusedGroup }.mapValues(\.json))
            case .list(let elements): .array(Node.inOrder(elements).map(\.json))
            }
        }

        /// A group of fields that was offered and left empty altogether: as if the form had not asked.
        private var isUnusedGroup: Bool {
            if case .object = self { isBlank } else { false }
        }

        /// Nothing was typed anywhere below.
        var isBlank: Bool {
            switch self {
            case .value(let text): text.isBlank
            case .object(let members): members.values.allSatisfy(\.isBlank)
            case .list(let elements): elements.values.allSatisfy(\.isBlank)
            }
        }

        /// Blank rows at the end were only offered, not used; those between keep their places, so that a rejection
        /// finds its row.
        private static func inOrder(_ elements: [Int: Node]) -> [Node] {
            var rows = elements.sorted { $0.key < $1.key }.map(\.value)
            while rows.last?.isBlank == true { rows.removeLast() }
            return rows
        }
    }

    private enum Step {
        case member(String)
        case index(Int)
    }

    private static let maxDepth = 8
    private static let maxNameBytes = 120
    private static let maxRows = 2_000

    private var root: [String: Node] = [:]

    var json: JSON { Node.object(root).json }

    mutating func insert(_ value: String, at name: String) throws(Rejection) {
        guard let steps = Self.steps(name), case .member(let first)? = steps.first else {
            throw WebRejection.badFieldName.rejection
        }
        guard let node = Self.inserting(value, steps.dropFirst(), into: root[first]) else {
            throw WebRejection.duplicateName(name: name).rejection
        }
        root[first] = node
    }

    /// Nil when something else stands there already.
    private static func inserting(_ value: String, _ steps: ArraySlice<Step>, into node: Node?) -> Node? {
        guard let step = steps.first else { return node == nil ? .value(value) : nil }
        let rest = steps.dropFirst()
        switch (step, node) {
        case (.member(let name), nil):
            return inserting(value, rest, into: nil).map { .object([name: $0]) }
        case (.member(let name), .object(var members)):
            guard let inner = inserting(value, rest, into: members[name]) else { return nil }
            members[name] = inner
            return .object(members)
        case (.index(let index), nil):
            return inserting(value, rest, into: nil).map { .list([index: $0]) }
        case (.index(let index), .list(var elements)):
            guard let inner = inserting(value, rest, into: elements[index]) else { return nil }
            elements[index] = inner
            return .list(elements)
        default: return nil
        }
    }

    /// `lines[0].amountFen` as member, index, member; nil when the name is not of that form.
    private static func steps(_ name: String) -> [Step]? {
        guard name.utf8.count <= maxNameBytes else { return nil }
        var steps: [Step] = []
        for part in name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            var pieces = part.split(separator: UInt8(ascii: "["), omittingEmptySubsequences: false)[...]
            guard let member = pieces.popFirst(), isWord(member) else { return nil }
            steps.append(.member(String(decoding: member, as: UTF8.self)))
            for piece in pieces {
                guard let index = index(piece) else { return nil }
                steps.append(.index(index))
            }
        }
        return steps.count <= maxDepth ? steps : nil
    }

    private static func isWord(_ bytes: Substring.UTF8View) -> Bool {
        guard let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    /// `12]` as 12, without leading zeros.
    private static func index(_ bytes: Substring.UTF8View) -> Int? {
        let digits = bytes.dropLast()
        guard bytes.last == UInt8(ascii: "]"), (1...4).contains(digits.count), digits.allSatisfy(isDigit),
            digits.count == 1 || digits.first != UInt8(ascii: "0"),
            let number = Int(String(decoding: digits, as: UTF8.self)), number < maxRows
        else { return nil }
        return number
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
