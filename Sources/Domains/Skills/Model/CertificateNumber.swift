/// The number printed on a certificate of a vocational skill. It has no check digit: a well-formed number may still be
/// nobody's, which only a look-up tells.
package struct CertificateNumber: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// 职业技能等级证书: letter of the body, body, province, site, year, level 1–5, serial.
        case skillLevel(Int)
        /// Special-grade and chief technicians: a second letter in place of the level.
        case aboveLevels
        /// 国家职业资格证书: 16 digits.
        case qualification(Int)
    }

    /// Why a text is no number.
    package enum Fault: Error, Sendable, Hashable {
        case length(Int)
        case letter
        case digits
        case level
        case province
    }

    package let text: String
    package let kind: Kind

    package init(_ text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        guard bytes.count == 22 || bytes.count == 16 else { throw .length(text.count) }
        self.text = text
        kind = bytes.count == 16 ? try Self.qualification(bytes) : try Self.skill(bytes)
    }

    /// Two digits of GB/T 2260.
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63,
        64, 65, 71, 81, 82,
    ]

    private static func skill(_ bytes: [UInt8]) throws(Fault) -> Kind {
        guard bytes[0] == UInt8(ascii: "Y") || bytes[0] == UInt8(ascii: "S") else { throw .letter }
        let isAbove = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[1])
        let digits = bytes[(isAbove ? 2 : 1)...]
        guard digits.allSatisfy(isDigit) else { throw .digits }
        guard provinces.contains(number(digits.dropFirst(4).prefix(2))) else { throw .province }
        if isAbove { return .aboveLevels }
        let level = number(digits.dropFirst(14).prefix(1))
        guard (1...5).contains(level) else { throw .level }
        return .skillLevel(level)
    }

    private static func qualification(_ bytes: [UInt8]) throws(Fault) -> Kind {
        guard bytes.allSatisfy(isDigit) else { throw .digits }
        guard provinces.contains(number(bytes[2..<4])) else { throw .province }
        let level = number(bytes[10..<11])
        guard (1...5).contains(level) else { throw .level }
        return .qualification(level)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
}
