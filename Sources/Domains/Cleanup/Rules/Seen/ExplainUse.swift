package import Kernel
package import Storage

/// Says why a use without a contract is in order, with a paper. It takes somebody above the village: who let the land be used
/// does not put the finding away (record 0423).
package struct ExplainUse: ObservationVerb {
    package let observation: ObservationID
    package let reason: String
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.value("observation", \.observation), reason: pass.value("reason", \.reason),
            paper: pass.paper("paper", \.paper))
    }

    package static let name = "explainUse"
    package static var title: Message { SeenText.explainUse }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.noSuchObservation, .findingOver, .reasonMissing]

    package func decide(_ found: Observation, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard found.stage.isOpen else { throw CleanupRefusal.findingOver(observation) }
        guard !reason.isBlank else { throw CleanupRefusal.reasonMissing() }
        return [UseExplained(observation: observation, place: found.place, reason: reason, paper: paper)]
    }
}

/// A use without a contract is in order.
package struct UseExplained: CleanupEvent {
    package let observation: ObservationID
    package let place: DivisionID
    package let reason: String
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.value("observation", \.observation), place: pass.value("division", \.place),
            reason: pass.value("reason", \.reason), paper: pass.paper("paper", \.paper))
    }

    package static let name = "useExplained"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.observation?.stage = .explained }
}

/// A verb on an observation that is there.
package protocol ObservationVerb: CleanupCommand where Subject == Observation {
    var observation: ObservationID { get }
}

extension ObservationVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("observation", observation.text) }

    package func subject(of state: Cleanup.State) throws(Rejection) -> Observation {
        guard let found = state.observation else { throw CleanupRefusal.noSuchObservation(observation) }
        return found
    }

    package func place(_ found: Observation, _ facts: Facts) -> DivisionID? { found.place }
}
