package import Kernel

/// What Open Badges 3.0 asks beyond the data model: the members its schema requires, of the document and of all its parts.
package enum OpenBadge {
    static let contextStart = "https://purl.imsglobal.org/spec/ob/v3p0/context"

    package static func isBadge(_ json: JSON) -> Bool {
        CredentialForm.types(json).contains { $0 == "OpenBadgeCredential" || $0 == "AchievementCredential" }
    }

    /// Whether a document uses the words of Open Badges, whatever it says it is.
    package static func speaksOfBadges(_ json: JSON) -> Bool {
        isBadge(json) || json["@context"]?.array?.contains { $0.string?.hasPrefix(contextStart) == true } == true
    }

    /// Throws `form` with the place of the first member the schema would refuse.
    package static func check(_ json: JSON) throws(CredentialFault) {
        guard hasContexts(json) else { throw CredentialFault(.form, "@context") }
        guard json["type"]?.array != nil, isBadge(json) else { throw CredentialFault(.form, "type") }
        try BadgePart.check(json, as: "Credential", at: "")
        let subject = json["credentialSubject"] ?? .null
        // Whose achievement it is: by a name of hers, or by an identity.
        if subject["id"] == nil, subject["identifier"]?.array?.isEmpty != false {
            throw CredentialFault(.form, "credentialSubject.id")
        }
    }

    /// The data model's context, and that of badges behind it.
    static func hasContexts(_ json: JSON) -> Bool {
        guard let contexts = json["@context"]?.array, contexts.count >= 2 else { return false }
        return contexts[0].string == CredentialForm.base && contexts[1].string.map(isContext) ?? false
            && contexts.allSatisfy { $0.string != nil || $0.object != nil }
    }

    /// `context.json`, or with one or more version marks, as the schema's pattern has it.
    private static func isContext(_ text: String) -> Bool {
        guard text.hasPrefix(contextStart), text.hasSuffix(".json") else { return false }
        var middle = text.dropFirst(contextStart.count).dropLast(5)
        while middle.count >= 6 {
            let mark = Array(middle.prefix(6))
            guard mark[0] == "-", mark[1] == "3", mark[2] == ".", mark[4] == ".", mark[3].isASCII, mark[3].isNumber,
                mark[5].isASCII, mark[5].isNumber
            else { return false }
            middle = middle.dropFirst(6)
        }
        return middle.isEmpty
    }
}
