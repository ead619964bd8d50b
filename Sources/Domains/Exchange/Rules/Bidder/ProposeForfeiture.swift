import EventLog
package import Kernel
import Registry
package import Storage

/// Proposes not to give a deposit back: with a listed cause and a decision document. The bidder may reply first.
package struct ProposeForfeiture: BidderVerb {
    package let bidder: BidderID
    package let cause: ForfeitureCause
    package let decision: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder), cause: pass.value("cause", \.cause),
            decision: pass.paper("decisionDigest", \.decision))
    }

    package static let name = "proposeForfeiture"
    package static var title: Message { ExchangeText.Command.proposeForfeiture }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .bidderUnknown, .depositStep]

    package struct Facts: Sendable {
        package let registration: Registration
        /// Working days the bidder has to reply; nil without a registration.
        package let replyDays: Int64?
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.registration.outline?.village }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        _ = try facts.registration.bidder(moving: .forfeited)
        try ExchangeRefusal.requireReasons(decision)
        guard let days = facts.replyDays else { throw ExchangeRefusal.bidderUnknown() }
        return [
            ForfeitureProposed(
                bidder: bidder, cause: cause, decision: decision, proposer: context.principal.person,
                replyUntil: try context.calendar.end(ofWorkingDays: Int(days), from: context.now))
        ]
    }
}

/// Nothing is taken yet.
package struct ForfeitureProposed: ExchangeEvent {
    package let bidder: BidderID
    package let cause: ForfeitureCause
    package let decision: String
    package let proposer: PersonID
    package let replyUntil: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder), cause: pass.value("cause", \.cause),
            decision: pass.paper("decisionDigest", \.decision), proposer: pass.value("proposer", \.proposer),
            replyUntil: pass.value("replyUntil", \.replyUntil))
    }

    package static let name = "forfeitureProposed"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.forfeiture = Forfeiture(proposer: proposer, replyUntil: replyUntil)
    }
}

/// Why a deposit may be kept (section 1.7).
package enum ForfeitureCause: String, FieldChoice, Sendable {
    case notSigned, notPaid, collusion, falsePapers, withdrawal
}

/// A forfeiture that waits for the reply and the second person.
package struct Forfeiture: Sendable, Hashable {
    package let proposer: PersonID
    package let replyUntil: Instant
}
