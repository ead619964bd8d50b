import Crypto
import CryptoExtras
import Foundation
package import Kernel

/// The signatures we can judge. `none` and every keyed digest (HS256 …) are no signatures: whoever can check such a token
/// can make one.
package enum SigningAlgorithm: String, Sendable, CaseIterable {
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"
    case edDSA = "EdDSA"
    case rs256 = "RS256"
}

/// The public half of a key, as RFC 7517 writes it. Private members are never read from a stranger's file.
package struct CredentialKey: Sendable {
    private enum Half: Sendable {
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
        case ed25519(Curve25519.Signing.PublicKey)
        case rsa(_RSA.Signing.PublicKey)
    }

    private let half: Half
    /// What the thumbprint is taken of (RFC 7638): the required members alone.
    private let required: [String: JSON]
    /// The algorithm that goes with the key: the curve decides it.
    package let algorithm: SigningAlgorithm
    /// The name the key gives itself.
    package let name: String?

    /// Throws `key unknown` for a key we cannot use: another kind, another purpose, coordinates off the curve.
    package init(jwk: JSON) throws(CredentialFault) {
        guard let kind = jwk["kty"]?.string, let half = Self.half(kind, jwk) else { throw Self.useless }
        switch half {
        case .p256: algorithm = .es256
        case .p384: algorithm = .es384
        case .p521: algorithm = .es512
        case .ed25519: algorithm = .edDSA
        case .rsa: algorithm = .rs256
        }
        if let said = jwk["alg"], said.string != algorithm.rawValue { throw Self.useless }
        if let use = jwk["use"], use.string != "sig" { throw Self.useless }
        if let acts = jwk["key_ops"], acts.array?.contains(.string("verify")) != true { throw Self.useless }
        self.half = half
        name = jwk["kid"]?.string
        let members =
            kind == "RSA" ? ["e", "kty", "n"] : kind == "OKP" ? ["crv", "kty", "x"] : ["crv", "kty", "x", "y"]
        required = members.reduce(into: [:]) { $0[$1] = jwk[$1] }
    }

    private static let useless = CredentialFault(.keyUnknown)

    private static func half(_ kind: String, _ jwk: JSON) -> Half? {
        func bytes(_ member: String) -> [UInt8]? { jwk[member]?.string.flatMap { Base64URL.bytes(of: $0) } }
        switch (kind, jwk["crv"]?.string) {
        case ("EC", "P-256"):
            return raw(bytes("x"), bytes("y"), 32).flatMap { try? .p256(.init(rawRepresentation: $0)) }
        case ("EC", "P-384"):
            return raw(bytes("x"), bytes("y"), 48).flatMap { try? .p384(.init(rawRepresentation: $0)) }
        case ("EC", "P-521"):
            return raw(bytes("x"), bytes("y"), 66).flatMap { try? .p521(.init(rawRepresentation: $0)) }
        case ("OKP", "Ed25519"):
            return bytes("x").flatMap { try? .ed25519(.init(rawRepresentation: $0)) }
        case ("RSA", nil):
            guard let modulus = bytes("n"), let exponent = bytes("e"), modulus.count >= 256 else { return nil }
            return try? .rsa(.init(n: Data(modulus), e: Data(exponent)))
        default: return nil
        }
    }

    /// Each coordinate in full length (RFC 7518, 6.2.1.2).
    private static func raw(_ x: [UInt8]?, _ y: [UInt8]?, _ width: Int) -> Data? {
        guard let x, let y, x.count == width, y.count == width else { return nil }
        return Data(x + y)
    }

    /// RFC 7638, SHA-256.
    package var thumbprint: String {
        Base64URL.text(of: SHA256.hash(data: Data(JSON.object(required).canonicalBytes)))
    }

    /// The public JWK with its name, algorithm and purpose, as our own documents show it.
    package func jwk(named name: String) -> JSON {
        var members = required
        members["kid"] = .string(name)
        members["alg"] = .string(algorithm.rawValue)
        members["use"] = "sig"
        return .object(members)
    }

    /// Raw signatures of RFC 7518, 3.4 (r and s in full length), of RFC 8037 and RSASSA-PKCS1-v1_5.
    package func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        let (signature, message) = (Data(signature), Data(message))
        return switch half {
        case .p256(let key):
            (try? P256.Signing.ECDSASignature(rawRepresentation: signature)).map {
                key.isValidSignature($0, for: SHA256.hash(data: message))
            } ?? false
        case .p384(let key):
            (try? P384.Signing.ECDSASignature(rawRepresentation: signature)).map {
                key.isValidSignature($0, for: SHA384.hash(data: message))
            } ?? false
        case .p521(let key):
            (try? P521.Signing.ECDSASignature(rawRepresentation: signature)).map {
                key.isValidSignature($0, for: SHA512.hash(data: message))
            } ?? false
        case .ed25519(let key): key.isValidSignature(signature, for: message)
        case .rsa(let key):
            key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message),
                padding: .insecurePKCS1v1_5)
        }
    }
}
