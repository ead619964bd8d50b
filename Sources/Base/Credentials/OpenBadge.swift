package import Kernel

/// What Open Badges 3.0 asks beyond the data model: the members its schema requires.
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
        guard let contexts = json["@context"]?.array, contexts.count >= 2, contexts[0].string == CredentialForm.base,
            let second = contexts[1].string, isContext(second)
        else { throw CredentialFault(.form, "@context") }
        guard json["type"]?.array != nil, isBadge(json) else { throw CredentialFault(.form, "type") }
        try need(json, "id", "")
        try need(json, "validFrom", "")
        for member in ["name", "description"] where json[member] != nil { try need(json, member, "") }
        if let issuer = json["issuer"], issuer.object != nil {
            try need(issuer, "id", "issuer.")
            try needType(issuer, "Profile", "issuer.")
        } else {
            try need(json, "issuer", "")
        }
        try checkSubject(json["credentialSubject"] ?? .null)
        for member in ["proof", "credentialSchema", "termsOfUse", "evidence"] where json[member] != nil {
            guard json[member]?.array != nil else { throw CredentialFault(.form, member) }
        }
        for evidence in CredentialForm.list(json["evidence"]) { try needType(evidence, "Evidence", "evidence.") }
        for status in CredentialForm.list(json["credentialStatus"]) {
            try need(status, "id", "credentialStatus.")
            try need(status, "type", "credentialStatus.")
        }
    }

    private static func checkSubject(_ subject: JSON) throws(CredentialFault) {
        let place = "credentialSubject."
        guard subject.object != nil else { throw CredentialFault(.form, "credentialSubject") }
        try needType(subject, "AchievementSubject", place)
        if subject["id"] == nil {
            guard let names = subject["identifier"]?.array, !names.isEmpty else {
                throw CredentialFault(.form, place + "id")
            }
        } else {
            try need(subject, "id", place)
        }
        let achievement = subject["achievement"] ?? .null
        try needType(achievement, "Achievement", place + "achievement.")
        for member in ["id", "name", "description"] { try need(achievement, member, place + "achievement.") }
        guard achievement["criteria"]?.object != nil else {
            throw CredentialFault(.form, place + "achievement.criteria")
        }
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

    private static func need(_ json: JSON, _ member: String, _ place: String) throws(CredentialFault) {
        guard json[member]?.string != nil else { throw CredentialFault(.form, place + member) }
    }

    private static func needType(_ json: JSON, _ type: String, _ place: String) throws(CredentialFault) {
        guard let types = json["type"]?.array, types.contains(.string(type)), types.allSatisfy({ $0.string != nil })
        else { throw CredentialFault(.form, place + "type") }
    }
}
