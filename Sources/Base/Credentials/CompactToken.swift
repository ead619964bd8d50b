package import Kernel

/// A JWS in the compact form (RFC 7515, 7.1), taken apart and not yet believed.
package struct CompactToken: Sendable {
    package let header: JSON
    package let payload: JSON
    package let signature: [UInt8]
    /// What was signed: the first two parts as they stand.
    package let signed: [UInt8]

    package static let limits = JSONLimits(bytes: 1_048_576, depth: 32, fractions: true)

    /// Exactly three parts of canonical base64url; header and payload are JSON objects without duplicate members.
    package init(_ text: String) throws(CredentialFault) {
        guard text.utf8.count <= 2_097_152 else { throw CredentialFault(.form, "token") }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw CredentialFault(.form, "token") }
        header = try Self.object(parts[0], "header")
        payload = try Self.object(parts[1], "payload")
        guard let bytes = Base64URL.bytes(of: String(Substring(parts[2]))) else {
            throw CredentialFault(.form, "signature")
        }
        signature = bytes
        signed = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
    }

    private static func object(_ part: Substring.UTF8View.SubSequence, _ place: String) throws(CredentialFault) -> JSON
    {
        guard let bytes = Base64URL.bytes(of: String(Substring(part))),
            let json = try? JSON(parsing: bytes, limits: limits),
            json.object != nil
        else { throw CredentialFault(.form, place) }
        return json
    }

    /// The kind a header says the token is of.
    package enum Kind: Sendable {
        case credential, presentation
    }

    /// What the header says, in the order of judging: type, critical members, algorithm.
    package func checkedHeader(as kind: Kind) throws(CredentialFault) -> (algorithm: SigningAlgorithm, kid: String?) {
        let types = kind == .credential ? ["vc+jwt", "JWT"] : ["vp+jwt", "JWT"]
        if let typ = header["typ"] {
            guard let text = typ.string, types.contains(text) else { throw CredentialFault(.type, "typ") }
        }
        if let cty = header["cty"] {
            guard cty.string == (kind == .credential ? "vc" : "vp") else { throw CredentialFault(.type, "cty") }
        }
        if header["crit"] != nil { throw CredentialFault(.criticalHeader, "crit") }
        guard let algorithm = header["alg"]?.string.flatMap(SigningAlgorithm.init) else {
            throw CredentialFault(.algorithm, "alg")
        }
        guard let kid = header["kid"] else { return (algorithm, nil) }
        guard let text = kid.string else { throw CredentialFault(.form, "kid") }
        return (algorithm, text)
    }
}
