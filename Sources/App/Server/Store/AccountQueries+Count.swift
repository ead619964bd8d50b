import Storage

extension AccountQueries {
    static func count(in tx: any ReadTransaction) throws -> Int64 { try tx.get("SELECT count(*) FROM sign_in_account") }

    /// One sealed value and what it is sealed for: enough to know whether a secret is the one of this store.
    static func findSealed(in tx: any ReadTransaction) throws -> (sealed: [UInt8], purpose: String)? {
        let row = try tx.first(
            """
            SELECT person, second_factor, phone_sealed FROM sign_in_account
            WHERE second_factor IS NOT NULL OR phone_sealed IS NOT NULL ORDER BY person LIMIT 1
            """)
        guard let row else { return nil }
        if let factor: [UInt8] = try row.find(1) { return (factor, SignInStore.factorPurpose(try row.get(0))) }
        return try row.find(2).map { ($0, "phone") }
    }
}
