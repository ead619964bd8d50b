package import Kernel

package enum VehicleName {}
package typealias VehicleID = Identifier<VehicleName>

/// What a vehicle weighs empty, or may carry, in kilograms.
package enum VehicleDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...100_000
    package static let unit = "kg"
}

/// Why a vehicle is no longer used.
package enum VehicleEnd: String, FieldChoice { case sold, scrapped, contractEnded }

/// A vehicle of the register. Its plate is what stands on tickets; of two vehicles one at most has it at a time.
package struct Vehicle: Sendable, Hashable {
    package let id: VehicleID
    package let place: DivisionID
    package let plate: String
    /// The streams it carries; what was sorted is not mixed again on the way (GB/T 19095-2019).
    package let carries: [WasteStream]
    /// What it may carry, in kilograms.
    package let capacity: Int64
    /// What it weighs empty, and since which day.
    package internal(set) var tare: Int64
    package internal(set) var tareDay: CivilDate
    package internal(set) var isRetired = false
    /// The shift it is on.
    package internal(set) var shift: Shift?

    package func check(_ invariants: inout Invariants) {
        invariants.hold(tare > 0 && capacity > 0, "\(id) weighs nothing or carries nothing")
        invariants.hold(!carries.isEmpty, "\(id) carries no stream")
    }
}

/// What a county says of tares and loads on a day.
package struct TareRule: Sendable, Hashable {
    /// How far the tare of a ticket may be off the registered one, in ten thousandths (`waste.tare.stray`).
    package let stray: Int64
    /// For how many days a registered tare holds (`waste.tare.mostDays`).
    package let days: Int
    /// The most net weight, in ten thousandths of the capacity (`waste.load.most`).
    package let load: Int64

    /// Whether a tare is as near the registered one as it has to be; on the very border it is.
    func holds(_ tare: Int64, of vehicle: Vehicle) -> Bool {
        Whole.product(abs(tare - vehicle.tare), 10_000) <= Whole.product(stray, vehicle.tare)
    }

    /// The most a vehicle may have weighed net.
    func most(of vehicle: Vehicle) -> Int64 { Int64(Whole.product(load, vehicle.capacity) / 10_000) }
}
