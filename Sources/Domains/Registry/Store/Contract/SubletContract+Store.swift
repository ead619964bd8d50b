package import Kernel
package import Storage

extension SubletContract {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            contract: try ContractQueries.find(contract, in: tx),
            endedOn: try ContractQueries.findEnd(of: contract, in: tx),
            sublessee: try PartyQueries.find(sublessee, in: tx),
            others: try ContractQueries.listSubleases(of: contract, in: tx))
    }
}

extension ContractSublet {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                contract.sqlValue, number.sqlValue, sublessee.sqlValue, start.sqlValue, end.sqlValue, annual.sqlValue,
                consent.sqlValue,
            ], to: "sublease")
    }
}

extension ContractQueries {
    /// The day a contract ended before its last; nil where it runs, or ran out.
    package static func findEnd(of id: ContractID, in tx: any ReadTransaction) throws -> CivilDate? {
        try tx.first("SELECT ended_on FROM contract WHERE id = \(id)").flatMap { try $0.find(0) }
    }

    /// The rule the rent of a contract runs by.
    package static func findSchedule(of id: ContractID, in tx: any ReadTransaction) throws -> RentSchedule? {
        try tx.first(
            """
            SELECT annual_fen, step_years, step_basis_points, rent_years, good, grams_per_year FROM contract
            WHERE id = \(id) AND annual_fen IS NOT NULL
            """
        ).map { row in
            RentSchedule(
                annual: try row.get(0), stepYears: try row.get(1), stepBasisPoints: try row.get(2),
                years: try row.get(3), good: try row.find(4), gramsPerYear: try row.find(5))
        }
    }

    package static func listSubleases(of id: ContractID, in tx: any ReadTransaction) throws -> [Sublease] {
        try tx.rows(
            """
            SELECT s.number, s.sublessee, p.display_name, s.starts, s.ends, s.annual_fen FROM sublease s
                JOIN party p ON p.id = s.sublessee WHERE s.contract = \(id) ORDER BY s.number
            """
        ).map { row in
            Sublease(
                number: try row.get(0), sublessee: try row.get(1), sublesseeName: try row.get(2), start: try row.get(3),
                end: try row.get(4), annual: try row.get(5))
        }
    }
}
