/// What a form has to bring back: one secret of the session or visit, masked anew in each answer. Where answers are
/// compressed, the length of one tells how well a guess fits what stands in all of them (BREACH): nothing does.
package struct FormToken: Sendable {
    private let secret: [UInt8]

    init(_ secret: [UInt8]) { self.secret = secret }

    /// A fresh mask and the secret under it.
    package func masked() -> String {
        let mask = Randomness.bytes(secret.count)
        return Base64.text(mask + zip(mask, secret).map { $0 ^ $1 })
    }

    /// Whether `text` is the secret under any mask.
    package func matches(_ text: String) -> Bool {
        guard text.utf8.count <= 128, let bytes = Base64.bytes(text), bytes.count == 2 * secret.count else {
            return false
        }
        let (mask, under) = (bytes.prefix(secret.count), bytes.suffix(secret.count))
        return Secrets.isEqual(zip(mask, under).map { $0 ^ $1 }, secret)
    }
}
