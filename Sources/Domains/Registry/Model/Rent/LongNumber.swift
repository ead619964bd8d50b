/// A whole number of any size, never below nothing: what compounding over decades needs so that nothing is rounded on the
/// way. Only what a schedule uses is here: small factors, sums, and division by small numbers.
struct LongNumber: Sendable {
    /// Base 2³², the lowest first, without zeroes at the top.
    private var digits: [UInt32] = []

    init(_ number: UInt64) { digits = [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)].dropZeroes() }

    static func * (number: LongNumber, factor: UInt32) -> LongNumber {
        var (result, carry) = (number, UInt64(0))
        for position in result.digits.indices {
            carry += UInt64(result.digits[position]) * UInt64(factor)
            result.digits[position] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { result.digits.append(UInt32(carry)) }
        result.digits = result.digits.dropZeroes()
        return result
    }

    static func + (left: LongNumber, right: LongNumber) -> LongNumber {
        let (longer, shorter) = left.digits.count < right.digits.count ? (right, left) : (left, right)
        var (result, carry) = (longer, UInt64(0))
        for position in result.digits.indices {
            let other = position < shorter.digits.count ? shorter.digits[position] : 0
            carry += UInt64(result.digits[position]) + UInt64(other)
            result.digits[position] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { result.digits.append(UInt32(carry)) }
        return result
    }

    /// Without the remainder. Dividing by several numbers in turn is dividing by their product.
    static func / (number: LongNumber, divisor: UInt32) -> LongNumber {
        var (result, rest) = (number, UInt64(0))
        for position in result.digits.indices.reversed() {
            let current = rest << 32 | UInt64(result.digits[position])
            result.digits[position] = UInt32(current / UInt64(divisor))
            rest = current % UInt64(divisor)
        }
        result.digits = result.digits.dropZeroes()
        return result
    }

    /// Nil beyond 64 bits.
    var plain: UInt64? {
        guard digits.count <= 2 else { return nil }
        return digits.reversed().reduce(UInt64(0)) { $0 << 32 | UInt64($1) }
    }
}

extension [UInt32] {
    fileprivate func dropZeroes() -> [UInt32] {
        var kept = self
        while kept.last == 0 { kept.removeLast() }
        return kept
    }
}
