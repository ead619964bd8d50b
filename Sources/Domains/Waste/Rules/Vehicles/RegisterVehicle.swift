package import Kernel
package import Registry
package import Storage

/// Enters a vehicle: its plate, what it carries and how much, what it weighs empty by its papers, and whose it is.
package struct RegisterVehicle: WasteCommand {
    package var vehicle: VehicleID?
    package let place: DivisionID
    package let plate: String
    package let carries: [WasteStream]
    package let capacity: Int64
    package let tare: Int64
    package let owner: OrganisationID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.newName("vehicle", \.vehicle), place: pass.value("place", \.place),
            plate: pass.value("plate", \.plate), carries: pass.values("carries", \.carries),
            capacity: pass.whole("capacity", \.capacity, in: VehicleDomain.self),
            tare: pass.whole("tare", \.tare, in: VehicleDomain.self), owner: pass.value("owner", \.owner))
    }

    package static let name = "registerVehicle"
    package static var title: Message { VehicleText.registerVehicle }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .placeUnknown, .vehicleKnown, .vehicleMissing, .plateKnown, .ownerUnknown, .nothingCarried,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("vehicle", identifier(context).text) }

    private func identifier(_ context: Context) -> VehicleID { vehicle ?? context.derivedIdentifier(.vehicle) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        package let isKnownOwner: Bool
        /// Whether a vehicle in use has the plate.
        package let isPlateTaken: Bool
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw WasteRefusal.placeUnknown(place) }
        guard state.vehicle == nil else { throw WasteRefusal.vehicleKnown(id) }
        guard !plate.isBlank else { throw WasteRefusal.vehicleMissing.at("plate") }
        guard !facts.isPlateTaken else { throw WasteRefusal.plateKnown(plate) }
        guard facts.isKnownOwner else { throw WasteRefusal.ownerUnknown(owner) }
        let streams = WasteStream.allCases.filter(carries.contains)
        guard !streams.isEmpty else { throw WasteRefusal.nothingCarried() }
        return [
            VehicleRegistered(
                vehicle: id, place: place, plate: plate, carries: streams, capacity: capacity, tare: tare,
                day: context.now.date, owner: owner)
        ]
    }
}

/// A vehicle stands in the register.
package struct VehicleRegistered: WasteEvent {
    package let vehicle: VehicleID
    package let place: DivisionID
    package let plate: String
    package let carries: [WasteStream]
    package let capacity: Int64
    package let tare: Int64
    package let day: CivilDate
    package let owner: OrganisationID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), place: pass.value("place", \.place),
            plate: pass.value("plate", \.plate), carries: pass.values("carries", \.carries),
            capacity: pass.whole("capacity", \.capacity, in: VehicleDomain.self),
            tare: pass.whole("tare", \.tare, in: VehicleDomain.self), day: pass.value("day", \.day),
            owner: pass.value("owner", \.owner))
    }

    package static let name = "vehicleRegistered"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.vehicle = Vehicle(
            id: vehicle, place: place, plate: plate, carries: carries, capacity: capacity, tare: tare, tareDay: day)
    }
}
