package import Kernel
package import Registry
package import Storage

/// Registers a party as bidder for a lot; by itself, or at the station with its signed slip.
package struct RegisterBidder: ExchangeCommand {
    package let lot: LotID
    package var bidder: BidderID?
    package let party: PartyID
    /// The bank account the deposit comes from and goes back to.
    package let account: Personal<String>
    /// Digest of the signed application, when a clerk enters it for somebody.
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), bidder: pass.newName("bidder", \.bidder),
            party: pass.value("party", \.party), account: pass.personal("account", \.account, of: .unnamed),
            slip: pass.optionalPaper("slip", \.slip))
    }

    package static let name = "registerBidder"
    package static var title: Message { ExchangeText.Command.registerBidder }
    package static let access: Access = [.own(.stationAgent), .mine(.bidder)]
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .slipMissing, .slipNotFromDesk, .registrationClosed, .partyUnknown, .alreadyRegistered, .barred,
        .conflicted,
        .accountShared, .membersOnly,
    ]

    package func stream(_ context: Context) -> StreamID {
        .bidder(bidder ?? context.derivedIdentifier(.bidder))
    }

    package struct Facts: Sendable {
        /// Nil when there is no such lot.
        package let outline: LotOutline?
        package let isKnown: Bool
        package let alreadyRegistered: Bool
        package let isConflicted: Bool
        package let barredUntil: CivilDate?
        package let accountUsedByAnother: Bool
        /// A member of the collective that offers the lot.
        package let isMember: Bool
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.outline?.village }
    package func holder(_ state: ExchangeState, _ facts: Facts, _ context: Context) -> PersonID? {
        PersonID(party.text)
    }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard let outline = facts.outline else { throw ExchangeRefusal.lotUnknown() }
        try context.principal.check(slip: slip)
        guard outline.state == .listed, let closesAt = outline.closesAt, context.now < closesAt else {
            throw ExchangeRefusal.registrationClosed()
        }
        guard facts.isKnown else { throw ExchangeRefusal.partyUnknown() }
        guard !facts.alreadyRegistered else { throw ExchangeRefusal.alreadyRegistered() }
        if let day = facts.barredUntil, day > context.now.date {
            throw ExchangeRefusal.barred(day)
        }
        guard facts.isMember || !outline.isForMembersOnly else { throw ExchangeRefusal.membersOnly() }
        guard !facts.isConflicted else { throw ExchangeRefusal.conflicted() }
        guard !facts.accountUsedByAnother else { throw ExchangeRefusal.accountShared() }
        let bidder = bidder ?? context.derivedIdentifier(.bidder)
        let subject = DataSubject(of: party)
        return [
            BidderRegistered(
                bidder: bidder, lot: Confidential(lot, of: .registrations), party: Confidential(party, of: subject),
                account: Personal(account.content, of: subject),
                accountMark: account.content.map { Personal(context.marks.of(account: $0), of: subject) }, slip: slip)
        ]
    }
}

/// Says neither for which lot nor who: counting leaves tells nobody how many rivals there are.
package struct BidderRegistered: ExchangeEvent {
    package let bidder: BidderID
    package let lot: Confidential<LotID>
    package let party: Confidential<PartyID>
    package let account: Personal<String>
    /// The account's keyed mark; absent in entries of earlier programs. A projection has no key, so the rule makes it.
    package var accountMark: Personal<String>?
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let bidder = pass.value("bidder", \.bidder)
        let lot = pass.confidential("lot", \.lot, of: .registrations)
        let party = pass.confidential("party", \.party, of: .unnamed)
        let subject = DataSubject(of: party)
        return Self(
            bidder: bidder, lot: lot, party: Confidential(party.content, of: subject),
            account: pass.personal("account", \.account, of: subject),
            accountMark: pass.optionalPersonal("accountMark", \.accountMark, of: subject),
            slip: pass.optionalPaper("slip", \.slip))
    }

    package static let name = "bidderRegistered"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if accountMark == nil { state.unmarkedAccount = account }
    }
}
