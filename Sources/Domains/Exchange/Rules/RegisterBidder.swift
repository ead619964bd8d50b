package import Kernel
package import Registry

/// Registers a party as bidder for a lot; by itself, or at the station with its signed slip.
package struct RegisterBidder: Verb {
    package let lot: LotID
    package var bidder: BidderID?
    package let party: PartyID
    /// The bank account the deposit comes from and goes back to.
    package let account: Personal<String>
    /// Digest of the signed application, when a clerk enters it for somebody.
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), bidder: pass.optional("bidder", \.bidder),
            party: pass.value("party", \.party), account: pass.personal("account", \.account, of: .accounts),
            slip: pass.optional("slip", \.slip))
    }

    package static let name = "registerBidder"
    package static var title: Message { ExchangeText.Command.registerBidder }
    package static let rejections = [3003, 3055, 3080, 3081, 3082, 3083, 3084, 3085, 3104]

    package func stream(_ context: Context) -> StreamID {
        .bidder(bidder ?? context.derivedIdentifier("bidder"))
    }

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        guard let outline = facts.outline else { throw ExchangeRejection.lotUnknown.rejection }
        guard context.principal.person.text == party.text || slip?.isEmpty == false else {
            throw ExchangeRejection.slipMissing.rejection
        }
        guard outline.state == .listed, let closesAt = outline.closesAt, context.now < closesAt else {
            throw ExchangeRejection.registrationClosed.rejection
        }
        guard let known = facts.party, known.isKnown else { throw ExchangeRejection.partyUnknown.rejection }
        guard !known.alreadyRegistered else { throw ExchangeRejection.alreadyRegistered.rejection }
        if let day = known.barredUntil, day > context.now.date {
            throw ExchangeRejection.barred(until: day).rejection
        }
        guard known.isMember || !outline.isForMembersOnly else { throw ExchangeRejection.membersOnly.rejection }
        guard !known.isConflicted else { throw ExchangeRejection.conflicted.rejection }
        guard !known.accountUsedByAnother else { throw ExchangeRejection.accountShared.rejection }
        let bidder = bidder ?? context.derivedIdentifier("bidder")
        return [
            .bidderRegistered(
                BidderRegistered(
                    bidder: bidder, lot: Confidential(lot, of: .sealOfPaddles),
                    party: Confidential(party, of: .sealOfPaddles), account: account, slip: slip))
        ]
    }
}

/// Says neither for which lot nor who: counting leaves tells nobody how many rivals there are.
package struct BidderRegistered: ExchangeEvent {
    package let bidder: BidderID
    package let lot: Confidential<LotID>
    package let party: Confidential<PartyID>
    package let account: Personal<String>
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder), lot: pass.confidential("lot", \.lot, of: .sealOfPaddles),
            party: pass.confidential("party", \.party, of: .sealOfPaddles),
            account: pass.personal("account", \.account, of: .accounts), slip: pass.optional("slip", \.slip))
    }

    package static let name = "bidderRegistered"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
