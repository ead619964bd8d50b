import EventLog
import Foundation
import Kernel
import Storage

/// The head row as stored.
struct StoredHead: Sendable, Hashable {
    let range: CompactRange
    let lastAt: Instant
    /// The signed note.
    let checkpoint: String
    /// How many answers are remembered; nil in a head written before this was counted.
    let answers: Int64?
    let seal: [UInt8]
}

/// All SQL on the log's tables.
enum LogStore {
    static func findHead(in tx: any ReadTransaction) throws -> StoredHead? {
        guard let row = try tx.first("SELECT compact, last_at, checkpoint, seal, answers FROM log_head WHERE id = 1")
        else {
            return nil
        }
        guard let range = CompactRange(serialized: try row.get(0)) else {
            throw InstallationRefusal(InstallationText.headUnreadable)
        }
        return StoredHead(
            range: range, lastAt: try row.get(1), checkpoint: try row.get(2), answers: try row.find(4),
            seal: try row.get(3))
    }

    static func insertHead(_ head: StoredHead, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO log_head (id, compact, last_at, checkpoint, seal, answers)
            VALUES (1, \(head.range.serialized), \(head.lastAt), \(head.checkpoint), \(head.seal), \(head.answers))
            """)
    }

    /// Moves the head from `old` to `new`; throws when somebody else moved it.
    static func moveHead(from old: StoredHead, to new: StoredHead, in tx: any WriteTransaction) throws {
        try tx.change(
            one: .either(
                sqlite: """
                    UPDATE log_head SET compact = \(new.range.serialized), last_at = \(new.lastAt),
                        checkpoint = \(new.checkpoint), seal = \(new.seal), answers = \(new.answers)
                    WHERE id = 1 AND compact = \(old.range.serialized) AND last_at = \(old.lastAt)
                    """,
                // The same, and whoever reads elsewhere is told with the commit.
                postgres: """
                    WITH moved AS (
                        UPDATE log_head SET compact = \(new.range.serialized), last_at = \(new.lastAt),
                            checkpoint = \(new.checkpoint), seal = \(new.seal), answers = \(new.answers)
                        WHERE id = 1 AND compact = \(old.range.serialized) AND last_at = \(old.lastAt)
                        RETURNING id
                    )
                    SELECT pg_notify('qianmo_head', current_schema()) FROM moved
                    """), otherwise: .unavailable("another writer moved the head of the log"))
    }

    static func append(_ index: Int64, stream: StreamID, leaf: [UInt8], in tx: any WriteTransaction) throws {
        try tx.append([.integer(index), .text(stream.description), .blob(leaf)], to: "log_entry")
    }

    static func save(_ tile: Tile, in tx: any WriteTransaction) throws {
        try tx.change(
            one: """
                INSERT INTO log_tile (level, tile, hashes) VALUES (\(tile.id.level), \(tile.id.index), \(tile.bytes))
                ON CONFLICT (level, tile) DO UPDATE SET hashes = excluded.hashes
                """, otherwise: .failed("tile \(tile.id.path) was not kept"))
    }

    static func saveDay(_ day: CivilDate, size: Int64, checkpoint: String, in tx: any WriteTransaction) throws {
        try tx.append([.text(day.description), .integer(size), .text(checkpoint)], to: "log_checkpoint")
    }

    static func leaf(_ index: Int64, in tx: any ReadTransaction) throws -> [UInt8]? {
        try tx.find("SELECT leaf FROM log_entry WHERE entry = \(index)")
    }

    /// Leaves from `first` up to, not including, `end`, in order; row by row.
    static func each(
        from first: Int64, to end: Int64, in tx: any ReadTransaction,
        _ body: (_ index: Int64, _ stream: String, _ leaf: [UInt8]) throws -> Void
    ) throws {
        try tx.each(
            "SELECT entry, stream, leaf FROM log_entry WHERE entry >= \(first) AND entry < \(end) ORDER BY entry"
        ) { try body($0.integer(0), $0.text(1), $0.blob(2)) }
    }

    /// The leaves of one stream, in order.
    static func each(
        of stream: StreamID, in tx: any ReadTransaction, _ body: (_ index: Int64, _ leaf: [UInt8]) throws -> Void
    ) throws {
        try tx.each("SELECT entry, leaf FROM log_entry WHERE stream = \(stream.description) ORDER BY entry") {
            try body($0.integer(0), $0.blob(1))
        }
    }

    /// Up to `limit` leaves of one stream before `end`, latest first.
    static func eachLatest(
        of stream: String, before end: Int64, limit: Int, in tx: any ReadTransaction,
        _ body: (_ index: Int64, _ leaf: [UInt8]) throws -> Void
    ) throws {
        try tx.each(
            """
            SELECT entry, leaf FROM log_entry WHERE stream = \(stream) AND entry < \(end)
            ORDER BY entry DESC LIMIT \(Int64(limit))
            """
        ) { try body($0.integer(0), $0.blob(1)) }
    }

    /// The first leaf at or after `index`.
    static func firstEntry(from index: Int64, in tx: any ReadTransaction) throws -> Int64? {
        try tx.find("SELECT MIN(entry) FROM log_entry WHERE entry >= \(index) OR entry < 0")
    }

    static func findTile(level: Int, index: Int64, in tx: any ReadTransaction) throws -> [UInt8]? {
        try tx.find("SELECT hashes FROM log_tile WHERE level = \(level) AND tile = \(index)")
    }

    /// Rows of the head's table: one, and no more.
    static func countHeads(in tx: any ReadTransaction) throws -> Int64 {
        try tx.get("SELECT COUNT(*) FROM log_head")
    }

    static func countTiles(in tx: any ReadTransaction) throws -> Int64 {
        try tx.get("SELECT COUNT(*) FROM log_tile")
    }

    static func listDays(in tx: any ReadTransaction) throws -> [(day: String, size: Int64, checkpoint: String)] {
        try tx.rows("SELECT day, size, checkpoint FROM log_checkpoint ORDER BY day")
            .map { (try $0.get(0), try $0.get(1), try $0.get(2)) }
    }
}

/// The tiles in the store's table, as the tree reads them.
struct StoredTiles: TileSource {
    let tx: any ReadTransaction

    func hashes(of tile: TileID) throws -> [Hash] {
        guard let bytes = try LogStore.findTile(level: tile.level, index: tile.index, in: tx) else {
            throw LogFault.missingFile(path: tile.path)
        }
        guard let hashes = Tile.hashes(of: bytes), hashes.count >= tile.width else {
            throw LogFault.malformedTile(path: tile.path)
        }
        return Array(hashes.prefix(tile.width))
    }
}
