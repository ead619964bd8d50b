package import Kernel
package import Storage

extension OpenOffice {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(division: try DivisionQueries.find(division, in: tx))
    }
}

extension OfficeOpened {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // An office that was closed can be opened again, for another person or place.
        try tx.run(
            """
            INSERT INTO office (id, role, division, person, title, is_open)
            VALUES (\(office), \(role), \(place), \(person), \(title), 1)
            ON CONFLICT (id) DO UPDATE SET role = excluded.role, division = excluded.division,
                person = excluded.person, title = excluded.title, is_open = 1
            """)
    }
}
