package import Kernel
package import Storage

extension RegisterContract {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let asset = try AssetQueries.find(terms.asset, in: tx)
        let place = asset?.division ?? .root
        let asks = try ParameterQueries.value(.contractOutsider, at: place, on: context.now.date, in: tx).flag
        return Facts(
            lessor: try OrganisationQueries.find(terms.lessor, in: tx),
            lessee: try PartyQueries.find(terms.lessee, in: tx),
            asset: asset,
            termCap: try asset.map { try ParameterQueries.termCap(at: $0.division, on: context.now.date, in: tx) },
            twins: try asset.map { try AssetQueries.listTwins(of: $0.id, at: $0.division, in: tx) } ?? [],
            asksResolution: asks, resolution: try resolution.flatMap { try ResolutionQueries.find($0, in: tx) })
    }
}

extension ContractRegistered {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let right: AssetRight = try tx.get("SELECT asset_right FROM asset WHERE id = \(terms.asset)")
        try tx.run(
            """
            INSERT INTO contract (id, lot, asset, division, lessor, lessee, category, way, starts, ends,
                unit_price_fen, total_fen, contract_use, paper)
            VALUES (\(contract), \(terms.lot), \(terms.asset), \(place), \(terms.lessor),
                \(terms.lessee), \(terms.category), \(terms.way(for: right)), \(terms.start), \(terms.end), \(terms.unitPrice),
                \(terms.total), \(terms.use), \(paper))
            """)
        if let schedule = terms.schedule {
            try tx.run(
                """
                UPDATE contract SET annual_fen = \(schedule.annual), step_years = \(schedule.stepYears),
                    step_basis_points = \(schedule.stepBasisPoints), rent_years = \(schedule.years),
                    good = \(schedule.good), grams_per_year = \(schedule.gramsPerYear)
                WHERE id = \(contract)
                """)
        }
        for part in terms.instalments {
            try tx.append(
                [contract.sqlValue, part.number.sqlValue, part.due.sqlValue, part.amount.sqlValue],
                to: "contract_instalment")
        }
        try tx.run(
            """
            UPDATE asset SET reserved_by = NULL, contract = \(contract), leased_until = \(terms.end)
            WHERE id = \(terms.asset)
            """)
    }
}
