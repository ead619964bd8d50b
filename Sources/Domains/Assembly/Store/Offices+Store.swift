package import Kernel
import Registry
package import Storage

extension FillOffice {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let mark = identityNumber?.content.map { context.marks.of($0) }
        let standing: CivilDate? = try mark.flatMap { mark in
            let ends: String? = try tx.find(
                """
                SELECT coalesce(ends, \(CivilDate.last)) FROM assembly_term
                WHERE mark = \(mark) AND organisation = \(organisation) AND office = \(office)
                    AND (ends IS NULL OR ends >= \(from)) AND starts <= \(until ?? .last) ORDER BY starts LIMIT 1
                """)
            return ends.flatMap { CivilDate($0) }
        }
        return Facts(organisation: try OrganisationQueries.find(organisation, in: tx), standing: standing)
    }
}

extension DeclareKin {
    package func facts(on known: TermOfOffice, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let mark = identityNumber?.content.map { context.marks.of($0) }
        let holder: String? = try tx.find("SELECT mark FROM assembly_term WHERE id = \(term)")
        let declared: String? = try mark.flatMap {
            try tx.find("SELECT id FROM assembly_kin WHERE term = \(term) AND mark = \($0) LIMIT 1")
        }
        let named: String? = try kin.flatMap { try tx.find("SELECT id FROM assembly_kin WHERE id = \($0)") }
        return Facts(
            isHolder: mark != nil && mark == holder, isDeclared: declared != nil, isKnown: named != nil)
    }
}

extension OfficeFilled {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // The name stays in the sealed side table; the mark is what a party is recognised by, until it is erased.
        let display = name.content.map { AssemblyText.masked($0) } ?? AssemblyText.erased
        try tx.run(
            """
            INSERT INTO assembly_term (id, organisation, division, office, display_name, mark, starts, ends, is_left)
            VALUES (\(term), \(organisation), \(place), \(office), \(display), \(mark.content), \(from), \(until), 0)
            """)
    }
}

extension OfficeLeft {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE assembly_term SET ends = \(until), is_left = 1 WHERE id = \(term)")
    }
}

extension KinDeclared {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO assembly_kin (id, term, mark, relation)
            VALUES (\(kin), \(term), \(mark.content), \(relation.content))
            """)
    }
}

extension KinWithdrawn {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE assembly_kin SET mark = NULL, relation = NULL WHERE id = \(kin)")
    }
}

extension TermErased {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE assembly_term SET display_name = \(AssemblyText.erased), mark = NULL WHERE id = \(term)")
    }
}
