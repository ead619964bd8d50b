import Kernel

/// Whether an entry's list says that the credential still holds. Only a list that is signed, in force, long enough and of
/// the purpose asked for says anything; any other is *cannot tell*.
struct StatusJudge {
    let keys: KeySet
    /// The lists somebody brought, as they came: tokens, or JSON documents secured in another way.
    let lists: [String]
    let issuer: String
    let now: Instant

    struct Entry {
        let purpose: String
        let index: Int
        let list: String
        let size: Int
    }

    /// The entries of a credential; throws `form` for one that is none, `status method unknown` for another method.
    static func entries(of credential: JSON) throws(CredentialFault) -> [Entry] {
        var entries: [Entry] = []
        for status in CredentialForm.list(credential["credentialStatus"]) {
            guard CredentialForm.types(status).contains("BitstringStatusListEntry") else {
                throw CredentialFault(.statusType, "credentialStatus.type")
            }
            guard let purpose = status["statusPurpose"]?.string, !purpose.isEmpty else { throw form("statusPurpose") }
            guard let digits = status["statusListIndex"]?.string, !digits.isEmpty,
                digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { throw form("statusListIndex") }
            guard let list = status["statusListCredential"]?.string, CredentialForm.isURL(list) else {
                throw form("statusListCredential")
            }
            if let id = status["id"]?.string, KeySet.isSame(id, list) { throw form("id") }
            var size = 1
            if let said = status["statusSize"] {
                guard let number = said.integer, (1...64).contains(number) else { throw form("statusSize") }
                size = Int(number)
            }
            if size > 1 || status["statusMessage"] != nil {
                let needed = size < 16 ? 1 << size : Int.max
                guard status["statusMessage"]?.array?.count == needed else { throw form("statusMessage") }
            }
            // Beyond 64 bits no list reaches.
            entries.append(Entry(purpose: purpose, index: Int(digits) ?? Int.max, list: list, size: size))
        }
        return entries
    }

    private static func form(_ member: String) -> CredentialFault {
        CredentialFault(.form, "credentialStatus.\(member)")
    }

    /// Throws what stands against the entry; revocation and suspension alone end a credential.
    func judge(_ entry: Entry) throws(CredentialFault) {
        let list = try find(entry.list)
        let subject = list["credentialSubject"] ?? .null
        let purposes = CredentialForm.list(subject["statusPurpose"]).compactMap(\.string)
        guard purposes.contains(entry.purpose) else { throw CredentialFault(.statusPurpose, entry.purpose) }
        guard let text = subject["encodedList"]?.string else { throw CredentialFault(.statusForm, "encodedList") }
        let bits = try StatusBits(encoded: text)
        guard bits.count / entry.size >= keys.leastEntries else {
            throw CredentialFault(.statusLength, "\(bits.count)")
        }
        guard let value = bits.entry(entry.index, size: entry.size) else {
            throw CredentialFault(.statusRange, "\(entry.index)")
        }
        switch entry.purpose {
        case "revocation" where value != 0: throw CredentialFault(.revoked, "\(entry.index)")
        case "suspension" where value != 0: throw CredentialFault(.suspended, "\(entry.index)")
        default: break
        }
    }

    /// The list of that address among those brought, checked. The fault of the likeliest is told.
    private func find(_ address: String) throws(CredentialFault) -> JSON {
        var best: CredentialFault?
        for text in lists {
            do {
                let list = try payload(text)
                guard let id = list["id"] else { return try checked(list, text) }
                if KeySet.isSame(id.string, address) { return try checked(list, text) }
            } catch {
                best = best ?? error
            }
        }
        throw best ?? CredentialFault(.statusMissing, address)
    }

    private func payload(_ text: String) throws(CredentialFault) -> JSON {
        if text.utf8.first == UInt8(ascii: "{") {
            guard let json = try? JSON(parsing: Array(text.utf8), limits: CompactToken.limits) else {
                throw CredentialFault(.statusForm, "list")
            }
            return json
        }
        guard let token = try? CompactToken(text) else { throw CredentialFault(.statusForm, "list") }
        return token.payload
    }

    private func checked(_ list: JSON, _ text: String) throws(CredentialFault) -> JSON {
        let skew = keys.skewSeconds
        guard CredentialForm.types(list).contains("BitstringStatusListCredential"),
            CredentialForm.list(list["credentialSubject"]).count == 1,
            CredentialForm.types(list["credentialSubject"] ?? .null).contains("BitstringStatusList"),
            (try? CredentialForm.check(credential: list)) != nil, let dates = try? CredentialForm.dates(of: list)
        else { throw CredentialFault(.statusForm, "list") }
        try secured(list, text)
        if let from = dates.from, now < from.adding(seconds: -skew) {
            throw CredentialFault(.statusNotYet, "validFrom")
        }
        for end in [dates.until, list["exp"].flatMap(CredentialMoment.claim)].compactMap({ $0 })
        where now > end.adding(seconds: skew) {
            throw CredentialFault(.statusExpired, "validUntil")
        }
        if dates.until == nil, list["exp"] == nil { try checkAge(list, from: dates.from) }
        return list
    }

    /// A list without an end is fresh as long as it says it may be kept.
    private func checkAge(_ list: JSON, from: Instant?) throws(CredentialFault) {
        guard let ttl = list["credentialSubject"]?["ttl"]?.integer,
            let made = list["iat"].flatMap(CredentialMoment.claim) ?? from
        else { return }
        if now > made.adding(milliseconds: ttl).adding(seconds: keys.skewSeconds) {
            throw CredentialFault(.statusExpired, "ttl")
        }
    }

    private func secured(_ list: JSON, _ text: String) throws(CredentialFault) {
        let said = CredentialForm.identifier(list["issuer"])
        guard text.utf8.first != UInt8(ascii: "{") else {
            // Signed in a way we cannot check: its dates and bits are told first, and it never says "not revoked".
            if let end = try? CredentialForm.dates(of: list).until, now > end.adding(seconds: keys.skewSeconds) {
                throw CredentialFault(.statusExpired, "validUntil")
            }
            _ = try StatusBits(encoded: list["credentialSubject"]?["encodedList"]?.string ?? "")
            throw CredentialFault(.statusSignature, "proof")
        }
        guard let token = try? CompactToken(text) else { throw CredentialFault(.statusForm, "list") }
        guard KeySet.isSame(said, issuer) else { throw CredentialFault(.statusIssuer, said ?? "") }
        do {
            let header = try token.checkedHeader(as: .credential)
            let entry = try keys.entry(named: header.kid, issuer: said)
            try CredentialJudge.check(token, by: entry, header.algorithm, issuer: said, skew: keys.skewSeconds)
        } catch {
            throw CredentialFault(.statusSignature, error.reason.rawValue)
        }
    }
}
