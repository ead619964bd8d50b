import Kernel
import Labour

/// Whom a round gave a seat, it is held for: in the same transaction, so that nobody can come between (record 0451).
enum RoundMakesOffers {
    static let policy = Policy("RoundMakesOffers", on: RoundRun.self, gives: [OfferSeat.self]) { round, _ in
        round.offers
    }
}
