package import Kernel
package import Registry
package import Storage

/// Asks who holds a paddle, with a reason. The entry names the desk, the lot, the paddle and the reason to everybody, and the
/// person is told; who is behind it is shown to that desk alone (decision record 0391).
package struct LookBehindBid: LotVerb {
    package let lot: LotID
    package let paddle: Int64
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), paddle: pass.whole("paddle", \.paddle, in: CountDomain.self),
            reason: pass.value("reasons", \.reason))
    }

    package static let name = "lookBehindBid"
    package static var title: Message { LookText.look }
    package static let access: Access = .own(.supervisor, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .reasonsMissing, .bidderUnknown]

    package struct Facts: Sendable {
        /// The registration with that paddle; nil where nobody has it.
        package let bidder: BidderID?
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try ExchangeRefusal.requireReasons(reason)
        guard let bidder = facts.bidder else { throw ExchangeRefusal.bidderUnknown() }
        return [
            BidLookedBehind(
                lot: self.lot, village: lot.village, paddle: paddle, reason: reason,
                bidder: Confidential(bidder, of: .registrations))
        ]
    }
}

/// A desk looked at who holds a paddle. The entry says which desk, why, and when.
package struct BidLookedBehind: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let reason: String
    package let bidder: Confidential<BidderID>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), reason: pass.value("reason", \.reason),
            bidder: pass.confidential("bidder", \.bidder, of: .registrations))
    }

    package static let name = "bidLookedBehind"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
