package import Kernel
import Exchange

/// One lot as the indicators see it: what was asked, who offered what, who got it. Amounts are whole numbers of one unit
/// (fen at the exchange); ids are compared, never shown.
package struct RedFlagCase: Sendable, Hashable {
    package let id: String
    package var opensAt: Instant?
    package var closesAt: Instant?
    /// When offers end, where that is later than the notice: the end of the auction, extensions included.
    package var offersEndAt: Instant?
    /// `open`, `selective`, `limited` or `direct`, as OCDS has it.
    package var method: String?
    package var methodDetail: String?
    package var isCancelled = false
    /// How many took part, where that is known by itself.
    package var bidderCount: Int64?
    /// Nil where there is no list of offers at all.
    package var offers: [Offer]?
    package var awards: [Award]?
    package var owner: String?
    package var clerk: String?
    /// The price the notice starts from.
    package var reserve: Int64?
    package var category: String?
    package var listedAt: Instant?
    /// Sizes of the lot, each beside the limit from which another desk would be in charge.
    package var limits: [Limit] = []

    package init(id: String) {
        self.id = id
    }

    package enum OfferState: String, Sendable { case invited, pending, valid, disqualified, withdrawn }
    package enum AwardState: String, Sendable { case pending, active, cancelled, unsuccessful, unknown }

    /// One offer, or one bidder who came and offered nothing.
    package struct Offer: Sendable, Hashable {
        package let state: OfferState?
        package let bidders: [String]
        package let amount: Int64?
        package let currency: String?
        package let at: Instant?

        package init(
            state: OfferState?, bidders: [String], amount: Int64? = nil, currency: String? = "CNY", at: Instant? = nil
        ) {
            self.state = state
            self.bidders = bidders
            self.amount = amount
            self.currency = currency
            self.at = at
        }

        /// Laid down and not taken back.
        var isSubmitted: Bool { state != nil && state != .invited && state != .withdrawn }
        var isValid: Bool { state == .valid }
        /// The bidder of an offer that is one bidder's alone.
        var soleBidder: String? { bidders.count == 1 ? bidders.first : nil }
    }

    package struct Award: Sendable, Hashable {
        /// Nil where the award does not say.
        package let state: AwardState?
        package let winners: [String]
        /// Codes of what was bought, by a hierarchy whose first digits are the widest class.
        package let codes: [String]

        package init(state: AwardState?, winners: [String], codes: [String] = []) {
            self.state = state
            self.winners = winners
            self.codes = codes
        }
    }

    package struct Limit: Sendable, Hashable {
        package let size: Int64
        package let limit: Int64

        package init(size: Int64, limit: Int64) {
            self.size = size
            self.limit = limit
        }
    }

    /// The awards in force and the offers, once every award is decided; nil before. No award at all counts as decided.
    var decided: (awards: [Award], offers: [Offer])? {
        guard let awards, let offers else { return nil }
        let final: Set<AwardState?> = [.active, .cancelled, .unsuccessful, nil]
        guard awards.allSatisfy({ final.contains($0.state) }) else { return nil }
        return (awards.filter { $0.state == .active }, offers)
    }

    /// The one winner of the one award in force.
    var soleWinner: String? {
        guard let awards = decided?.awards, awards.count == 1, awards.first?.winners.count == 1 else { return nil }
        return awards.first?.winners.first
    }

    var submitted: [Offer] { offers?.filter(\.isSubmitted) ?? [] }
}
