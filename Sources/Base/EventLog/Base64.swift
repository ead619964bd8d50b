import Foundation

/// Standard Base64 (RFC 4648, section 4) in which every value has exactly one text.
enum Base64 {
    static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    /// Nil for any text but the canonical one: unused trailing bits would be a place to change a note unseen.
    static func bytes(of text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
        return Array(data)
    }
}
