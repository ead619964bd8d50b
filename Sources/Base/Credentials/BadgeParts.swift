import Kernel

/// The parts of an Open Badges 3.0 document, as its schema has them: which members each needs, and of what kind they are.
/// What a part does not name may stand there, unless the part is closed.
struct BadgePart {
    enum Kind: Hashable {
        case text, number, flag, date, texts, token
        /// One of the words, or an own one with `ext:`.
        case word(String)
        case part(String), parts(String)
        /// A text, or the part it is the name of.
        case partOrText(String)
    }

    enum TypeRule {
        /// A list of which one is the part's name.
        case list
        /// The same of a credential inside, with the contexts of a badge.
        case credential
        /// The part's name itself.
        case name
        /// Any text.
        case text
        case none
    }

    let name: String
    let type: TypeRule
    let isClosed: Bool
    /// In the order of the table, which is that of judging.
    let members: [(name: String, kind: Kind, isNeeded: Bool)]

    /// Throws `form` with the place of the first member that is not as the table has it.
    static func check(_ json: JSON, as name: String, at place: String) throws(CredentialFault) {
        guard let part = table[name] else { return }
        let object = json.object ?? [:]
        guard json.object != nil else { throw CredentialFault(.form, place) }
        let path = place.isEmpty ? "" : place + "."
        if part.type == .credential, !OpenBadge.hasContexts(json) { throw CredentialFault(.form, path + "@context") }
        try part.checkType(json["type"], path + "type")
        for (member, kind, isNeeded) in part.members {
            guard let value = object[member] else {
                if isNeeded { throw CredentialFault(.form, path + member) }
                continue
            }
            try check(value, kind, path + member)
        }
        guard part.isClosed else { return }
        let known = Set(part.members.map(\.name) + ["type"])
        if let other = object.keys.filter({ !known.contains($0) }).min() { throw CredentialFault(.form, path + other) }
    }

    private func checkType(_ json: JSON?, _ place: String) throws(CredentialFault) {
        func isList(with names: [String]) -> Bool {
            guard let list = json?.array, list.allSatisfy({ $0.string != nil }) else { return false }
            return names.allSatisfy { list.contains(.string($0)) }
        }
        let holds =
            switch type {
            case .list: isList(with: [name])
            case .credential: isList(with: ["VerifiableCredential", name])
            case .name: json?.string == name
            case .text: json?.string != nil
            case .none: true
            }
        if !holds { throw CredentialFault(.form, place) }
    }

    private static func check(_ json: JSON, _ kind: Kind, _ place: String) throws(CredentialFault) {
        let holds: Bool
        switch kind {
        case .text: holds = json.string != nil
        case .number: holds = json.isNumber
        case .flag: holds = json.bool != nil
        case .date: holds = json.string.flatMap(CredentialMoment.stamp) != nil
        case .texts: holds = json.array.map { $0.allSatisfy { $0.string != nil } } ?? false
        case .token: holds = json.array.map { $0.allSatisfy(isToken) } ?? false
        case .word(let list): holds = json.string.map { BadgeWords.contains($0, list) } ?? false
        case .part(let name): return try check(json, as: name, at: place)
        case .partOrText(let name):
            if json.string == nil { return try check(json, as: name, at: place) }
            return
        case .parts(let name):
            guard let list = json.array else { throw CredentialFault(.form, place) }
            for one in list { try check(one, as: name, at: place) }
            return
        }
        if !holds { throw CredentialFault(.form, place) }
    }

    /// Three parts of base64url, of which the middle one may be empty.
    private static func isToken(_ json: JSON) -> Bool {
        let parts = (json.string ?? "").utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 3 && !parts[0].isEmpty && !parts[2].isEmpty
            && parts.allSatisfy { $0.allSatisfy { $0 == 0x2D || $0 == 0x5F || $0.isFigure || $0.isLetter } }
    }
}

extension UInt8 {
    fileprivate var isFigure: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension JSON {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }
}

