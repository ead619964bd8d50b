package import Kernel
package import Storage

/// Begins a driver's shift with a vehicle: by the driver on a phone, or by a desk. A vehicle has one driver at a time, and a
/// driver one vehicle.
package struct StartShift: VehicleVerb {
    package let vehicle: VehicleID
    /// The account the driver signs in with.
    package let driver: OfficeID
    /// When it began; absent: now.
    package var at: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), driver: pass.value("driver", \.driver),
            at: pass.optional("at", \.at))
    }

    package static let name = "startShift"
    package static var title: Message { ShiftText.start }
    package static let access: Access = [.own(.stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [WasteRefusal] = [
        .vehicleUnknown, .vehicleRetired, .driverUnknown, .vehicleOnShift, .driverOnShift, .shiftLater, .shiftLongAgo,
    ]

    package struct Facts: Sendable {
        /// Whose account the driver signs in with, where it is open and a person's own.
        package let driver: PersonID?
        /// The plate of the vehicle the driver is on shift with.
        package let other: String?
        /// When the last shift of the vehicle or of the driver ended.
        package let lastEnd: Instant?
    }

    package func holder(_ subject: Vehicle, _ facts: Facts, _ context: Context) -> PersonID? { facts.driver }

    package func decide(_ subject: Vehicle, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard !subject.isRetired else { throw WasteRefusal.vehicleRetired(subject.plate) }
        guard facts.driver != nil else { throw WasteRefusal.driverUnknown() }
        guard subject.shift == nil else { throw WasteRefusal.vehicleOnShift(subject.plate) }
        if let other = facts.other { throw WasteRefusal.driverOnShift(other) }
        let said = at ?? context.now
        guard said <= context.now.adding(seconds: Shift.aheadSeconds) else { throw WasteRefusal.shiftLater() }
        let began = min(said, context.now)
        guard began >= context.now.adding(seconds: -Shift.mostSeconds), facts.lastEnd.map({ began >= $0 }) ?? true
        else { throw WasteRefusal.shiftLongAgo() }
        return [ShiftStarted(vehicle: vehicle, place: subject.place, driver: driver, startedAt: began)]
    }
}

/// A driver's shift with a vehicle has begun.
package struct ShiftStarted: WasteEvent {
    package let vehicle: VehicleID
    package let place: DivisionID
    package let driver: OfficeID
    package let startedAt: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), place: pass.value("place", \.place),
            driver: pass.value("driver", \.driver), startedAt: pass.value("startedAt", \.startedAt))
    }

    package static let name = "shiftStarted"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.vehicle?.shift = Shift(driver: driver, startedAt: startedAt)
    }
}
