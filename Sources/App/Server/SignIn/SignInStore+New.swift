package import Kernel
import Storage

/// Somebody new: a phone that is nobody's becomes an account of its own, once its code was typed in.
extension SignInStore {
    static let newPhonePurpose = "new-phone"

    /// The number of somebody new that the browser of `visit` asked a code for; nil where it asked for an account's.
    package func newPhone(_ visit: Token, at now: Instant) async throws -> (phone: PhoneNumber, isProved: Bool)? {
        guard let found = try await read({ try NewPhoneQueries.find(visit.digest, at: now, in: $0) })
        else { return nil }
        let text = String(decoding: try secrets.opened(found.sealed, for: SignInStore.newPhonePurpose), as: UTF8.self)
        return PhoneNumber(text).map { ($0, found.provedAt != nil) }
    }

    /// The code that came to a new number: from now on the browser may open an account for it, for half an hour.
    package func prove(newPhoneBy code: String, visit: Token, from whence: Whence, at now: Instant) async throws {
        let digest = secrets.digest(code: TypedCode.figures(code), of: Base64.text(visit.digest))
        let expiry = now.adding(milliseconds: limits.slipMilliseconds)
        // The try is spent even when the code is wrong: decided inside, refused outside the transaction.
        let isRight = try await write { tx in
            let isRight = try NewPhoneQueries.prove(digest, visit.digest, at: now, until: expiry, in: tx)
            if !isRight { try EventQueries.insert(.failed, of: nil, .phone, from: whence, at: now, in: tx) }
            return isRight
        }
        guard isRight else { throw SignInRejection.wrongCode.rejection }
    }

    /// The account of somebody new, with the number that was proved, and the first session of it.
    package func join(
        _ person: PersonID, office: OfficeID, visit: Token, from whence: Whence, at now: Instant
    ) async throws -> NewSession {
        guard let known = try await newPhone(visit, at: now), known.isProved else {
            throw SignInRejection.wrongCode.rejection
        }
        try await open(
            NewAccount(person: person, name: person.text, offices: [office], phone: known.phone), from: whence, at: now)
        let (token, limits) = (Token.fresh(), limits)
        return try await write { tx in
            try NewPhoneQueries.delete(visit.digest, in: tx)
            return try SignInStore.insertSession(token, person, .phone, limits, from: whence, at: now, in: tx)
        }
    }
}
