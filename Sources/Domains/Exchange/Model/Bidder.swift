package import Kernel
package import Registry

/// Where a registration stands (section 1.7).
package enum BidderState: String, FieldChoice, Sendable { case registered, docsPending, qualified, refused }

/// Where a deposit stands (section 1.7).
package enum DepositState: String, FieldChoice, Sendable {
    case required, declared, arrived, matched, locked, refundDue, refunded, convertedToPrice, convertedToBond, forfeited

    /// Money that is here and the bidder's own.
    package var isSecured: Bool { self == .matched || self == .locked }

    /// The moves of section 1.7; everything else is refused.
    package static let moves: [DepositState: Set<DepositState>] = [
        .required: [.declared, .arrived, .matched],
        .declared: [.arrived, .matched],
        .arrived: [.matched, .refundDue],
        .matched: [.locked, .refundDue],
        .locked: [.refundDue, .convertedToPrice, .convertedToBond, .forfeited],
        .refundDue: [.refunded],
    ]

    /// Money has come in since the registration.
    package var hasArrived: Bool { self != .required && self != .declared }

    package func allows(_ next: DepositState) -> Bool { DepositState.moves[self]?.contains(next) ?? false }
}

/// One bidder of one lot, as the projection keeps it.
package struct BidderRow: Sendable, Hashable {
    package let bidder: BidderID
    package let lot: LotID
    package let party: PartyID
    package let state: BidderState
    package let deposit: DepositState
    /// 0 before the auction opens.
    package let paddle: Int64
    /// A member of the collective that offers the lot: first on equal terms.
    package let isMember: Bool
    /// What has arrived of the deposit, and the bank's reference of the last arrival.
    package let paid: Money
    package let reference: String?

    package init(
        bidder: BidderID, lot: LotID, party: PartyID, state: BidderState, deposit: DepositState, paddle: Int64 = 0,
        isMember: Bool = false, paid: Money = .zero, reference: String? = nil
    ) {
        self.bidder = bidder
        self.lot = lot
        self.party = party
        self.state = state
        self.deposit = deposit
        self.paddle = paddle
        self.isMember = isMember
        self.paid = paid
        self.reference = reference
    }
}
