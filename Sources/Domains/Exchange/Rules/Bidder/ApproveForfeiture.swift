package import Kernel
import Registry
package import Storage

/// Takes the deposit for good, by a second person and only after the time for the reply.
package struct ApproveForfeiture: BidderVerb {
    package let bidder: BidderID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder))
    }

    package static let name = "approveForfeiture"
    package static var title: Message { ExchangeText.Command.approveForfeiture }
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .samePerson, .notYetDue, .bidderUnknown, .depositStep, .noForfeiture,
    ]

    package typealias Facts = Registration

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        _ = try facts.bidder(moving: .forfeited)
        guard let open = state.forfeiture else { throw ExchangeRefusal.noForfeiture() }
        guard context.principal.person != open.proposer else { throw ExchangeRefusal.samePerson() }
        guard context.now >= open.replyUntil else { throw ExchangeRefusal.notYetDue(open.replyUntil) }
        return [DepositForfeited(bidder: bidder, approver: context.principal.person)]
    }
}

/// The money is the owner's after costs.
package struct DepositForfeited: ExchangeEvent {
    package let bidder: BidderID
    package let approver: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), approver: pass.value("approver", \.approver))
    }

    package static let name = "depositForfeited"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.forfeiture = nil
    }
}
