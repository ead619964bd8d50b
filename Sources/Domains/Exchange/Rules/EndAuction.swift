package import Kernel
package import Registry

/// Ends the auction at its exact instant; refused without harm when a late bid has moved the end. Given by the clock.
package struct EndAuction: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "endAuction"
    package static var title: Message { ExchangeText.Command.endAuction }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .waitsForPeople, .notYetDue]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.auctionRunning)
        guard let auction = lot.auction, context.now >= auction.endsAt else {
            throw ExchangeRefusal.notYetDue(lot.auction?.endsAt ?? context.now)
        }
        switch lot.terms.mode {
        case .ascending, .reverse, .liveAuction, .descending, .agreement:
            return lot.ending(paddle: auction.leader, price: auction.price, at: context.now)
        case .draw: throw ExchangeRefusal.waitsForPeople()
        case .sealed, .twoShot, .tender: return try open(lot, auction, at: context.now)
        }
    }

    private func open(_ lot: Lot, _ auction: Auction, at now: Instant) throws(Rejection) -> [Exchange.Event] {
        guard lot.hall.opened.isEmpty || lot.hall.round == 2 && lot.hall.candidates.isEmpty else {
            throw ExchangeRefusal.waitsForPeople()
        }
        let ranked = lot.ranked()
        let hasSecond = lot.terms.mode == .twoShot && lot.hall.round == 1 && !ranked.isEmpty
        let length = auction.endsAt.milliseconds - (lot.hall.openedAt ?? auction.endsAt).milliseconds
        let tied = hasSecond || lot.terms.mode == .tender ? [] : lot.tied(ranked)
        let opened = Exchange.Event.offersOpened(
            OffersOpened(
                lot: self.lot, village: lot.village, round: lot.hall.round, offers: OffersListed.first(of: ranked),
                nextEndsAt: hasSecond ? now.adding(milliseconds: length) : nil, tied: tied))
        let waits = hasSecond || !tied.isEmpty || (lot.terms.mode == .tender && !ranked.isEmpty)
        let all = [opened] + OffersListed.rest(of: ranked, on: self.lot, in: lot.village)
        return waits
            ? all : all + lot.ending(paddle: ranked.first?.paddle, price: ranked.first?.price, at: now)
    }
}

/// With a paddle and a price when somebody bid; without when it failed.
package struct AuctionEnded: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package var paddle: Int64?
    package var price: Money?
    package let bidCount: Int64
    /// Until when a priority holder may match the price; absent when there is none.
    package var priorityEndsAt: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.optional("paddle", \.paddle), price: pass.optional("priceFen", \.price),
            bidCount: pass.value("bidCount", \.bidCount),
            priorityEndsAt: pass.optional("priorityEndsAt", \.priorityEndsAt))
    }

    package static let name = "auctionEnded"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        guard let paddle, let price else {
            state.lot?.move(.failed)
            return
        }
        state.lot?.move(.awardProposed)
        state.lot?.award = Lot.Award(paddle: paddle, price: price)
        if let priorityEndsAt {
            state.lot?.move(.priorityWindow)
            state.lot?.hall.priorityEndsAt = priorityEndsAt
        }
    }
}

extension Lot {
    /// The end with its result, and the window for those who may match it: always in the county's hall.
    func ending(paddle: Int64?, price: Money?, at now: Instant) -> [Exchange.Event] {
        let count = max(auction?.bidCount ?? 0, Int64(hall.opened.count), hall.offerCount)
        let mayMatch =
            terms.priority != .none && !isHeldAtStation
            && paddle.map { !hall.priority.isEmpty && !hall.priority.contains($0) } == true
        return [
            .auctionEnded(
                AuctionEnded(
                    lot: id, village: village, paddle: paddle, price: price, bidCount: count,
                    priorityEndsAt: mayMatch ? now.adding(seconds: hall.prioritySeconds) : nil))
        ]
    }
}

/// A priority holder takes the lot at the best price (Rural Land Contracting Law, arts. 38(5) and 51); the first to match has it.
package struct MatchPrice: LotVerb {
    package let lot: LotID
    package var paddle: Int64?
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), paddle: pass.optional("paddle", \.paddle),
            slip: pass.optional("slip", \.slip))
    }

    package static let name = "matchPrice"
    package static var title: Message { ExchangeText.Command.matchPrice }
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .notAdmitted, .slipMissing, .bidTooLate, .noPriority,
    ]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.priorityWindow)
        let bidder = try lot.paddle(of: context.principal, naming: paddle, slip: slip)
        guard let end = lot.hall.priorityEndsAt, context.now < end else {
            throw ExchangeRefusal.bidTooLate(lot.hall.priorityEndsAt ?? context.now)
        }
        guard lot.hall.priority.contains(bidder), let award = lot.award, !lot.hall.priority.contains(award.paddle)
        else {
            throw ExchangeRefusal.noPriority()
        }
        return [.priceMatched(PriceMatched(lot: self.lot, village: lot.village, paddle: bidder, price: award.price))]
    }
}

/// The award goes to the priority holder.
package struct PriceMatched: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let price: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.value("paddle", \.paddle), price: pass.value("priceFen", \.price))
    }

    package static let name = "priceMatched"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.award = Lot.Award(paddle: paddle, price: price)
    }
}
