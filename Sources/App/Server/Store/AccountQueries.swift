import Kernel
import Storage

/// One person's account as the sign-in database keeps it.
struct AccountRow: Sendable {
    let person: PersonID
    let name: String
    let password: PasswordHash?
    let secondFactor: [UInt8]?
    let pendingFactor: [UInt8]?
    let lastStep: Int64
    /// The session in which a second factor is being set up.
    let pendingSession: [UInt8]?
    /// Until when a password that somebody else gave is good; nil for one's own.
    let passwordUntil: Instant?
    let phoneDigest: [UInt8]?
    let phoneSealed: [UInt8]?
}

/// Accounts, their offices and recovery codes.
enum AccountQueries {
    private static let columns: SQL =
        """
        person, sign_in_name, password, second_factor, pending_factor, last_step, pending_session, password_until,
        phone_digest, phone_sealed
        """

    static func find(name: String, in tx: any ReadTransaction) throws -> AccountRow? {
        try tx.first("SELECT \(columns) FROM sign_in_account WHERE sign_in_name = \(name)").map(account)
    }

    static func find(person: PersonID, in tx: any ReadTransaction) throws -> AccountRow? {
        try tx.first("SELECT \(columns) FROM sign_in_account WHERE person = \(person)").map(account)
    }

    static func find(phone digest: [UInt8], in tx: any ReadTransaction) throws -> AccountRow? {
        try tx.first("SELECT \(columns) FROM sign_in_account WHERE phone_digest = \(digest)").map(account)
    }

    /// Those with anything that is sealed under the secret.
    static func listSealed(in tx: any ReadTransaction) throws -> [AccountRow] {
        try tx.rows(
            """
            SELECT \(columns) FROM sign_in_account
            WHERE second_factor IS NOT NULL OR pending_factor IS NOT NULL OR phone_sealed IS NOT NULL ORDER BY person
            """
        ).map(account)
    }

    /// The same under another secret; a factor that was being set up is begun anew.
    static func replaceSealed(
        factor: [UInt8]?, phone: (digest: [UInt8], sealed: [UInt8])?, of person: PersonID, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE sign_in_account SET second_factor = \(factor), pending_factor = NULL, pending_session = NULL,
                phone_digest = \(phone?.digest), phone_sealed = \(phone?.sealed)
            WHERE person = \(person)
            """)
    }

    static func listOffices(of person: PersonID, in tx: any ReadTransaction) throws -> [OfficeID] {
        try tx.rows("SELECT office FROM sign_in_office WHERE person = \(person) ORDER BY office").map { try $0.get(0) }
    }

    static func listPeople(of office: OfficeID, in tx: any ReadTransaction) throws -> [PersonID] {
        try tx.rows("SELECT person FROM sign_in_office WHERE office = \(office) ORDER BY person").map { try $0.get(0) }
    }

    /// False when there is one already.
    static func insert(_ person: PersonID, name: String, at instant: Instant, in tx: any WriteTransaction) throws
        -> Bool
    {
        try tx.run(
            """
            INSERT INTO sign_in_account (person, sign_in_name, created_at) VALUES (\(person), \(name), \(instant))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// False when it was theirs already.
    static func insert(office: OfficeID, of person: PersonID, in tx: any WriteTransaction) throws -> Bool {
        try tx.run(
            "INSERT INTO sign_in_office (person, office) VALUES (\(person), \(office)) ON CONFLICT DO NOTHING") == 1
    }

    /// `until`: a first password, given by somebody else.
    static func set(password: PasswordHash, until: Instant?, of person: PersonID, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE sign_in_account SET password = \(password.text), password_until = \(until) WHERE person = \(person)
            """)
    }

    static func set(phone digest: [UInt8], sealed: [UInt8], of person: PersonID, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE sign_in_account SET phone_digest = \(digest), phone_sealed = \(sealed) WHERE person = \(person)
            """)
    }

    static func set(
        pendingFactor: [UInt8], session: [UInt8], of person: PersonID, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE sign_in_account SET pending_factor = \(pendingFactor), pending_session = \(session)
            WHERE person = \(person)
            """)
    }

    /// The second factor proved itself with the code of `step`.
    static func set(secondFactor: [UInt8], step: Int64, of person: PersonID, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE sign_in_account SET second_factor = \(secondFactor), pending_factor = NULL, pending_session = NULL,
                last_step = \(step)
            WHERE person = \(person)
            """)
    }

    /// Uses up `step`; false when it, or a later one, was used before, even by a request of the same moment.
    static func use(step: Int64, of person: PersonID, in tx: any WriteTransaction) throws -> Bool {
        try tx.run(
            "UPDATE sign_in_account SET last_step = \(step) WHERE person = \(person) AND last_step < \(step)") == 1
    }

    static func replace(recoveryCodes: [[UInt8]], of person: PersonID, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM sign_in_recovery_code WHERE person = \(person)")
        for code in recoveryCodes {
            try tx.run("INSERT INTO sign_in_recovery_code (person, code) VALUES (\(person), \(code))")
        }
    }

    /// Uses up a recovery code; false when there is no such code any more.
    static func use(recoveryCode: [UInt8], of person: PersonID, in tx: any WriteTransaction) throws -> Bool {
        try tx.run("DELETE FROM sign_in_recovery_code WHERE person = \(person) AND code = \(recoveryCode)") == 1
    }

    static func countRecoveryCodes(of person: PersonID, in tx: any ReadTransaction) throws -> Int {
        try tx.get("SELECT count(*) FROM sign_in_recovery_code WHERE person = \(person)")
    }

    private static func account(_ row: Row) throws -> AccountRow {
        AccountRow(
            person: try row.get(0), name: try row.get(1),
            password: try row.find(2, as: String.self).map(PasswordHash.init(text:)), secondFactor: try row.find(3),
            pendingFactor: try row.find(4), lastStep: try row.get(5), pendingSession: try row.find(6),
            passwordUntil: try row.find(7), phoneDigest: try row.find(8), phoneSealed: try row.find(9))
    }
}
