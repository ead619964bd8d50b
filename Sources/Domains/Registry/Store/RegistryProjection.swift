import Kernel
package import Storage

extension Registry {
    package static func project(_ event: RegistryEvent, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        switch event {
        case .divisionOpened(let event): try DivisionProjection.open(event, in: tx)
        case .divisionClosed(let event): try DivisionProjection.close(event, in: tx)
        case .divisionRenamed(let event): try DivisionProjection.rename(event, in: tx)
        case .divisionRecoded(let event): try DivisionProjection.recode(event, in: tx)
        case .divisionMoved(let event): try DivisionProjection.move(event, in: tx)
        case .officeOpened(let event): try write(event, in: tx)
        case .officeClosed(let event): try tx.run("UPDATE office SET is_open = 0 WHERE id = \(event.office)")
        case .organisationRegistered(let event): try write(event, in: tx)
        case .partyRegistered(let event): try write(event, in: tx)
        case .personalDataErased(let event): try write(event, in: tx)
        case .assetRegistered(let event): try AssetProjection.write(event, in: tx)
        case .assetReserved(let event):
            try tx.run("UPDATE asset SET reserved_by = \(event.lot) WHERE id = \(event.asset)")
        case .assetReleased(let event):
            try tx.run("UPDATE asset SET reserved_by = NULL WHERE id = \(event.asset)")
        case .leaseEnded(let event):
            try tx.run("UPDATE asset SET leased_until = \(event.endedOn) WHERE id = \(event.asset)")
        case .assetDisputeSet(let event):
            try tx.run("UPDATE asset SET dispute = \(event.dispute) WHERE id = \(event.asset)")
        case .resolutionRecorded(let event): try AssetProjection.write(event, in: tx)
        case .contractRegistered(let event): try ContractProjection.write(event, in: tx)
        case .contractAuthenticated(let event): try ContractProjection.write(event, entry, in: tx)
        case .certificateReprinted(let event): try ContractProjection.write(event, entry, in: tx)
        case .parameterSet(let event): try write(event, in: tx)
        }
    }

    /// An office that was closed can be opened again, for another person or place.
    private static func write(_ event: OfficeOpened, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO office (id, role, division, person, title, is_open)
            VALUES (\(event.office), \(event.role), \(event.division), \(event.person), \(event.title), 1)
            ON CONFLICT (id) DO UPDATE SET role = excluded.role, division = excluded.division,
                person = excluded.person, title = excluded.title, is_open = 1
            """)
    }

    private static func write(_ event: OrganisationRegistered, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO organisation (id, division, kind, name, credit_code)
            VALUES (\(event.organisation), \(event.division), \(event.kind), \(event.name), \(event.creditCode))
            """)
    }

    /// Of a natural person the table keeps the covered name only: the rest stays in the sealed side table.
    private static func write(_ event: PartyRegistered, in tx: any WriteTransaction) throws {
        let display = event.publicName ?? RegistryText.masked(event.name?.content)
        try tx.run(
            """
            INSERT INTO party (id, kind, display_name, credit_code, division, member_of)
            VALUES (\(event.party), \(event.kind), \(display), \(event.creditCode), \(event.division),
                \(event.memberOf))
            """)
    }

    /// The same words for everybody: a rebuild from the log, which finds no name, comes to the same row.
    private static func write(_ event: PersonalDataErased, in tx: any WriteTransaction) throws {
        let display = RegistryText.erased
        try tx.run("UPDATE party SET display_name = \(display), is_erased = 1 WHERE id = \(event.party)")
    }

    private static func write(_ event: ParameterSet, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO parameter (division, key, version, valid_from, value, source)
            VALUES (\(event.division), \(event.key), \(event.version), \(event.validFrom), \(event.value),
                \(event.source))
            """)
    }
}
