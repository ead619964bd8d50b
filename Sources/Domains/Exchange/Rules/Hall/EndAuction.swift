package import Kernel
package import Registry
package import Storage

/// Ends the auction at its exact instant; refused without harm when a late bid has moved the end. Given by the clock.
package struct EndAuction: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "endAuction"
    package static var title: Message { ExchangeText.Command.endAuction }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .waitsForPeople, .notYetDue]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
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

    private func open(_ lot: Lot, _ auction: Auction, at now: Instant) throws(Rejection) -> [any Event<Exchange>] {
        guard lot.hall.opened.isEmpty || lot.hall.round == 2 && lot.hall.candidates.isEmpty else {
            throw ExchangeRefusal.waitsForPeople()
        }
        let ranked = lot.ranked()
        let hasSecond = lot.terms.mode == .twoShot && lot.hall.round == 1 && !ranked.isEmpty
        let length = auction.endsAt.milliseconds - (lot.hall.openedAt ?? auction.endsAt).milliseconds
        let tied = hasSecond || lot.terms.mode == .tender ? [] : lot.tied(ranked)
        let opened = OffersOpened(
            lot: self.lot, village: lot.village, round: lot.hall.round, offers: OffersListed.first(of: ranked),
            nextEndsAt: hasSecond ? now.adding(milliseconds: length) : nil, tied: tied)
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
            paddle: pass.optionalWhole("paddle", \.paddle, in: CountDomain.self),
            price: pass.optional("priceFen", \.price),
            bidCount: pass.whole("bidCount", \.bidCount, in: CountDomain.self),
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
    func ending(paddle: Int64?, price: Money?, at now: Instant) -> [any Event<Exchange>] {
        let count = max(auction?.bidCount ?? 0, Int64(hall.opened.count), hall.offerCount)
        let mayMatch =
            terms.priority != .none && !isHeldAtStation
            && paddle.map { !hall.priority.isEmpty && !hall.priority.contains($0) } == true
        return [
            AuctionEnded(
                lot: id, village: village, paddle: paddle, price: price, bidCount: count,
                priorityEndsAt: mayMatch ? now.adding(seconds: hall.prioritySeconds) : nil)
        ]
    }
}
