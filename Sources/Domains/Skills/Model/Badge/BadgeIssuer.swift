import Credentials
import EventLog
import Kernel

/// Signs what the log says of certificates, in the form that meets Open Badges 3.0 and the data model 2.0, and the list of
/// those that were taken back. The key is of this house; a token holds nothing its public page does not show.
package struct BadgeIssuer: Sendable {
    /// The path below the address of the house at which the issuer's keys are found.
    package static let path = "/issuers/skills"
    /// A list is good for a day, and fetched again after an hour.
    private static let listSeconds: Int64 = 86_400
    package static let listKeptSeconds: Int64 = 3_600

    private let secret: @Sendable (String) -> [UInt8]

    /// `secret`: 32 bytes of the installation for a purpose, always the same.
    package init(secret: @escaping @Sendable (String) -> [UInt8]) { self.secret = secret }

    /// Throws where no number of the purpose makes a key, which happens to nobody.
    private func issuer(at origin: String, by key: IssuerKey) throws(CredentialFault) -> CredentialIssuer {
        var fault = CredentialFault(.keyUnknown, origin)
        // The first key is of a house that knew of one only.
        let purpose = key.number == 1 ? "badge issuer" : "badge issuer key \(key.number)"
        for number in 1...4 {
            do { return try CredentialIssuer(id: origin + Self.path, secret: secret("\(purpose) \(number)")) } catch {
                fault = error
            }
        }
        throw fault
    }

    /// Every key there has been, with its time: a retired one is needed for what it signed.
    func keys(at origin: String, _ keys: [IssuerKey]) throws(CredentialFault) -> KeySet {
        var entries: [KeySet.Entry] = []
        for key in keys {
            let issuer = try issuer(at: origin, by: key)
            entries.append(
                .init(
                    key: issuer.key, name: issuer.kid, issuer: issuer.id, from: key.from, until: key.until,
                    compromised: key.ending == .compromised ? key.until : nil))
        }
        return KeySet(entries)
    }

    /// The compact token of one certificate, signed with the key in force, as of its issue or of the key's beginning.
    ///
    /// `isOpenBadge`: the form of 1EdTech, without the type in its header, whose schema has room for one status: whether it
    /// was taken back. The other form asks for both lists (record 0465).
    func token(
        of line: CertificateLine, at origin: String, by keys: [IssuerKey], isOpenBadge: Bool = false
    ) throws(CredentialFault) -> String {
        guard let key = keys.last else { throw CredentialFault(.keyUnknown, origin) }
        let issuer = try issuer(at: origin, by: key)
        return try issuer.sign(
            Self.badge(line, issuer: issuer.id, origin, isOpenBadge: isOpenBadge),
            at: max(line.issuedAt, key.from ?? line.issuedAt),
            isOpenBadgeForm: isOpenBadge)
    }

    private static func badge(_ line: CertificateLine, issuer: String, _ origin: String, isOpenBadge: Bool) -> JSON {
        let award = line.award
        let types: [JSON] = ["VerifiableCredential"] + (isOpenBadge ? ["OpenBadgeCredential"] : [])
        let name = Language.chinese(award.occupation.label)
        let level = award.level.map { Language.chinese(CertificateText.levelName($0)) }
        let title = [name, level].compactMap { $0 }.joined(separator: " ")
        var badge: [String: JSON] = [
            "@context": [
                .string(CredentialContexts.base), .string(CredentialContexts.badges),
            ],
            "id": .string("\(origin)/skills/certificates/\(line.id)"),
            "type": .array(types),
            "issuer": ["id": .string(issuer), "type": ["Profile"], "name": .string(award.provider)],
            "name": .string(title), "validFrom": .string(CredentialMoment.text(award.issued.start)),
            "credentialSubject": [
                "id": .string(subject(of: line.id)), "type": ["AchievementSubject"],
                "identifier": [
                    [
                        "type": "IdentityObject", "hashed": false, "identityHash": .string(line.name),
                        "identityType": "ext:coveredName",
                    ]
                ],
                "achievement": [
                    "id": .string("\(issuer)#\(award.occupation.rawValue)-\(award.level ?? 0)"),
                    "type": ["Achievement"], "name": .string(title),
                    "description": .string(Language.chinese(award.kind.label)),
                    "criteria": ["narrative": .string(Language.chinese(CertificateText.criteria))],
                ],
            ],
            "credentialStatus": isOpenBadge
                ? StatusList.revocation.entry(award.statusIndex, origin)
                : .array(StatusList.allCases.map { $0.entry(award.statusIndex, origin) }),
        ]
        badge["validUntil"] = award.until.map { .string(CredentialMoment.text($0.end)) }
        return .object(badge)
    }

    /// Fresh for each certificate, so that two of one person are not known to be hers.
    private static func subject(of certificate: CertificateID) -> String {
        let hex = Hash.file(Array("subject \(certificate)".utf8)).hex
        let parts = [(0, 8), (8, 4), (13, 3), (17, 3), (20, 12)].map { start, count in
            String(hex.dropFirst(start).prefix(count))
        }
        return "urn:uuid:\(parts[0])-\(parts[1])-8\(parts[2])-8\(parts[3])-\(parts[4])"
    }

    /// A list as it stands: the bits of `set` say that the certificate was taken back, or does not count for a while.
    func list(_ kind: StatusList, set: [Int64], at origin: String, by keys: [IssuerKey], now: Instant)
        throws(CredentialFault) -> String
    {
        guard let key = keys.last else { throw CredentialFault(.keyUnknown, origin) }
        let issuer = try issuer(at: origin, by: key)
        var bits = StatusBits(count: Int(StatusDomain.range.upperBound) + 1)
        for index in set { bits.set(Int(index)) }
        let list = origin + kind.path
        let credential: JSON = [
            "@context": [.string(CredentialContexts.base)], "id": .string(list),
            "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": .string(issuer.id),
            "validFrom": .string(CredentialMoment.text(now)),
            "validUntil": .string(CredentialMoment.text(now.adding(seconds: Self.listSeconds))),
            "credentialSubject": [
                "id": .string(list + "#list"), "type": "BitstringStatusList", "statusPurpose": .string(kind.rawValue),
                "encodedList": .string(bits.encoded), "ttl": .integer(Self.listKeptSeconds * 1_000),
            ],
        ]
        return try issuer.sign(credential, at: now)
    }
}

enum CredentialContexts {
    static let base = "https://www.w3.org/ns/credentials/v2"
    static let badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
}
