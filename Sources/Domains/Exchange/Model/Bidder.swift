import Kernel

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

    package func allows(_ next: DepositState) -> Bool { DepositState.moves[self]?.contains(next) ?? false }
}
