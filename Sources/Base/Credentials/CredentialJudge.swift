package import Kernel

/// Judges a credential or a presentation in the compact form, without any network, in the order form → type → critical
/// header → algorithm → key → signature → claims → dates → status. What comes first is said.
package struct CredentialJudge: Sendable {
    package let keys: KeySet
    /// Status lists at hand, as they were fetched.
    package let lists: [String]
    package let now: Instant

    package init(keys: KeySet, lists: [String] = [], now: Instant) {
        self.keys = keys
        self.lists = lists
        self.now = now
    }

    package struct Judgment: Sendable {
        package let verdict: Verdict
        /// What the token says; nil where it could not be read. Believe it only where the verdict is valid.
        package let payload: JSON?
        /// What a presentation holds, each judged.
        package var contents: [Verdict] = []

        package init(verdict: Verdict, payload: JSON?, contents: [Verdict] = []) {
            self.verdict = verdict
            self.payload = payload
            self.contents = contents
        }
    }

    package func judge(_ text: String) -> Judgment {
        let text = text.trimmed
        let token: CompactToken
        do { token = try CompactToken(text) } catch { return Judgment(verdict: Verdict(error), payload: nil) }
        var warnings: [String] = []
        if token.payload["iat"] != nil, token.payload["iat"].flatMap(CredentialMoment.claim) == nil {
            warnings.append("iat")
        }
        let isPresentation = CredentialForm.types(token.payload).contains("VerifiablePresentation")
        do {
            let contents = try isPresentation ? present(token) : judge(token)
            // What is bad inside is said before what cannot be told; a presentation is valid only where all it holds is.
            let bad = contents.first { $0.result == .invalid } ?? contents.first { $0.result == .unknown }
            return Judgment(
                verdict: bad ?? Verdict(result: .valid, reason: nil, warnings: warnings), payload: token.payload,
                contents: contents)
        } catch {
            return Judgment(verdict: Verdict(error, warnings: warnings), payload: token.payload)
        }
    }

    private func judge(_ token: CompactToken) throws(CredentialFault) -> [Verdict] {
        let header = try token.checkedHeader(as: .credential)
        let payload = token.payload
        let said = payload["iss"]?.string ?? CredentialForm.identifier(payload["issuer"])
        let entry = try keys.entry(named: header.kid, issuer: said)
        try Self.check(token, by: entry, header.algorithm, issuer: nil, skew: keys.skewSeconds)
        if payload["vc"] != nil || payload["vp"] != nil { throw CredentialFault(.claims, "vc") }
        try CredentialForm.check(credential: payload)
        if OpenBadge.isBadge(payload) { try OpenBadge.check(payload) }
        let entries = Result { () throws(CredentialFault) in try StatusJudge.entries(of: payload) }
        if case .failure(let fault) = entries, fault.reason == .form { throw fault }
        let issuer = CredentialForm.identifier(payload["issuer"]) ?? ""
        try checkNames(payload, issuer: issuer, entry, header.kid)
        try checkDates(payload)
        try checkStatus(entries.get(), issuer: issuer)
        return []
    }

    /// Key, time of the key, signature; `issuer` where the name of the key's owner is to be held against it at once.
    static func check(
        _ token: CompactToken, by entry: KeySet.Entry, _ algorithm: SigningAlgorithm, issuer: String?, skew: Int64
    ) throws(CredentialFault) {
        guard entry.key.algorithm == algorithm else { throw CredentialFault(.algorithm, "alg") }
        if let issuer, let owner = entry.issuer, !KeySet.isSame(owner, issuer) {
            throw CredentialFault(.issuer, "issuer")
        }
        if entry.compromised != nil { throw CredentialFault(.keyCompromised, entry.name) }
        guard entry.key.verifies(token.signature, over: token.signed) else { throw CredentialFault(.signature) }
        // Without a time of signature the credential's own beginning is the only time it gives.
        let signed =
            token.payload["iat"].flatMap(CredentialMoment.claim)
            ?? token.payload["validFrom"]?.string.flatMap(CredentialMoment.stamp)
        if let until = entry.until {
            guard let signed, signed <= until.adding(seconds: skew) else {
                throw CredentialFault(.keyRetired, entry.name)
            }
        }
        if let from = entry.from, let signed, token.payload["iat"]?.integer != nil, signed < from.adding(seconds: -skew)
        {
            throw CredentialFault(.keyNotYet, entry.name)
        }
    }

    /// The claims of RFC 7519 say what the credential says, and the key is its issuer's.
    private func checkNames(_ payload: JSON, issuer: String, _ entry: KeySet.Entry, _ kid: String?)
        throws(CredentialFault)
    {
        if let iss = payload["iss"], !KeySet.isSame(iss.string, issuer) { throw CredentialFault(.issuer, "iss") }
        if let owner = entry.issuer, !KeySet.isSame(owner, issuer) { throw CredentialFault(.issuer, "issuer") }
        if let kid, let hash = kid.utf8.firstIndex(of: UInt8(ascii: "#")), hash > kid.utf8.startIndex,
            !KeySet.isSame(String(kid[..<hash]), issuer)
        {
            throw CredentialFault(.issuer, "kid")
        }
        if payload["iss"] == nil, kid.map(CredentialForm.isURL) != true { throw CredentialFault(.issuer, "iss") }
        if let jti = payload["jti"], !KeySet.isSame(jti.string, payload["id"]?.string) {
            throw CredentialFault(.identity, "jti")
        }
        if let sub = payload["sub"] {
            guard let subjects = payload["credentialSubject"], subjects.array == nil,
                KeySet.isSame(sub.string, subjects["id"]?.string)
            else { throw CredentialFault(.identity, "sub") }
        }
    }

    private func checkDates(_ payload: JSON) throws(CredentialFault) {
        let dates = try CredentialForm.dates(of: payload)
        let isBadge = OpenBadge.isBadge(payload)
        let begins = try claim(payload, "nbf", dates.from, mustAgree: isBadge)
        let ends = try claim(payload, "exp", dates.until, mustAgree: isBadge)
        let signed = payload["iat"].flatMap(CredentialMoment.claim)
        let early = now.adding(seconds: keys.skewSeconds)
        for begin in [dates.from, begins, signed].compactMap({ $0 }) where begin > early {
            throw CredentialFault(.notYetValid, "validFrom")
        }
        let late = now.adding(seconds: -keys.skewSeconds)
        for end in [dates.until, ends].compactMap({ $0 }) where end < late {
            throw CredentialFault(.expired, "validUntil")
        }
    }

    /// Open Badges 3.0 wants the claim and the member equal; VC-JOSE-COSE has the claim speak of the signature alone.
    private func claim(_ payload: JSON, _ name: String, _ member: Instant?, mustAgree: Bool) throws(CredentialFault)
        -> Instant?
    {
        guard let value = payload[name] else { return nil }
        guard let instant = CredentialMoment.claim(value) else { throw CredentialFault(.form, name) }
        if mustAgree {
            guard let member, member.milliseconds / 1_000 == instant.milliseconds / 1_000 else {
                throw CredentialFault(.claims, name)
            }
        }
        return instant
    }

    /// What ends the credential is said before what cannot be told.
    private func checkStatus(_ entries: [StatusJudge.Entry], issuer: String) throws(CredentialFault) {
        var unknown: CredentialFault?
        let judge = StatusJudge(keys: keys, lists: lists, issuer: issuer, now: now)
        for entry in entries {
            do {
                try judge.judge(entry)
            } catch {
                guard error.reason.isAboutEvidence else { throw error }
                unknown = unknown ?? error
            }
        }
        if let unknown { throw unknown }
    }

    private func present(_ token: CompactToken) throws(CredentialFault) -> [Verdict] {
        let header = try token.checkedHeader(as: .presentation)
        let payload = token.payload
        let holder = payload["iss"]?.string ?? CredentialForm.identifier(payload["holder"])
        let entry = try keys.entry(named: header.kid, issuer: holder)
        try Self.check(token, by: entry, header.algorithm, issuer: nil, skew: keys.skewSeconds)
        if payload["vc"] != nil || payload["vp"] != nil { throw CredentialFault(.claims, "vp") }
        try CredentialForm.check(presentation: payload)
        let named = CredentialForm.identifier(payload["holder"])
        for owner in [payload["iss"]?.string, entry.issuer].compactMap({ $0 }) where named != nil {
            if !KeySet.isSame(owner, named) { throw CredentialFault(.issuer, "holder") }
        }
        if let jti = payload["jti"], !KeySet.isSame(jti.string, payload["id"]?.string) {
            throw CredentialFault(.identity, "jti")
        }
        try checkDates(payload)
        return CredentialForm.list(payload["verifiableCredential"]).map(held)
    }

    /// A credential inside; one secured in another way is named as what we cannot judge.
    private func held(_ json: JSON) -> Verdict {
        let start = "data:application/vc+jwt,"
        guard let id = json["id"]?.string, id.hasPrefix("data:") else {
            return Verdict(CredentialFault(.proofType, CredentialForm.types(json).joined(separator: " ")))
        }
        guard id.hasPrefix(start) else {
            return Verdict(CredentialFault(.proofType, String(id.prefix { $0 != "," && $0 != ";" })))
        }
        let text = String(id.dropFirst(start.count))
        // What is said to be a credential and is a presentation is neither judged as the one nor opened as the other.
        if let token = try? CompactToken(text), CredentialForm.types(token.payload).contains("VerifiablePresentation") {
            return Verdict(CredentialFault(.type, "verifiableCredential"))
        }
        let verdict = CredentialJudge(keys: keys, lists: lists, now: now).judge(text).verdict
        // Another issuer's key, which nobody laid beside: nothing is known of what it signed.
        guard verdict.reason == .keyUnknown else { return verdict }
        return Verdict(result: .unknown, reason: .keyUnknown, place: verdict.place, warnings: verdict.warnings)
    }
}

extension String {
    /// Without the white space a file or a paste has around a token.
    package var trimmed: String {
        var bytes = Array(utf8)[...]
        while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
        while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
