/// A measured value in millionths of its unit. Sums and products of it stay whole.
package struct Micro: Sendable, Hashable, Comparable {
    package let units: Int64

    package init(_ units: Int64) { self.units = units }

    package static func < (left: Micro, right: Micro) -> Bool { left.units < right.units }

    /// What a text says, or why it says no number. More than six decimals are rounded half to even; the text is kept beside.
    package static func read(_ text: some Collection<UInt8>) -> Result<Micro, NumberFault> {
        var rest = text[...]
        guard let first = rest.first else { return .failure(.empty) }
        let isNegative = first == UInt8(ascii: "-")
        if isNegative || first == UInt8(ascii: "+") { rest.removeFirst() }
        var digits: Int64 = 0
        var (figures, decimals, points) = (0, 0, 0)
        var (roundUp, sticky, next) = (false, false, UInt8(0))
        for byte in rest {
            switch byte {
            case 0x30...0x39:
                figures += 1
                if points == 1 { decimals += 1 }
                if decimals > 6 {
                    if decimals == 7 { next = byte - 0x30 } else if byte != 0x30 { sticky = true }
                    continue
                }
                let (tens, over) = digits.multipliedReportingOverflow(by: 10)
                let (sum, beyond) = tens.addingReportingOverflow(Int64(byte - 0x30))
                if over || beyond { return .failure(.tooLarge) }
                digits = sum
            case UInt8(ascii: "."):
                points += 1
                if points == 2 { return .failure(.twoPoints) }
            case UInt8(ascii: ","): return .failure(.groupMark)
            default: return .failure(.notANumber)
            }
        }
        guard figures > 0, points == 0 || decimals > 0 else { return .failure(.notANumber) }
        for _ in min(decimals, 6)..<6 {
            let (tens, over) = digits.multipliedReportingOverflow(by: 10)
            if over { return .failure(.tooLarge) }
            digits = tens
        }
        roundUp = next > 5 || (next == 5 && (sticky || digits & 1 == 1))
        if roundUp { digits = digits == .max ? digits : digits + 1 }
        return .success(Micro(isNegative ? -digits : digits))
    }

    package static func read(_ text: String) -> Result<Micro, NumberFault> { read(Array(text.utf8)) }

    /// The value with `decimals` decimals (at most 6), rounded half to even (GB/T 8170).
    package func text(decimals: Int) -> String {
        let decimals = min(max(0, decimals), 6)
        var scale: Int64 = 1
        for _ in decimals..<6 { scale *= 10 }
        let rounded = Micro.divide(Int128(units), by: Int128(scale))
        let magnitude = String(rounded.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - magnitude.utf8.count)) + magnitude
        let whole = padded.dropLast(decimals)
        return (rounded < 0 ? "-" : "") + whole + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }

    /// Without zeros at the end: `27.3`.
    package var shortest: String {
        var text = text(decimals: 6)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// A quotient, half to even.
    package static func divide(_ number: Int128, by divisor: Int128) -> Int128 {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        let twice = remainder.magnitude &* 2
        guard twice > divisor.magnitude || (twice == divisor.magnitude && quotient & 1 != 0) else { return quotient }
        return quotient + ((number < 0) == (divisor < 0) ? 1 : -1)
    }
}

/// Why a text is no value.
package enum NumberFault: String, Error, Sendable, Hashable, CaseIterable {
    case empty
    case notANumber
    /// `1,234`: the comma could part thousands or decimals.
    case groupMark
    /// `30.044.50`: the first point parts thousands, so every point of the column may.
    case twoPoints
    case tooLarge
}

/// A column of numbers as one file wrote it. One cell with two points shows that points part thousands there; then no cell
/// of the column can be read as it stands, `21.477` least of all.
package struct NumberColumn: Sendable {
    package let cells: [Result<Micro, NumberFault>]
    /// The cells (from 0) that show points as thousands marks; empty where the column may be read.
    package let groupedCells: [Int]
    /// What the cells would mean if a point before exactly three figures parts thousands: a proposal for a person.
    package let ifGrouped: [Micro?]

    package init(_ texts: [String]) {
        let cells = texts.map { Micro.read($0) }
        self.cells = cells
        groupedCells = cells.indices.filter { cells[$0] == .failure(.twoPoints) || cells[$0] == .failure(.groupMark) }
        ifGrouped = texts.map(Self.grouped)
    }

    package var isRefused: Bool { !groupedCells.isEmpty }

    private static func grouped(_ text: String) -> Micro? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        var joined = String(parts[0])
        for (index, part) in parts.enumerated().dropFirst() {
            joined += part.utf8.count == 3 ? part : (index == parts.count - 1 ? "." + part : "x")
        }
        return try? Micro.read(joined).get()
    }
}

extension Micro {
    /// A quotient as a value; nil where it lies beyond the range.
    package static func quotient(_ number: Int128, by divisor: Int128) -> Micro? {
        guard divisor != 0 else { return nil }
        return Int64(exactly: divide(number, by: divisor)).map(Micro.init)
    }

    /// A quotient rounded once, half to even, to `decimals` decimals (at most 6).
    package static func quotient(_ number: Int128, by divisor: Int128, decimals: Int) -> Micro? {
        var scale: Int128 = 1
        for _ in min(max(0, decimals), 6)..<6 { scale *= 10 }
        guard divisor != 0 else { return nil }
        return Int64(exactly: divide(number, by: divisor * scale) * scale).map(Micro.init)
    }
}
