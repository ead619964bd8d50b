package import Kernel
import Registry

/// Proposes not to give a deposit back: with a listed cause and a decision document. The bidder may reply first.
package struct ProposeForfeiture: BidderVerb {
    package let bidder: BidderID
    package let cause: ForfeitureCause
    package let decision: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder), cause: pass.value("cause", \.cause),
            decision: pass.value("decisionDigest", \.decision))
    }

    package static let name = "proposeForfeiture"
    package static var title: Message { ExchangeText.Command.proposeForfeiture }
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .bidderUnknown, .depositStep]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        _ = try facts.bidder(moving: .forfeited)
        try ExchangeRefusal.requireReasons(decision)
        let days = Int(facts.figures[.objectionReplyDays])
        return [
            .forfeitureProposed(
                ForfeitureProposed(
                    bidder: bidder, cause: cause, decision: decision, proposer: context.principal.person,
                    replyUntil: try context.calendar.end(ofWorkingDays: days, from: context.now)))
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
            decision: pass.value("decisionDigest", \.decision), proposer: pass.value("proposer", \.proposer),
            replyUntil: pass.value("replyUntil", \.replyUntil))
    }

    package static let name = "forfeitureProposed"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.forfeiture = Forfeiture(proposer: proposer, replyUntil: replyUntil)
    }
}

/// The bidder's right of reply.
package struct ReplyToForfeiture: BidderVerb {
    package let bidder: BidderID
    package let reply: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reply: pass.personal("reply", \.reply, of: .objections))
    }

    package static let name = "replyToForfeiture"
    package static var title: Message { ExchangeText.Command.replyToForfeiture }
    package static let refusals: [ExchangeRefusal] = [.noForfeiture]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        guard let open = state.forfeiture, context.now < open.replyUntil else {
            throw ExchangeRefusal.noForfeiture()
        }
        return [.forfeitureReplied(ForfeitureReplied(bidder: bidder, reply: reply))]
    }
}

/// What was written stays out of the leaf.
package struct ForfeitureReplied: ExchangeEvent {
    package let bidder: BidderID
    package let reply: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reply: pass.personal("reply", \.reply, of: .objections))
    }

    package static let name = "forfeitureReplied"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

/// Takes the deposit for good, by a second person and only after the time for the reply.
package struct ApproveForfeiture: BidderVerb {
    package let bidder: BidderID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder))
    }

    package static let name = "approveForfeiture"
    package static var title: Message { ExchangeText.Command.approveForfeiture }
    package static let refusals: [ExchangeRefusal] = [
        .sameEyes, .notYetDue, .bidderUnknown, .depositStep, .noForfeiture,
    ]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        _ = try facts.bidder(moving: .forfeited)
        guard let open = state.forfeiture else { throw ExchangeRefusal.noForfeiture() }
        guard context.principal.person != open.proposer else { throw ExchangeRefusal.sameEyes() }
        guard context.now >= open.replyUntil else { throw ExchangeRefusal.notYetDue(open.replyUntil) }
        return [.depositForfeited(DepositForfeited(bidder: bidder, approver: context.principal.person))]
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

/// Why a deposit may be kept (section 1.7).
package enum ForfeitureCause: String, FieldChoice, Sendable {
    case notSigned, notPaid, collusion, falsePapers, withdrawal
}

/// A forfeiture that waits for the reply and the second person.
package struct Forfeiture: Sendable, Hashable {
    package let proposer: PersonID
    package let replyUntil: Instant
}
