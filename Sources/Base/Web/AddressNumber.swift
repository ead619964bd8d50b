package import Kernel

/// A whole number in an address or a header, and the range it must lie in: nobody outside chooses what our sums begin with.
/// Plain decimal digits with at most a minus before them; nothing else is a number.
package struct AddressNumber: Sendable {
    package let range: ClosedRange<Int64>

    /// Indexes of entries and counts: every whole number that JSON readers keep exactly, which no log will reach.
    package static let index = AddressNumber(0...9_007_199_254_740_991)

    package init(_ range: ClosedRange<Int64>) {
        self.range = range
    }

    /// Nil for what is no such number: for the parts of a path, where a wrong one is simply not there.
    package func find(_ text: some StringProtocol) -> Int64? {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard (1...19).contains(digits.count),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int64(text), range.contains(number)
        else { return nil }
        return number
    }

    /// Nil where nothing stands. Throws 1007 for what is no number, and 1008 with the range for one outside it.
    package func read(_ text: String?, named field: String) throws(Rejection) -> Int64? {
        guard let text else { return nil }
        if let number = find(text) { return number }
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard digits.count > 0, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw KernelRejection.wrongType(field: field, expected: .integer).rejection
        }
        throw KernelRejection.outOfRange(field: field, lowest: range.lowerBound, highest: range.upperBound).rejection
    }
}

extension PageRequest {
    /// The number in the query `name`; nil where there is none, or a box left empty. Throws what is wrong with it.
    package func number(_ name: String, in numbers: AddressNumber = .index) throws(Rejection) -> Int64? {
        query[name] == "" ? nil : try numbers.read(query[name], named: name)
    }

    /// The number in the query `name`, held within `range`: for what a page may choose itself, how many lines or which turn.
    package func number(_ name: String, within range: ClosedRange<Int>, otherwise: Int) -> Int {
        guard let asked = query[name].flatMap({ AddressNumber.index.find($0) }) else { return otherwise }
        return min(max(range.lowerBound, Int(asked)), range.upperBound)
    }

    /// The number in the path's parameter `name`; nil where it is none, and so nothing is there.
    package func part(_ name: String, in numbers: AddressNumber = .index) -> Int64? {
        parameters[name].flatMap { numbers.find($0) }
    }
}
