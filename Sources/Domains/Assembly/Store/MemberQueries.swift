import Kernel
package import Registry
package import Storage

/// A line of the roll as an office may see it.
struct MemberLine: Sendable {
    let member: Member
    /// With all but the first sign covered, for whoever is not a desk of the roll.
    let displayName: String
    /// Whole, for the desks of the roll; nil where it was destroyed, or entered by a program of before (`qianmo mend`).
    let name: String?
    let ground: MembershipGround
    let hasIdentity: Bool
    let hasPhone: Bool

    var isErased: Bool { displayName == AssemblyText.erased }
}

/// The households of a roll and what people call them: by the name of who stands first.
struct HouseholdNames: Sendable {
    private let names: [HouseholdID: Message]

    /// `people` by household, who stands first at the head; of whom membership ended the household is called only where
    /// nobody else is left.
    init(_ people: [(household: HouseholdID, name: String, isOver: Bool)]) {
        let sizes = Dictionary(grouping: people.filter { !$0.isOver }, by: \.household).mapValues(\.count)
        let first = Dictionary(
            (people.filter { !$0.isOver } + people.filter(\.isOver)).map { ($0.household, $0.name) },
            uniquingKeysWith: { first, _ in first })
        names = Dictionary(
            uniqueKeysWithValues: first.map { household, name in
                (household, AssemblyText.household(of: name, sizes[household] ?? 0))
            })
    }

    /// Those of a meeting's roll.
    init(_ voters: [VoterLine]) { self.init(voters.map { ($0.household, $0.name, false) }) }

    init(_ lines: [MemberLine], shownToKeeper isKeeper: Bool) {
        self.init(lines.map { ($0.member.household, $0.shown(to: isKeeper), $0.member.until != nil) })
    }

    subscript(household: HouseholdID) -> Message { names[household] ?? Message(zh: household.text, en: household.text) }
}

package enum MemberQueries {
    /// Everybody who ever was on the roll of the collective, by household.
    package static func list(of organisation: OrganisationID, in tx: any ReadTransaction) throws -> [Member] {
        try tx.rows(
            """
            SELECT \(columns) FROM assembly_member m WHERE m.organisation = \(organisation)
            ORDER BY m.household, m.id
            """
        ).map { try read($0, of: organisation) }
    }

    /// The same with names, for the offices that may see them.
    static func lines(of organisation: OrganisationID, in tx: any ReadTransaction) throws -> [MemberLine] {
        try tx.rows("\(named) WHERE m.organisation = \(organisation) ORDER BY m.household, m.id").map {
            try readLine($0, of: organisation)
        }
    }

    /// Everybody who ever was of one household of the roll.
    static func lines(of organisation: OrganisationID, household: HouseholdID, in tx: any ReadTransaction) throws
        -> [MemberLine]
    {
        try tx.rows("\(named) WHERE m.organisation = \(organisation) AND m.household = \(household) ORDER BY m.id").map
        {
            try readLine($0, of: organisation)
        }
    }

    static func findLine(_ member: MemberID, on organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> MemberLine?
    {
        try tx.first("\(named) WHERE m.id = \(member) AND m.organisation = \(organisation)").map {
            try readLine($0, of: organisation)
        }
    }

    /// The roll on which somebody with the number stands without an end; `member` itself is passed over.
    static func findStanding(
        _ number: IdentityNumber?, _ context: Context, but member: MemberID?, in tx: any ReadTransaction
    ) throws -> Organisation? {
        guard let number else { return nil }
        let found: OrganisationID? = try tx.find(
            """
            SELECT m.organisation FROM assembly_person p JOIN assembly_member m ON m.id = p.member
            WHERE p.identity_mark = \(context.marks.of(number)) AND m.until IS NULL AND m.id <> \(member?.text ?? "")
            ORDER BY m.id LIMIT 1
            """)
        return try found.flatMap { try OrganisationQueries.find($0, in: tx) }
    }

    /// Where a member of this roll belongs; nil for one of another.
    static func findPlace(of member: MemberID, on organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> DivisionID?
    {
        try tx.find(
            """
            SELECT o.division FROM assembly_member m JOIN organisation o ON o.id = m.organisation
            WHERE m.id = \(member) AND m.organisation = \(organisation)
            """)
    }

    static func findPlace(of member: Member?, in tx: any ReadTransaction) throws -> DivisionID? {
        try member.flatMap { try OrganisationQueries.find($0.organisation, in: tx)?.division }
    }

    private static let columns: SQL =
        "m.id, m.household, m.sex, m.born, m.since, m.until, m.capacity, m.shares"
    private static let named: SQL = """
        SELECT \(columns), m.display_name, m.ground, p.name, p.identity_mark IS NOT NULL, p.phone_mark IS NOT NULL
        FROM assembly_member m LEFT JOIN assembly_person p ON p.member = m.id
        """

    private static func read(_ row: Row, of organisation: OrganisationID) throws -> Member {
        Member(
            id: try row.get(0), organisation: organisation, household: try row.get(1), sex: try row.find(2),
            birth: try row.find(3), since: try row.get(4), until: try row.find(5), capacity: try row.get(6),
            shares: try row.get(7))
    }

    private static func readLine(_ row: Row, of organisation: OrganisationID) throws -> MemberLine {
        MemberLine(
            member: try read(row, of: organisation), displayName: try row.get(8), name: try row.find(10),
            ground: try row.get(9), hasIdentity: try row.get(11), hasPhone: try row.get(12))
    }
}
