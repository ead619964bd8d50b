import Kernel

/// A mobile number of mainland China: eleven digits from 13 to 19. Lives only as long as one request.
package struct PhoneNumber: Sendable, Hashable {
    package let text: String

    /// Full-width figures, spaces, hyphens and the country code are forgiven; nil for anything else.
    package init?(_ typed: String) {
        var digits = Folding.code(typed).filter { $0 != "-" }
        if digits.hasPrefix("+86") { digits.removeFirst(3) }
        let bytes = Array(digits.utf8)
        guard bytes.count == 11, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            bytes[0] == UInt8(ascii: "1"), bytes[1] >= UInt8(ascii: "3")
        else { return nil }
        text = digits
    }
}

extension PhoneNumber: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
