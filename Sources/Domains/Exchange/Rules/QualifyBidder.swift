package import Kernel
import Registry

/// Admits a bidder whose papers and deposit are right.
package struct QualifyBidder: BidderVerb {
    package let bidder: BidderID
    /// For a company that takes much land: digest of the capacity review (Rural Land Contracting Law, art. 45).
    package var capacityReview: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), capacityReview: pass.optional("capacityReview", \.capacityReview))
    }

    package static let name = "qualifyBidder"
    package static var title: Message { ExchangeText.Command.qualifyBidder }
    package static let refusals: [ExchangeRefusal] = [
        .checklistIncomplete, .registrationClosed, .bidderUnknown, .depositMissing, .membersOnly,
    ]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        let row = try facts.bidder(in: .registered, .docsPending)
        guard facts.outline?.state == .listed else { throw ExchangeRefusal.registrationClosed() }
        guard row.deposit.isSecured else { throw ExchangeRefusal.depositMissing() }
        guard row.isMember || facts.outline?.isForMembersOnly != true else {
            throw ExchangeRefusal.membersOnly()
        }
        guard facts.party?.needsCapacityReview != true || capacityReview?.isEmpty == false else {
            throw ExchangeRefusal.checklistIncomplete(ExchangeText.materials([.capacityReview]))
        }
        return [.bidderQualified(BidderQualified(bidder: bidder, capacityReview: capacityReview))]
    }
}

/// The bidder will be dealt a paddle.
package struct BidderQualified: ExchangeEvent {
    package let bidder: BidderID
    package var capacityReview: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), capacityReview: pass.optional("capacityReview", \.capacityReview))
    }

    package static let name = "bidderQualified"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

/// Refuses a bidder, with the reason; the deposit goes back.
package struct RefuseBidder: BidderVerb {
    package let bidder: BidderID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "refuseBidder"
    package static var title: Message { ExchangeText.Command.refuseBidder }
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .registrationClosed, .bidderUnknown]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        try ExchangeRefusal.requireReasons(reasons)
        _ = try facts.bidder(in: .registered, .docsPending, .qualified)
        guard facts.outline?.state == .listed else { throw ExchangeRefusal.registrationClosed() }
        return [.bidderRefused(BidderRefused(bidder: bidder, reasons: reasons))]
    }
}

/// A deposit that is there becomes due for refund.
package struct BidderRefused: ExchangeEvent {
    package let bidder: BidderID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "bidderRefused"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
