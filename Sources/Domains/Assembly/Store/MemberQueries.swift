import Kernel
package import Registry
package import Storage

/// A line of the roll as an office may see it.
struct MemberLine: Sendable {
    let member: Member
    let displayName: String
    let ground: MembershipGround
}

package enum MemberQueries {
    /// Everybody who ever was on the roll of the collective, by household.
    package static func list(of organisation: OrganisationID, in tx: any ReadTransaction) throws -> [Member] {
        try lines(of: organisation, in: tx).map(\.member)
    }

    static func lines(of organisation: OrganisationID, in tx: any ReadTransaction) throws -> [MemberLine] {
        try tx.rows(
            """
            SELECT id, household, sex, born, since, until, capacity, shares, display_name, ground
            FROM assembly_member WHERE organisation = \(organisation) ORDER BY household, id
            """
        ).map { row in
            MemberLine(
                member: Member(
                    id: try row.get(0), organisation: organisation, household: try row.get(1), sex: try row.find(2),
                    birth: try row.find(3), since: try row.get(4), until: try row.find(5), capacity: try row.get(6),
                    shares: try row.get(7)), displayName: try row.get(8), ground: try row.get(9))
        }
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
}
