/// How much of a document is read before it is refused.
package struct JSONLimits: Sendable {
    package let bytes: Int
    package let depth: Int
    /// Whether fractions and exponents are read, as `.decimal`: for documents strangers made, never for what enters a leaf.
    package let fractions: Bool
    /// Whether a byte order mark may stand before the document: in files, never in what is signed or kept.
    package let mark: Bool

    package init(bytes: Int = 1_048_576, depth: Int = 32, fractions: Bool = false, mark: Bool = false) {
        self.bytes = bytes
        self.depth = depth
        self.fractions = fractions
        self.mark = mark
    }

    /// For files that strangers made.
    package static let strangers = JSONLimits(bytes: 1 << 26, fractions: true, mark: true)
}

extension JSON {
    /// Reads strict JSON: RFC 8259 without duplicate keys or anything after the value; fractions, exponents and a byte order
    /// mark before it only where the limits allow them.
    package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(Rejection) {
        guard bytes.count <= limits.bytes else { throw KernelRejection.tooLarge(limit: limits.bytes).rejection }
        var parser = JSONParser(bytes: bytes, deepest: limits.depth, fractions: limits.fractions)
        if limits.mark, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        self = try parser.document()
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    let deepest: Int
    let fractions: Bool
    var position = 0

    init(bytes: [UInt8], deepest: Int, fractions: Bool) {
        self.bytes = bytes
        self.deepest = deepest
        self.fractions = fractions
    }

    mutating func document() throws(Rejection) -> JSON {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw malformed }
        return value
    }

    private var malformed: Rejection { KernelRejection.malformedJSON(position: position).rejection }
    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func value(depth: Int) throws(Rejection) -> JSON {
        guard depth < deepest else { throw KernelRejection.tooDeep(limit: deepest).rejection }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        default: throw malformed
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(Rejection) -> JSON {
        let matches = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard matches else { throw malformed }
        position += text.utf8CodeUnitCount
        return value
    }

    private mutating func number() throws(Rejection) -> JSON {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        let count = position - firstDigit
        guard count > 0, count == 1 || bytes[firstDigit] != 0x30 else { throw malformed }
        if let byte = current, byte == 0x2E || byte == 0x65 || byte == 0x45 {
            guard fractions else { throw KernelRejection.notAnInteger(position: position).rejection }
            return try decimal(from: start)
        }
        guard let number = Int64(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw KernelRejection.notAnInteger(position: start).rejection
        }
        return .integer(number)
    }

    /// What follows the whole digits of a number that began at `start`: a fraction, an exponent or both. What does not fit
    /// 64 bits, or is smaller than 10^-18, is refused.
    private mutating func decimal(from start: Int) throws(Rejection) -> JSON {
        var digits = bytes[start..<position]
        var scale = 0
        if current == 0x2E {
            position += 1
            let first = position
            while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
            guard position > first else { throw malformed }
            digits += bytes[first..<position]
            scale = position - first
        }
        if let byte = current, byte == 0x65 || byte == 0x45 { scale -= try exponent() }
        while scale < 0, digits.count < 20 {
            digits.append(0x30)
            scale += 1
        }
        while scale > 0, digits.count > 1, digits.last == 0x30 {
            digits.removeLast()
            scale -= 1
        }
        guard (0...18).contains(scale), let units = Int64(String(decoding: digits, as: UTF8.self)) else {
            throw KernelRejection.notAnInteger(position: start).rejection
        }
        return scale == 0 ? .integer(units) : .decimal(units: units, scale: scale)
    }

    /// The signed power of ten at the reader's place; beyond ±99 every number is refused anyway.
    private mutating func exponent() throws(Rejection) -> Int {
        position += 1
        var isNegative = false
        if let sign = current, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            isNegative = sign == UInt8(ascii: "-")
            position += 1
        }
        let first = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        guard position > first else { throw malformed }
        let power = Int(String(decoding: bytes[first..<position], as: UTF8.self)) ?? 99
        return min(power, 99) * (isNegative ? -1 : 1)
    }

    private mutating func array(depth: Int) throws(Rejection) -> JSON {
        position += 1
        var elements: [JSON] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
            position += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            switch current {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "]"):
                position += 1
                return .array(elements)
            default: throw malformed
            }
        }
    }

    private mutating func object(depth: Int) throws(Rejection) -> JSON {
        position += 1
        var members: [String: JSON] = [:]
        skipSpace()
        if current == UInt8(ascii: "}") {
            position += 1
            return .object([:])
        }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw malformed }
            let name = try string()
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw malformed }
            position += 1
            guard members.updateValue(try value(depth: depth + 1), forKey: name) == nil else {
                throw KernelRejection.duplicateKey(name: String(name.prefix(40))).rejection
            }
            skipSpace()
            switch current {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"):
                position += 1
                return .object(members)
            default: throw malformed
            }
        }
    }

    private mutating func string() throws(Rejection) -> String {
        position += 1
        let start = position
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        var text = try utf8(bytes[start..<position])
        while true {
            switch current {
            case UInt8(ascii: "\""):
                position += 1
                return text
            case UInt8(ascii: "\\"):
                position += 1
                text.unicodeScalars.append(try escape())
            case .some(0x20...):
                let run = position
                while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
                    position += 1
                }
                text += try utf8(bytes[run..<position])
            default: throw malformed
            }
        }
    }

    private func utf8(_ slice: ArraySlice<UInt8>) throws(Rejection) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else { throw malformed }
        return text
    }

    private mutating func escape() throws(Rejection) -> UnicodeScalar {
        guard let byte = current else { throw malformed }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UnicodeScalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw malformed
        }
    }

    private mutating func unicodeEscape() throws(Rejection) -> UnicodeScalar {
        let first = try hexUnit()
        if let scalar = UnicodeScalar(first) { return scalar }
        guard (0xD800...0xDBFF).contains(first), current == UInt8(ascii: "\\") else { throw malformed }
        position += 1
        guard current == UInt8(ascii: "u") else { throw malformed }
        position += 1
        let second = try hexUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = UnicodeScalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw malformed }
        return scalar
    }

    private mutating func hexUnit() throws(Rejection) -> UInt32 {
        guard position + 4 <= bytes.count else { throw malformed }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = hexDigit(byte) else {
                throw malformed
            }
            value = value << 4 | digit
        }
        position += 4
        return value
    }

    private func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x61 + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x41 + 10
        default: nil
        }
    }
}
