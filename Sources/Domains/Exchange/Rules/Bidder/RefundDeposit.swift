package import Kernel
import Registry
package import Storage

/// Records that the deposit went back to the account it came from.
package struct RefundDeposit: BidderVerb {
    package let bidder: BidderID
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reference: pass.value("reference", \.reference))
    }

    package static let name = "refundDeposit"
    package static var title: Message { ExchangeText.Command.refundDeposit }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.bidderUnknown, .depositStep]

    package typealias Facts = Registration

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        _ = try facts.bidder(moving: .refunded)
        return [DepositRefunded(bidder: bidder, reference: reference)]
    }
}

/// The bidder is even with the exchange.
package struct DepositRefunded: ExchangeEvent {
    package let bidder: BidderID
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reference: pass.value("reference", \.reference))
    }

    package static let name = "depositRefunded"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
