package import Kernel

/// The keys somebody trusts, each with its issuer and its time. A retired key stays: certificates it signed while it was in
/// force go on being valid (w3c-ccg/did-method-web#85).
package struct KeySet: Sendable {
    package struct Entry: Sendable {
        package let key: CredentialKey
        /// The full name, `ISSUER#…`, or what the file calls it.
        package let name: String
        /// Who signs with it; nil where the file does not say.
        package let issuer: String?
        package var from: Instant?
        package var until: Instant?
        package var compromised: Instant?

        package init(
            key: CredentialKey, name: String, issuer: String?, from: Instant? = nil, until: Instant? = nil,
            compromised: Instant? = nil
        ) {
            self.key = key
            self.name = name
            self.issuer = issuer
            self.from = from
            self.until = until
            self.compromised = compromised
        }
    }

    package var entries: [Entry]
    /// Clocks differ (digitalbazaar/vc#183): a date counts as kept within this much.
    package var skewSeconds: Int64 = 300
    /// Fewer entries in a status list would tell who is meant (Bitstring Status List 1.0, 6.1).
    package var leastEntries = 131_072

    package init(_ entries: [Entry]) { self.entries = entries }

    /// From our own list of keys, a JWK set, one key, one verification method, a DID or controller document, or an array of
    /// any of these. Keys of kinds we cannot use are left out; a file of nothing else is refused.
    package init(_ json: JSON) throws(CredentialFault) {
        entries = []
        try read(json, issuer: nil)
        if entries.isEmpty { throw CredentialFault(.keyUnknown, "keys") }
    }

    private mutating func read(_ json: JSON, issuer: String?) throws(CredentialFault) {
        if let list = json.array {
            for part in list { try read(part, issuer: issuer) }
            return
        }
        guard json.object != nil else { throw CredentialFault(.form, "keys") }
        if let seconds = json["clockSkewSeconds"]?.integer, (0...86_400).contains(seconds) { skewSeconds = seconds }
        if let least = json["minimumStatusEntries"]?.integer, (1...100_000_000).contains(least) {
            leastEntries = Int(least)
        }
        if let keys = json["keys"]?.array {
            let owner = json["issuer"]?.string ?? issuer
            for key in keys { try add(key["jwk"] ?? key, key, named: key["kid"]?.string, issuer: owner) }
        } else if json["verificationMethod"] != nil || json["assertionMethod"] != nil {
            let owner = json["id"]?.string
            for method in methods(of: json) {
                // A key written in another way, or of another document, is one we cannot use.
                guard let jwk = method["publicKeyJwk"] else { continue }
                let name = method["id"]?.string
                try add(
                    jwk, method, named: name?.hasPrefix("#") == true ? (owner ?? "") + (name ?? "") : name,
                    issuer: method["controller"]?.string ?? owner)
            }
        } else if let jwk = json["publicKeyJwk"] {
            try add(jwk, json, named: json["id"]?.string, issuer: json["controller"]?.string ?? issuer)
        } else if json["kty"] != nil {
            try add(json, json, named: json["kid"]?.string, issuer: issuer)
        } else {
            throw CredentialFault(.form, "keys")
        }
    }

    /// The methods a document lists, and those that stand only where it says what they are for.
    private func methods(of document: JSON) -> [JSON] {
        let listed = (document["verificationMethod"]?.array ?? []).filter { isForAssertions($0, in: document) }
        let embedded = (document["assertionMethod"]?.array ?? []).filter { $0.object != nil }
        return listed + embedded.filter { !listed.contains($0) }
    }

    /// A controller document may keep a key for other purposes only (Controlled Identifiers 1.0, 2.3).
    private func isForAssertions(_ method: JSON, in document: JSON) -> Bool {
        guard let listed = document["assertionMethod"]?.array, let id = method["id"]?.string else {
            return document["assertionMethod"] == nil
        }
        let owner = document["id"]?.string ?? ""
        return listed.contains { entry in
            guard let name = entry.string ?? entry["id"]?.string else { return false }
            return name.utf8.elementsEqual(id.utf8) || (owner + name).utf8.elementsEqual(id.utf8)
                || name.utf8.elementsEqual((owner + id).utf8)
        }
    }

    private mutating func add(_ jwk: JSON, _ around: JSON, named name: String?, issuer: String?) throws(CredentialFault)
    {
        guard let key = try? CredentialKey(jwk: jwk) else { return }
        if let said = around["alg"], said.string != key.algorithm.rawValue { return }
        var entry = Entry(key: key, name: name ?? key.name ?? key.thumbprint, issuer: issuer)
        entry.from = try date(around, "from")
        let (until, expires) = (try date(around, "until"), try date(around, "expires"))
        let (compromised, revoked) = (try date(around, "compromised"), try date(around, "revoked"))
        entry.until = until ?? expires
        entry.compromised = compromised ?? revoked
        entries.append(entry)
    }

    private func date(_ json: JSON, _ member: String) throws(CredentialFault) -> Instant? {
        guard let value = json[member], value != .null else { return nil }
        guard let instant = value.string.flatMap(CredentialMoment.stamp) else {
            throw CredentialFault(.form, "keys.\(member)")
        }
        return instant
    }

    /// The key a token names. A token without a name has the only key there is; a key in the header is never trusted.
    func entry(named kid: String?, issuer: String?) throws(CredentialFault) -> Entry {
        guard let kid else {
            guard entries.count == 1, let only = entries.first else { throw CredentialFault(.keyUnknown, "kid") }
            return only
        }
        let found = entries.filter { entry in
            Self.isSame(entry.name, kid) || entry.key.name.map { Self.isSame($0, kid) } == true
                || Self.isSame(entry.issuer.map { "\($0)#\(entry.key.thumbprint)" }, kid)
                || Self.isSame(entry.key.thumbprint, kid) || isRelative(entry, kid, issuer: issuer)
        }
        guard let entry = found.first else { throw CredentialFault(.keyUnknown, kid) }
        return entry
    }

    /// A JWK set names its keys bare; the token names them with their issuer before the `#`.
    private func isRelative(_ entry: Entry, _ kid: String, issuer: String?) -> Bool {
        guard entry.issuer == nil, let issuer, kid.utf8.starts(with: "\(issuer)#".utf8) else { return false }
        let bare = String(decoding: Array(kid.utf8.dropFirst(issuer.utf8.count + 1)), as: UTF8.self)
        return Self.isSame(entry.name, bare) || Self.isSame(entry.key.thumbprint, bare)
    }

    /// Byte for byte: Swift would call two spellings of one accent equal.
    static func isSame(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.utf8.elementsEqual(other.utf8)
    }
}
