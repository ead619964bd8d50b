import Storage

/// The mark of the one `sign-in.key` that this store of sign-ins goes with.
enum KeyMarkQueries {
    /// Nil in a store that no key was marked in yet.
    static func find(in tx: any ReadTransaction) throws -> [UInt8]? {
        try tx.find("SELECT mark FROM sign_in_key_mark")
    }

    /// The first mark stays.
    static func keep(_ mark: [UInt8], in tx: any WriteTransaction) throws {
        try tx.run("INSERT INTO sign_in_key_mark (id, mark) VALUES (1, \(mark)) ON CONFLICT (id) DO NOTHING")
    }
}
