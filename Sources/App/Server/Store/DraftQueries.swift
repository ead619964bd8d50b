import Kernel
import Storage

/// What was typed and not yet given, one for each person.
enum DraftQueries {
    static func replace(
        _ digest: [UInt8], of person: PersonID, sealed: [UInt8], expiresAt: Instant, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM sign_in_draft WHERE person = \(person)")
        try tx.run(
            """
            INSERT INTO sign_in_draft (digest, person, sealed, expires_at)
            VALUES (\(digest), \(person), \(sealed), \(expiresAt))
            """)
    }

    static func find(_ digest: [UInt8], of person: PersonID, at now: Instant, in tx: any ReadTransaction) throws
        -> [UInt8]?
    {
        try tx.find(
            """
            SELECT sealed FROM sign_in_draft
            WHERE digest = \(digest) AND person = \(person) AND expires_at >= \(now)
            """)
    }

    static func delete(_ digest: [UInt8], in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM sign_in_draft WHERE digest = \(digest)")
    }

    static func deleteEnded(at now: Instant, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM sign_in_draft WHERE expires_at < \(now)")
    }
}
