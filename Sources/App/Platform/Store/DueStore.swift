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

    /// Which one it is: an entry, and its place among what follows from that entry.
    struct Place: Hashable, Sendable {
        let entry: Int64
        let ordinal: Int
    }

    var place: Place { Place(entry: entry, ordinal: ordinal) }
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

    /// The first `count`, the earliest first; what is set aside until somebody says so is not among them.
    static func list(_ count: Int, in tx: any ReadTransaction) throws -> [WaitingCommand] {
        try tx.rows(
            """
            SELECT due_at, entry, ordinal, command, arguments FROM due_command WHERE NOT EXISTS (
                SELECT 1 FROM act_set_aside a
                WHERE a.entry = due_command.entry AND a.ordinal = due_command.ordinal AND a.goes_on = 0)
            ORDER BY due_at, entry, ordinal LIMIT \(count)
            """
        ).map(read)
    }

    static func find(_ place: WaitingCommand.Place, in tx: any ReadTransaction) throws -> WaitingCommand? {
        try tx.first(
            """
            SELECT due_at, entry, ordinal, command, arguments FROM due_command
            WHERE entry = \(place.entry) AND ordinal = \(place.ordinal)
            """
        ).map(read)
    }

    static func count(in tx: any ReadTransaction) throws -> Int64 { try tx.get("SELECT COUNT(*) FROM due_command") }

    /// Those due by `instant`: the store refused them so far, and they are given again (decision record 0185).
    static func list(until instant: Instant, in tx: any ReadTransaction) throws -> [WaitingCommand] {
        try tx.rows(
            "SELECT due_at, entry, ordinal, command, arguments FROM due_command WHERE due_at <= \(instant)"
        ).map(read)
    }

    static func find(_ waiting: WaitingCommand, in tx: any ReadTransaction) throws -> WaitingCommand? {
        try tx.first(
            """
            SELECT due_at, entry, ordinal, command, arguments FROM due_command
            WHERE due_at = \(waiting.at) AND entry = \(waiting.entry) AND ordinal = \(waiting.ordinal)
            """
        ).map(read)
    }

    private static func read(_ row: Row) throws -> WaitingCommand {
        WaitingCommand(
            at: try row.get(0), entry: try row.get(1), ordinal: try row.get(2), name: try row.get(3),
            arguments: try row.get(4))
    }

    static func remove(_ waiting: WaitingCommand, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            DELETE FROM due_command
            WHERE due_at = \(waiting.at) AND entry = \(waiting.entry) AND ordinal = \(waiting.ordinal)
            """)
    }

    /// Only for a replay beside the store: what was due by `instant` has been given, except what the store still keeps.
    static func removeAll(until instant: Instant, except kept: [WaitingCommand], in tx: any WriteTransaction) throws {
        let left = try kept.compactMap { try find($0, in: tx) }
        try tx.run("DELETE FROM due_command WHERE due_at <= \(instant)")
        for waiting in left { try save(waiting, in: tx) }
    }
}
