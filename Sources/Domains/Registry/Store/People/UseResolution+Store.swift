package import Kernel
package import Storage

extension UseResolution {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let row = try tx.first(
            """
            SELECT o.division, r.object FROM resolution r JOIN organisation o ON o.id = r.organisation
            WHERE r.id = \(resolution)
            """)
        let place: DivisionID? = try row?.get(0)
        let today = context.now.date
        return Facts(
            place: place, object: try row?.find(1), standing: try ResolutionQueries.findUse(of: resolution, in: tx),
            asset: try lot.flatMap { try tx.find("SELECT id FROM asset WHERE reserved_by = \($0)") },
            isUsedOnce: try ParameterQueries.value(.resolutionUsedOnce, at: place ?? .root, on: today, in: tx).flag)
    }
}

extension ResolutionUsed {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Uses of before have no day in the tables of counties that were there already.
        let day = entry.at.date >= ResolutionUsed.firstDayKept ? entry.at.date : nil
        try tx.run(
            """
            UPDATE resolution SET used_by = \(use.thing), used_for = \(use.purpose), used_on = \(day)
            WHERE id = \(resolution)
            """)
    }
}

extension ResolutionQueries {
    /// What a resolution was used for; nil where it is free.
    package static func findUse(of id: ResolutionID, in tx: any ReadTransaction) throws -> StandingUse? {
        try tx.first("SELECT used_by, used_for, used_on FROM resolution WHERE id = \(id) AND used_by IS NOT NULL").map {
            StandingUse(use: ResolutionUse(try $0.find(1) ?? .lot, try $0.get(0)), day: try $0.find(2))
        }
    }

    /// What a form offers: a body's resolutions that nothing has used, and those used for this very thing; newest first.
    package static func listFree(
        of organisation: OrganisationID, or use: ResolutionUse? = nil, in tx: any ReadTransaction
    ) throws -> [Resolution] {
        let uses = try uses(of: organisation, in: tx)
        return try list(of: organisation, in: tx).filter { resolution in
            uses[resolution.id].map { $0.use == use } ?? true
        }
    }

    /// The uses of a body's resolutions, by resolution.
    package static func uses(of organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> [ResolutionID: StandingUse]
    {
        let rows = try tx.rows(
            """
            SELECT id, used_by, used_for, used_on FROM resolution
            WHERE organisation = \(organisation) AND used_by IS NOT NULL ORDER BY id
            """)
        return try rows.reduce(into: [:]) { uses, row in
            uses[try row.get(0)] = StandingUse(
                use: ResolutionUse(try row.find(2) ?? .lot, try row.get(1)), day: try row.find(3))
        }
    }
}

extension ResolutionPurpose: SQLValueConvertible {}
