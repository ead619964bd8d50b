package import Kernel
package import Registry

extension Identifier where Named == DataSubjectName {
    /// The sealed offers of one lot, opened together.
    static func offers(of lot: LotID) -> DataSubject {
        guard let subject = DataSubject(String("offers-\(lot)".prefix(64))) else {
            preconditionFailure("a lot's identifier is well formed")
        }
        return subject
    }
}

extension Lot {
    /// The opened offers, the best first: by price, then by arrival.
    func ranked() -> [OpenedOffer] {
        let isDown = terms.auctionRule.direction == .down
        return hall.offers.compactMap { paddle, offer in
            offer.price.content.map { OpenedOffer(paddle: paddle, price: $0, number: offer.number) }
        }.sorted { left, right in
            if left.price != right.price { return isDown ? left.price < right.price : left.price > right.price }
            return left.number < right.number
        }
    }

    /// The paddles with the best price, if the notice lets a draw decide between them.
    func tied(_ ranked: [OpenedOffer]) -> [Int64] {
        guard terms.tieRule == .draw, let best = ranked.first else { return [] }
        let equal = ranked.filter { $0.price == best.price }.map(\.paddle).sorted()
        return equal.count > 1 ? equal : []
    }
}

/// Lays down a sealed offer; it may be changed once before the end. Nobody reads it before the opening.
package struct PlaceOffer: LotVerb {
    package let lot: LotID
    package let price: Confidential<Money>
    package var paddle: Int64?
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), price: pass.confidential("priceFen", \.price, of: .offers(of: lot)),
            paddle: pass.optional("paddle", \.paddle), slip: pass.optional("slip", \.slip))
    }

    package static let name = "placeOffer"
    package static var title: Message { ExchangeText.Command.placeOffer }
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .notAnOpenAuction, .notAdmitted, .slipMissing, .bidTooLate, .bidNotBeyond,
        .offerChangedAlready,
    ]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
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
        let changes = lot.hall.offers[bidder].map { $0.changes + 1 } ?? 0
        guard changes <= 1 else { throw ExchangeRefusal.offerChangedAlready() }
        return [
            .offerPlaced(
                OfferPlaced(
                    lot: self.lot, village: lot.village, number: lot.hall.offerCount + 1, paddle: bidder,
                    changes: changes, price: Confidential(amount, of: .offers(of: self.lot)), slip: slip))
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
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.value("number", \.number), paddle: pass.value("paddle", \.paddle),
            changes: pass.value("changes", \.changes),
            price: pass.confidential("priceFen", \.price, of: .offers(of: lot)), slip: pass.optional("slip", \.slip))
    }

    package static let name = "offerPlaced"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.hall.offers[paddle] = SealedOffer(number: number, price: price, changes: changes)
        state.lot?.hall.offerCount = number
    }
}

/// All offers at once, the best first; what does not fit into one leaf follows as `offersListed`.
package struct OffersOpened: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let round: Int64
    package var offers: [OpenedOffer] = []
    /// Two-shot: the end of the second round.
    package var nextEndsAt: Instant?
    /// Paddles between which a draw must decide.
    package var tied: [Int64] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            round: pass.value("round", \.round), offers: pass.list("offers", \.offers),
            nextEndsAt: pass.optional("nextEndsAt", \.nextEndsAt), tied: pass.values("tied", \.tied))
    }

    package static let name = "offersOpened"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.hall.opened = offers
        state.lot?.hall.candidates = tied
        if let nextEndsAt {
            state.lot?.hall.round = round + 1
            let first = state.lot?.hall.offers ?? [:]
            state.lot?.hall.offers = first.mapValues { SealedOffer(number: $0.number, price: $0.price, changes: -1) }
            state.lot?.auction?.moveEnd(to: nextEndsAt)
        }
    }
}

/// The opened offers that did not fit into the opening's own entry, in their order.
package struct OffersListed: ExchangeEvent {
    /// How many offers one entry holds: each takes some 50 bytes of a leaf's 16 KiB, and the first names those that are tied.
    static let most = 150

    package let lot: LotID
    package let village: DivisionID
    package let offers: [OpenedOffer]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            offers: pass.list("offers", \.offers))
    }

    package static let name = "offersListed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.hall.opened += offers }

    /// Those that stand in the entry that opens.
    static func first(of offers: [OpenedOffer]) -> [OpenedOffer] { Array(offers.prefix(most)) }

    /// The others, an entry for every so many.
    static func rest(of offers: [OpenedOffer], on lot: LotID, in village: DivisionID) -> [Exchange.Event] {
        offers.dropFirst(most).parts(of: most).map {
            .offersListed(OffersListed(lot: lot, village: village, offers: $0))
        }
    }
}
