import Kernel

/// A day's collection as JSON: one instance, a list of them, or an object with `instances`. Times are minutes after midnight, the matrix
/// is whole metres (depot, points, facilities), travel at `speed_km_h`. Where a vehicle must be emptied there are `dumps`.
enum DayFile {
    private static let others = ["patients", "caregivers", "shipments"]

    static func problems(_ bytes: [UInt8]) throws -> [RoutingProblem] {
        let json: JSON
        do {
            json = try JSON(parsing: bytes, limits: JSONLimits(bytes: RoutingFile.largest, fractions: true, mark: true))
        } catch {
            throw RoutingFault(.notJSON)
        }
        let list = json["instances"]?.array ?? json.array ?? [json]
        guard !list.isEmpty else { throw RoutingFault(.missingField, field: "instances") }
        return try list.enumerated().map { number, instance in
            let path = json["instances"]?.array != nil || json.array != nil ? "instances[\(number)]." : ""
            // Visits that two people make together, and goods that are brought from one place to another, are other problems.
            if let other = others.first(where: { instance[$0] != nil }) {
                throw RoutingFault(.unsupported, field: path + other)
            }
            return try DayInstance(json: instance, path: path, number: number).problem()
        }
    }
}

private struct DayInstance {
    let json: JSON
    let path: String
    let number: Int
    /// A unit of time is the drive over one unit of way; so many make a minute.
    let unitsPerMinute: Int
    let unitsPerMetre: Int

    init(json: JSON, path: String, number: Int) throws {
        self.json = json
        self.path = path
        self.number = number
        let speed: (units: Int, scale: Int)
        switch json["speed_km_h"] {
        case .integer(let whole) where (1...1_000).contains(whole): speed = (Int(whole), 1)
        case .decimal(let units, let scale) where units > 0 && scale <= 3 && units < 1_000_000:
            speed = (Int(units), (0..<scale).reduce(1) { power, _ in power * 10 })
        case .none: speed = (30, 1)
        default: throw RoutingFault(.badNumber, field: path + "speed_km_h")
        }
        // One metre takes 60·scale / (1000·speed) minutes.
        var (metre, minute) = (60 * speed.scale, 1_000 * speed.units)
        let common = Self.commonDivisor(metre, minute)
        (metre, minute) = (metre / common, minute / common)
        (unitsPerMetre, unitsPerMinute) = (metre, minute)
    }

