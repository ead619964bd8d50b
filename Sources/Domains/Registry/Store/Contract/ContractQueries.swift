package import Kernel
package import Storage

/// One line of a list of contracts, with the names a reader needs.
package struct ContractLine: Sendable, Hashable {
    package let contract: Contract
    package let assetName: String
    package let area: Area?
    package let divisionName: String
    package let lessorName: String
    /// Covered for natural persons.
    package let lesseeName: String
}

/// Looking up contracts and certificates.
package enum ContractQueries {
    package static func find(_ id: ContractID, in tx: any ReadTransaction) throws -> Contract? {
        try tx.first("\(columns) FROM contract c WHERE c.id = \(id)").map(read)
    }

    package static func findLine(_ id: ContractID, in tx: any ReadTransaction) throws -> ContractLine? {
        try lines("c.id = \(id)", limit: 1, tx).first
    }

    /// The contract as it was signed, by its mark; nil where it was registered without.
    static func findPaper(of id: ContractID, in tx: any ReadTransaction) throws -> String? {
        try tx.find("SELECT paper FROM contract WHERE id = \(id)")
    }

    package static func findByLot(_ lot: LotID, in tx: any ReadTransaction) throws -> Contract? {
        try tx.first("\(columns) FROM contract c WHERE c.lot = \(lot)").map(read)
    }

    /// The last day of the last contract in which the party is the lessee; nil when there is none.
    package static func findLastDay(lessee: PartyID, in tx: any ReadTransaction) throws -> CivilDate? {
        try tx.find("SELECT max(ends) FROM contract WHERE lessee = \(lessee)")
    }

    package static func listInstalments(of id: ContractID, in tx: any ReadTransaction) throws -> [Instalment] {
        try tx.rows(
            "SELECT number, due, amount_fen FROM contract_instalment WHERE contract = \(id) ORDER BY number"
        ).map { Instalment(number: try $0.get(0), due: try $0.get(1), amount: try $0.get(2)) }
    }

    /// The contracts of a place and all below it, those that run longest first; `only` is a condition on the contracts `c`.
    package static func list(
        within ancestor: DivisionID, only: SQL? = nil, limit: Int = 500, in tx: any ReadTransaction
    ) throws -> [ContractLine] {
        guard let path = try DivisionQueries.findPath(ancestor, in: tx) else { return [] }
        let within = DivisionQueries.within(path)
        return try lines(only.map { "\(within) AND \($0)" } ?? within, limit: limit, tx)
    }

    /// The contracts of these names, by name.
    package static func list(_ ids: Set<ContractID>, in tx: any ReadTransaction) throws -> [ContractID: ContractLine] {
        let found = try lines("c.id IN \(list: ids.sorted())", limit: ids.count, tx)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.contract.id, $0) })
    }

    /// The contracts of the place that carries or carried `code` in any system at any time.
    package static func list(code: DivisionCode, limit: Int = 500, in tx: any ReadTransaction) throws
        -> [ContractLine]
    {
        guard let place = try DivisionQueries.find(code: code, in: tx) else { return [] }
        return try lines(DivisionQueries.within(place.path), limit: limit, tx)
    }

    /// Every contract an asset was ever given under, newest first.
    package static func list(of asset: AssetID, in tx: any ReadTransaction) throws -> [ContractLine] {
        try lines("c.asset = \(asset)", limit: 100, tx)
    }

    /// What a party rents or rented, newest first.
    static func list(lessee: PartyID, in tx: any ReadTransaction) throws -> [ContractLine] {
        try lines("c.lessee = \(lessee)", limit: 100, tx)
    }

    private static func lines(_ condition: SQL, limit: Int, _ tx: any ReadTransaction) throws -> [ContractLine] {
        try tx.rows(
            """
            \(columns), a.name, a.area, \(DivisionQueries.called("d.id")), o.name, p.display_name
            FROM contract c JOIN asset a ON a.id = c.asset JOIN division d ON d.id = c.division
                JOIN organisation o ON o.id = c.lessor JOIN party p ON p.id = c.lessee
            WHERE \(condition) ORDER BY c.ends DESC, c.id LIMIT \(limit)
            """
        ).map { row in
            ContractLine(
                contract: try read(row), assetName: try row.get(14), area: try row.find(15),
                divisionName: try row.get(16), lessorName: try row.get(17), lesseeName: try row.get(18))
        }
    }

    private static let columns: SQL = """
        SELECT c.id, c.lot, c.asset, c.division, c.lessor, c.lessee, c.category, c.way, c.starts, c.ends,
            c.unit_price_fen, c.total_fen, c.contract_use, c.certificate
        """

    private static func read(_ row: Row) throws -> Contract {
        Contract(
            id: try row.get(0), lot: try row.find(1), asset: try row.get(2), division: try row.get(3),
            lessor: try row.get(4), lessee: try row.get(5), category: try row.get(6), way: try row.get(7),
            start: try row.get(8), end: try row.get(9), unitPrice: try row.get(10), total: try row.get(11),
            use: try row.get(12), certificate: try row.find(13))
    }
}

/// One print of a certificate.
package struct CertificatePrint: Sendable, Hashable {
    package let print: Int64
    package let at: Instant
    package let office: OfficeID
    package let reason: String
}

/// Looking up certificates.
package enum CertificateQueries {
    package static func find(_ number: CertificateNumber, in tx: any ReadTransaction) throws -> Certificate? {
        try one("f.number = \(number)", tx)
    }

    package static func find(of contract: ContractID, in tx: any ReadTransaction) throws -> Certificate? {
        try one("f.contract = \(contract)", tx)
    }

    package static func listPrints(of number: CertificateNumber, in tx: any ReadTransaction) throws
        -> [CertificatePrint]
    {
        try tx.rows(
            """
            SELECT print, printed_at, office, reason FROM certificate_print WHERE certificate = \(number)
            ORDER BY print
            """
        ).map {
            CertificatePrint(
                print: try $0.get(0), at: try $0.get(1), office: try $0.get(2), reason: try $0.get(3))
        }
    }

    private static func one(_ condition: SQL, _ tx: any ReadTransaction) throws -> Certificate? {
        try tx.first(
            """
            SELECT f.number, f.contract, f.lot, f.level, f.issued_at,
                (SELECT count(*) FROM certificate_print p WHERE p.certificate = f.number)
            FROM certificate f WHERE \(condition)
            """
        ).map { row in
            Certificate(
                number: try row.get(0), contract: try row.get(1), lot: try row.find(2), level: try row.get(3),
                issued: try row.get(4), prints: try row.get(5))
        }
    }
}
