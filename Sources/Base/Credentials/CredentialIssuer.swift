import Crypto
import Foundation
package import Kernel

/// Signs credentials with ES256, in the one form that meets both texts: `typ` `vc+jwt`, key named by its thumbprint behind
/// the issuer, claims beside the members they repeat.
package struct CredentialIssuer: Sendable {
    package let id: String
    private let secret: P256.Signing.PrivateKey
    package let key: CredentialKey

    /// A new key of chance.
    package init(id: String) throws(CredentialFault) {
        try self.init(id: id, secret: Array(P256.Signing.PrivateKey().rawRepresentation))
    }

    /// From the 32 bytes kept in the folder of keys.
    package init(id: String, secret bytes: [UInt8]) throws(CredentialFault) {
        guard let secret = try? P256.Signing.PrivateKey(rawRepresentation: Data(bytes)) else {
            throw CredentialFault(.keyUnknown, id)
        }
        self.id = id
        self.secret = secret
        let point = Array(secret.publicKey.rawRepresentation)
        key = try CredentialKey(jwk: [
            "kty": "EC", "crv": "P-256", "x": .string(Base64URL.text(of: point.prefix(32))),
            "y": .string(Base64URL.text(of: point.dropFirst(32))),
        ])
    }

    package var secretBytes: [UInt8] { Array(secret.rawRepresentation) }
    package var kid: String { "\(id)#\(key.thumbprint)" }

    /// Refuses a credential of somebody else, one that is not well formed, and one with members no context of ours defines.
    package func sign(_ credential: JSON, at instant: Instant, isOpenBadgeForm: Bool = false) throws(CredentialFault)
        -> String
    {
        guard KeySet.isSame(CredentialForm.identifier(credential["issuer"]), id) else {
            throw CredentialFault(.issuer, "issuer")
        }
        try CredentialForm.check(credential: credential)
        if OpenBadge.isBadge(credential) { try OpenBadge.check(credential) }
        if let stranger = credential.object?.keys.sorted().first(where: { !Self.members.contains($0) }) {
            throw CredentialFault(.form, stranger)
        }
        var payload = credential.object ?? [:]
        let dates = try CredentialForm.dates(of: credential)
        payload["iss"] = .string(id)
        payload["iat"] = CredentialMoment.seconds(instant)
        payload["jti"] = credential["id"]
        payload["sub"] = credential["credentialSubject"]?["id"]
        if OpenBadge.isBadge(credential) { payload["nbf"] = dates.from.map(CredentialMoment.seconds) }
        payload["exp"] = dates.until.map(CredentialMoment.seconds)
        var header: [String: JSON] = ["alg": "ES256", "kid": .string(kid)]
        if !isOpenBadgeForm { header["typ"] = "vc+jwt" }
        let signed = [header, payload].map { Base64URL.text(of: JSON.object($0).canonicalBytes) }.joined(separator: ".")
        guard let signature = try? secret.signature(for: SHA256.hash(data: Data(signed.utf8))) else {
            throw CredentialFault(.signature)
        }
        return "\(signed).\(Base64URL.text(of: Array(signature.rawRepresentation)))"
    }

    /// What the base context and that of Open Badges define at the top.
    private static let members: Set<String> = [
        "@context", "id", "type", "issuer", "validFrom", "validUntil", "name", "description", "image", "awardedDate",
        "credentialSubject", "credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence",
        "endorsement", "endorsementJwt", "relatedResource",
    ]
}

/// The documents at which an issuer's keys are found.
package enum IssuerDocuments {
    /// RFC 7517, for `/.well-known/jwks.json`.
    package static func jwks(_ keys: KeySet) -> JSON {
        ["keys": .array(keys.entries.map { $0.key.jwk(named: $0.name) })]
    }

    /// A controlled identifier document for `id`, an address or a `did:web`. A key that was laid open proves nothing and is no
    /// longer named for assertions; a retired one still is.
    package static func controller(_ id: String, _ keys: KeySet) -> JSON {
        let methods = keys.entries.map { entry -> JSON in
            [
                "id": .string("\(id)#\(entry.key.thumbprint)"), "type": "JsonWebKey", "controller": .string(id),
                "publicKeyJwk": entry.key.jwk(named: entry.key.thumbprint),
            ]
        }
        let good = keys.entries.filter { $0.compromised == nil }.map { JSON.string("\(id)#\($0.key.thumbprint)") }
        return [
            "@context": ["https://www.w3.org/ns/cid/v1"], "id": .string(id), "verificationMethod": .array(methods),
            "assertionMethod": .array(good),
        ]
    }

    /// `did:web` of an address: `https://HOST/issuers/NAME` is `did:web:HOST:issuers:NAME`, a port's colon written `%3A`.
    package static func did(of address: String) -> String? {
        guard address.hasPrefix("https://") else { return nil }
        let parts = address.dropFirst(8).split(separator: "/", omittingEmptySubsequences: true)
        guard let host = parts.first else { return nil }
        return (["did:web", String(host).replacing(":", with: "%3A")] + parts.dropFirst().map(String.init)).joined(
            separator: ":")
    }
}
