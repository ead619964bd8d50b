package import Kernel
package import Storage

/// Looking up desks and accounts.
package enum OfficeQueries {
    /// The office, closed ones too; `admin` always.
    package static func find(_ id: OfficeID, in tx: any ReadTransaction) throws -> Office? {
        if id == Office.administratorID { return Office.administrator }
        return try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// The first open office or account of a person.
    package static func findOpen(person: String, in tx: any ReadTransaction) throws -> Office? {
        try tx.first("\(columns) WHERE person = \(person) AND is_open = 1 ORDER BY id LIMIT 1").map(read)
    }

    /// Open offices within a place, the administrator's desk left out.
    package static func list(within ancestor: DivisionID = .root, in tx: any ReadTransaction) throws -> [Office] {
        if ancestor == .root { return try tx.rows("\(columns) WHERE is_open = 1 ORDER BY id").map(read) }
        guard let path = try DivisionQueries.findPath(ancestor, in: tx) else { return [] }
        return try tx.rows(
            """
            \(columns) WHERE is_open = 1 AND division IN (
                SELECT id FROM division WHERE \(DivisionQueries.within(path))) ORDER BY id
            """
        ).map(read)
    }

    /// Whether a person sits at an open desk that is responsible for `place`: the place's own, or one above it.
    package static func isOfficial(_ person: PersonID, over place: DivisionID, in tx: any ReadTransaction) throws
        -> Bool
    {
        let above = (try DivisionQueries.findPath(place, in: tx) ?? "/").split(separator: "/").map { String($0) }
        return try tx.find(
            """
            SELECT 1 FROM office WHERE person = \(person) AND is_open = 1 AND role NOT IN ('bidder', 'villager')
                AND division IN \(list: above + [place.text, DivisionID.root.text]) LIMIT 1
            """, as: Int64.self) != nil
    }

    /// What the desks named are called, closed ones too.
    package static func titles(of desks: [String], in tx: any ReadTransaction) throws -> [String: String] {
        let rows = try tx.rows(
            "SELECT id, title FROM office WHERE id IN \(list: desks.sorted()) ORDER BY id")
        return try rows.reduce(into: [:]) { titles, row in titles[try row.get(0)] = try row.get(1) }
    }

    /// The open offices of the places named.
    static func list(at places: [String], in tx: any ReadTransaction) throws -> [Office] {
        try tx.rows("\(columns) WHERE is_open = 1 AND division IN \(list: places) ORDER BY id").map(read)
    }

    private static let columns: SQL = "SELECT id, role, division, person, title, is_open FROM office"

    private static func read(_ row: Row) throws -> Office {
        Office(
            id: try row.get(0), role: try row.get(1), division: try row.get(2), person: try row.get(3),
            title: try row.get(4), isOpen: try row.get(5))
    }
}

/// Looking up bodies.
package enum OrganisationQueries {
    package static func find(_ id: OrganisationID, in tx: any ReadTransaction) throws -> Organisation? {
        try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// The bodies of the place itself.
    package static func list(of division: DivisionID, in tx: any ReadTransaction) throws -> [Organisation] {
        try tx.rows("\(columns) WHERE division = \(division) ORDER BY kind, id").map(read)
    }

    /// The collective that owns what the place has in common.
    package static func findCollective(of division: DivisionID, in tx: any ReadTransaction) throws -> Organisation? {
        try list(of: division, in: tx).first { $0.kind.isCollective }
    }

    /// The bodies of a place and of all below it.
    package static func list(within ancestor: DivisionID, limit: Int = 1_000, in tx: any ReadTransaction) throws
        -> [Organisation]
    {
        guard let path = try DivisionQueries.findPath(ancestor, in: tx) else { return [] }
        return try tx.rows(
            """
            \(columns) WHERE division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY division, kind, id LIMIT \(limit)
            """
        ).map(read)
    }

    private static let columns: SQL = "SELECT id, division, kind, name, credit_code FROM organisation"

    private static func read(_ row: Row) throws -> Organisation {
        Organisation(
            id: try row.get(0), division: try row.get(1), kind: try row.get(2), name: try row.get(3),
            creditCode: try row.find(4))
    }
}

/// Looking up parties, as anyone may see them.
package enum PartyQueries {
    package static func find(_ id: PartyID, in tx: any ReadTransaction) throws -> Party? {
        try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// A company's name, or a person's with all but the first character covered.
    package static func findDisplayName(_ id: PartyID, in tx: any ReadTransaction) throws -> String? {
        try tx.find("SELECT display_name FROM party WHERE id = \(id)")
    }

    /// Whether what was personal of the party has been destroyed.
    package static func isErased(_ id: PartyID, in tx: any ReadTransaction) throws -> Bool {
        let found: Int64? = try tx.find("SELECT is_erased FROM party WHERE id = \(id)")
        return found == 1
    }

    /// Parties within a place, newest identifiers last.
    package static func list(within ancestor: DivisionID, limit: Int = 500, in tx: any ReadTransaction) throws
        -> [Party]
    {
        guard let path = try DivisionQueries.findPath(ancestor, in: tx) else { return [] }
        return try tx.rows(
            """
            \(columns) WHERE division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY id LIMIT \(limit)
            """
        ).map(read)
    }

    private static let columns: SQL =
        "SELECT id, kind, display_name, credit_code, division, member_of FROM party"

    private static func read(_ row: Row) throws -> Party {
        Party(
            id: try row.get(0), kind: try row.get(1), displayName: try row.get(2), creditCode: try row.find(3),
            division: try row.get(4), memberOf: try row.find(5))
    }
}
