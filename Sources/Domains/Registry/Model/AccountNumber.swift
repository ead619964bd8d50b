/// Numbers of bank accounts, as people write them and as a file for the bank has them.
package enum AccountNumber {
    /// Blanks and hyphens are how people group digits.
    package static func plain(_ number: String) -> String {
        String(number.filter { !$0.isWhitespace && $0 != "-" })
    }

    /// Banks number accounts with 8 to 32 digits and capital letters.
    package static func isNumber(_ text: String) -> Bool {
        (8...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
            }
    }

    /// As pages show it: the last four signs.
    package static func masked(_ number: String) -> String { "•••• \(number.suffix(4))" }
}
