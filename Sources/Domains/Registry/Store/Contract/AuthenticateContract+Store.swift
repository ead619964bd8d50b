package import Kernel
package import Storage

extension AuthenticateContract {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let known = try ContractQueries.find(contract, in: tx) else {
            return Facts(contract: nil, county: nil, lastSerial: 0)
        }
        let county = try DivisionQueries.find(known.division, in: tx).flatMap {
            try DivisionQueries.findCounty(of: $0, in: tx)
        }
        let year = Int64(context.now.date.year)
        let last: Int64? = try county.flatMap {
            try tx.find("SELECT max(serial) FROM certificate WHERE county = \($0.id) AND year = \(year)")
        }
        return Facts(contract: known, county: county, lastSerial: last ?? 0)
    }
}

extension ContractAuthenticated {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO certificate (number, contract, lot, level, county, year, serial, issued_at)
            VALUES (\(number), \(contract), \(lot), \(level), \(county), \(year),
                \(serial), \(entry.at))
            """)
        try tx.run("UPDATE contract SET certificate = \(number) WHERE id = \(contract)")
        try tx.append(
            [number.sqlValue, .integer(1), .text(""), entry.at.sqlValue, .text(entry.officeText)],
            to: "certificate_print")
    }
}
