import Kernel
import Storage

/// A new phone for somebody who has one, until a second person or the old phone says yes.
struct PhoneChangeRow: Sendable {
    let person: PersonID
    let digest: [UInt8]
    let sealed: [UInt8]
    let askedBy: PersonID
    let askedOffice: OfficeID
    let askedAt: Instant
    let code: [UInt8]?
    let triesLeft: Int
}

enum PhoneChangeQueries {
    private static let columns: SQL =
        "person, phone_digest, phone_sealed, asked_by, asked_office, asked_at, code, tries_left"

    static func replace(_ change: PhoneChangeRow, expiresAt: Instant, in tx: any WriteTransaction) throws {
        try delete(change.person, in: tx)
        try tx.run(
            """
            INSERT INTO sign_in_phone_change
                (person, phone_digest, phone_sealed, asked_by, asked_office, asked_at, expires_at, code, tries_left)
            VALUES (\(change.person), \(change.digest), \(change.sealed), \(change.askedBy), \(change.askedOffice),
                \(change.askedAt), \(expiresAt), \(change.code), \(change.triesLeft))
            """)
    }

    static func find(_ person: PersonID, at now: Instant, in tx: any ReadTransaction) throws -> PhoneChangeRow? {
        try tx.first(
            "SELECT \(columns) FROM sign_in_phone_change WHERE person = \(person) AND expires_at >= \(now)"
        ).map(change)
    }

    static func list(at now: Instant, in tx: any ReadTransaction) throws -> [PhoneChangeRow] {
        try tx.rows(
            "SELECT \(columns) FROM sign_in_phone_change WHERE expires_at >= \(now) ORDER BY asked_at, person"
        ).map(change)
    }

    /// Takes one try; false when none is left.
    static func takeTry(_ person: PersonID, in tx: any WriteTransaction) throws -> Bool {
        try tx.run(
            "UPDATE sign_in_phone_change SET tries_left = tries_left - 1 WHERE person = \(person) AND tries_left > 0")
            == 1
    }

    static func delete(_ person: PersonID, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM sign_in_phone_change WHERE person = \(person)")
    }

    static func deleteEnded(at now: Instant, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM sign_in_phone_change WHERE expires_at < \(now)")
    }

    private static func change(_ row: Row) throws -> PhoneChangeRow {
        PhoneChangeRow(
            person: try row.get(0), digest: try row.get(1), sealed: try row.get(2), askedBy: try row.get(3),
            askedOffice: try row.get(4), askedAt: try row.get(5), code: try row.find(6), triesLeft: try row.get(7))
    }
}
