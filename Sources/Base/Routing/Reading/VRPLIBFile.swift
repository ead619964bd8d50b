/// The VRPLIB format: CVRP, DCVRP-like length limits, CVRPTW and MTVRPTWR (trips that reload at the depot, goods with release times).
///
/// Distances follow the custom of each kind: CVRP rounds to the nearest whole number; kinds with time windows count tenths and cut what
/// is beyond. `EXPLICIT` matrices are taken as they are.
struct VRPLIBFile {
    private typealias Line = RoutingFile.Line

    private var header: [String: (value: String, line: Int)] = [:]
    private var section: String?
    private var rows: [String: [(line: Int, words: [Substring])]] = [:]

    private static let sections: Set<String> = [
        "NODE_COORD_SECTION", "DEMAND_SECTION", "TIME_WINDOW_SECTION", "SERVICE_TIME_SECTION", "RELEASE_TIME_SECTION",
        "VEHICLES_RELOAD_DEPOT_SECTION", "DEPOT_SECTION", "EDGE_WEIGHT_SECTION", "DISPLAY_DATA_SECTION",
    ]
    private static let kinds: Set<String> = ["CVRP", "DCVRP", "CVRPTW", "VRPTW", "MTVRPTWR", "MTVRPTW", "MTVRP"]

    /// Takes a line; false at the end of the file's data.
    mutating func read(_ line: RoutingFile.Line) throws -> Bool {
        let name = String(line.text.prefix { $0 != ":" && $0 != " " && $0 != "\t" })
        if name == "EOF" { return false }
        if name.hasSuffix("_SECTION") {
            guard Self.sections.contains(name) else {
                throw RoutingFault(.unsupported, line: line.number, field: name)
            }
            guard rows[name] == nil else { throw RoutingFault(.twiceNamed, line: line.number, field: name) }
            rows[name] = []
            section = name
            return true
        }
        if let section, let first = line.text.utf8.first, first < 0x3A || Self.isNumber(line.words[0]) {
            rows[section, default: []].append((line.number, line.words))
            return true
        }
        guard let colon = line.text.firstIndex(of: ":") else {
            throw RoutingFault(.unknownFormat, line: line.number, value: String(line.text.prefix(40)))
        }
        section = nil
        let value = line.text[line.text.index(after: colon)...].trimmed
        guard header[name] == nil || name == "COMMENT" else {
            throw RoutingFault(.twiceNamed, line: line.number, field: name)
        }
        header[name] = (value.filter { $0 != "\"" }, line.number)
        return true
    }

    private static func isNumber(_ word: Substring) -> Bool { Double(word) != nil }

    // MARK: The problem

    func problem() throws -> RoutingProblem {
        let kind = header["TYPE"]?.value ?? "CVRP"
        guard Self.kinds.contains(kind) else {
            throw RoutingFault(.unsupported, line: header["TYPE"]?.line, field: "TYPE", value: kind)
        }
        let count = try whole("DIMENSION")
        guard (2...5_000).contains(count) else {
            throw RoutingFault(.tooLarge, line: header["DIMENSION"]?.line, field: "DIMENSION", value: String(count))
        }
        let capacity = try whole("CAPACITY")
        guard rows["DEMAND_SECTION"] != nil else { throw RoutingFault(.missingField, field: "DEMAND_SECTION") }
        let isTenths = rows["TIME_WINDOW_SECTION"] != nil && header["EDGE_WEIGHT_TYPE"]?.value != "EXPLICIT"
        let scale = isTenths ? 10 : 1
        let depot = try depotNode(count)
        // The depot comes first, the others in their order.
        let order = [depot] + (1...count).filter { $0 != depot }
        let loads = try column("DEMAND_SECTION", count, fields: 1)
        let places = try self.places(order, loads: loads, scale: scale)
        let points = try rows["NODE_COORD_SECTION"] == nil ? [] : points(order)
        let matrix = try distances(order, points: points, scale: scale)
        let reloads = rows["VEHICLES_RELOAD_DEPOT_SECTION"] != nil
        return try RoutingProblem(
            name: header["NAME"]?.value ?? "", places: places,
            facilities: reloads ? [.init("depot", site: 0)] : [],
            crews: try crews(capacity, count: count, depot: depot, scale: scale), distances: matrix, costScale: scale,
            points: points)
    }

