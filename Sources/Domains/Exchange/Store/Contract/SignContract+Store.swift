package import Kernel
import Registry
package import Storage

extension SignContract {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            winner: try lot.winner(in: tx),
            cap: try ParameterQueries.termCap(at: lot.village, on: context.now.date, in: tx),
            isNameTaken: try ContractQueries.find(lot.contractIdentifier, in: tx) != nil)
    }
}

extension ContractSigned {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(
            state.lot, [.contractSigned], entry,
            also: "contract = \(contract), lessee = \(lessee), ends_on = \(endsOn)")
        try tx.run(
            """
            UPDATE bidder SET deposit_state = 'convertedToPrice' WHERE lot = \(lot) AND paddle = \(paddle)
                AND deposit_state IN ('matched', 'locked')
            """)
    }
}
