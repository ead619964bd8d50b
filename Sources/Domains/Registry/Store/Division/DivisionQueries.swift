package import Kernel
package import Storage

/// A place found by name, with the way to it, because names repeat (2,780 names for 3,278 villages of Changzhi).
package struct DivisionMatch: Sendable, Hashable {
    package let division: Division
    /// From the province down to the parent.
    package let ancestors: [Division]
}

/// Looking up places.
package enum DivisionQueries {
    package static func find(_ id: DivisionID, in tx: any ReadTransaction) throws -> Division? {
        try one("\(columns) WHERE id = \(id)", tx)
    }

    /// Whether `division` is `ancestor` or lies below it. Everything lies within the root; an unknown place only there.
    package static func isWithin(_ division: DivisionID, of ancestor: DivisionID, in tx: any ReadTransaction) throws
        -> Bool
    {
        if ancestor == .root || division == ancestor { return true }
        guard let path: String = try tx.find("SELECT path FROM division WHERE id = \(division)") else { return false }
        return path.contains("/\(ancestor)/")
    }

    /// The path of a place, for callers who keep it: within another exactly when it begins with the other's path.
    package static func findPath(_ id: DivisionID, in tx: any ReadTransaction) throws -> String? {
        if id == .root { return "/" }
        return try tx.find("SELECT path FROM division WHERE id = \(id)")
    }

    /// The place that carries or once carried `code`, in either system; where it was closed into another, that other.
    /// With a day: the place that carried the code then, as it stands now.
    package static func find(
        code: DivisionCode, system: CodeSystem? = nil, on day: CivilDate? = nil, in tx: any ReadTransaction
    ) throws -> Division? {
        var conditions: [SQL] = ["code = \(code)"]
        if let system { conditions.append("code_system = \(system)") }
        if let day { conditions.append("valid_from <= \(day) AND (valid_to IS NULL OR valid_to > \(day))") }
        let id: DivisionID? = try tx.find(
            """
            SELECT division FROM division_code WHERE \(SQL.joined(conditions, by: " AND "))
            ORDER BY (valid_to IS NULL) DESC, valid_from DESC, code_system DESC, division LIMIT 1
            """)
        return try id.flatMap { try findSuccessor(of: $0, in: tx) }
    }

    /// The place itself while it is open, otherwise what it became; the closed place where nobody succeeded it.
    package static func findSuccessor(of id: DivisionID, in tx: any ReadTransaction) throws -> Division? {
        var place = try find(id, in: tx)
        var steps = 0
        while let closed = place, closed.closed != nil, let next = closed.successor, steps < 20 {
            place = try find(next, in: tx)
            steps += 1
        }
        return place
    }

    /// The open places directly below `parent`, by code; the provinces for the root.
    package static func listChildren(of parent: DivisionID, in tx: any ReadTransaction) throws -> [Division] {
        let condition: SQL = parent == .root ? "parent IS NULL" : "parent = \(parent)"
        return try many("\(columns) WHERE \(condition) AND closed IS NULL ORDER BY code", tx)
    }

    /// Closed places that lay directly below `parent`.
    package static func listClosedChildren(of parent: DivisionID, in tx: any ReadTransaction) throws -> [Division] {
        try many("\(columns) WHERE parent = \(parent) AND closed IS NOT NULL ORDER BY code", tx)
    }

    /// From the province down to the place itself.
    package static func listPath(to division: Division, in tx: any ReadTransaction) throws -> [Division] {
        let ids = division.path.split(separator: "/").map { String($0) }
        return try many("\(columns) WHERE id IN \(list: ids) ORDER BY length(path)", tx)
    }

    /// The county a place lies in, or is; nil above counties.
    package static func findCounty(of division: Division, in tx: any ReadTransaction) throws -> Division? {
        try listPath(to: division, in: tx).first { $0.level == .county }
    }

    /// Open places of `level` within `ancestor`, by code.
    package static func list(
        _ level: DivisionLevel, within ancestor: DivisionID, limit: Int = 1_000, in tx: any ReadTransaction
    ) throws -> [Division] {
        guard let path = try findPath(ancestor, in: tx) else { return [] }
        return try many(
            """
            \(columns) WHERE \(within(path)) AND level = \(level) AND closed IS NULL ORDER BY code LIMIT \(limit)
            """, tx)
    }

    /// How many open places of `level` lie within `ancestor`.
    package static func count(_ level: DivisionLevel, within ancestor: DivisionID, in tx: any ReadTransaction) throws
        -> Int
    {
        guard let path = try findPath(ancestor, in: tx) else { return 0 }
        return try tx.get(
            "SELECT count(*) FROM division WHERE \(within(path)) AND level = \(level) AND closed IS NULL")
    }

    /// Open places whose name contains `text`, shortest names first; with one character, names that begin with it.
    package static func search(_ text: String, limit: Int = 50, in tx: any ReadTransaction) throws -> [DivisionMatch] {
        let wanted = text.filter { !$0.isWhitespace }.lowercased()
        guard !wanted.isEmpty else { return [] }
        let found: [Division]
        if wanted.count == 1 {
            found = try many(
                """
                \(columns) WHERE name >= \(wanted) AND name < \(wanted + "\u{10FFFF}") AND closed IS NULL
                ORDER BY length(name), code LIMIT \(limit)
                """, tx)
        } else {
            let grams = DivisionQueries.grams(wanted)
            let matches: SQL = """
                SELECT division FROM division_gram WHERE gram IN \(list: grams)
                GROUP BY division HAVING count(*) = \(grams.count)
                """
            found = try many(
                "\(columns) WHERE id IN (\(matches)) AND closed IS NULL ORDER BY length(name), code", tx
            ).filter { $0.name.lowercased().contains(wanted) }
        }
        return try found.prefix(limit).map { place in
            DivisionMatch(division: place, ancestors: try listPath(to: place, in: tx).filter { $0.id != place.id })
        }
    }

    /// Every code a place ever had, oldest first.
    package static func listCodes(of id: DivisionID, in tx: any ReadTransaction) throws -> [DatedCode] {
        try tx.rows(
            """
            SELECT code_system, code, valid_from, valid_to FROM division_code WHERE division = \(id)
            ORDER BY valid_from, code_system
            """
        ).map { row in
            DatedCode(system: try row.get(0), code: try row.get(1), from: try row.get(2), to: try row.find(3))
        }
    }

    /// The condition for rows whose place (a column `path` of a joined `division`) lies at or below `path`.
    package static func within(_ path: String) -> SQL {
        path == "/" ? "1 = 1" : "path >= \(path) AND path < \(String(path.dropLast()) + "0")"
    }

    /// What the place with the identifier `id` (an expression) is called among all others: its name, after its parent's
    /// where another open place has that name too.
    package static func called(_ id: SQL) -> SQL {
        """
        (SELECT CASE WHEN EXISTS (SELECT 1 FROM division same
                WHERE same.name = one.name AND same.id <> one.id AND same.closed IS NULL)
            THEN coalesce((SELECT above.name FROM division above WHERE above.id = one.parent), '') || one.name
            ELSE one.name END FROM division one WHERE one.id = \(id))
        """
    }

    /// What an open or closed place is called among all others.
    package static func findCalled(_ id: DivisionID, in tx: any ReadTransaction) throws -> String? {
        try tx.find("SELECT \(called("d.id")) FROM division d WHERE d.id = \(id)")
    }

    /// Pairs of neighbouring characters, each once.
    static func grams(_ text: String) -> [String] {
        let characters = Array(text)
        guard characters.count > 1 else { return [] }
        return Set((1..<characters.count).map { String(characters[($0 - 1)...$0]) }).sorted()
    }

    static let columns: SQL = """
        SELECT id, parent, path, level, kind, name, code, opened, closed, successor FROM division
        """

    private static func one(_ sql: SQL, _ tx: any ReadTransaction) throws -> Division? {
        try tx.first(sql).map(read)
    }

    private static func many(_ sql: SQL, _ tx: any ReadTransaction) throws -> [Division] {
        try tx.rows(sql).map(read)
    }

    private static func read(_ row: Row) throws -> Division {
        Division(
            id: try row.get(0), parent: try row.find(1), path: try row.get(2), level: try row.get(3),
            kind: try row.get(4), name: try row.get(5), code: try row.get(6), opened: try row.get(7),
            closed: try row.find(8), successor: try row.find(9))
    }
}

/// A code of a place and the days it was in force; `to` is the first day it no longer was.
package struct DatedCode: Sendable, Hashable {
    package let system: CodeSystem
    package let code: DivisionCode
    package let from: CivilDate
    package let to: CivilDate?
}
