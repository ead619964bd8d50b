/// The names that the program makes itself: a space into which no caller can name anything (decision record 0231).
///
/// Whoever could take `party-000124` beforehand would keep everybody from registering the next party, for ever.
package enum MadeName {
    /// What `Context.derivedIdentifier` makes names of: one of these, a hyphen, six digits or more.
    package static let prefixes: Set<String> = [
        "asset", "resolution", "organisation", "party", "contract", "objection", "notice", "voucher", "receivable",
        "closing", "release", "accrual", "settlement", "lot", "bank-file", "bidder", "draft", "transfer",
    ]
    /// What is named after a lot: `L1-notice-2`, `L1-result-57`.
    package static let suffixes: Set<String> = ["notice", "result", "objection"]
    /// Under these the house keeps what is sealed for many people together; a party of that name would share their key.
    private static let kept: Set<String> = ["unnamed", "system", "root", "admin"]
    private static let keptPrefixes = ["exchange-", "offers-"]

    /// Whether the name lies in the space.
    package static func holds(_ text: String) -> Bool {
        if kept.contains(text) || keptPrefixes.contains(where: text.hasPrefix) { return true }
        guard let hyphen = text.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
        let digits = text.utf8[text.utf8.index(after: hyphen)...]
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let stem = text[..<hyphen]
        if digits.count >= 6, prefixes.contains(String(stem)) { return true }
        return suffixes.contains { stem.hasSuffix("-\($0)") }
    }
}
