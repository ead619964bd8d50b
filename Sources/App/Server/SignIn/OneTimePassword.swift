import Crypto
package import Kernel

/// The six digits of an authenticator app: RFC 6238 with SHA-1, 30-second steps, as every app understands it.
package struct OneTimePassword: Sendable {
    package static let stepSeconds: Int64 = 30

    private let secret: [UInt8]

    package init(secret: [UInt8]) {
        self.secret = secret
    }

    package static func step(at instant: Instant) -> Int64 { instant.milliseconds / 1_000 / stepSeconds }

    /// The digits of `step` (RFC 4226, dynamic truncation).
    package func code(step: Int64, digits: Int = 6) -> String {
        var counter: [UInt8] = []
        for shift in stride(from: 56, through: 0, by: -8) { counter.append(UInt8(truncatingIfNeeded: step >> shift)) }
        let key = SymmetricKey(data: secret)
        let digest = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(digest[digest.count - 1] & 0x0F)
        var number = UInt32(digest[offset] & 0x7F)
        for index in 1...3 { number = number << 8 | UInt32(digest[offset + index]) }
        var modulus: UInt32 = 1
        for _ in 0..<digits { modulus *= 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step that `code` belongs to: now, one before or one after, and later than `last`, so that none works twice.
    package func acceptedStep(_ code: String, at instant: Instant, after last: Int64) -> Int64? {
        let now = OneTimePassword.step(at: instant)
        return (now - 1...now + 1).first { step in
            step > last && Secrets.isEqual(Array(code.utf8), Array(self.code(step: step).utf8))
        }
    }

    /// The secret as a person types it into the app.
    package var secretText: String { Base32.text(secret) }

    /// What the app scans or the person types: `otpauth://totp/…`. ASCII only, so that every reader takes it.
    package func enrolmentAddress(account: String) -> String {
        let label = account.utf8.map { byte in
            Base32.isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + Base32.hex(byte)
        }
        return "otpauth://totp/Qianmo:\(label.joined())?secret=\(Base32.text(secret))&issuer=Qianmo"
    }
}

/// RFC 4648 base 32, the alphabet of authenticator apps and of codes that are read aloud.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func text(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                out.append(alphabet[Int(buffer >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { out.append(alphabet[Int(buffer << UInt32(5 - bits) & 31)]) }
        return String(decoding: out, as: UTF8.self)
    }

    /// Capital letters and digits only: what a person may have typed in groups or in small letters.
    package static func normalized(_ typed: String) -> String {
        String(Folding.folded(typed).uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    static func hex(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
}
