package import Kernel
package import Registry
package import Storage

/// Records the fall of the hammer in a live auction, with the digest of the signed protocol (Auction Law, arts. 51–53).
package struct RecordHammer: LotVerb {
    package let lot: LotID
    package let paddle: Int64
    package let price: Money
    package let protocolDigest: String
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), paddle: pass.whole("paddle", \.paddle, in: CountDomain.self),
            price: pass.value("priceFen", \.price), protocolDigest: pass.paper("protocolDigest", \.protocolDigest),
            isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "recordHammer"
    package static var title: Message { ExchangeText.Command.recordHammer }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .notAnOpenAuction, .notAdmitted, .bidNotBeyond, .bidOffStep, .slipMissing,
        .priceBeyondReckoning, .priceJumps,
    ]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.require(.auctionRunning)
        guard lot.terms.mode == .liveAuction, let auction = lot.auction else {
            throw ExchangeRefusal.notAnOpenAuction()
        }
        guard lot.paddles.values.contains(paddle) else { throw ExchangeRefusal.notAdmitted() }
        guard !protocolDigest.isEmpty else { throw ExchangeRefusal.slipMissing() }
        let before = auction.endsAt.adding(milliseconds: -1)
        let bid = try auction.judge(price, by: paddle, at: min(context.now, before))
        try lot.terms.checkReckonable(price, at: context.now)
        try auction.checkJump(price, isMeant: isMeant)
        return [
            BidPlaced(
                lot: self.lot, village: lot.village, number: lot.bidsBefore + bid.number, paddle: paddle,
                price: price, endsAt: nil,
                slip: protocolDigest)
        ] + lot.ending(paddle: paddle, price: price, at: context.now)
    }
}
