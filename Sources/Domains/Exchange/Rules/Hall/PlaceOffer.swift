package import Kernel
package import Registry
package import Storage

extension Identifier where Named == DataSubjectName {
    /// The sealed offers of one lot, opened together.
    static func offers(of lot: LotID) -> DataSubject {
        guard let subject = DataSubject(String("offers-\(lot)".prefix(64))) else {
            preconditionFailure("a lot's identifier is well formed")
        }
        return subject
    }
}

/// Lays down a sealed offer; it may be changed once before the end. Nobody reads it before the opening.
package struct PlaceOffer: LotVerb {
    package let lot: LotID
    package let price: Confidential<Money>
    package var paddle: Int64?
    package var slip: String?
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let lot = pass.value("lot", \.lot)
        return Self(
            lot: lot, price: pass.confidential("priceFen", \.price, of: .offers(of: lot)),
            paddle: pass.optionalWhole("paddle", \.paddle, in: CountDomain.self),
            slip: pass.optionalPaper("slip", \.slip),
            isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "placeOffer"
    package static var title: Message { ExchangeText.Command.placeOffer }
    package static let access: Access = [.own(.stationAgent), .mine(.bidder)]
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .notAnOpenAuction, .notAdmitted, .slipMissing, .slipNotFromDesk, .bidTooLate,
        .bidNotBeyond,
        .offerChangedAlready, .priceBeyondReckoning, .priceJumps, .priceFallsFar,
    ]

    package func holder(_ lot: Lot, _ facts: NoFacts, _ context: Context) -> PersonID? {
        lot.holder(of: paddle, for: context.principal)
    }

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.require(.auctionRunning)
        guard lot.terms.mode.isSealed, let auction = lot.auction, let amount = price.content else {
            throw ExchangeRefusal.notAnOpenAuction()
        }
        let bidder = try lot.paddle(of: context.principal, naming: paddle, slip: slip)
        guard context.now < auction.endsAt else {
            throw ExchangeRefusal.bidTooLate(auction.endsAt)
        }
        let first = lot.hall.opened.first { $0.paddle == bidder }?.price ?? auction.rule.start
        let isWorse = auction.rule.direction == .up ? amount < first : amount > first
        guard amount > .zero, auction.reaches(amount), !isWorse else {
            throw ExchangeRefusal.bidNotBeyond(ExchangeText.yuan(first), ExchangeText.bound(auction.rule.direction))
        }
        try lot.terms.checkReckonable(amount, at: context.now)
        try auction.checkJump(amount, isMeant: isMeant)
        let changes = lot.hall.offers[bidder].map { $0.changes + 1 } ?? 0
        guard changes <= 1 else { throw ExchangeRefusal.offerChangedAlready() }
        return [
            OfferPlaced(
                lot: self.lot, village: lot.village, number: lot.hall.offerCount + 1, paddle: bidder,
                changes: changes, price: Confidential(amount, of: .offers(of: self.lot)), slip: slip)
        ]
    }
}

/// In the log stands a commitment of the price; the price itself comes with `offersOpened`.
package struct OfferPlaced: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let number: Int64
    package let paddle: Int64
    package let changes: Int64
    package let price: Confidential<Money>
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let lot = pass.value("lot", \.lot)
        return Self(
            lot: lot, village: pass.value("village", \.village),
            number: pass.whole("number", \.number, in: CountDomain.self),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self),
            changes: pass.whole("changes", \.changes, in: CountDomain.self),
            price: pass.confidential("priceFen", \.price, of: .offers(of: lot)),
            slip: pass.optionalPaper("slip", \.slip))
    }

    package static let name = "offerPlaced"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.hall.offers[paddle] = SealedOffer(number: number, price: price, changes: changes)
        state.lot?.hall.offerCount = number
    }
}
