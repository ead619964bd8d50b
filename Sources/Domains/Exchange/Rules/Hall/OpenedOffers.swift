package import Kernel
package import Registry
package import Storage

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
            round: pass.whole("round", \.round, in: CountDomain.self), offers: pass.list("offers", \.offers),
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

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        nextEndsAt.map { [Due(at: $0, EndAuction(lot: lot))] } ?? []
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
    static func rest(of offers: [OpenedOffer], on lot: LotID, in village: DivisionID) -> [any Event<Exchange>] {
        offers.dropFirst(most).parts(of: most).map {
            OffersListed(lot: lot, village: village, offers: $0)
        }
    }
}
