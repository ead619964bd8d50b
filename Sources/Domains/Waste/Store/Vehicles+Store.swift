package import Kernel
import Registry
package import Storage

extension RegisterVehicle {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isKnownPlace: try DivisionQueries.find(place, in: tx) != nil,
            isKnownOwner: try OrganisationQueries.find(owner, in: tx) != nil,
            isPlateTaken: try VehicleQueries.findInUse(plate, in: tx) != nil)
    }
}

extension SetTare {
    package func facts(on subject: Vehicle, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(scale: try WasteQueries.findScale(scale, in: tx))
    }
}

extension VehicleRegistered {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let streams = carries.map(\.rawValue).joined(separator: " ")
        try tx.run(
            """
            INSERT INTO waste_vehicle (id, division, plate, carries, capacity_kg, tare_kg, tare_day, owner)
            VALUES (\(vehicle), \(place), \(plate), \(streams), \(capacity), \(tare), \(day), \(owner))
            """)
        try tx.run(
            """
            INSERT INTO waste_tare (vehicle, entry, day, tare_kg) VALUES (\(vehicle), \(entry.index), \(day), \(tare))
            """)
    }
}

extension TareSet {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_vehicle SET tare_kg = \(tare), tare_day = \(day) WHERE id = \(vehicle)")
        try tx.run(
            """
            INSERT INTO waste_tare (vehicle, entry, day, tare_kg, scale, slip)
            VALUES (\(vehicle), \(entry.index), \(day), \(tare), \(scale), \(slip))
            """)
    }
}

extension VehicleRetired {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_vehicle SET retired_at = \(entry.at), ending = \(reason) WHERE id = \(vehicle)")
    }
}
