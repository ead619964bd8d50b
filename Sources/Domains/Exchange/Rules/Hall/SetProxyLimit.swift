package import Kernel
package import Registry
package import Storage

/// Lets the house bid for the caller, a step at a time, up to a limit nobody else sees.
package struct SetProxyLimit: LotVerb {
    package let lot: LotID
    package let limit: Confidential<Money>
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let lot = pass.value("lot", \.lot)
        return Self(
            lot: lot, limit: pass.confidential("limitFen", \.limit, of: .offers(of: lot)),
            isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "setProxyLimit"
    package static var title: Message { ExchangeText.Command.setProxyLimit }
    package static let access: Access = .mine(.bidder)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .notAnOpenAuction, .notAdmitted, .bidTooLate, .bidNotBeyond, .proxyNotAtStation,
        .priceBeyondReckoning, .priceJumps,
    ]

    package func holder(_ lot: Lot, _ facts: NoFacts, _ context: Context) -> PersonID? {
        lot.holder(of: nil, for: context.principal)
    }

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.require(.auctionRunning)
        guard lot.terms.mode == .ascending, let auction = lot.auction, let amount = limit.content else {
            throw ExchangeRefusal.notAnOpenAuction()
        }
        guard !lot.isHeldAtStation else { throw ExchangeRefusal.proxyNotAtStation() }
        let bidder = try lot.paddle(of: context.principal, naming: nil, slip: nil)
        guard context.now < auction.endsAt else {
            throw ExchangeRefusal.bidTooLate(auction.endsAt)
        }
        let least =
            auction.price.map { $0 + (auction.leader == bidder ? .zero : auction.rule.step) } ?? auction.rule.start
        guard amount >= least else {
            throw ExchangeRefusal.bidNotBeyond(ExchangeText.yuan(least), ExchangeText.bound(.up))
        }
        try lot.terms.checkReckonable(amount, at: context.now)
        try auction.checkJump(amount, isMeant: isMeant)
        var next = lot
        next.hall.keep(limit, of: bidder)
        return [
            ProxyLimitSet(
                lot: self.lot, village: lot.village, paddle: bidder,
                limit: Confidential(amount, of: .offers(of: self.lot)))
        ] + next.proxyBids(on: auction, at: context.now)
    }
}

/// The limit is under seal.
package struct ProxyLimitSet: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let limit: Confidential<Money>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let lot = pass.value("lot", \.lot)
        return Self(
            lot: lot, village: pass.value("village", \.village),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self),
            limit: pass.confidential("limitFen", \.limit, of: .offers(of: lot)))
    }

    package static let name = "proxyLimitSet"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.hall.keep(limit, of: paddle)
    }
}
