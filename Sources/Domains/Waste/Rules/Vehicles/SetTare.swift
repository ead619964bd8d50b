package import Kernel
package import Storage

/// Weighs a vehicle empty on a scale that is verified; from that day on its tickets are held against this tare.
package struct SetTare: VehicleVerb {
    package let vehicle: VehicleID
    package let tare: Int64
    package let day: CivilDate
    package let scale: ScaleID
    /// The number on the scale's slip.
    package let slip: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), tare: pass.whole("tare", \.tare, in: VehicleDomain.self),
            day: pass.value("day", \.day), scale: pass.value("scale", \.scale), slip: pass.value("slip", \.slip))
    }

    package static let name = "setTare"
    package static var title: Message { VehicleText.setTare }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .vehicleUnknown, .vehicleRetired, .scaleUnknown, .dayToCome, .tareOlder, .scaleNotVerified, .slipMissing,
    ]

    package struct Facts: Sendable {
        package let scale: Scale?
    }

    package func decide(_ subject: Vehicle, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard !subject.isRetired else { throw WasteRefusal.vehicleRetired(subject.plate) }
        guard let scale = facts.scale else { throw WasteRefusal.scaleUnknown(scale) }
        guard day <= context.now.date else { throw WasteRefusal.dayToCome() }
        guard day >= subject.tareDay else { throw WasteRefusal.tareOlder(subject.tareDay) }
        guard day <= scale.until else { throw WasteRefusal.scaleNotVerified(scale.until) }
        guard !slip.isBlank else { throw WasteRefusal.slipMissing() }
        return [
            TareSet(vehicle: vehicle, place: subject.place, tare: tare, day: day, scale: scale.id, slip: slip)
        ]
    }
}

/// A vehicle was weighed empty.
package struct TareSet: WasteEvent {
    package let vehicle: VehicleID
    package let place: DivisionID
    package let tare: Int64
    package let day: CivilDate
    package let scale: ScaleID
    package let slip: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), place: pass.value("place", \.place),
            tare: pass.whole("tare", \.tare, in: VehicleDomain.self), day: pass.value("day", \.day),
            scale: pass.value("scale", \.scale), slip: pass.value("slip", \.slip))
    }

    package static let name = "tareSet"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.vehicle?.tare = tare
        state.vehicle?.tareDay = day
    }
}
