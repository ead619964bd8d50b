package import Kernel
package import Storage

extension RecordResolution {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(organisation: try OrganisationQueries.find(organisation, in: tx))
    }
}

extension ResolutionRecorded {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO resolution (id, organisation, matter, body, entitled, present, in_favour, resolved_on, object)
            VALUES (\(resolution), \(organisation), \(matter), \(body), \(entitled),
                \(present), \(inFavour), \(date), \(object))
            """)
        for (position, digest) in evidence.enumerated() {
            try tx.append(
                [resolution.sqlValue, (position + 1).sqlValue, digest.sqlValue], to: "resolution_evidence")
        }
    }
}
