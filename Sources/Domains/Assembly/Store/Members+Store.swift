package import Kernel
import Registry
package import Storage

extension AdmitMember {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(organisation: try OrganisationQueries.find(organisation, in: tx))
    }
}

extension EndMembership {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(place: try MemberQueries.findPlace(of: state.member, in: tx))
    }
}

extension EraseMember {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(place: try MemberQueries.findPlace(of: state.member, in: tx))
    }
}

extension MemberAdmitted {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // The name stays in the sealed side table; sex and birth are what the count of voters needs, until they are erased.
        let display = name?.content.map { AssemblyText.masked($0) } ?? AssemblyText.erased
        try tx.run(
            """
            INSERT INTO assembly_member
                (id, organisation, household, display_name, sex, born, since, until, ground, capacity, shares)
            VALUES (\(member), \(organisation), \(household), \(display), \(sex?.content), \(birth?.content),
                \(since), \(until), \(ground), \(capacity), \(shares))
            """)
    }
}

extension MembershipEnded {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE assembly_member SET until = \(until), end_ground = \(ground) WHERE id = \(member)")
    }
}

extension MemberErased {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let display = AssemblyText.erased
        try tx.run(
            "UPDATE assembly_member SET display_name = \(display), sex = NULL, born = NULL WHERE id = \(member)")
    }
}
