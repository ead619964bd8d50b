package import Kernel
package import Registry

/// Money of a bidder that the exchange still has to move, and by when (section 1.7, rules 4 and 5).
package struct OpenMoney: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A deposit that has to go back.
        case refund
        /// The winner's deposit, not yet counted as part of the price.
        case conversion
        /// A forfeiture whose bidder may still reply.
        case reply
        /// A forfeiture that waits for the second person.
        case approval
    }

    package let kind: Kind
    package let bidder: BidderID
    package let lot: LotID
    package let lotName: String
    package let villageName: String
    package let partyName: String
    package let amount: Money
    /// When the clock began; of a forfeiture, when the time for the reply ends.
    package let since: Instant
    /// The end of its last working day; nil where the holidays of that year are not announced.
    package let due: Instant?

    /// Past its clock. A forfeiture is never late by itself: it waits for a person.
    package func isOverdue(at now: Instant) -> Bool { due.map { $0 < now } ?? false }
}
