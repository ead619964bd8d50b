package import Kernel
import Storage

/// One-time codes: by phone, on a slip from the station.
extension SignInStore {
    /// Sends a code to `phone` and binds it to the browser of `visit`. A phone nobody registered gets the same answer in
    /// the same time, and its code too: whoever has it may become somebody here (`SignInStore+New.swift`).
    package func requestCode(phone: PhoneNumber, visit: Token, language: Language, at now: Instant) async throws {
        guard sender != nil else { throw SignInRejection.noSender.rejection }
        let code = Randomness.digits(6)
        let secrets = secrets
        let expiry = now.adding(milliseconds: limits.phoneCodeMilliseconds)
        let tries = limits.phoneCodeTries
        let sealed = try secrets.sealed(Array(phone.text.utf8), for: SignInStore.newPhonePurpose)
        let person = try await write { tx in
            let account = try AccountQueries.find(phone: secrets.digest(phone: phone), in: tx)
            try SessionQueries.replace(
                phoneCode: secrets.digest(code: code, of: Base64.text(visit.digest)), visit: visit.digest,
                person: account?.person, sealed: account == nil ? sealed : nil, expiresAt: expiry, tries: tries,
                in: tx)
            return account?.person
        }
        send(code: code, to: phone, of: person, language: language, at: now)
    }

    /// The code that came by phone, in the browser that asked for it. Five tries, then a new one is needed.
    package func signIn(phoneCode: String, visit: Token, from whence: Whence = .machine, at now: Instant) async throws
        -> NewSession
    {
        let digits = TypedCode.figures(phoneCode)
        let digest = secrets.digest(code: digits, of: Base64.text(visit.digest))
        let (token, limits) = (Token.fresh(), limits)
        // The try is spent even when the code is wrong: decided inside, refused outside the transaction.
        let begun: NewSession? = try await write { tx in
            let asked = try SessionQueries.findPerson(visit: visit.digest, in: tx)
            guard let person = try SessionQueries.use(phoneCode: digest, visit: visit.digest, at: now, in: tx) else {
                try EventQueries.insert(.failed, of: asked, .phone, from: whence, at: now, in: tx)
                return nil
            }
            return try SignInStore.insertSession(token, person, .phone, limits, from: whence, at: now, in: tx)
        }
        guard let begun else { throw SignInRejection.wrongCode.rejection }
        return begun
    }

    /// A slip for somebody who stands at the station: ten letters and digits, once, for half an hour.
    package func issueSlip(
        to person: PersonID, by office: OfficeID, from whence: Whence = .machine, at now: Instant
    ) async throws -> String {
        let code = String(Base32.text(Randomness.bytes(7)).prefix(10))
        let digest = secrets.digest(code: code, of: "slip")
        let expiry = now.adding(milliseconds: limits.slipMilliseconds)
        try await write { tx in
            guard try AccountQueries.find(person: person, in: tx) != nil else {
                throw SignInRejection.unknownPerson.rejection
            }
            try SessionQueries.insert(slip: digest, person: person, issuedBy: office, expiresAt: expiry, in: tx)
            try EventQueries.insert(.slipIssued, of: person, .slip, from: whence, at: now, in: tx)
        }
        return "\(code.prefix(5))-\(code.suffix(5))"
    }

    package func signIn(slip: String, from whence: Whence = .machine, at now: Instant) async throws -> NewSession {
        let digest = secrets.digest(code: Base32.normalized(slip), of: "slip")
        let (token, limits) = (Token.fresh(), limits)
        let begun: NewSession? = try await write { tx in
            guard let person = try SessionQueries.use(slip: digest, at: now, in: tx) else {
                try EventQueries.insert(.failed, of: nil, .slip, from: whence, at: now, in: tx)
                return nil
            }
            return try SignInStore.insertSession(token, person, .slip, limits, from: whence, at: now, in: tx)
        }
        guard let begun else { throw SignInRejection.wrongCode.rejection }
        return begun
    }
}
