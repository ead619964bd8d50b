import Kernel
import Registry
import Storage

/// A vehicle as everyone may see it.
struct VehicleLine: Sendable {
    let vehicle: Vehicle
    let ownerName: String
    let ending: VehicleEnd?
}

/// One weighing of a vehicle without a load; of its papers where no scale stands beside it.
struct TareLine: Sendable {
    let day: CivilDate
    let tare: Int64
    let scaleName: String?
    let slip: String?
}

enum VehicleQueries {
    private static let vehicles: SQL = """
        SELECT waste_vehicle.id, waste_vehicle.division, plate, carries, capacity_kg, tare_kg, tare_day, ending, o.name
        FROM waste_vehicle JOIN organisation o ON o.id = waste_vehicle.owner
        """

    private static func line(_ row: Row) throws -> VehicleLine {
        let ending: VehicleEnd? = try row.find(7)
        let carries: String = try row.get(3)
        var vehicle = Vehicle(
            id: try row.get(0), place: try row.get(1), plate: try row.get(2),
            carries: carries.split(separator: " ").compactMap { WasteStream(rawValue: String($0)) },
            capacity: try row.get(4), tare: try row.get(5), tareDay: try row.get(6))
        vehicle.isRetired = ending != nil
        return VehicleLine(vehicle: vehicle, ownerName: try row.get(8), ending: ending)
    }

    static func find(_ id: VehicleID, in tx: any ReadTransaction) throws -> VehicleLine? {
        try tx.first("\(vehicles) WHERE waste_vehicle.id = \(id)").map(line)
    }

    /// The one vehicle in use with a plate.
    static func findInUse(_ plate: String, in tx: any ReadTransaction) throws -> Vehicle? {
        try tx.first("\(vehicles) WHERE plate = \(plate) AND retired_at IS NULL").map { try line($0).vehicle }
    }

    /// Those in use first, each by its plate.
    static func list(in tx: any ReadTransaction) throws -> [VehicleLine] {
        try tx.rows("\(vehicles) ORDER BY retired_at IS NOT NULL, plate, waste_vehicle.id LIMIT 2000").map(line)
    }

    /// In use, with plates that hold the words.
    static func findInUse(_ words: String, limit: Int, in tx: any ReadTransaction) throws -> [Vehicle] {
        let rows = try tx.rows("\(vehicles) WHERE retired_at IS NULL ORDER BY plate, waste_vehicle.id LIMIT 2000")
        let found = try rows.map { try line($0).vehicle }
        return Array(found.filter { words.isEmpty || $0.plate.contains(words) }.prefix(limit))
    }

    /// The latest first.
    static func listTares(of id: VehicleID, in tx: any ReadTransaction) throws -> [TareLine] {
        try tx.rows(
            """
            SELECT t.day, t.tare_kg, c.name, t.slip FROM waste_tare t LEFT JOIN waste_scale c ON c.id = t.scale
            WHERE t.vehicle = \(id) ORDER BY t.entry DESC LIMIT 100
            """
        ).map {
            TareLine(day: try $0.get(0), tare: try $0.get(1), scaleName: try $0.find(2), slip: try $0.find(3))
        }
    }

    /// What holds of tares and loads at a place on a day.
    static func rule(at place: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws -> TareRule {
        func value(_ key: ParameterKey) throws -> Int64 {
            try ParameterQueries.value(key, at: place, on: day, in: tx).value
        }
        return TareRule(
            stray: try value(.wasteTareStray), days: Int(try value(.wasteTareDays)), load: try value(.wasteLoadMost))
    }
}
