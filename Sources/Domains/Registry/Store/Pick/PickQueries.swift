package import Kernel
package import Storage

/// One of the things somebody may choose from: its identifier and what people call it.
package struct Pick: Sendable, Hashable {
    package let id: String
    package let label: String

    package init(_ id: String, _ label: String) {
        self.id = id
        self.label = label
    }
}

/// What an identifier names, found by the words people know it by. The type of an identifier field is its source: a form
/// that asks for a `PartyID` finds parties (decision record 0270).
package protocol Picked {
    /// At most `limit` things within `place`; to no words all of them, otherwise those that all words fit.
    static func list(_ words: String, within place: DivisionID, limit: Int, in tx: any ReadTransaction) throws -> [Pick]
    /// What carries the identifier, if it lies within `place`.
    static func find(_ id: String, within place: DivisionID, in tx: any ReadTransaction) throws -> Pick?
}

enum PickQueries {
    /// Rows `(id, parts of the label …)` of a query that ends in a condition on the place's path.
    ///
    /// `columns` are what the words may be in; each word in any of them.
    static func rows(
        _ kind: any RowPicked.Type, _ words: String, within place: DivisionID, limit: Int, id: String? = nil,
        in tx: any ReadTransaction
    ) throws -> [Row] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        var conditions: [SQL] = ["d.id IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))"]
        if path == "/" { conditions = [] }
        if let condition = kind.condition { conditions.append(condition) }
        if let id { conditions.append("\(kind.key) = \(id)") }
        for word in words.split(whereSeparator: \.isWhitespace).prefix(5) {
            let pattern = "%" + escaped(String(word).lowercased()) + "%"
            let any = kind.columns.map { "lower(\($0)) LIKE \(pattern) ESCAPE '!'" as SQL }
            conditions.append("(\(SQL.joined(any, by: " OR ")))")
        }
        let condition: SQL = conditions.isEmpty ? "1 = 1" : SQL.joined(conditions, by: " AND ")
        // Without words the first by key say whether all fit a list: that takes an index, however many there are.
        let order = words.isEmpty ? kind.key : kind.order
        return try tx.rows("\(kind.select) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)")
    }

    private static func escaped(_ word: String) -> String {
        word.reduce(into: "") { text, character in
            if "%_!".contains(character) { text.append("!") }
            text.append(character)
        }
    }
}

/// A kind of thing that is found by rows of one query; what differs is the query.
protocol RowPicked: Picked {
    static var select: SQL { get }
    /// Besides the place; nil where all of the kind may be chosen.
    static var condition: SQL? { get }
    static var columns: [SQL] { get }
    static var key: SQL { get }
    static var order: SQL { get }
    static func pick(_ row: Row) throws -> Pick
}

extension RowPicked {
    static var condition: SQL? { nil }

    package static func list(_ words: String, within place: DivisionID, limit: Int, in tx: any ReadTransaction) throws
        -> [Pick]
    {
        let picks = try PickQueries.rows(self, words, within: place, limit: limit, in: tx).map(pick)
        return words.isEmpty ? picks.sorted { $0.label < $1.label } : picks
    }

    package static func find(_ id: String, within place: DivisionID, in tx: any ReadTransaction) throws -> Pick? {
        try PickQueries.rows(self, "", within: place, limit: 1, id: id, in: tx).first.map(pick)
    }
}

extension PartyName: RowPicked {
    static var select: SQL {
        "SELECT p.id, p.display_name, \(DivisionQueries.called("d.id")) FROM party p JOIN division d ON d.id = p.division"
    }
    static var columns: [SQL] { ["p.display_name", "d.name", "p.id"] }
    static var key: SQL { "p.id" }
    static var order: SQL { "d.name, p.display_name, p.id" }
    /// Persons' names are covered, so two may look alike: the number tells them apart.
    static func pick(_ row: Row) throws -> Pick {
        Pick(try row.get(0), "\(try row.get(1) as String) · \(try row.get(2) as String) · \(try row.get(0) as String)")
    }
}

/// Parties with a name of a person, which can be erased.
package enum NaturalParty: RowPicked {
    static var select: SQL { PartyName.select }
    static var condition: SQL? { "p.kind IN ('person', 'household') AND p.is_erased = 0" }
    static var columns: [SQL] { PartyName.columns }
    static var key: SQL { PartyName.key }
    static var order: SQL { PartyName.order }
    static func pick(_ row: Row) throws -> Pick { try PartyName.pick(row) }
}

