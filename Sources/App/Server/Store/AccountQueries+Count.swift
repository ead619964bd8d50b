import Storage

extension AccountQueries {
    static func count(in tx: any ReadTransaction) throws -> Int64 { try tx.get("SELECT count(*) FROM sign_in_account") }
}
