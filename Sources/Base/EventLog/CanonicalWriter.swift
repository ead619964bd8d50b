import Foundation
import Kernel

/// Writes canonical JSON (RFC 8785 restricted to integers) with every text in NFC, straight into bytes.
///
/// Field names are the house's own: ASCII, so that every sort order agrees.
struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []
    /// Set when something was written that may not stand in a leaf: a decimal, or a name that is not plain ASCII.
    private(set) var unfit: String?

    init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    mutating func value(_ json: JSON) {
        switch json {
        case .null: raw("null")
        case .bool(let flag): raw(flag ? "true" : "false")
        case .integer(let number): integer(number)
        case .decimal(let units, _): unfit = unfit ?? String(units)
        case .string(let text): string(text)
        case .array(let elements):
            byte("[")
            var isFirst = true
            for element in elements {
                if !isFirst { byte(",") }
                isFirst = false
                value(element)
            }
            byte("]")
        case .object(let members): object(members)
        }
    }

    mutating func object(_ members: [String: JSON]) {
        byte("{")
        var isFirst = true
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            key(name, isFirst: isFirst)
            isFirst = false
            value(member)
        }
        byte("}")
    }

    /// `"name":`, after a comma unless it is the first.
    mutating func key(_ name: String, isFirst: Bool = false) {
        if !isFirst { byte(",") }
        if !name.utf8.allSatisfy({ $0 < 0x80 }) { unfit = unfit ?? name }
        string(name)
        byte(":")
    }

    mutating func string(_ text: String) {
        var text = text
        let isPlain = text.withUTF8 { buffer in
            guard buffer.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(0x22)
            bytes.append(contentsOf: buffer)
            bytes.append(0x22)
            return true
        }
        if isPlain { return }
        if !CanonicalWriter.isSurelyNFC(text) { text = text.precomposedStringWithCanonicalMapping }
        JSON.string(text).write(to: &bytes)
    }

    mutating func integer(_ number: Int64) {
        if number < 0 { byte("-") }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    mutating func byte(_ character: Unicode.Scalar) { bytes.append(UInt8(ascii: character)) }

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// True for text of characters that NFC never changes nor joins: Latin below U+0300, common punctuation, Chinese
    /// characters, full-width forms. False means "ask the normalizer".
    static func isSurelyNFC(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x300, 0x2002..<0x2070, 0x3000..<0x302A, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xFF00..<0xFFF0: true
            default: false
            }
        }
    }
}
