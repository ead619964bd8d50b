package import Kernel
package import Storage

/// Takes a round off its driver's page. What was marked stays on record.
package struct CancelRound: RoundVerb {
    package let round: WasteRoundID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(round: pass.value("round", \.round))
    }

    package static let name = "cancelRound"
    package static var title: Message { RoundText.cancelRound }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.roundUnknown, .roundCancelled]

    package func decide(_ subject: CollectionRound, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard !subject.isCancelled else { throw WasteRefusal.roundCancelled(round) }
        return [RoundCancelled(round: round, place: subject.place)]
    }
}

/// A round is not driven.
package struct RoundCancelled: WasteEvent {
    package let round: WasteRoundID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(round: pass.value("round", \.round), place: pass.value("place", \.place))
    }

    package static let name = "roundCancelled"

    package func change(_ state: inout Waste.State, at instant: Instant) { state.round?.isCancelled = true }
}
