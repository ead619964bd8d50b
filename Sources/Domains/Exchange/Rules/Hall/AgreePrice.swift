package import Kernel
package import Registry
package import Storage

/// Agrees the price with the only bidder after a full notice, never below the start (mode 1 of section 1.8).
package struct AgreePrice: LotVerb {
    package let lot: LotID
    package let price: Money
    /// Where several registered for an agreement: the one the owner agreed with.
    package var bidder: BidderID?
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), price: pass.value("priceFen", \.price),
            bidder: pass.optional("bidder", \.bidder),
            isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "agreePrice"
    package static var title: Message { ExchangeText.Command.agreePrice }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .winnerUnknown, .belowStart, .relistFirst, .priceBeyondReckoning,
        .priceJumps, .priceFallsFar, .objectionsOpen,
    ]

    package struct Facts: Sendable {
        package let roster: [BidderRow]
        /// How often a county lot is offered again before its only bidder may have it.
        package let relists: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.check(.awardProposed, by: context.principal.role)
        try lot.require(.singleBidder)
        try lot.checkNotHeld()
        // A county lot is offered once more before it goes to the only bidder (section 1.10, single.bidder).
        let relists = facts.relists
        guard lot.level != .county || lot.terms.mode == .agreement || lot.relistings >= relists else {
            throw ExchangeRefusal.relistFirst()
        }
        let paddles = Paddle.dealt(to: facts.roster)
        guard let only = paddles.first(where: { bidder == nil ? paddles.count == 1 : $0.bidder.content == bidder })
        else { throw ExchangeRefusal.winnerUnknown() }
        let rule = lot.terms.auctionRule
        guard Auction(rule: rule, endsAt: context.now).reaches(price) else {
            throw ExchangeRefusal.belowStart(ExchangeText.yuan(lot.terms.startPrice))
        }
        try lot.terms.checkReckonable(price, at: context.now)
        try PriceJump.check(price, against: lot.terms.startPrice, .start, isMeant: isMeant)
        return [PriceAgreed(lot: self.lot, village: lot.village, price: price, paddles: [only])]
    }
}

/// The only bidder gets paddle 1.
package struct PriceAgreed: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let price: Money
    package var paddles: [Paddle] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            price: pass.value("priceFen", \.price), paddles: pass.list("paddles", \.paddles))
    }

    package static let name = "priceAgreed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.awardProposed)
        guard let paddle = paddles.first else { return }
        if let person = paddle.person.content { state.lot?.paddles[person] = paddle.number }
        state.lot?.award = Lot.Award(paddle: paddle.number, price: price)
    }
}
