package import Kernel
package import Storage

/// Ends the shift a vehicle is on: by its driver, or by a desk for one who forgot.
package struct EndShift: VehicleVerb {
    package let vehicle: VehicleID
    /// When it ended; absent: now.
    package var at: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(vehicle: pass.value("vehicle", \.vehicle), at: pass.optional("at", \.at))
    }

    package static let name = "endShift"
    package static var title: Message { ShiftText.end }
    package static let access: Access = [.own(.stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [WasteRefusal] = [
        .vehicleUnknown, .notOnShift, .shiftLater, .endsBeforeStart, .shiftTooLong,
    ]

    package struct Facts: Sendable {
        /// Whose account the driver of the shift signs in with.
        package let driver: PersonID?
    }

    package func holder(_ subject: Vehicle, _ facts: Facts, _ context: Context) -> PersonID? { facts.driver }

    package func decide(_ subject: Vehicle, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard let shift = subject.shift else { throw WasteRefusal.notOnShift(subject.plate) }
        let said = at ?? context.now
        guard said <= context.now.adding(seconds: Shift.aheadSeconds) else { throw WasteRefusal.shiftLater() }
        let ended = min(said, context.now)
        guard ended > shift.startedAt else { throw WasteRefusal.endsBeforeStart() }
        guard ended <= shift.startedAt.adding(seconds: Shift.mostSeconds) else { throw WasteRefusal.shiftTooLong() }
        return [
            ShiftEnded(vehicle: vehicle, place: subject.place, startedAt: shift.startedAt, endedAt: ended)
        ]
    }
}

/// A driver's shift with a vehicle has ended.
package struct ShiftEnded: WasteEvent {
    package let vehicle: VehicleID
    package let place: DivisionID
    package let startedAt: Instant
    package let endedAt: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), place: pass.value("place", \.place),
            startedAt: pass.value("startedAt", \.startedAt), endedAt: pass.value("endedAt", \.endedAt))
    }

    package static let name = "shiftEnded"

    package func change(_ state: inout Waste.State, at instant: Instant) { state.vehicle?.shift = nil }
}
