package import Kernel
package import Registry
package import Storage

/// The bidder's right of reply.
package struct ReplyToForfeiture: BidderVerb {
    package let bidder: BidderID
    package let reply: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bidder: pass.value("bidder", \.bidder), reply: pass.personal("reply", \.reply, of: .unnamed))
    }

    package static let name = "replyToForfeiture"
    package static var title: Message { ExchangeText.Command.replyToForfeiture }
    package static let access: Access = [.own(.stationAgent), .mine(.bidder)]
    package static let refusals: [ExchangeRefusal] = [.noForfeiture]

    package typealias Facts = Registration

    package func holder(_ state: ExchangeState, _ facts: Facts, _ context: Context) -> PersonID? { facts.holder }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard let open = state.forfeiture, context.now < open.replyUntil else {
            throw ExchangeRefusal.noForfeiture()
        }
        guard let row = facts.row else { throw ExchangeRefusal.noForfeiture() }
        let subject = DataSubject(of: row.party)
        return [
            ForfeitureReplied(
                bidder: bidder, reply: Personal(reply.content, of: subject),
                party: Confidential(row.party, of: subject))
        ]
    }
}

/// What was written stays out of the leaf.
package struct ForfeitureReplied: ExchangeEvent {
    package let bidder: BidderID
    package let reply: Personal<String>
    /// Who replied; absent in entries of earlier programs.
    package var party: Confidential<PartyID>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let party = pass.optionalConfidential("party", \.party, of: .unnamed)
        let subject = DataSubject(of: party)
        return Self(
            bidder: pass.value("bidder", \.bidder), reply: pass.personal("reply", \.reply, of: subject),
            party: party.map { Confidential($0.content, of: subject) })
    }

    package static let name = "forfeitureReplied"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
