import EventLog
import Kernel
import Storage

/// The epochs the log began anew after a loss, and the changes of the key that signs it, one row each.
enum EpochStore {
    static let tables = [ProjectedTable("log_epoch", key: ["entry"]), ProjectedTable("log_signer", key: ["entry"])]

    static let migrations = [
        Migration(
            "log-001",
            [
                """
                CREATE TABLE log_epoch (
                    entry INTEGER NOT NULL PRIMARY KEY,
                    opened_at INTEGER NOT NULL,
                    reason TEXT NOT NULL,
                    signed_entries INTEGER NOT NULL CHECK (signed_entries >= 0),
                    signed_root TEXT NOT NULL
                ) STRICT
                """
            ]),
        Migration(
            "log-002-signers",
            [
                """
                CREATE TABLE log_signer (
                    entry INTEGER NOT NULL PRIMARY KEY,
                    changed_at INTEGER NOT NULL,
                    former TEXT NOT NULL,
                    handover TEXT NOT NULL
                ) STRICT
                """
            ]),
    ]

    static func save(_ event: SignerChanged, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.append(
            [.integer(entry.index), entry.at.sqlValue, .text(event.former), .text(event.handover.text)],
            to: "log_signer")
    }

    /// The keys that signed before the present one, the newest first.
    static func listFormer(in tx: any ReadTransaction) throws -> [LogKeys.Former] {
        try listSigners(in: tx).reversed().map { row in
            LogKeys.Former(
                try VerifierKey(row.former), size: try Handover(parsing: Array(row.handover.utf8)).checkpoint.size)
        }
    }

    /// Each change of the key, oldest first; none in a house without this book.
    static func listSigners(in tx: any ReadTransaction) throws -> [(entry: Int64, former: String, handover: String)] {
        guard try StoreCopy.tables(in: tx).contains("log_signer") else { return [] }
        return try tx.rows("SELECT entry, former, handover FROM log_signer ORDER BY entry").map {
            (try $0.get(0), try $0.get(1), try $0.get(2))
        }
    }

    static func save(_ event: EpochOpened, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.append(
            [
                .integer(entry.index), entry.at.sqlValue, .text(event.reason), .integer(event.signedEntries),
                .text(event.signedRoot),
            ], to: "log_epoch")
    }
}
