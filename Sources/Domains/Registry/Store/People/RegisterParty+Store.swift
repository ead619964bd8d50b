package import Kernel
package import Storage

extension RegisterParty {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            division: try DivisionQueries.find(division, in: tx),
            organisation: try memberOf.flatMap { try OrganisationQueries.find($0, in: tx) },
            creditCodeHolder: try creditCode.flatMap { try tx.find("SELECT id FROM party WHERE credit_code = \($0)") })
    }
}

extension PartyRegistered {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Of a natural person the table keeps the masked name only: the rest stays in the sealed side table.
        let display = publicName ?? RegistryText.masked(name?.content)
        try tx.run(
            """
            INSERT INTO party (id, kind, display_name, credit_code, division, member_of)
            VALUES (\(party), \(kind), \(display), \(creditCode), \(place), \(memberOf))
            """)
    }
}
