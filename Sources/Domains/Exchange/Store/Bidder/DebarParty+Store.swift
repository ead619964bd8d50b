package import Kernel
import Registry
package import Storage

extension DebarParty {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let home = try PartyQueries.find(party, in: tx)?.division
        guard let home, let key = cause.months else { return Facts(home: home, months: nil) }
        return Facts(home: home, months: try ParameterQueries.value(key, at: home, on: context.now.date, in: tx).value)
    }
}

extension PartyDebarred {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO party_bar (party, number, cause, since_day, until_day, reasons, source)
            VALUES (\(party), \(try tx.nextBar(of: party)), \(cause.rawValue), \(entry.at.date),
                \(until), \(reasons), \(source))
            """)
    }
}
