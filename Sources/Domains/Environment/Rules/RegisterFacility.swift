package import HJ212
package import Kernel
package import Storage

/// Puts a facility on the list. From here on it has days to answer for.
package struct RegisterFacility: EnvironmentCommand {
    package var facility: FacilityID?
    package let place: DivisionID
    package let name: String
    package let kind: FacilityKind
    package let design: Micro

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.newName("facility", \.facility), place: pass.value("place", \.place),
            name: pass.value("name", \.name), kind: pass.value("kind", \.kind), design: pass.value("design", \.design))
    }

    package static let name = "registerFacility"
    package static var title: Message { EnvironmentText.registerFacility }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.placeUnknown, .facilityKnown, .nameMissing, .designMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("facility", identifier(context).text) }

    private func identifier(_ context: Context) -> FacilityID { facility ?? context.derivedIdentifier(.facility) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
    }

    package func place(_ state: Environment.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Environment.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw EnvironmentRefusal.placeUnknown(place) }
        guard state.facility == nil else { throw EnvironmentRefusal.facilityKnown(id) }
        guard !name.isBlank else { throw EnvironmentRefusal.nameMissing() }
        guard design.units > 0 else { throw EnvironmentRefusal.designMissing() }
        return [FacilityRegistered(facility: id, place: place, name: name, kind: kind, design: design)]
    }
}

/// A facility stands on the list.
package struct FacilityRegistered: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let name: String
    package let kind: FacilityKind
    package let design: Micro

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            name: pass.value("name", \.name), kind: pass.value("kind", \.kind), design: pass.value("design", \.design))
    }

    package static let name = "facilityRegistered"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility = Facility(id: facility, place: place, name: name, kind: kind, design: design)
    }
}
