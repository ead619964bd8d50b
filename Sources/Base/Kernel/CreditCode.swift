/// A unified social credit code (GB 32100-2015, XG1-2016): 18 characters with two check characters, its own and that of
/// the organisation code inside it (GB 11714).
package struct CreditCode: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    /// Full-width signs, spaces between groups and small letters are understood.
    package init(_ text: String) throws(Rejection) {
        let upper = Folding.code(text).uppercased()
        let bytes = Array(upper.utf8)
        guard bytes.count == 18, CreditCode.organisationCheck(bytes[8..<16]) == bytes[16],
            CreditCode.check(bytes[..<17]) == bytes[17]
        else { throw KernelRejection.badCreditCode.rejection }
        self.text = upper
    }

    package var description: String { text }

    /// The code that begins with `first17` (registering department, kind, region, organisation code), its check added.
    package static func completing(_ first17: String) -> CreditCode? {
        guard let check = check(Array(first17.utf8)[...]) else { return nil }
        return try? CreditCode(first17 + String(UnicodeScalar(check)))
    }

    /// The organisation code that begins with eight characters, its GB 11714 check added.
    package static func organisationCode(_ first8: String) -> String? {
        organisationCheck(Array(first8.utf8)[...]).map { first8 + String(UnicodeScalar($0)) }
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Weights 3^(i−1) mod 31; a sum of 0 mod 31 gives `0`, where a widely copied routine fails.
    private static func check(_ first17: ArraySlice<UInt8>) -> UInt8? {
        guard first17.count == 17 else { return nil }
        var sum = 0
        var weight = 1
        for byte in first17 {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    private static func organisationCheck(_ first8: ArraySlice<UInt8>) -> UInt8? {
        guard first8.count == 8 else { return nil }
        var sum = 0
        for (byte, weight) in zip(first8, [3, 7, 9, 10, 5, 8, 4, 2]) {
            switch byte {
            case 0x30...0x39: sum += Int(byte - 0x30) * weight
            case 0x41...0x5A: sum += (Int(byte - 0x41) + 10) * weight
            default: return nil
            }
        }
        switch 11 - sum % 11 {
        case 10: return UInt8(ascii: "X")
        case 11: return UInt8(ascii: "0")
        case let digit: return UInt8(0x30 + digit)
        }
    }
}

extension CreditCode: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else { throw KernelRejection.badCreditCode.rejection }
        try self.init(text)
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 18), unit: "GB 32100") }
    package static var example: CreditCode {
        let inner = organisationCode("00000001").map { "N2140404" + $0 }
        guard let code = inner.flatMap(completing) else { preconditionFailure("the example completes") }
        return code
    }
}
