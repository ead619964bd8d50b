package import Kernel
import Registry
package import Storage

/// Says that the deposit has been paid.
package struct DeclareDeposit: BidderVerb {
    package let bidder: BidderID
    package var reference: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reference: pass.optional("reference", \.reference))
    }

    package static let name = "declareDeposit"
    package static var title: Message { ExchangeText.Command.declareDeposit }
    package static let access: Access = [.own(.stationAgent), .mine(.bidder)]
    package static let refusals: [ExchangeRefusal] = [.bidderUnknown, .depositStep]

    package typealias Facts = Registration

    package func holder(_ state: ExchangeState, _ facts: Facts, _ context: Context) -> PersonID? { facts.holder }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        _ = try facts.bidder(moving: .declared)
        return [DepositDeclared(bidder: bidder, reference: reference)]
    }
}

/// The bank's word is still out.
package struct DepositDeclared: ExchangeEvent {
    package let bidder: BidderID
    package var reference: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reference: pass.optional("reference", \.reference))
    }

    package static let name = "depositDeclared"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
