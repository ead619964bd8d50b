import Crypto
import Foundation

/// Bytes nobody can guess.
package enum Randomness {
    package static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// `count` decimal digits, each equally likely.
    package static func digits(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &generator))) })
    }
}

/// Base64 in the alphabet that is safe in cookies and URLs, without padding.
package enum Base64 {
    package static func text(_ bytes: [UInt8]) -> String {
        let safe = Data(bytes).base64EncodedData().lazy.filter { $0 != UInt8(ascii: "=") }.map { byte in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: byte
            }
        }
        return String(decoding: Array(safe), as: UTF8.self)
    }

    package static func bytes(_ text: String) -> [UInt8]? {
        var standard = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: byte
            }
        }
        while !standard.count.isMultiple(of: 4) { standard.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(standard)).map { Array($0) }
    }
}

/// The keys of the sign-in database, all derived from one installation secret that lies outside of it.
///
/// Who steals the database alone learns no phone number and no second factor, and can forge no form token.
package struct Secrets: Sendable {
    /// Fewer bytes than this are refused.
    package static let shortest = 32

    private let phone: SymmetricKey
    private let code: SymmetricKey
    private let form: SymmetricKey
    private let seal: SymmetricKey
    private let demo: SymmetricKey
    private let browser: SymmetricKey
    /// Kept in the store of sign-ins: tells whether a secret is that store's, and nothing about the secret.
    let mark: [UInt8]

    /// Nil when `secret` is too short to be one.
    package init?(_ secret: [UInt8]) {
        guard secret.count >= Secrets.shortest else { return nil }
        let root = SymmetricKey(data: secret)
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: root, info: Array("qianmo/sign-in/\(purpose)".utf8), outputByteCount: 32)
        }
        phone = derived("phone")
        code = derived("code")
        form = derived("form")
        seal = derived("seal")
        demo = derived("demo")
        browser = derived("browser")
        mark = derived("mark").withUnsafeBytes { Array($0) }
    }

    /// Finds an account by phone without keeping the phone.
    package func digest(phone number: PhoneNumber) -> [UInt8] { Secrets.authenticate(number.text, under: phone) }

    /// A one-time code, slip or recovery code as it is kept, bound to what it belongs to.
    package func digest(code text: String, of owner: String) -> [UInt8] {
        Secrets.authenticate("\(owner)\u{0}\(text)", under: code)
    }

    /// What a form of the session or visit with this token must bring back.
    package func formToken(for token: Token) -> FormToken {
        FormToken(Secrets.authenticate(Base64.text(token.digest), under: form))
    }

    /// The demo people's secrets: the same on every start of one installation, different on each.
    package func demo(_ purpose: String) -> [UInt8] { Secrets.authenticate(purpose, under: demo) }

    /// That `name` has come in with a password in the browser of this moment and nonce; 96 bits as text.
    func knownBrowser(_ since: String, _ nonce: String, _ name: String) -> String {
        Base64.text(Array(Secrets.authenticate("\(since)\u{0}\(nonce)\u{0}\(name)", under: browser).prefix(12)))
    }

    /// Encrypts `bytes` so that they open only for the same `purpose`.
    package func sealed(_ bytes: [UInt8], for purpose: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: seal, authenticating: Array(purpose.utf8))
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return Array(combined)
    }

    package func opened(_ sealed: [UInt8], for purpose: String) throws -> [UInt8] {
        let box = try AES.GCM.SealedBox(combined: sealed)
        return Array(try AES.GCM.open(box, using: seal, authenticating: Array(purpose.utf8)))
    }

    /// Compares without telling by its time where the difference lies.
    package static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }

    private static func authenticate(_ text: String, under key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}

/// 256 random bits in a cookie. The database knows only their SHA-256, so a stolen database signs nobody in.
package struct Token: Sendable, Hashable {
    package let bytes: [UInt8]

    package static func fresh() -> Token { Token(bytes: Randomness.bytes(32)) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nil for anything that cannot be a token.
    package init?(text: String) {
        guard text.utf8.count == 43, let bytes = Base64.bytes(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    package var text: String { Base64.text(bytes) }
    package var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

extension Token: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