    private func whole(_ field: String) throws -> Int {
        guard let entry = header[field] else { throw RoutingFault(.missingField, field: field) }
        guard let value = Int(entry.value), (0...RoutingProblem.largest).contains(value) else {
            throw RoutingFault(.badNumber, line: entry.line, field: field, value: entry.value)
        }
        return value
    }

    private func depotNode(_ count: Int) throws -> Int {
        let words = (rows["DEPOT_SECTION"] ?? []).flatMap { row in row.words.map { (row.line, $0) } }
        let named = words.prefix { $0.1 != "-1" }
        guard let first = named.first else { return 1 }
        guard named.count == 1 else {
            throw RoutingFault(.unsupported, line: named[1].0, field: "DEPOT_SECTION", value: String(named[1].1))
        }
        guard let depot = Int(first.1), (1...count).contains(depot) else {
            throw RoutingFault(.unknownNode, line: first.0, field: "DEPOT_SECTION", value: String(first.1))
        }
        return depot
    }

    /// The numbers of a section by node: each node once, with as many numbers as `fields`.
    private func column(_ name: String, _ count: Int, fields: Int) throws -> [[Int]] {
        try numbers(name, count, fields: fields).map { row in
            try row.values.map { value in
                guard value == value.rounded(), value >= 0, value <= Double(RoutingProblem.largest) else {
                    throw RoutingFault(.badNumber, line: row.line, field: name, value: String(value))
                }
                return Int(value)
            }
        }
    }

    private func numbers(_ name: String, _ count: Int, fields: Int) throws -> [(line: Int, values: [Double])] {
        var found = [(line: Int, values: [Double])](repeating: (0, []), count: count + 1)
        for row in rows[name] ?? [] {
            guard let node = row.words.first.flatMap({ Int($0) }), (1...count).contains(node) else {
                throw RoutingFault(.unknownNode, line: row.line, field: name, value: row.words.first.map(String.init))
            }
            guard found[node].line == 0 else {
                throw RoutingFault(.twiceNamed, line: row.line, field: name, value: String(node))
            }
            guard row.words.count == fields + 1 else {
                throw RoutingFault(.missingField, line: row.line, field: name, value: String(row.words.count - 1))
            }
            let values = try row.words.dropFirst().map { word in
                guard let value = Double(word), value.isFinite else {
                    throw RoutingFault(.badNumber, line: row.line, field: name, value: String(word))
                }
                return value
            }
            found[node] = (row.line, values)
        }
        if let missing = (1...count).first(where: { found[$0].line == 0 }) {
            throw RoutingFault(.missingField, field: name, value: String(missing))
        }
        return found
    }

    private func places(_ order: [Int], loads: [[Int]], scale: Int) throws -> [RoutingProblem.Place] {
        let count = order.count
        let windows = try rows["TIME_WINDOW_SECTION"] == nil ? nil : column("TIME_WINDOW_SECTION", count, fields: 2)
        let releases = try rows["RELEASE_TIME_SECTION"] == nil ? nil : column("RELEASE_TIME_SECTION", count, fields: 1)
        let services = try rows["SERVICE_TIME_SECTION"] == nil ? nil : column("SERVICE_TIME_SECTION", count, fields: 1)
        let common = try header["SERVICE_TIME"] == nil ? 0 : whole("SERVICE_TIME")
        return order.dropFirst().map { node in
            RoutingProblem.Place(
                String(node - 1), load: loads[node][0], service: (services?[node][0] ?? common) * scale,
                opens: (windows?[node][0] ?? 0) * scale, closes: windows.map { $0[node][1] * scale } ?? .max,
                release: (releases?[node][0] ?? 0) * scale)
        }
    }

