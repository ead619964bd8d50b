import Kernel
import Registry
import Storage

extension WriteTransaction {
    /// The paddles of a lot; the deposits behind them are locked.
    func deal(_ paddles: [Paddle]) throws {
        for paddle in paddles {
            guard let bidder = paddle.bidder.content else { continue }
            try run(
                """
                UPDATE bidder SET paddle = \(paddle.number), deposit_state = 'locked' WHERE id = \(bidder)
                """)
        }
    }

    /// Opened offers stand among the bids, under their place of arrival.
    func list(_ offers: [OpenedOffer], of lot: LotID, until end: Instant? = nil, _ entry: EntryHeader) throws {
        for offer in offers {
            try append(
                [
                    lot.sqlValue, offer.number.sqlValue, offer.paddle.sqlValue, offer.price.sqlValue,
                    entry.at.sqlValue, end?.sqlValue ?? .null, false.sqlValue, entry.index.sqlValue,
                ], to: "bid")
        }
    }
}
