package import Kernel
import Registry
package import Storage

extension Assembly {
    package static func listKnown(phone mark: String, in tx: any ReadTransaction) throws -> [KnownPerson] {
        try tx.rows("\(columns) WHERE p.phone_mark = \(mark) AND m.until IS NULL ORDER BY m.id LIMIT 3").map { row in
            let (person, organisation): (PersonID, OrganisationID) = (try row.get(0), try row.get(1))
            return KnownPerson(
                person: person, place: try row.get(2), name: try row.get(3), what: AssemblyText.aMember,
                path: "/organisations/\(organisation)/members/\(person)", identity: try row.find(4))
        }
    }

    package static func listOwn(of person: PersonID, on day: CivilDate, in tx: any ReadTransaction) throws -> [OwnThing]
    {
        guard let row = try tx.first("\(columns) WHERE m.id = \(person)") else { return [] }
        let (organisation, name): (OrganisationID, String) = (try row.get(1), try row.get(5))
        let household: HouseholdID = try row.get(6)
        let shares = try MemberQueries.lines(of: organisation, household: household, in: tx)
            .filter { $0.member.isMember(on: day) }.reduce(0) { $0 + $1.member.shares }
        return [
            OwnThing(
                AssemblyText.aMember, AssemblyText.memberStanding(hundredths: shares, name),
                path: "/organisations/\(organisation)/members/\(person)")
        ]
    }

    private static let columns: SQL = """
        SELECT m.id, m.organisation, o.division, m.display_name, p.identity_mark, o.name, m.household
        FROM assembly_member m JOIN organisation o ON o.id = m.organisation
            LEFT JOIN assembly_person p ON p.member = m.id
        """
}
