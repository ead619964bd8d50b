package import Kernel
package import Storage

extension AmendContract {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let known = try ContractQueries.find(contract, in: tx)
        let asset = try known.flatMap { try AssetQueries.find($0.asset, in: tx) }
        let lessee = try known.flatMap { try PartyQueries.find($0.lessee, in: tx) }
        return Facts(
            contract: known, endedOn: try ContractQueries.findEnd(of: contract, in: tx),
            schedule: try ContractQueries.findSchedule(of: contract, in: tx),
            amendments: try ContractQueries.listAmendments(of: contract, in: tx),
            instalments: try ContractQueries.listInstalments(of: contract, in: tx),
            lastNumber: try ContractQueries.findLastNumber(of: contract, in: tx), asset: asset,
            isOutsider: lessee?.memberOf != known?.lessor,
            termCap: try asset.map { try ParameterQueries.termCap(at: $0.division, on: context.now.date, in: tx) },
            twins: try asset.map { try AssetQueries.listTwins(of: $0.id, at: $0.division, in: tx) } ?? [],
            others: try known.map { try ContractQueries.listOthers(than: $0, in: tx) } ?? [],
            subleases: try ContractQueries.listSubleases(of: contract, in: tx),
            resolution: try resolution.flatMap { try ResolutionQueries.find($0, in: tx) })
    }
}

extension ContractAmended {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let lastNumber = try ContractQueries.findLastNumber(of: contract, in: tx)
        try tx.run(
            """
            INSERT INTO contract_amendment (contract, number, valid_from, ends_before, ends, total_before_fen, total_fen,
                annual_fen, step_years, step_basis_points, rent_years, good, grams_per_year, paper, resolution,
                last_number, entered_on)
            VALUES (\(contract), \(number), \(from), \(endBefore), \(end), \(totalBefore), \(total),
                \(schedule?.annual), \(schedule?.stepYears), \(schedule?.stepBasisPoints), \(schedule?.years),
                \(schedule?.good), \(schedule?.gramsPerYear), \(paper), \(resolution),
                \(instalments.last?.number ?? lastNumber), \(entry.at.date))
            """)
        try tx.run("DELETE FROM contract_instalment WHERE contract = \(contract) AND due >= \(from)")
        for part in instalments {
            try tx.append(
                [contract.sqlValue, part.number.sqlValue, part.due.sqlValue, part.amount.sqlValue],
                to: "contract_instalment")
        }
        try tx.run(
            """
            UPDATE contract SET ends = \(end), unit_price_fen = \(unitPrice), total_fen = \(total)
            WHERE id = \(contract)
            """)
        try tx.run("UPDATE asset SET leased_until = \(end) WHERE id = \(asset) AND contract = \(contract)")
    }
}

extension ContractQueries {
    /// The supplementary agreements of a contract, in their order.
    package static func listAmendments(of id: ContractID, in tx: any ReadTransaction) throws -> [Amendment] {
        try tx.rows(
            """
            SELECT number, valid_from, ends_before, ends, total_before_fen, total_fen, paper, resolution, entered_on,
                annual_fen, step_years, step_basis_points, rent_years, good, grams_per_year
            FROM contract_amendment WHERE contract = \(id) ORDER BY number
            """
        ).map { row in
            let annual: Money? = try row.find(9)
            let schedule = try annual.map { annual in
                RentSchedule(
                    annual: annual, stepYears: try row.get(10), stepBasisPoints: try row.get(11),
                    years: try row.get(12), good: try row.find(13), gramsPerYear: try row.find(14))
            }
            return Amendment(
                number: try row.get(0), from: try row.get(1), endBefore: try row.get(2), end: try row.get(3),
                totalBefore: try row.get(4), total: try row.get(5), schedule: schedule, paper: try row.get(6),
                resolution: try row.find(7), enteredOn: try row.get(8))
        }
    }

    /// The highest number an instalment of the contract ever had; 0 where it never had one.
    static func findLastNumber(of id: ContractID, in tx: any ReadTransaction) throws -> Int64 {
        let standing: Int64? = try tx.find("SELECT max(number) FROM contract_instalment WHERE contract = \(id)")
        let replaced: Int64? = try tx.find("SELECT max(last_number) FROM contract_amendment WHERE contract = \(id)")
        return max(standing ?? 0, replaced ?? 0)
    }

    /// The other contracts on a contract's card, with the days for which they hold it.
    static func listOthers(than contract: Contract, in tx: any ReadTransaction) throws -> [ContractSpan] {
        try tx.rows(
            """
            SELECT id, starts, coalesce(ended_on, ends) FROM contract
            WHERE asset = \(contract.asset) AND id <> \(contract.id) ORDER BY starts, id
            """
        ).map { ContractSpan(contract: try $0.get(0), start: try $0.get(1), end: try $0.get(2)) }
    }
}
