import Kernel
import Storage

/// The numbers of people who are new here: each belongs to the browser that asked for its code.
enum NewPhoneQueries {
    /// The sealed number, and when its code was right; nil where the browser asked for nobody new.
    static func find(_ visit: [UInt8], at now: Instant, in tx: any ReadTransaction) throws -> (
        sealed: [UInt8], provedAt: Instant?
    )? {
        try tx.first(
            """
            SELECT phone_sealed, proved_at FROM sign_in_phone_code
            WHERE visit = \(visit) AND phone_sealed IS NOT NULL AND expires_at >= \(now)
            """
        ).map { (sealed: try $0.get(0), provedAt: try $0.find(1)) }
    }

    /// Takes one try; true when `code` is right, and then nobody need type it again before `expiry`.
    static func prove(
        _ code: [UInt8], _ visit: [UInt8], at now: Instant, until expiry: Instant, in tx: any WriteTransaction
    ) throws -> Bool {
        let taken = try tx.run(
            """
            UPDATE sign_in_phone_code SET tries_left = tries_left - 1
            WHERE visit = \(visit) AND tries_left > 0 AND expires_at >= \(now) AND proved_at IS NULL
            """)
        guard taken == 1, let row = try tx.first("SELECT code FROM sign_in_phone_code WHERE visit = \(visit)"),
            Secrets.isEqual(try row.get(0), code)
        else { return false }
        try tx.run(
            """
            UPDATE sign_in_phone_code SET tries_left = 0, proved_at = \(now), expires_at = \(expiry)
            WHERE visit = \(visit)
            """)
        return true
    }

    static func delete(_ visit: [UInt8], in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM sign_in_phone_code WHERE visit = \(visit)")
    }
}
