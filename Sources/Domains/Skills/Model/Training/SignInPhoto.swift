/// What is kept of a picture taken at a sign-in: its digest, and 64 bits that stay near each other for pictures that look
/// alike. No picture, and no face.
package struct SignInPhoto: Sendable, Hashable {
    package let digest: String
    package let looks: UInt64

    /// From `digest:looks`: 64 and 16 hexadecimal digits.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 64, parts[0].allSatisfy(\.isHexDigit),
            parts[1].utf8.count == 16, let looks = UInt64(parts[1], radix: 16)
        else { return nil }
        digest = parts[0].lowercased()
        self.looks = looks
    }
}
