package import Kernel
import Storage

/// One-time codes: by phone, on a slip from the station, from an authenticator app.
extension SignInStore {
    /// Sends a code to `phone` and binds it to the browser of `visit`. A phone nobody registered gets the same answer
    /// and no message.
    package func requestCode(phone: PhoneNumber, visit: Token, language: Language, at now: Instant) async throws {
        let code = Randomness.digits(6)
        let secrets = secrets
        let expiry = now.adding(milliseconds: limits.phoneCodeMilliseconds)
        let tries = limits.phoneCodeTries
        let isKnown = try await write { tx in
            let account = try AccountQueries.find(phone: secrets.digest(phone: phone), in: tx)
            try SessionQueries.replace(
                phoneCode: secrets.digest(code: code, of: Base64.text(visit.digest)), visit: visit.digest,
                person: account?.person, expiresAt: expiry, tries: tries, in: tx)
            return account != nil
        }
        guard isKnown else { return }
        do {
            try await sender.send(code: code, to: phone, language: language)
        } catch {
            throw SignInRejection.notSent.rejection
        }
    }

    /// The code that came by phone, in the browser that asked for it. Five tries, then a new one is needed.
    package func signIn(phoneCode: String, visit: Token, at now: Instant) async throws -> NewSession {
        let digits = TypedCode.figures(phoneCode)
        let digest = secrets.digest(code: digits, of: Base64.text(visit.digest))
        let token = Token.fresh()
        // The try is spent even when the code is wrong: decided inside, refused outside the transaction.
        let begun: NewSession? = try await write { tx in
            guard let person = try SessionQueries.use(phoneCode: digest, visit: visit.digest, at: now, in: tx) else {
                return nil
            }
            return try SignInStore.insertSession(token, person, .phone, at: now, in: tx)
        }
        guard let begun else { throw SignInRejection.wrongCode.rejection }
        return begun
    }

    /// A slip for somebody who stands at the station: ten letters and digits, once, for half an hour.
    package func issueSlip(to person: PersonID, by office: OfficeID, at now: Instant) async throws -> String {
        let code = String(Base32.text(Randomness.bytes(7)).prefix(10))
        let digest = secrets.digest(code: code, of: "slip")
        let expiry = now.adding(milliseconds: limits.slipMilliseconds)
        try await write { tx in
            guard try AccountQueries.find(person: person, in: tx) != nil else {
                throw SignInRejection.unknownPerson.rejection
            }
            try SessionQueries.insert(slip: digest, person: person, issuedBy: office, expiresAt: expiry, in: tx)
        }
        return "\(code.prefix(5))-\(code.suffix(5))"
    }

    package func signIn(slip: String, at now: Instant) async throws -> NewSession {
        let digest = secrets.digest(code: Base32.normalized(slip), of: "slip")
        let token = Token.fresh()
        return try await write { tx in
            guard let person = try SessionQueries.use(slip: digest, at: now, in: tx) else {
                throw SignInRejection.wrongCode.rejection
            }
            return try SignInStore.insertSession(token, person, .slip, at: now, in: tx)
        }
    }

    /// A new secret for an authenticator app, not in force before `confirmEnrolment`. The same until then, so that a
    /// page shown again shows the same.
    package func beginEnrolment(of person: PersonID) async throws -> OneTimePassword {
        let secrets = secrets
        let purpose = SignInStore.factorPurpose(person)
        let fresh = Randomness.bytes(20)
        let secret: [UInt8] = try await write { tx in
            guard let account = try AccountQueries.find(person: person, in: tx) else {
                throw SignInRejection.unknownPerson.rejection
            }
            if let pending = account.pendingFactor { return try secrets.opened(pending, for: purpose) }
            try AccountQueries.set(pendingFactor: try secrets.sealed(fresh, for: purpose), of: person, in: tx)
            return fresh
        }
        return OneTimePassword(secret: secret)
    }

    /// The app shows the right code: the second factor is in force. Answers ten recovery codes, shown once.
    package func confirmEnrolment(of person: PersonID, code: String, at now: Instant) async throws -> [String] {
        let secrets = secrets
        let codes = (0..<10).map { _ in String(Base32.text(Randomness.bytes(7)).prefix(10)) }
        let digests = codes.map { secrets.digest(code: $0, of: person.text) }
        let purpose = SignInStore.factorPurpose(person)
        try await write { tx in
            guard let account = try AccountQueries.find(person: person, in: tx), let pending = account.pendingFactor
            else { throw SignInRejection.nothingToConfirm.rejection }
            let secret = try secrets.opened(pending, for: purpose)
            let digits = TypedCode.figures(code)
            guard
                let step = OneTimePassword(secret: secret).acceptedStep(digits, at: now, after: account.lastStep)
            else { throw SignInRejection.wrongCode.rejection }
            try AccountQueries.set(secondFactor: pending, step: step, of: person, in: tx)
            try AccountQueries.replace(recoveryCodes: digests, of: person, in: tx)
        }
        return codes.map { "\($0.prefix(5))-\($0.suffix(5))" }
    }
}
