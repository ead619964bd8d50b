package import Kernel
package import Storage

extension RegisterOrganisation {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            division: try DivisionQueries.find(division, in: tx),
            bodies: try OrganisationQueries.list(of: division, in: tx),
            creditCodeHolder: try creditCode.flatMap {
                try tx.find("SELECT id FROM organisation WHERE credit_code = \($0)")
            })
    }
}

extension OrganisationRegistered {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO organisation (id, division, kind, name, credit_code)
            VALUES (\(organisation), \(place), \(kind), \(name), \(creditCode))
            """)
    }
}
