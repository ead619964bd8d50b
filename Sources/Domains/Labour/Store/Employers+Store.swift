package import Kernel
import Registry
package import Storage

extension RegisterEmployer {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isKnownPlace: try DivisionQueries.find(place, in: tx) != nil,
            isKnownOrganisation: try organisation.map { try OrganisationQueries.find($0, in: tx) != nil } ?? false)
    }
}

extension UnblockEmployer {
    package func facts(on known: Employer, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(arrears: try LabourQueries.countArrears(of: employer, in: tx))
    }
}

extension EraseEmployer {
    package func facts(on known: Employer, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let orders: Int64? = try tx.find(
            """
            SELECT count(*) FROM labour_order
            WHERE employer = \(employer) AND is_cancelled = 0 AND ends > \(context.now)
            """)
        let work: Int64? = try tx.find(
            """
            SELECT count(*) FROM labour_engagement WHERE employer = \(employer)
                AND (paid_fen < net_fen OR phase IN ('offered', 'accepted', 'arrived'))
            """)
        return Facts(open: (orders ?? 0) + (work ?? 0))
    }
}

extension EmployerErased {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // What a unit is called in public stands.
        try tx.run(
            """
            UPDATE labour_employer SET is_erased = 1, phone_mark = NULL,
                display_name = CASE kind WHEN 'household' THEN \(LabourText.masked(nil)) ELSE display_name END
            WHERE id = \(employer)
            """)
    }
}

extension EmployerRegistered {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Of a household the table keeps the masked name; the rest stays in the sealed side table.
        let display = publicName ?? LabourText.masked(name?.content)
        try tx.run(
            """
            INSERT INTO labour_employer (id, kind, place, organisation, display_name, is_verified, phone_mark,
                registered_at)
            VALUES (\(employer), \(kind), \(place), \(organisation), \(display), 0, \(phoneMark?.content), \(entry.at))
            """)
    }
}

extension EmployerVerified {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE labour_employer SET is_verified = 1 WHERE id = \(employer)")
    }
}

extension EmployerBlocked {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE labour_employer SET block = \(ground) WHERE id = \(employer)")
    }
}

extension EmployerUnblocked {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE labour_employer SET block = NULL WHERE id = \(employer)")
    }
}
