package import Kernel
package import Registry
package import Storage

/// Bids, by the writer's clock alone. There is no way to take a bid back.
package struct PlaceBid: LotVerb {
    package let lot: LotID
    package let price: Money
    /// For a bidder without a phone: the clerk names the paddle.
    package var paddle: Int64?
    /// … and the digest of the slip the bidder signed.
    package var slip: String?
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), price: pass.value("priceFen", \.price),
            paddle: pass.optionalWhole("paddle", \.paddle, in: CountDomain.self),
            slip: pass.optionalPaper("slip", \.slip),
            isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "placeBid"
    package static var title: Message { ExchangeText.Command.placeBid }
    package static let access: Access = [.own(.stationAgent), .mine(.bidder)]
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .notAnOpenAuction, .notAdmitted, .slipMissing, .slipNotFromDesk, .bidTooLate,
        .bidNotBeyond,
        .bidOffStep, .priceBeyondReckoning, .priceJumps, .priceFallsFar,
    ]

    package func holder(_ lot: Lot, _ facts: NoFacts, _ context: Context) -> PersonID? {
        lot.holder(of: paddle, for: context.principal)
    }

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.require(.auctionRunning)
        guard let auction = lot.auction else { throw ExchangeRefusal.notAnOpenAuction() }
        let bidder = try lot.paddle(of: context.principal, naming: paddle, slip: slip)
        switch lot.terms.mode {
        case .ascending, .reverse: return try bid(on: lot, auction, by: bidder, at: context.now)
        case .descending: return try take(lot, auction, by: bidder, at: context.now)
        case .agreement, .sealed, .twoShot, .liveAuction, .tender, .draw:
            throw ExchangeRefusal.notAnOpenAuction()
        }
    }

    private func bid(on lot: Lot, _ auction: Auction, by bidder: Int64, at now: Instant) throws(Rejection)
        -> [any Event<Exchange>]
    {
        let bid = try auction.judge(price, by: bidder, at: now)
        try lot.terms.checkReckonable(price, at: now)
        try auction.checkJump(price, isMeant: isMeant)
        let placed = BidPlaced(
            lot: self.lot, village: lot.village, number: lot.bidsBefore + bid.number, paddle: bidder, price: price,
            endsAt: bid.movesEndTo, slip: slip)
        guard !lot.hall.proxies.isEmpty else { return [placed] }
        var next = auction
        next.accept(paddle: bidder, price: price, movingEndTo: bid.movesEndTo)
        return [placed] + lot.proxyBids(on: next, at: now)
    }

    /// The falling price: the first to take it has it, at the price of the instant.
    private func take(_ lot: Lot, _ auction: Auction, by bidder: Int64, at now: Instant) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard now < auction.endsAt else { throw ExchangeRefusal.bidTooLate(auction.endsAt) }
        let asked = lot.terms.fallingPrice(openedAt: lot.hall.openedAt ?? now, at: now)
        guard price >= asked else {
            throw ExchangeRefusal.bidNotBeyond(ExchangeText.yuan(asked), ExchangeText.bound(.up))
        }
        let placed = BidPlaced(
            lot: self.lot, village: lot.village, number: lot.bidsBefore + 1, paddle: bidder, price: asked, endsAt: nil,
            slip: slip)
        return [placed] + lot.ending(paddle: bidder, price: asked, at: now)
    }
}

/// Numbered without gaps from 1.
package struct BidPlaced: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let number: Int64
    package let paddle: Int64
    package let price: Money
    /// Where a late bid moved the end; absent when it did not.
    package var endsAt: Instant?
    /// Present when a clerk entered the bid for somebody: shown as such.
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.whole("number", \.number, in: CountDomain.self),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self),
            price: pass.value("priceFen", \.price), endsAt: pass.optional("endsAt", \.endsAt),
            slip: pass.optionalPaper("slip", \.slip))
    }

    package static let name = "bidPlaced"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.auction?.accept(paddle: paddle, price: price, movingEndTo: endsAt)
    }

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        endsAt.map { [Due(at: $0, EndAuction(lot: lot))] } ?? []
    }
}

extension LotTerms {
    /// The price of a descending auction: a step less every interval, never below the lowest.
    package func fallingPrice(openedAt: Instant, at now: Instant) -> Money {
        let falls = max(0, now.milliseconds - openedAt.milliseconds) / (max(1, intervalSeconds ?? 60) * 1_000)
        let room = (startPrice.fen - (lowestPrice ?? startPrice).fen) / step.fen
        return Money(fen: startPrice.fen - min(falls, room) * step.fen)
    }
}
