import Kernel
import Storage

/// Sessions, phone codes and slips: everything that ends by itself.
enum SessionQueries {
    private static let columns: SQL = "digest, person, office, way, created_at, seen_at"

    static func insert(_ session: SessionRow, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO sign_in_session (digest, person, office, way, created_at, seen_at)
            VALUES (\(session.digest), \(session.person), \(session.office), \(session.way), \(session.createdAt),
                \(session.seenAt))
            """)
    }

    static func find(digest: [UInt8], in tx: any ReadTransaction) throws -> SessionRow? {
        try tx.first("SELECT \(columns) FROM sign_in_session WHERE digest = \(digest)").map(session)
    }

    static func list(of person: PersonID, in tx: any ReadTransaction) throws -> [SessionRow] {
        try tx.rows(
            "SELECT \(columns) FROM sign_in_session WHERE person = \(person) ORDER BY seen_at DESC, created_at DESC"
        ).map(session)
    }

    static func listPeople(in tx: any ReadTransaction) throws -> [PersonID] {
        try tx.rows("SELECT DISTINCT person FROM sign_in_session ORDER BY person").map { try $0.get(0) }
    }

    static func touch(digest: [UInt8], at instant: Instant, in tx: any WriteTransaction) throws {
        try tx.run("UPDATE sign_in_session SET seen_at = \(instant) WHERE digest = \(digest) AND seen_at < \(instant)")
    }

    @discardableResult
    static func delete(digest: [UInt8], in tx: any WriteTransaction) throws -> Bool {
        try tx.run("DELETE FROM sign_in_session WHERE digest = \(digest)") == 1
    }

    @discardableResult
    static func deleteAll(of person: PersonID, in tx: any WriteTransaction) throws -> Int {
        try tx.run("DELETE FROM sign_in_session WHERE person = \(person)")
    }

    /// Drops what has ended: sessions idle since `idle` or begun before `oldest`, codes and slips of the past.
    static func deleteEnded(idle: Instant, oldest: Instant, now: Instant, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM sign_in_session WHERE seen_at < \(idle) OR created_at < \(oldest)")
        try tx.run("DELETE FROM sign_in_phone_code WHERE expires_at < \(now)")
        try tx.run("DELETE FROM sign_in_slip WHERE expires_at < \(now)")
    }

    /// A phone code waits for the browser that asked for it; `person` is nil for a phone nobody registered, whose sealed
    /// number is kept with it.
    static func replace(
        phoneCode code: [UInt8], visit: [UInt8], person: PersonID?, sealed: [UInt8]?, expiresAt: Instant,
        tries: Int,
        in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM sign_in_phone_code WHERE visit = \(visit)")
        try tx.run(
            """
            INSERT INTO sign_in_phone_code (visit, person, code, expires_at, tries_left, phone_sealed)
            VALUES (\(visit), \(person), \(code), \(expiresAt), \(tries), \(sealed))
            """)
    }

    /// Whose code the browser waits for.
    static func findPerson(visit: [UInt8], in tx: any ReadTransaction) throws -> PersonID? {
        try tx.first("SELECT person FROM sign_in_phone_code WHERE visit = \(visit)").flatMap { try $0.find(0) }
    }

    /// Takes one try; the person when `code` is right, and then it is used up.
    static func use(phoneCode code: [UInt8], visit: [UInt8], at now: Instant, in tx: any WriteTransaction) throws
        -> PersonID?
    {
        let taken = try tx.run(
            """
            UPDATE sign_in_phone_code SET tries_left = tries_left - 1
            WHERE visit = \(visit) AND tries_left > 0 AND expires_at >= \(now)
            """)
        guard taken == 1, let row = try tx.first("SELECT code, person FROM sign_in_phone_code WHERE visit = \(visit)"),
            Secrets.isEqual(try row.get(0), code), let person: PersonID = try row.find(1)
        else { return nil }
        try tx.run("DELETE FROM sign_in_phone_code WHERE visit = \(visit)")
        return person
    }

    static func insert(
        slip code: [UInt8], person: PersonID, issuedBy: OfficeID, expiresAt: Instant, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM sign_in_slip WHERE person = \(person)")
        try tx.run(
            """
            INSERT INTO sign_in_slip (code, person, issued_by, expires_at)
            VALUES (\(code), \(person), \(issuedBy), \(expiresAt))
            """)
    }

    /// The person of the slip, which is then used up; nil when there is none or it is too old.
    static func use(slip code: [UInt8], at now: Instant, in tx: any WriteTransaction) throws -> PersonID? {
        guard
            let person: PersonID = try tx.find(
                "SELECT person FROM sign_in_slip WHERE code = \(code) AND expires_at >= \(now)")
        else { return nil }
        return try tx.run("DELETE FROM sign_in_slip WHERE code = \(code)") == 1 ? person : nil
    }

    private static func session(_ row: Row) throws -> SessionRow {
        SessionRow(
            digest: try row.get(0), person: try row.get(1), office: try row.find(2), way: try row.get(3),
            createdAt: try row.get(4), seenAt: try row.get(5))
    }
}

/// A session as it is kept: never the token itself.
struct SessionRow: Sendable {
    let digest: [UInt8]
    let person: PersonID
    let office: OfficeID?
    let way: SignInWay
    let createdAt: Instant
    let seenAt: Instant
}

extension SignInWay: SQLValueConvertible {}