extension OrganisationName: RowPicked {
    static var select: SQL {
        "SELECT o.id, o.name, d.name FROM organisation o JOIN division d ON d.id = o.division"
    }
    static var columns: [SQL] { ["o.name", "d.name"] }
    static var key: SQL { "o.id" }
    static var order: SQL { "o.division, o.kind, o.id" }
    static func pick(_ row: Row) throws -> Pick { Pick(try row.get(0), try row.get(1)) }
}

extension AssetName: RowPicked {
    static var select: SQL {
        "SELECT a.id, a.name, \(DivisionQueries.called("d.id")) FROM asset a JOIN division d ON d.id = a.division"
    }
    static var condition: SQL? { AssetStatus.standing }
    static var columns: [SQL] { ["a.name", "d.name"] }
    static var key: SQL { "a.id" }
    static var order: SQL { "d.name, a.name, a.id" }
    static func pick(_ row: Row) throws -> Pick {
        Pick(try row.get(0), "\(try row.get(1) as String) · \(try row.get(2) as String)")
    }
}

/// A resolution that nothing has used, by its day and body.
package enum FreeResolution: RowPicked {
    static var select: SQL {
        """
        SELECT r.id, r.resolved_on, o.name FROM resolution r JOIN organisation o ON o.id = r.organisation
            JOIN division d ON d.id = o.division
        """
    }
    static var condition: SQL? { "r.used_by IS NULL" }
    static var columns: [SQL] { ["o.name", "d.name", "r.id", "r.resolved_on"] }
    static var key: SQL { "r.id" }
    static var order: SQL { "r.resolved_on DESC, r.id" }
    static func pick(_ row: Row) throws -> Pick {
        Pick(
            try row.get(0), "\(try row.get(1) as String) · \(try row.get(2) as String) · \(try row.get(0) as String)")
    }
}

/// An open account of somebody who acts for themselves: a bidder, a villager.
package enum PrivateAccount: RowPicked {
    static var select: SQL { OfficeName.select }
    static var condition: SQL? { "f.role IN ('bidder', 'villager') AND f.is_open = 1" }
    static var columns: [SQL] { OfficeName.columns }
    static var key: SQL { OfficeName.key }
    static var order: SQL { OfficeName.order }
    static func pick(_ row: Row) throws -> Pick { try OfficeName.pick(row) }
}

/// An open desk of an officer.
package enum StaffDesk: RowPicked {
    static var select: SQL { OfficeName.select }
    static var condition: SQL? { "f.role NOT IN ('bidder', 'villager', 'system') AND f.is_open = 1" }
    static var columns: [SQL] { OfficeName.columns }
    static var key: SQL { OfficeName.key }
    static var order: SQL { OfficeName.order }
    static func pick(_ row: Row) throws -> Pick { try OfficeName.pick(row) }
}

extension OfficeName: RowPicked {
    static var select: SQL {
        "SELECT f.id, f.title, \(DivisionQueries.called("d.id")) FROM office f LEFT JOIN division d ON d.id = f.division"
    }
    static var columns: [SQL] { ["f.title", "d.name", "f.id"] }
    static var key: SQL { "f.id" }
    static var order: SQL { "f.division, f.role, f.id" }
    static func pick(_ row: Row) throws -> Pick {
        let place: String? = try row.find(2)
        return Pick(
            try row.get(0),
            [try row.get(1), place ?? "", try row.get(0)].filter { !$0.isEmpty }.joined(separator: " · "))
    }
}

extension DivisionName: RowPicked {
    static var select: SQL {
        "SELECT d.id, d.name, u.name FROM division d LEFT JOIN division u ON u.id = d.parent"
    }
    static var columns: [SQL] { ["d.name", "u.name", "d.code"] }
    static var key: SQL { "d.id" }
    static var order: SQL { "d.closed IS NOT NULL, length(d.path), d.code" }
    static func pick(_ row: Row) throws -> Pick {
        let above: String? = try row.find(2)
        return Pick(try row.get(0), [above ?? "", try row.get(1)].filter { !$0.isEmpty }.joined(separator: " · "))
    }
}

extension OfficeQueries {
    /// The open desks that are responsible for `place`, its own and those above it, with one of `roles`.
    package static func listOver(_ place: DivisionID, roles: Set<Role>, in tx: any ReadTransaction) throws -> [Office] {
        let above = (try DivisionQueries.findPath(place, in: tx) ?? "/").split(separator: "/").map { String($0) }
        return try list(at: above + [place.text], in: tx).filter { roles.contains($0.role) }
    }
}
