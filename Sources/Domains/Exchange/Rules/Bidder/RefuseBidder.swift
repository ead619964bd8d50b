package import Kernel
import Registry
package import Storage

/// Refuses a bidder, with the reason; the deposit goes back.
package struct RefuseBidder: BidderVerb {
    package let bidder: BidderID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "refuseBidder"
    package static var title: Message { ExchangeText.Command.refuseBidder }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .registrationClosed, .bidderUnknown]

    package typealias Facts = Registration

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try ExchangeRefusal.requireReasons(reasons)
        _ = try facts.bidder(in: .registered, .docsPending, .qualified)
        guard facts.outline?.state == .listed else { throw ExchangeRefusal.registrationClosed() }
        return [BidderRefused(bidder: bidder, reasons: reasons)]
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
