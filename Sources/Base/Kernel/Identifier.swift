/// A name for one thing, typed by what it names, so that a lot's name cannot be given where a contract's is meant.
///
/// 1 to 64 characters of `A–Z a–z 0–9 . _ -`, starting with a letter or digit. Chosen by the caller (scenarios,
/// imports) or derived by the writer from the log's size, so it never depends on chance. Never an identity number.
package struct Identifier<Named>: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String

    /// Nil when `text` is not a well-formed identifier.
    package init?(_ text: String) {
        guard Self.isWellFormed(text) else { return nil }
        self.text = text
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    static func isWellFormed(_ text: String) -> Bool {
        var bytes = text.utf8.makeIterator()
        guard let first = bytes.next(), isAlphanumeric(first), text.utf8.count <= 64 else { return false }
        while let byte = bytes.next() {
            guard
                isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
                    || byte == UInt8(ascii: "-")
            else { return false }
        }
        return true
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}

/// The stream of events of one aggregate: `lot/L1`, `contract/C7`.
package struct StreamID: Sendable, Hashable, CustomStringConvertible {
    package let kind: String
    package let id: String

    package init(_ kind: String, _ id: String) {
        self.kind = kind
        self.id = id
    }

    package var description: String { "\(kind)/\(id)" }
}
