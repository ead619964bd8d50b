import Kernel
package import Registry

/// Where a payee's money goes: the bank and the number of the account. The number stands in the file for the bank and
/// nowhere else; pages show its end.
package struct PayeeAccount: Sendable, Hashable {
    package let payee: PartyID
    package let bank: String
    package let number: String

    /// Blanks and hyphens are how people group digits.
    static func plain(_ number: String) -> String { String(number.filter { !$0.isWhitespace && $0 != "-" }) }

    /// Banks number accounts with 8 to 32 digits and capital letters.
    static func isNumber(_ text: String) -> Bool {
        (8...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
            }
    }

    /// As pages show it: the last four signs.
    var masked: String { "•••• \(number.suffix(4))" }
}