    private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : commonDivisor(right, left % right)
    }

    func problem() throws -> RoutingProblem {
        let loads = try list("load").enumerated().map { try whole($0.element, "load[\($0.offset)]") }
        let dumps = try json["dumps"] == nil ? [] : list("dumps")
        let matrix = try self.matrix(1 + loads.count + dumps.count)
        let facilities = try dumps.enumerated().map { number, dump in
            RoutingProblem.Facility(
                name(1 + loads.count + number), site: 1 + loads.count + number,
                unload: try minutes(dump["unload_min"] ?? .integer(0), "dumps[\(number)].unload_min"),
                opens: try minutes(dump["open"] ?? .integer(0), "dumps[\(number)].open"),
                closes: try dump["close"].map { try minutes($0, "dumps[\(number)].close") } ?? .max)
        }
        return try RoutingProblem(
            name: json["id"]?.string ?? String(number + 1), places: try places(loads), facilities: facilities,
            crews: try crews(), endsEmpty: !dumps.isEmpty, distances: matrix,
            times: matrix.map { try scaled($0) }, minute: unitsPerMinute, points: points())
    }

    private func scaled(_ metres: Int32) throws -> Int32 {
        let (product, overflows) = metres.multipliedReportingOverflow(by: Int32(clamping: unitsPerMetre))
        guard !overflows else { throw RoutingFault(.numberOutOfRange, field: path + "matrix_m", value: String(metres)) }
        return product
    }

    private func places(_ loads: [Int]) throws -> [RoutingProblem.Place] {
        let windows = try json["windows"] == nil ? nil : list("windows")
        if let windows, windows.count != loads.count { throw RoutingFault(.matrixSize, field: path + "windows") }
        return try loads.enumerated().map { at, load in
            var place = RoutingProblem.Place(name(at + 1), load: load)
            let service = json["service_min"]
            if let each = service?.array {
                guard each.count == loads.count else { throw RoutingFault(.matrixSize, field: path + "service_min") }
                place.service = try minutes(each[at], "service_min[\(at)]")
            } else if let service {
                place.service = try minutes(service, "service_min")
            }
            if let window = windows?[at] {
                guard let pair = window.array, pair.count == 2 else {
                    throw RoutingFault(.missingField, field: path + "windows[\(at)]")
                }
                place.opens = try minutes(pair[0], "windows[\(at)]")
                place.closes = try minutes(pair[1], "windows[\(at)]")
            }
            return place
        }
    }

    private func crews() throws -> [RoutingProblem.Crew] {
        guard let capacity = json["capacity"] else { throw RoutingFault(.missingField, field: path + "capacity") }
        var crew = RoutingProblem.Crew(capacity: try whole(capacity, "capacity"))
        if let start = json["shift_start"] { crew.starts = try minutes(start, "shift_start") }
        if let end = json["shift_end"] { crew.ends = try minutes(end, "shift_end") }
        if let rest = json["break"] {
            crew.rest = .init(
                length: try minutes(rest["minutes"] ?? .null, "break.minutes"),
                earliest: try minutes(rest["from"] ?? .null, "break.from"),
                latest: try minutes(rest["to"] ?? .null, "break.to"))
        }
        guard let vehicles = json["vehicles"] else { throw RoutingFault(.missingField, field: path + "vehicles") }
        let count = try whole(vehicles, "vehicles")
        guard (1...2_000).contains(count) else { throw RoutingFault(.noVehicle, field: path + "vehicles") }
        return Array(repeating: crew, count: count)
    }

    private func matrix(_ sites: Int) throws -> [Int32] {
        let rows = try list("matrix_m")
        guard rows.count == sites else {
            throw RoutingFault(.matrixSize, field: path + "matrix_m", value: "\(rows.count) / \(sites)")
        }
        return try rows.enumerated().flatMap { at, row in
            guard let cells = row.array, cells.count == sites else {
                throw RoutingFault(.matrixSize, field: path + "matrix_m[\(at)]", value: String(row.array?.count ?? 0))
            }
            return try cells.enumerated().map { column, cell in
                let metres = try whole(cell, "matrix_m[\(at)][\(column)]")
                return at == column ? 0 : Int32(metres)
            }
        }
    }

    private func points() -> [RoutingProblem.Point] {
        let rows = json["xy_m"]?.array ?? []
        let points = rows.compactMap { row -> RoutingProblem.Point? in
            guard let pair = row.array, pair.count == 2, let x = Self.number(pair[0]), let y = Self.number(pair[1])
            else {
                return nil
            }
            return .init(x: x, y: y)
        }
        return points.count == rows.count ? points : []
    }

    private func name(_ node: Int) -> String {
        let names = json["nodes"]?.array ?? []
        return names.indices.contains(node) ? names[node].string ?? String(node) : String(node)
    }

    private func list(_ field: String) throws -> [JSON] {
        guard let list = json[field]?.array else { throw RoutingFault(.missingField, field: path + field) }
        return list
    }

    /// A whole number of 0 and more; 3800.0 is whole as well.
    private func whole(_ value: JSON, _ field: String) throws -> Int {
        let bad = RoutingFault(.badNumber, field: path + field)
        guard let number = Self.number(value), number == number.rounded() else { throw bad }
        guard number >= 0, number <= Double(RoutingProblem.largest) else { throw bad }
        return Int(number)
    }

    private func minutes(_ value: JSON, _ field: String) throws -> Int {
        let (units, overflows) = try whole(value, field).multipliedReportingOverflow(by: unitsPerMinute)
        guard !overflows, units <= RoutingProblem.largest else { throw RoutingFault(.badNumber, field: path + field) }
        return units
    }

    private static func number(_ value: JSON) -> Double? {
        switch value {
        case .integer(let whole): Double(whole)
        case .decimal(let units, let scale): (0..<scale).reduce(Double(units)) { number, _ in number / 10 }
        default: nil
        }
    }
}
