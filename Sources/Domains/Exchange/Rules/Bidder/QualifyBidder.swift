package import Kernel
import Registry
package import Storage

/// Admits a bidder whose papers and deposit are right.
package struct QualifyBidder: BidderVerb {
    package let bidder: BidderID
    /// For a company that takes much land: digest of the capacity review (Rural Land Contracting Law, art. 45).
    package var capacityReview: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder),
            capacityReview: pass.optionalPaper("capacityReview", \.capacityReview))
    }

    package static let name = "qualifyBidder"
    package static var title: Message { ExchangeText.Command.qualifyBidder }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .checklistIncomplete, .registrationClosed, .bidderUnknown, .depositMissing, .membersOnly,
    ]

    package struct Facts: Sendable {
        package let registration: Registration
        /// A company that takes more land than the county lets pass without a review of its capacity (art. 45).
        package let needsCapacityReview: Bool
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.registration.outline?.village }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        let row = try facts.registration.bidder(in: .registered, .docsPending)
        guard facts.registration.outline?.state == .listed else { throw ExchangeRefusal.registrationClosed() }
        guard row.deposit.isSecured else { throw ExchangeRefusal.depositMissing() }
        guard row.isMember || facts.registration.outline?.isForMembersOnly != true else {
            throw ExchangeRefusal.membersOnly()
        }
        guard !facts.needsCapacityReview || capacityReview?.isEmpty == false else {
            throw ExchangeRefusal.checklistIncomplete(ExchangeText.materials([.capacityReview]))
        }
        return [BidderQualified(bidder: bidder, capacityReview: capacityReview)]
    }
}

/// The bidder will be dealt a paddle.
package struct BidderQualified: ExchangeEvent {
    package let bidder: BidderID
    package var capacityReview: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder),
            capacityReview: pass.optionalPaper("capacityReview", \.capacityReview))
    }

    package static let name = "bidderQualified"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
