/// What a person, a house, a place or a thing is called: one line in canonical form, with a letter or figure to be seen.
///
/// Where a payload keeps its name as `String`, `reader.value("name", as: Name.self).text` reads it as a name.
package struct Name: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String

    /// The longest name that can be entered, in characters.
    package static let longest = 200

    /// From text a person wrote; throws where nothing of it can be read, or too much.
    package init(_ text: String) throws(Rejection) {
        let clean = try CanonicalText.of(text)
        let words = clean.unicodeScalars.split(whereSeparator: CanonicalText.isBlank).map { String($0) }
        let line = words.joined(separator: " ")
        guard line.unicodeScalars.contains(where: Name.hasInk) else {
            throw KernelRejection.nameWithoutLetters(field: "").rejection
        }
        guard line.unicodeScalars.count <= Name.longest else {
            throw KernelRejection.tooLong(field: "", limit: Name.longest).rejection
        }
        self.text = line
    }

    private init(asItStands text: String) {
        self.text = text
    }

    package var description: String { text }

    package static func < (left: Name, right: Name) -> Bool { left.text < right.text }

    /// Letters and figures of every script; marks, signs and blanks do not make a name.
    private static func hasInk(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            !scalar.properties.isDefaultIgnorableCodePoint
        default: false
        }
    }
}

extension Name: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else {
            throw KernelRejection.wrongType(field: "", expected: .text).rejection
        }
        if notation == .logged { self.init(asItStands: text) } else { try self.init(text) }
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: longest)) }
    package static var example: Name { Name(asItStands: "Tanba") }
}

/// A telephone number as people write it, kept without its spaces and brackets: `13800000000`, `0355-1234567`,
/// `+8613800000000`. It occurs inside `Personal<>` where it is a person's.
package struct Telephone: Sendable, Hashable {
    package let text: String

    package init(_ text: String) throws(Rejection) {
        let plain = Folding.code(try CanonicalText.of(text)).filter { $0 != "(" && $0 != ")" }
        let bytes = Array(plain.utf8)
        let digits = bytes.count { (0x30...0x39).contains($0) }
        let isPlain = bytes.enumerated().allSatisfy { position, byte in
            switch byte {
            case 0x30...0x39: true
            case UInt8(ascii: "+"): position == 0
            case UInt8(ascii: "-"): position > 0 && position < bytes.count - 1
            default: false
            }
        }
        guard isPlain, (3...20).contains(digits), bytes.count <= 25 else {
            throw KernelRejection.badPhone(field: "").rejection
        }
        self.text = plain
    }

    private init(asItStands text: String) {
        self.text = text
    }
}

extension Telephone: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else { throw KernelRejection.badPhone(field: "").rejection }
        if notation == .logged { self.init(asItStands: text) } else { try self.init(text) }
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 25)) }
    package static var example: Telephone { Telephone(asItStands: "0355-1234567") }
}
