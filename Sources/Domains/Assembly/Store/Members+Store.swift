package import Kernel
import Registry
package import Storage

extension AdmitMember {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            organisation: try OrganisationQueries.find(organisation, in: tx),
            standing: try MemberQueries.findStanding(identityNumber?.content, context, but: nil, in: tx))
    }
}

extension IdentifyMember {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            place: try MemberQueries.findPlace(of: state.member, in: tx),
            standing: try MemberQueries.findStanding(identityNumber?.content, context, but: member, in: tx))
    }
}

extension MoveMember {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let found: Int64? = try state.member.flatMap { known in
            try tx.find(
                """
                SELECT 1 FROM assembly_member WHERE organisation = \(known.organisation)
                    AND household = \(household?.text ?? "") LIMIT 1
                """)
        }
        return Facts(place: try MemberQueries.findPlace(of: state.member, in: tx), isHousehold: found != nil)
    }
}

extension MemberMoved {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE assembly_member SET household = \(household) WHERE id = \(member)")
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
        // Sex and birth are what the count of voters needs; the name is for the desks of the roll. Both until they are erased.
        let display = name?.content.map { AssemblyText.masked($0) } ?? AssemblyText.erased
        try tx.run(
            """
            INSERT INTO assembly_member
                (id, organisation, household, display_name, sex, born, since, until, ground, capacity, shares)
            VALUES (\(member), \(organisation), \(household), \(display), \(sex?.content), \(birth?.content),
                \(since), \(until), \(ground), \(capacity), \(shares))
            """)
        guard let name = name?.content else { return }
        try tx.run(
            """
            INSERT INTO assembly_person (member, name, identity_mark, phone_mark)
            VALUES (\(member), \(name), \(identityMark?.content), \(phoneMark?.content))
            """)
    }
}

extension MemberIdentified {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard identityMark?.content != nil || phone?.content != nil else { return }
        try tx.run(
            """
            INSERT INTO assembly_person (member, identity_mark, phone_mark)
            VALUES (\(member), \(identityMark?.content), \(phoneMark?.content))
            ON CONFLICT (member) DO UPDATE SET
                identity_mark = coalesce(excluded.identity_mark, assembly_person.identity_mark),
                phone_mark = coalesce(excluded.phone_mark, assembly_person.phone_mark)
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
        try tx.run("DELETE FROM assembly_person WHERE member = \(member)")
    }
}
