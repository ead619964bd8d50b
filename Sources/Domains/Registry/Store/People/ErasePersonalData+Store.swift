package import Kernel
package import Storage

extension ErasePersonalData {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let known = try PartyQueries.find(party, in: tx) else {
            return Facts(party: nil, isErased: false, office: nil, keepUntil: nil)
        }
        let last = try ContractQueries.findLastDay(lessee: party, in: tx)
        let years = try ParameterQueries.value(.retentionYears, at: known.division, on: context.now.date, in: tx).value
        return Facts(
            party: known, isErased: try PartyQueries.isErased(party, in: tx),
            office: try OfficeQueries.findOpen(person: party.text, in: tx), keepUntil: last?.adding(years: Int(years)))
    }
}

extension PersonalDataErased {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // The same words for everybody: a rebuild from the log, which finds no name, comes to the same row.
        let display = RegistryText.erased
        try tx.run(
            """
            UPDATE party SET display_name = \(display), is_erased = 1, identity_mark = NULL, phone_mark = NULL
            WHERE id = \(party)
            """)
    }
}
