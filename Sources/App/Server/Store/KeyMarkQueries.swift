import Storage

/// The mark of the one `sign-in.key` that this store of sign-ins goes with.
enum KeyMarkQueries {
    /// Nil in a store that no key was marked in yet.
    static func find(in tx: any ReadTransaction) throws -> [UInt8]? {
        try tx.find("SELECT mark FROM sign_in_key_mark")
    }

    /// Another secret is this store's from now on.
    static func replace(_ mark: [UInt8], in tx: any WriteTransaction) throws {
        try tx.run("UPDATE sign_in_key_mark SET mark = \(mark) WHERE id = 1")
    }

    /// Takes away what is kept as a digest under the secret, or sealed for an hour; says how many recovery codes that were.
    static func dropDigests(in tx: any WriteTransaction) throws -> Int {
        try tx.run("DELETE FROM sign_in_draft")
        try tx.run("DELETE FROM sign_in_phone_code")
        try tx.run("DELETE FROM sign_in_phone_change")
        try tx.run("DELETE FROM sign_in_slip")
        return try tx.run("DELETE FROM sign_in_recovery_code")
    }

    /// The first mark stays.
    static func keep(_ mark: [UInt8], in tx: any WriteTransaction) throws {
        try tx.run("INSERT INTO sign_in_key_mark (id, mark) VALUES (1, \(mark)) ON CONFLICT (id) DO NOTHING")
    }
}
