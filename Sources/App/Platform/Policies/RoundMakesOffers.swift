import Kernel
import Labour

/// Whom a round gave a seat, it is held for, and for a group all of its seats at once: in the same transaction, so that nobody can come between (record 0451).
enum RoundMakesOffers {
    static let policy = Policy("RoundMakesOffers", on: RoundRun.self, gives: [OfferSeat.self, OfferCrew.self]) {
        round, _ in
        round.offers + round.crewOffers
    }
}
