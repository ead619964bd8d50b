package import Kernel
import Registry
package import Storage

extension Registration {
    init(of bidder: BidderID, in tx: any ReadTransaction) throws {
        let row = try BidderQueries.find(bidder, in: tx)
        self.init(row: row, outline: try row.flatMap { try LotQueries.findOutline($0.lot, in: tx) })
    }
}

extension BidderVerb where Facts == Registration {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Registration {
        try Registration(of: bidder, in: tx)
    }
}

extension WriteTransaction {
    func setDeposit(_ bidder: BidderID, _ state: DepositState, _ reference: String?) throws {
        try run("UPDATE bidder SET deposit_state = \(state), reference = \(reference) WHERE id = \(bidder)")
    }
}
