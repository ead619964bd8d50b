package import Kernel
import Registry
package import Storage

extension LiftDebarment {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            home: try PartyQueries.find(party, in: tx)?.division,
            barredUntil: try BidderQueries.findBar(of: party, in: tx))
    }
}

extension DebarmentLifted {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE party_bar SET lifted_day = \(liftedOn) WHERE party = \(party) AND lifted_day IS NULL
                AND until_day >= \(liftedOn)
            """)
    }
}
