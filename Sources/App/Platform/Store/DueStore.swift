import Kernel
import Storage

/// A command waiting for its hour.
struct WaitingCommand: Sendable {
    let at: Instant
    /// The entry it follows from, and its place among those of that entry.
    let entry: Int64
    let ordinal: Int
    let name: String
    let arguments: String
}

/// Commands the clock will give, the earliest first.
enum DueStore {
    static func save(_ waiting: WaitingCommand, in tx: any WriteTransaction) throws {
        try tx.append(
            [
                waiting.at.sqlValue, .integer(waiting.entry), .integer(Int64(waiting.ordinal)), .text(waiting.name),
                .text(waiting.arguments),
            ], to: "due_command")
    }

    static func findNext(in tx: any ReadTransaction) throws -> WaitingCommand? {
        let row = try tx.first(
            """
            SELECT due_at, entry, ordinal, command, arguments FROM due_command
            ORDER BY due_at, entry, ordinal LIMIT 1
            """)
        return try row.map {
            WaitingCommand(
                at: try $0.get(0), entry: try $0.get(1), ordinal: try $0.get(2), name: try $0.get(3),
                arguments: try $0.get(4))
        }
    }

    static func remove(_ waiting: WaitingCommand, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            DELETE FROM due_command
            WHERE due_at = \(waiting.at) AND entry = \(waiting.entry) AND ordinal = \(waiting.ordinal)
            """)
    }

    /// Only for a replay beside the store: what was due by `instant` has been given.
    static func removeAll(until instant: Instant, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM due_command WHERE due_at <= \(instant)")
    }
}
