package import Kernel
package import Storage

/// Takes the pipe below a shaft off the list: laid anew, or entered wrongly.
package struct RemovePipe: FacilityVerb {
    package let facility: FacilityID
    package let shaft: String
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), shaft: pass.value("shaft", \.shaft),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "removePipe"
    package static var title: Message { CapacityText.remove }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .noSuchPipe, .markWithoutReason]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard subject.drains[shaft] != nil else { throw EnvironmentRefusal.noSuchPipe(shaft) }
        guard !reason.isBlank else { throw EnvironmentRefusal.markWithoutReason() }
        return [PipeRemoved(facility: facility, place: subject.place, shaft: shaft, reason: reason)]
    }
}

/// A pipe is off the list.
package struct PipeRemoved: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let shaft: String
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            shaft: pass.value("shaft", \.shaft), reason: pass.value("reason", \.reason))
    }

    package static let name = "pipeRemoved"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.drains[shaft] = nil
    }
}
