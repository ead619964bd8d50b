import GRDB
import Glibc
import Synchronization

/// Makes the write-ahead log as long as it will become, once a process has shown that it writes often.
///
/// A flush over bytes that are there takes two thirds of the time of one that makes the file longer (record 0162). SQLite
/// writes the log from its beginning again after each checkpoint, so the room is needed once.
final class LogRoom: Sendable {
    /// Of the store.
    private let path: String
    private let transactions = Atomic(0)
    /// After so many transactions: a command line that writes once or twice never pays for the room.
    private static let enough = 64
    /// Somewhat more than the log holds between two checkpoints, `PRAGMA wal_autocheckpoint`.
    private static let bytes = 17_000_000
    /// A disk with less than this to spare keeps it for what people write.
    private static let spare = 64 * bytes

    init(besides path: String) {
        self.path = path
    }

    /// To be called before each transaction, on the writing connection.
    func count(_ connection: GRDB.Database) {
        guard transactions.add(1, ordering: .relaxed).newValue == LogRoom.enough, isWorthIt else { return }
        let before = try? Int.fetchOne(connection, sql: "PRAGMA cache_size")
        do {
            // More than the cache holds is written to the log before the commit, which then never comes.
            try connection.execute(sql: "PRAGMA cache_size = -1000")
            try connection.execute(
                sql: """
                    BEGIN IMMEDIATE;
                    CREATE TABLE log_room (bytes BLOB NOT NULL) STRICT;
                    INSERT INTO log_room VALUES (zeroblob(\(LogRoom.bytes)));
                    ROLLBACK
                    """)
        } catch {
            // Without the room everything goes on as before, only slower.
            if connection.isInsideTransaction { try? connection.execute(sql: "ROLLBACK") }
        }
        if let before { try? connection.execute(sql: "PRAGMA cache_size = \(before)") }
    }

    private var isWorthIt: Bool {
        var disk = statvfs()
        return statvfs(path, &disk) == 0 && disk.f_bavail > UInt(LogRoom.spare) / disk.f_frsize
    }
}
