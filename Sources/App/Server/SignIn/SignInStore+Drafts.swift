package import Kernel
import Storage

/// What somebody typed while their session ended: kept sealed for an hour, for the same person in the same browser.
extension SignInStore {
    /// The longest draft, in bytes; what is longer is lost with the session, as all was before.
    static let draftBytes = 262_144

    /// Keeps the values of the form at `path` for whoever the ended session was of. Answers the token that the browser
    /// brings back; nil where `ended` was no session of the last day.
    package func keep(_ values: [String: String], path: String, of ended: Token, at now: Instant) async throws -> Token?
    {
        let draft = JSON.object([
            "path": .string(path), "values": .object(values.mapValues(JSON.string)),
        ]).canonicalBytes
        guard draft.count <= SignInStore.draftBytes else { return nil }
        let (secrets, token) = (secrets, Token.fresh())
        let expiry = now.adding(milliseconds: limits.draftMilliseconds)
        let oldest = now.adding(milliseconds: -limits.endedMilliseconds)
        return try await write { tx in
            guard let row = try SessionQueries.find(digest: ended.digest, in: tx), row.seenAt >= oldest else {
                return nil
            }
            let sealed = try secrets.sealed(draft, for: SignInStore.draftPurpose(token, row.person))
            try DraftQueries.replace(token.digest, of: row.person, sealed: sealed, expiresAt: expiry, in: tx)
            return token
        }
    }

    /// The values kept for `person` at `path`, which are then kept no longer; nil where there are none.
    package func takeDraft(_ token: Token, path: String, of person: PersonID, at now: Instant) async throws
        -> [String: String]?
    {
        let secrets = secrets
        return try await write { tx in
            guard let sealed = try DraftQueries.find(token.digest, of: person, at: now, in: tx) else { return nil }
            let bytes = try secrets.opened(sealed, for: SignInStore.draftPurpose(token, person))
            let draft = try JSON(parsing: bytes)
            guard draft["path"]?.string == path else { return nil }
            try DraftQueries.delete(token.digest, in: tx)
            return draft["values"]?.object?.compactMapValues(\.string)
        }
    }

    private static func draftPurpose(_ token: Token, _ person: PersonID) -> String {
        "draft/\(Base64.text(token.digest))/\(person)"
    }
}
