package import Kernel
package import Registry
package import Storage

/// Takes a party off the list before its day, with the reason; the record stays.
package struct LiftDebarment: DebarmentVerb {
    package let party: PartyID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(party: pass.value("party", \.party), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "liftBar"
    package static var title: Message { ExchangeText.Command.liftBar }
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .partyUnknown, .notBarred]

    package struct Facts: Sendable {
        /// Where the party is registered; nil when it is not.
        package let home: DivisionID?
        package let barredUntil: CivilDate?
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.home }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard let place = facts.home else {
            throw ExchangeRefusal.partyUnknown()
        }
        try ExchangeRefusal.requireReasons(reasons)
        guard let until = facts.barredUntil, until >= context.now.date else {
            throw ExchangeRefusal.notBarred()
        }
        return [DebarmentLifted(party: party, place: place, liftedOn: context.now.date, reasons: reasons)]
    }
}

/// The party may register again from this day on.
package struct DebarmentLifted: ExchangeEvent {
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
