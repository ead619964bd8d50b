package import Kernel
package import Registry

/// Why a party may not bid for a while.
package enum BarCause: String, FieldChoice, Sendable {
    case breach, collusion, falsePapers, otherLegal

    /// The county's term; nil where the decision itself names the last day.
    var months: ParameterKey? {
        switch self {
        case .breach: .blacklistBreachMonths
        case .collusion: .blacklistCollusionMonths
        case .falsePapers, .otherLegal: nil
        }
    }
}

/// A verb on a party's record of bars.
package protocol BarVerb: Verb {
    var party: PartyID { get }
}

extension BarVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("party-bars", party.text) }
}

/// Puts a party on the list of those who may not bid: with the reason, a term, and the decision it rests on.
package struct BarParty: BarVerb {
    package let party: PartyID
    package let cause: BarCause
    /// The last day; for a breach and for collusion the county's months by default.
    package var until: CivilDate?
    package let reasons: String
    /// The decision's number, or the digest of its document.
    package let source: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            party: pass.value("party", \.party), cause: pass.value("cause", \.cause),
            until: pass.optional("until", \.until), reasons: pass.value("reasons", \.reasons),
            source: pass.value("source", \.source))
    }

    package static let name = "barParty"
    package static var title: Message { ExchangeText.Command.barParty }
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .partyUnknown, .barTermMissing]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        guard facts.party?.isKnown == true, let place = facts.place else {
            throw ExchangeRefusal.partyUnknown()
        }
        try ExchangeRefusal.requireReasons(reasons)
        try ExchangeRefusal.requireReasons(source)
        let today = context.now.date
        let term = cause.months.map { today.adding(months: Int(facts.figures[$0])) }
        guard let last = until ?? term, last > today else { throw ExchangeRefusal.barTermMissing() }
        return [
            .partyBarred(
                PartyBarred(
                    party: party, place: place, cause: cause, until: last, reasons: reasons, source: source))
        ]
    }
}

/// Registrations of the party are refused until the last day is over.
package struct PartyBarred: ExchangeEvent {
    package let party: PartyID
    package let place: DivisionID
    package let cause: BarCause
    package let until: CivilDate
    package let reasons: String
    package let source: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            party: pass.value("party", \.party), place: pass.value("place", \.place),
            cause: pass.value("cause", \.cause), until: pass.value("until", \.until),
            reasons: pass.value("reasons", \.reasons), source: pass.value("source", \.source))
    }

    package static let name = "partyBarred"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

/// Takes a party off the list before its day, with the reason; the record stays.
package struct LiftBar: BarVerb {
    package let party: PartyID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(party: pass.value("party", \.party), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "liftBar"
    package static var title: Message { ExchangeText.Command.liftBar }
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .partyUnknown, .notBarred]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        guard facts.party?.isKnown == true, let place = facts.place else {
            throw ExchangeRefusal.partyUnknown()
        }
        try ExchangeRefusal.requireReasons(reasons)
        guard let until = facts.party?.barredUntil, until >= context.now.date else {
            throw ExchangeRefusal.notBarred()
        }
        return [.barLifted(BarLifted(party: party, place: place, liftedOn: context.now.date, reasons: reasons))]
    }
}

/// The party may register again from this day on.
package struct BarLifted: ExchangeEvent {
    package let party: PartyID
    package let place: DivisionID
    package let liftedOn: CivilDate
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            party: pass.value("party", \.party), place: pass.value("place", \.place),
            liftedOn: pass.value("liftedOn", \.liftedOn), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "barLifted"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
