package import Kernel
package import Storage

extension SetParameter {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            division: try DivisionQueries.find(division, in: tx),
            version: try ParameterQueries.findLastVersion(key, of: division, in: tx))
    }
}

extension ParameterSet {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO parameter (division, key, version, valid_from, value, source)
            VALUES (\(place), \(key), \(version), \(validFrom), \(value), \(source))
            """)
    }
}
