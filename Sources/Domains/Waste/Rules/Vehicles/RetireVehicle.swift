package import Kernel
package import Storage

/// Takes a vehicle out of use: no ticket names it any more, and its plate may be another's. Old tickets stay.
package struct RetireVehicle: VehicleVerb {
    package let vehicle: VehicleID
    package let reason: VehicleEnd

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(vehicle: pass.value("vehicle", \.vehicle), reason: pass.value("reason", \.reason))
    }

    package static let name = "retireVehicle"
    package static var title: Message { VehicleText.retireVehicle }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.vehicleUnknown, .vehicleRetired]

    package func decide(_ subject: Vehicle, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard !subject.isRetired else { throw WasteRefusal.vehicleRetired(subject.plate) }
        return [VehicleRetired(vehicle: vehicle, place: subject.place, reason: reason)]
    }
}

/// A vehicle is no longer used.
package struct VehicleRetired: WasteEvent {
    package let vehicle: VehicleID
    package let place: DivisionID
    package let reason: VehicleEnd

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), place: pass.value("place", \.place),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "vehicleRetired"

    package func change(_ state: inout Waste.State, at instant: Instant) { state.vehicle?.isRetired = true }
}
