package import Kernel
import Storage

/// An act of the clock that was not carried out at its hour, and why (decision record 0194).
package struct ActSetAside: Sendable, Hashable {
    package enum Reason: String, Sendable, CaseIterable {
        /// The program ended in the middle of it: a trap, or somebody killed it.
        case interrupted
        /// A rule refused it, or something that follows from it.
        case refused
        /// The store refused it (decision record 0185).
        case failed
    }

    /// The entry it follows from, and its place among what follows from that entry.
    package let entry: Int64
    package let ordinal: Int
    /// With the module's prefix: `exchange.confirmAward`.
    package let command: String
    /// When it was to be given.
    package let dueAt: Instant
    /// Since when it is set aside.
    package let since: Instant
    package let reason: Reason
    /// Of the rejection, where a rule refused it.
    package let number: Int?
    /// Whether it is tried again by itself; otherwise only when the administrator says so.
    package let goesOnByItself: Bool

    var place: WaitingCommand.Place { WaitingCommand.Place(entry: entry, ordinal: ordinal) }

    init(
        _ waiting: WaitingCommand, since: Instant, _ reason: Reason, number: Int? = nil, goesOnByItself: Bool = false
    ) {
        entry = waiting.entry
        ordinal = waiting.ordinal
        command = waiting.name
        dueAt = waiting.at
        self.since = since
        self.reason = reason
        self.number = number
        self.goesOnByItself = goesOnByItself
    }

    fileprivate init(_ row: Row) throws {
        entry = try row.get(0)
        ordinal = try row.get(1)
        command = try row.get(2)
        dueAt = try row.get(3)
        since = try row.get(4)
        guard let reason = Reason(rawValue: try row.get(5)) else { throw StorageError.failed("unreadable reason") }
        self.reason = reason
        number = try row.find(6, as: Int64.self).map { Int($0) }
        goesOnByItself = try row.get(7, as: Int64.self) == 1
    }
}

/// What the clock was to give and has not. Stands beside `due_command`, which keeps the act itself: as no leaf tells of it,
/// every row bears a seal.
struct ActStore {
    let keys: InstallationKeys

    /// Replaces what stood there of the same act.
    func save(_ act: ActSetAside, in tx: any WriteTransaction) throws {
        try remove(act.place, in: tx)
        try tx.run(
            """
            INSERT INTO act_set_aside
                (entry, ordinal, command, due_at, since, reason, number, goes_on, seal)
            VALUES (\(act.entry), \(act.ordinal), \(act.command), \(act.dueAt), \(act.since), \(act.reason.rawValue),
                \(act.number.map { Int64($0) }), \(act.goesOnByItself ? 1 : 0), \(seal(act)))
            """)
    }

    func remove(_ place: WaitingCommand.Place, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM act_set_aside WHERE entry = \(place.entry) AND ordinal = \(place.ordinal)")
    }

    /// The longest due first.
    static func list(in tx: any ReadTransaction) throws -> [ActSetAside] {
        try tx.rows(
            """
            SELECT entry, ordinal, command, due_at, since, reason, number, goes_on FROM act_set_aside
            ORDER BY due_at, entry, ordinal
            """
        ).map(ActSetAside.init)
    }

    /// Every overdue act is named here, with a seal that holds, and nothing else is.
    func firstFinding(head: StoredHead, in tx: any ReadTransaction) throws -> Finding? {
        for row in try tx.rows(
            """
            SELECT a.entry, a.ordinal, a.command, a.due_at, a.since, a.reason, a.number, a.goes_on, a.seal, d.command
            FROM act_set_aside a LEFT JOIN due_command d
                ON d.entry = a.entry AND d.ordinal = a.ordinal AND d.due_at = a.due_at
            ORDER BY a.entry, a.ordinal
            """)
        {
            let key = "\(try row.get(0, as: Int64.self)),\(try row.get(1, as: Int64.self))"
            guard let act = try? ActSetAside(row), seal(act) == (try row.get(8)) else {
                return Finding("act_set_aside", key: key, column: "seal", .changed)
            }
            guard act.command == (try row.find(9)) else { return Finding("act_set_aside", key: key, .surplus) }
        }
        let unnamed = try tx.first(
            """
            SELECT entry, ordinal FROM due_command WHERE due_at <= \(head.lastAt) AND NOT EXISTS (
                SELECT 1 FROM act_set_aside a WHERE a.entry = due_command.entry AND a.ordinal = due_command.ordinal)
            ORDER BY due_at, entry, ordinal LIMIT 1
            """)
        return try unnamed.map {
            Finding(
                "act_set_aside", key: "\(try $0.get(0, as: Int64.self)),\(try $0.get(1, as: Int64.self))", .missing)
        }
    }

    /// Seals every act anew.
    func sealAgain(in tx: any WriteTransaction) throws {
        for act in try ActStore.list(in: tx) {
            try tx.run(
                """
                UPDATE act_set_aside SET seal = \(seal(act)) WHERE entry = \(act.entry) AND ordinal = \(act.ordinal)
                """)
        }
    }

    private func seal(_ act: ActSetAside) -> [UInt8] {
        let words = [
            "\(act.entry)", "\(act.ordinal)", act.command, "\(act.dueAt.milliseconds)", "\(act.since.milliseconds)",
            act.reason.rawValue, act.number.map { "\($0)" } ?? "", act.goesOnByItself ? "1" : "0",
        ]
        return keys.seal("act_set_aside", words.map { Array($0.utf8) })
    }
}
