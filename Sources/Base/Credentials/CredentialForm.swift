package import Kernel

/// The data model of the W3C (2.0) as far as it can be judged without resolving contexts.
package enum CredentialForm {
    package static let base = "https://www.w3.org/ns/credentials/v2"

    /// Throws `form` with the place of the first member that is not as section 4 of the data model has it.
    package static func check(credential json: JSON) throws(CredentialFault) {
        try checkContext(json["@context"])
        try checkTypes(json, "VerifiableCredential")
        if let id = json["id"] { try checkURL(id, "id") }
        guard let issuer = json["issuer"] else { throw CredentialFault(.form, "issuer") }
        try checkURL(issuer.object == nil ? issuer : issuer["id"] ?? .null, "issuer")
        try checkWords(json, "")
        if issuer.object != nil { try checkWords(issuer, "issuer.") }
        try checkSubject(json["credentialSubject"])
        _ = try dates(of: json)
        for member in ["credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence", "proof"] {
            try checkParts(json[member], member)
        }
    }

    /// The same for a presentation; what it holds is judged one by one elsewhere.
    package static func check(presentation json: JSON) throws(CredentialFault) {
        try checkContext(json["@context"])
        try checkTypes(json, "VerifiablePresentation")
        if let id = json["id"] { try checkURL(id, "id") }
        if let holder = json["holder"] {
            try checkURL(holder.object == nil ? holder : holder["id"] ?? .null, "holder")
        }
        for held in list(json["verifiableCredential"]) {
            guard held.object != nil else { throw CredentialFault(.form, "verifiableCredential") }
            if types(held).contains("EnvelopedVerifiableCredential") {
                guard held["id"]?.string?.hasPrefix("data:") == true else {
                    throw CredentialFault(.form, "verifiableCredential.id")
                }
                continue
            }
            try check(credential: held)
        }
    }

    /// From when until when, as the credential says; nil where it says nothing.
    package static func dates(of json: JSON) throws(CredentialFault) -> (from: Instant?, until: Instant?) {
        func stamp(_ member: String) throws(CredentialFault) -> Instant? {
            guard let value = json[member] else { return nil }
            guard let instant = value.string.flatMap(CredentialMoment.stamp) else {
                throw CredentialFault(.form, member)
            }
            return instant
        }
        let (from, until) = (try stamp("validFrom"), try stamp("validUntil"))
        if let from, let until, until < from { throw CredentialFault(.form, "validUntil") }
        return (from, until)
    }

    package static func identifier(_ json: JSON?) -> String? { json?.string ?? json?["id"]?.string }

    package static func types(_ json: JSON) -> [String] { list(json["type"]).compactMap(\.string) }

    /// One or several: an array as it is, nothing as none.
    package static func list(_ json: JSON?) -> [JSON] {
        guard let json else { return [] }
        return json.array ?? [json]
    }

    private static func checkContext(_ json: JSON?) throws(CredentialFault) {
        guard let contexts = json?.array, contexts.first?.string == base else {
            throw CredentialFault(.form, "@context")
        }
        var kept: [String: JSON] = [:]
        for context in contexts.dropFirst() {
            if let terms = context.object {
                for (term, meaning) in terms where !term.hasPrefix("@") {
                    if let said = kept[term], said != meaning { throw CredentialFault(.form, "@context") }
                    guard !baseTypes.contains(term) || isMeaning(meaning, of: term) else {
                        throw CredentialFault(.form, "@context")
                    }
                    if let text = meaning.string { try checkURL(.string(text), "@context") }
                    if terms["@protected"] == .bool(true) { kept[term] = meaning }
                }
            } else {
                try checkURL(context, "@context")
            }
        }
    }

    private static func checkTypes(_ json: JSON, _ needed: String) throws(CredentialFault) {
        let said = list(json["type"])
        guard said.allSatisfy({ $0.string != nil }), said.contains(.string(needed)) else {
            throw CredentialFault(.form, "type")
        }
        let contexts = list(json["@context"])
        // Only where every context is before us can a word be said to have no meaning.
        guard contexts.dropFirst().allSatisfy({ $0.object != nil }) else { return }
        let defined = Set(contexts.flatMap { $0.object?.keys.map { $0 } ?? [] })
        for type in said.compactMap(\.string) where !defined.contains(type) && !isURL(type) {
            guard baseTypes.contains(type) else { throw CredentialFault(.form, "type") }
        }
    }

    /// The types that the base context itself defines.
    private static let baseTypes: Set<String> = [
        "VerifiableCredential", "VerifiablePresentation", "EnvelopedVerifiableCredential",
        "EnvelopedVerifiablePresentation", "JsonSchema", "JsonSchemaCredential", "BitstringStatusListCredential",
        "BitstringStatusList", "BitstringStatusListEntry", "DataIntegrityProof", "RelatedResource",
    ]

    /// The base context is protected: whoever names one of its types again means the same.
    private static func isMeaning(_ json: JSON, of type: String) -> Bool {
        let text = (json.string ?? json["@id"]?.string) ?? ""
        let homes = [
            "https://www.w3.org/2018/credentials#", "https://w3id.org/security#",
            "https://www.w3.org/ns/credentials/status#",
        ]
        return homes.contains { text == $0 + type }
    }

    private static func checkSubject(_ json: JSON?) throws(CredentialFault) {
        let subjects = list(json)
        guard !subjects.isEmpty else { throw CredentialFault(.form, "credentialSubject") }
        for subject in subjects {
            guard let claims = subject.object, !claims.isEmpty else {
                throw CredentialFault(.form, "credentialSubject")
            }
            if let id = subject["id"] { try checkURL(id, "credentialSubject.id") }
        }
    }

    private static func checkParts(_ json: JSON?, _ member: String) throws(CredentialFault) {
        for part in list(json) {
            guard part.object != nil, !types(part).isEmpty, list(part["type"]).allSatisfy({ $0.string != nil }) else {
                throw CredentialFault(.form, "\(member).type")
            }
            if let id = part["id"] { try checkURL(id, "\(member).id") }
            if member == "credentialSchema", part["id"] == nil { throw CredentialFault(.form, "credentialSchema.id") }
        }
    }

    private static func checkWords(_ json: JSON, _ place: String) throws(CredentialFault) {
        for member in ["name", "description"] {
            for word in list(json[member]) where word.string == nil {
                guard let parts = word.object, parts["@value"]?.string != nil,
                    parts.keys.allSatisfy({ ["@value", "@language", "@direction"].contains($0) }),
                    parts.values.allSatisfy({ $0.string != nil })
                else { throw CredentialFault(.form, place + member) }
            }
        }
    }

    private static func checkURL(_ json: JSON, _ place: String) throws(CredentialFault) {
        guard let text = json.string, isURL(text) else { throw CredentialFault(.form, place) }
    }

    /// A scheme, a colon and something behind it, without white space or control characters.
    package static func isURL(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count else {
            return false
        }
        let first = bytes[0] | 0x20
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        let inScheme = bytes[..<colon].allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || (0x30...0x39).contains($0)
                || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0)
        }
        return inScheme && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !Array("<>\"{}|\\^`".utf8).contains($0) }
    }
}
