package import Kernel
package import Registry
package import Storage

/// Puts a party on the list of those who may not bid: with the reason, a term, and the decision it rests on.
package struct DebarParty: DebarmentVerb {
    package let party: PartyID
    package let cause: DebarmentCause
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
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .partyUnknown, .barTermMissing]

    package struct Facts: Sendable {
        /// Where the party is registered; nil when it is not.
        package let home: DivisionID?
        /// The county's term for the cause, where it has one.
        package let months: Int64?
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.home }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard let place = facts.home else {
            throw ExchangeRefusal.partyUnknown()
        }
        try ExchangeRefusal.requireReasons(reasons)
        try ExchangeRefusal.requireReasons(source)
        let today = context.now.date
        let term = facts.months.map { today.adding(months: Int($0)) }
        guard let last = until ?? term, last > today else { throw ExchangeRefusal.barTermMissing() }
        return [
            PartyDebarred(
                party: party, place: place, cause: cause, until: last, reasons: reasons, source: source)
        ]
    }
}

/// Registrations of the party are refused until the last day is over.
package struct PartyDebarred: ExchangeEvent {
    package let party: PartyID
    package let place: DivisionID
    package let cause: DebarmentCause
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
