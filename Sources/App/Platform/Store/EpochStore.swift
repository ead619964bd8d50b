import Kernel
import Storage

/// The epochs the log began anew after a loss, one row each.
enum EpochStore {
    static let tables = [ProjectedTable("log_epoch", key: ["entry"])]

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
            ])
    ]

    static func save(_ event: EpochOpened, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.append(
            [
                .integer(entry.index), entry.at.sqlValue, .text(event.reason), .integer(event.signedEntries),
                .text(event.signedRoot),
            ], to: "log_epoch")
    }
}