extension BadgePart {
    /// A line a part: its name with `*` (type is a list), `+` (a credential), `.` (type is the name, nothing else may stand
    /// there), `,` (type is the name), `?` (type is any text) or `-` (no type); then its members, `!` where they are needed.
    static let table: [String: BadgePart] = Dictionary(
        uniqueKeysWithValues: lines.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let head = words.first, let mark = head.last else { return nil }
            let rules: [Character: TypeRule] = ["*": .list, "+": .credential, ".": .name, ",": .name, "?": .text]
            let name = String(head.dropLast())
            return (
                name,
                BadgePart(
                    name: name, type: rules[mark] ?? .none, isClosed: mark == ".",
                    members: words.dropFirst().map(member))
            )
        })

    private static func member(_ word: String) -> (name: String, kind: Kind, isNeeded: Bool) {
        let isNeeded = word.hasSuffix("!")
        let halves = (isNeeded ? String(word.dropLast()) : word).split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return (halves[0], .text, isNeeded) }
        let said = halves[1]
        let simple: [String: Kind] = [
            "number": .number, "flag": .flag, "date": .date, "texts": .texts, "tokens": .token,
        ]
        let kind =
            if let kind = simple[said] {
                kind
            } else if said.hasPrefix("=") {
                Kind.word(String(said.dropFirst()))
            } else if said.hasPrefix("[") {
                Kind.parts(String(said.dropFirst().dropLast()))
            } else if said.hasPrefix("|") {
                Kind.partOrText(String(said.dropFirst()))
            } else {
                Kind.part(said)
            }
        return (halves[0], kind, isNeeded)
    }

    private static let lines = """
        Credential- id! validFrom! validUntil name description issuer:|Profile! credentialSubject:AchievementSubject! \
        proof:[Proof] credentialSchema:[CredentialSchema] termsOfUse:[TermsOfUse] evidence:[Evidence] \
        credentialStatus:CredentialStatus refreshService:RefreshService awardedDate:date image:Image \
        endorsement:[EndorsementCredential] endorsementJwt:tokens
        AchievementSubject* id achievement:Achievement! identifier:[IdentityObject] source:Profile result:[Result] \
        activityStartDate:date activityEndDate:date creditsEarned:number image:Image licenseNumber narrative role term
        Achievement* id! name! description! criteria:Criteria! achievementType:=achievement creator:Profile \
        alignment:[Alignment] resultDescription:[ResultDescription] otherIdentifier:[IdentifierEntry] related:[Related] \
        image:Image endorsement:[EndorsementCredential] endorsementJwt:tokens creditsAvailable:number fieldOfStudy \
        humanCode inLanguage specialization tag:texts version
        Profile* id! name url phone description email official familyName givenName additionalName patronymicName \
        honorificPrefix honorificSuffix familyNamePrefix dateOfBirth image:Image address:Address parentOrg:Profile \
        otherIdentifier:[IdentifierEntry] endorsement:[EndorsementCredential] endorsementJwt:tokens
        EndorsementCredential+ id! name! description validFrom! validUntil issuer:|Profile! \
        credentialSubject:EndorsementSubject! awardedDate:date proof:[Proof] credentialSchema:[CredentialSchema] \
        credentialStatus:CredentialStatus refreshService:RefreshService termsOfUse:[TermsOfUse]
        EndorsementSubject* id! endorsementComment
        Address* addressCountry addressCountryCode addressRegion addressLocality streetAddress postOfficeBoxNumber \
        postalCode geo:GeoCoordinates
        GeoCoordinates, latitude:number! longitude:number!
        IdentityObject. hashed:flag! identityHash! identityType:=identifier! salt
        IdentifierEntry. identifier! identifierType:=identifier!
        Image. id! caption
        Criteria- id narrative
        Alignment* targetName! targetUrl! targetType:=target targetCode targetDescription targetFramework
        Result* achievedLevel alignment:[Alignment] resultDescription status:=status value
        ResultDescription* id! name! resultType:=result! alignment:[Alignment] allowedValue:texts requiredLevel \
        requiredValue rubricCriterionLevel:[RubricCriterionLevel] valueMax valueMin
        RubricCriterionLevel* id! name! alignment:[Alignment] description level points
        Related* id! inLanguage version
        Evidence* id narrative name description genre audience
        Proof? created:date cryptosuite challenge domain nonce proofPurpose proofValue verificationMethod
        CredentialSchema? id!
        CredentialStatus? id!
        RefreshService? id!
        TermsOfUse? id
        """
}

/// The words a member may take.
enum BadgeWords {
    static func contains(_ word: String, _ list: String) -> Bool {
        (list != "status" && word.contains("ext:") && word.count > 4) || lists[list]?.contains(word) ?? false
    }

    private static let lists: [String: Set<String>] = [
        "achievement": [
            "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge",
            "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification", "CommunityService",
            "Competency", "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree", "Fieldwork",
            "GeneralEducationDevelopment", "JourneymanCertificate", "LearningProgram", "License", "Membership",
            "ProfessionalDoctorate", "QualityAssuranceCredential", "MasterCertificate", "MasterDegree",
            "MicroCredential", "ResearchDoctorate", "SecondarySchoolDiploma",
        ],
        "identifier": [
            "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress",
            "nationalIdentityNumber", "isbn", "issn", "lisSourcedId", "oneRosterSourcedId", "sisSourcedId",
            "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
        ],
        "target": [
            "ceasn:Competency", "ceterms:Credential", "CFItem", "CFRubric", "CFRubricCriterion",
            "CFRubricCriterionLevel", "CTDL",
        ],
        "status": ["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"],
        "result": [
            "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore", "RawScore", "Result",
            "RubricCriterion", "RubricCriterionLevel", "RubricScore", "ScaledScore", "Status",
        ],
    ]
}