    private func crews(_ capacity: Int, count: Int, depot: Int, scale: Int) throws -> [RoutingProblem.Crew] {
        var crew = RoutingProblem.Crew(capacity: capacity)
        if rows["TIME_WINDOW_SECTION"] != nil {
            let window = try column("TIME_WINDOW_SECTION", count, fields: 2)[depot]
            (crew.starts, crew.ends) = (window[0] * scale, window[1] * scale)
        }
        if header["DISTANCE"] != nil { crew.ends = min(crew.ends, crew.starts + (try whole("DISTANCE")) * scale) }
        // Without a number of vehicles there is one for each place.
        let vehicles = try header["VEHICLES"] == nil ? count - 1 : whole("VEHICLES")
        guard (1...5_000).contains(vehicles) else {
            throw RoutingFault(.noVehicle, line: header["VEHICLES"]?.line, field: "VEHICLES")
        }
        return Array(repeating: crew, count: min(vehicles, count - 1))
    }

    // MARK: Distances

    private func points(_ order: [Int]) throws -> [RoutingProblem.Point] {
        let rows = try numbers("NODE_COORD_SECTION", order.count, fields: 2)
        return order.map { .init(x: rows[$0].values[0], y: rows[$0].values[1]) }
    }

    private func distances(_ order: [Int], points: [RoutingProblem.Point], scale: Int) throws -> [Int32] {
        let type = header["EDGE_WEIGHT_TYPE"]
        switch type?.value {
        case "EXPLICIT": return try explicit(order)
        case "EUC_2D", "CEIL_2D":
            guard !points.isEmpty else { throw RoutingFault(.missingField, field: "NODE_COORD_SECTION") }
            let cut: Planar.Cut = type?.value == "CEIL_2D" ? .up : scale == 1 ? .nearest : .down
            return try Planar.matrix(points, scale: scale, cut: cut)
        default: throw RoutingFault(.unsupported, line: type?.line, field: "EDGE_WEIGHT_TYPE", value: type?.value)
        }
    }

    private func explicit(_ order: [Int]) throws -> [Int32] {
        guard let section = rows["EDGE_WEIGHT_SECTION"] else {
            throw RoutingFault(.missingField, field: "EDGE_WEIGHT_SECTION")
        }
        let count = order.count
        var cells: [(Int, Int)] = []
        let format = header["EDGE_WEIGHT_FORMAT"]
        for row in 0..<count {
            switch format?.value {
            case "FULL_MATRIX": for column in 0..<count { cells.append((row, column)) }
            case "LOWER_ROW": for column in 0..<row { cells.append((row, column)) }
            case "LOWER_DIAG_ROW": for column in 0...row { cells.append((row, column)) }
            case "UPPER_ROW": for column in (row + 1)..<max(row + 1, count) { cells.append((row, column)) }
            case "UPPER_DIAG_ROW": for column in row..<count { cells.append((row, column)) }
            default:
                throw RoutingFault(.unsupported, line: format?.line, field: "EDGE_WEIGHT_FORMAT", value: format?.value)
            }
        }
        let values = try weights(section)
        guard values.count == cells.count else {
            throw RoutingFault(
                .matrixSize, line: section.last?.line, field: "EDGE_WEIGHT_SECTION",
                value: "\(values.count) / \(cells.count)")
        }
        var byNode = [Int32](repeating: 0, count: count * count)
        for (cell, value) in zip(cells, values) where cell.0 != cell.1 {
            byNode[cell.0 * count + cell.1] = value
            if format?.value != "FULL_MATRIX" { byNode[cell.1 * count + cell.0] = value }
        }
        return order.flatMap { from in order.map { byNode[(from - 1) * count + $0 - 1] } }
    }

    private func weights(_ section: [(line: Int, words: [Substring])]) throws -> [Int32] {
        try section.flatMap { row in
            try row.words.map { word in
                guard let value = Double(word), value >= 0, value <= Double(RoutingProblem.largest),
                    value == value.rounded()
                else {
                    throw RoutingFault(.badNumber, line: row.line, field: "EDGE_WEIGHT_SECTION", value: String(word))
                }
                return Int32(value)
            }
        }
    }
}
