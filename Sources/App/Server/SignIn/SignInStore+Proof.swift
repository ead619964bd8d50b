package import Kernel
import Storage

/// Before a second factor, a password or recovery codes change, the old ones are asked for: a session left open is not
/// enough to lock its owner out. Every change goes through here.
extension SignInStore {
    /// Throws unless password and code are right: the app's six digits or a recovery code, used up by this. Without a second
    /// factor in force the password is enough.
    package func prove(
        _ person: PersonID, password: String, code: String, from whence: Whence = .machine, at now: Instant
    ) async throws {
        let account = try await read { try AccountQueries.find(person: person, in: $0) }
        try await prove(account, password: password, code: code, from: whence, at: now) { _ in }
    }

    /// The same for an account found by name or not at all, and `then` in the transaction that uses up the code.
    func prove<Result: Sendable>(
        _ account: AccountRow?, password: String, code: String, from whence: Whence, at now: Instant,
        then: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) async throws -> Result {
        let hash = account?.password ?? decoy
        let isRight = try await hashing(from: whence) { try hash.matches(password) }
        let isOver = account?.passwordUntil.map { $0 < now } ?? false
        var result: Result?
        if isRight, !isOver, let account, account.password != nil {
            let factor = try account.secondFactor.map {
                try secrets.opened($0, for: SignInStore.factorPurpose(account.person))
            }
            let recovery = secrets.digest(code: Base32.normalized(code), of: account.person.text)
            result = try await write { tx in
                guard try SignInStore.isUsed(code, factor, recovery, of: account, at: now, in: tx) else { return nil }
                return try then(tx)
            }
        }
        guard let result else {
            noteWrong(from: whence)
            try await record(.failed, of: account?.person, .password, from: whence, at: now)
            throw SignInRejection.wrongCredentials.rejection
        }
        return result
    }

    private static func isUsed(
        _ code: String, _ factor: [UInt8]?, _ recovery: [UInt8], of account: AccountRow, at now: Instant,
        in tx: any WriteTransaction
    ) throws -> Bool {
        guard let factor else { return true }
        let digits = TypedCode.figures(code)
        let step = OneTimePassword(secret: factor).acceptedStep(digits, at: now, after: account.lastStep)
        if let step, try AccountQueries.use(step: step, of: account.person, in: tx) { return true }
        return try AccountQueries.use(recoveryCode: recovery, of: account.person, in: tx)
    }

    /// A new secret for an authenticator app, for this session only and not in force before `confirmEnrolment`; the same
    /// each time the page is shown. Nil where a second factor is in force and `proveForEnrolment` has not been passed.
    package func beginEnrolment(in session: Session) async throws -> OneTimePassword? {
        let secrets = secrets
        let purpose = SignInStore.factorPurpose(session.person)
        let fresh = Randomness.bytes(20)
        let secret: [UInt8]? = try await write { tx in
            guard let account = try AccountQueries.find(person: session.person, in: tx) else {
                throw SignInRejection.unknownPerson.rejection
            }
            if let pending = account.pendingFactor, account.pendingSession == session.digest {
                return try secrets.opened(pending, for: purpose)
            }
            guard account.secondFactor == nil else { return nil }
            try AccountQueries.set(
                pendingFactor: try secrets.sealed(fresh, for: purpose), session: session.digest, of: session.person,
                in: tx)
            return fresh
        }
        return secret.map(OneTimePassword.init(secret:))
    }

    /// Password and code of the factor in force; then `beginEnrolment` shows this session a new secret.
    package func proveForEnrolment(
        in session: Session, password: String, code: String, from whence: Whence = .machine, at now: Instant
    ) async throws {
        let person = session.person
        let account = try await read { try AccountQueries.find(person: person, in: $0) }
        let pending = try secrets.sealed(Randomness.bytes(20), for: SignInStore.factorPurpose(person))
        try await prove(account, password: password, code: code, from: whence, at: now) { tx in
            try AccountQueries.set(pendingFactor: pending, session: session.digest, of: person, in: tx)
        }
    }

    /// The app shows the right code: the second factor is in force. Answers ten recovery codes, shown once.
    package func confirmEnrolment(
        in session: Session, code: String, from whence: Whence = .machine, at now: Instant
    ) async throws -> [String] {
        let (secrets, person) = (secrets, session.person)
        let (codes, digests) = recoveryCodes(of: person)
        let purpose = SignInStore.factorPurpose(person)
        try await write { tx in
            guard let account = try AccountQueries.find(person: person, in: tx), let pending = account.pendingFactor,
                account.pendingSession == session.digest
            else { throw SignInRejection.nothingToConfirm.rejection }
            let secret = try secrets.opened(pending, for: purpose)
            let digits = TypedCode.figures(code)
            guard let step = OneTimePassword(secret: secret).acceptedStep(digits, at: now, after: account.lastStep)
            else { throw SignInRejection.wrongCode.rejection }
            try AccountQueries.set(secondFactor: pending, step: step, of: person, in: tx)
            try AccountQueries.replace(recoveryCodes: digests, of: person, in: tx)
            try EventQueries.insert(.factorSet, of: person, from: whence, at: now, in: tx)
        }
        try await tell(.factorSet, of: person, at: now)
        return codes
    }

    /// Ten new recovery codes for the old ones, after password and code.
    package func renewRecoveryCodes(
        of person: PersonID, password: String, code: String, from whence: Whence = .machine, at now: Instant
    ) async throws -> [String] {
        let account = try await read { try AccountQueries.find(person: person, in: $0) }
        let (codes, digests) = recoveryCodes(of: person)
        try await prove(account, password: password, code: code, from: whence, at: now) { tx in
            try AccountQueries.replace(recoveryCodes: digests, of: person, in: tx)
            try EventQueries.insert(.recoveryCodesSet, of: person, from: whence, at: now, in: tx)
        }
        try await tell(.recoveryCodesSet, of: person, at: now)
        return codes
    }

    private func recoveryCodes(of person: PersonID) -> (shown: [String], kept: [[UInt8]]) {
        let codes = (0..<10).map { _ in String(Base32.text(Randomness.bytes(7)).prefix(10)) }
        return (
            codes.map { "\($0.prefix(5))-\($0.suffix(5))" }, codes.map { secrets.digest(code: $0, of: person.text) }
        )
    }
}
