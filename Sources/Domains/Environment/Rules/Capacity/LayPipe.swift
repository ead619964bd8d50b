package import Kernel
package import Storage

/// Puts a pipe of the sewers that lead to a facility on the list. Each shaft drains through one pipe, so all pipes are a tree.
package struct LayPipe: FacilityVerb {
    package let facility: FacilityID
    package let pipe: SewerPipe

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(facility: pass.value("facility", \.facility), pipe: pass.inlined(\.pipe))
    }

    package static let name = "layPipe"
    package static var title: Message { CapacityText.lay }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .shaftMalformed, .pipeImpossible, .shaftDrains, .pipesLoop,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard SewerPipe.isName(pipe.upper), SewerPipe.isName(pipe.lower), pipe.upper != pipe.lower else {
            throw EnvironmentRefusal.shaftMalformed()
        }
        guard pipe.isPossible else { throw EnvironmentRefusal.pipeImpossible() }
        guard subject.drains[pipe.upper] == nil else { throw EnvironmentRefusal.shaftDrains(pipe.upper) }
        var shaft = pipe.lower
        while let next = subject.drains[shaft] {
            shaft = next
            guard shaft != pipe.upper else { throw EnvironmentRefusal.pipesLoop(pipe.upper) }
        }
        return [PipeLaid(facility: facility, place: subject.place, pipe: pipe)]
    }
}

/// A pipe stands on the list.
package struct PipeLaid: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let pipe: SewerPipe

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            pipe: pass.inlined(\.pipe))
    }

    package static let name = "pipeLaid"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.drains[pipe.upper] = pipe.lower
    }
}
