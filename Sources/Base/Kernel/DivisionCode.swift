/// Who gave a division its code. The two disagree, so a code means nothing without its system and its date.
package enum CodeSystem: String, FieldChoice {
    /// National Bureau of Statistics, 12 digits.
    case statistical
    /// Ministry of Civil Affairs.
    case civilAffairs
}

/// The floors of the division tree.
package enum DivisionLevel: String, FieldChoice, Comparable {
    case province, prefecture, county, township, village, group

    package static func < (left: DivisionLevel, right: DivisionLevel) -> Bool { left.depth < right.depth }

    /// 0 for a province … 5 for a villagers' group.
    package var depth: Int { DivisionLevel.allCases.firstIndex(of: self) ?? 0 }
}

/// The code of a division: GB/T 2260 six digits, + 3 township (GB/T 10114), + 3 village, + 3 villagers' group.
/// Trailing zero groups are dropped, so `140404000000` and `140404` are one code. An attribute, never an identity.
package struct DivisionCode: Sendable, Hashable, CustomStringConvertible {
    /// 2, 4, 6, 9, 12 or 15 digits.
    package let digits: String
    package let level: DivisionLevel

    /// From 6, 9, 12 or 15 figures; full-width ones and spaces between them are understood.
    package init(_ text: String) throws(Rejection) {
        let bytes = Array(Folding.code(text).utf8)
        guard [6, 9, 12, 15].contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw KernelRejection.badDivisionCode(text: String(text.prefix(20))).rejection
        }
        var ends = [2, 4, 6, 9, 12, 15].filter { $0 <= bytes.count }
        while let end = ends.last, ends.count > 1 {
            let start = ends[ends.count - 2]
            guard bytes[start..<end].allSatisfy({ $0 == 0x30 }) else { break }
            ends.removeLast()
        }
        guard let length = ends.last, (1...9).contains(bytes[0] - 0x30) else {
            throw KernelRejection.badDivisionCode(text: String(text.prefix(20))).rejection
        }
        digits = String(decoding: bytes[..<length], as: UTF8.self)
        level = DivisionLevel.allCases[ends.count - 1]
    }

    private init(digits: String, level: DivisionLevel) {
        self.digits = digits
        self.level = level
    }

    /// The code one floor up; nil for a province.
    package var parent: DivisionCode? {
        guard level.depth > 0 else { return nil }
        let length = [2, 4, 6, 9, 12, 15][level.depth - 1]
        return DivisionCode(digits: String(digits.prefix(length)), level: DivisionLevel.allCases[level.depth - 1])
    }

    package func isWithin(_ ancestor: DivisionCode) -> Bool { digits.hasPrefix(ancestor.digits) }

    /// This code with the leading digits of `old` replaced by those of `new`; nil when it does not lie within `old`.
    package func moved(from old: DivisionCode, to new: DivisionCode) -> DivisionCode? {
        guard isWithin(old), old.level == new.level else { return nil }
        return DivisionCode(digits: new.digits + digits.dropFirst(old.digits.count), level: level)
    }

    /// Padded to 12 digits, as the statistical lists print it; a group's code has 15.
    package var padded: String { digits + String(repeating: "0", count: max(0, 12 - digits.utf8.count)) }

    package var description: String { digits }
}

extension DivisionCode: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else {
            throw KernelRejection.wrongType(field: "", expected: .digits).rejection
        }
        // Codes come back from the log without their trailing zeros.
        let length = text.utf8.count
        try self.init(length == 2 || length == 4 ? text + String(repeating: "0", count: 6 - length) : text)
    }

    package var field: JSON { .string(digits) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 15), unit: "division code") }
    package static var example: DivisionCode { DivisionCode(digits: "140404", level: .county) }
}
