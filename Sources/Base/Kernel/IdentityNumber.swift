/// A citizen's identity number (GB 11643-1999), 18 characters with check. It occurs inside `Personal<>` only: it has no
/// description and no place in a leaf, a URL or a log line.
package struct IdentityNumber: Sendable, Hashable {
    fileprivate let text: String

    /// Full-width figures, spaces between groups and a small x are understood.
    package init(_ text: String) throws(Rejection) {
        let upper = Folding.code(text).uppercased()
        let bytes = Array(upper.utf8)
        guard bytes.count == 18, let check = IdentityNumber.check(bytes[..<17]), bytes[17] == check,
            let year = Digits.number(bytes[6..<10]), let month = Digits.number(bytes[10..<12]),
            let day = Digits.number(bytes[12..<14]), CivilDate(year: year, month: month, day: day) != nil
        else { throw KernelRejection.badIdentityNumber.rejection }
        self.text = upper
    }

    /// Whether a number of a citizen lies in `text`, beside other words or alone: 17 figures with their check, by themselves.
    package static func stands(in text: String) -> Bool {
        // Only a long run of figures is looked at; a full-width one is 0xEF 0xBC and a byte from 0x90.
        var run = 0
        let isLong = text.utf8.contains { byte in
            let isFigure = (0x30...0x39).contains(byte) || (0x90...0x99).contains(byte) || byte == 0xEF || byte == 0xBC
            run = isFigure ? run + 1 : 0
            return run == 17
        }
        guard isLong else { return false }
        return Folding.codes(in: text).contains { $0.count == 18 && (try? IdentityNumber($0)) != nil }
    }

    /// The day of birth that the number names.
    package var born: CivilDate {
        let bytes = Array(text.utf8)
        let year = Digits.number(bytes[6..<10]) ?? 0
        return CivilDate(
            year: year, month: Digits.number(bytes[10..<12]) ?? 1, day: Digits.number(bytes[12..<14]) ?? 1) ?? .latest
    }

    /// The number that begins with `first17`, its check added: how tests and demos make people who do not exist.
    package static func completing(_ first17: String) -> IdentityNumber? {
        guard let check = check(Array(first17.utf8)[...]) else { return nil }
        return try? IdentityNumber(first17 + String(UnicodeScalar(check)))
    }

    /// For the sealed side table and the person themselves.
    package var revealed: String { text }

    /// First three and last two characters, as forms show it to staff.
    package var masked: String { "\(text.prefix(3))•••\(text.suffix(2))" }

    private static func check(_ first17: ArraySlice<UInt8>) -> UInt8? {
        guard first17.count == 17, first17.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(first17, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return Array("10X98765432".utf8)[sum % 11]
    }
}

extension IdentityNumber: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension IdentityNumber: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else { throw KernelRejection.badIdentityNumber.rejection }
        try self.init(text)
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 18), unit: "GB 11643") }
    package static var example: IdentityNumber {
        guard let number = completing("14040019000101001") else { preconditionFailure("the example completes") }
        return number
    }
}
