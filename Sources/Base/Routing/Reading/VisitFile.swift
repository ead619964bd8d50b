import Kernel

/// Home visits as the benchmark of Mankowska and others writes them: `patients`, `services`, `caregivers`, `distances`.
package enum VisitFile {
    /// Nil where the file speaks of something else; throws the `RoutingFault` that names the first thing that cannot be read.
    package static func problem(_ bytes: [UInt8], named name: String) throws -> VisitProblem? {
        guard bytes.count <= RoutingFile.largest,
            let json = try? JSON(
                parsing: bytes, limits: JSONLimits(bytes: RoutingFile.largest, fractions: true, mark: true)),
            json["patients"] != nil
        else { return nil }
        let lengths = try (json["services"]?.array ?? []).enumerated().map { at, service in
            (
                try text(service["id"], "services[\(at)].id"),
                try service["default_duration"].map { try whole($0, "services[\(at)].default_duration") }
            )
        }
        let usual = Dictionary(lengths, uniquingKeysWith: { first, _ in first })
        let visits = try list(json, "patients").enumerated().map { at, patient in
            try visit(patient, "patients[\(at)]", usual)
        }
        let carers = try list(json, "caregivers").enumerated().map { at, carer in
            let abilities = try list(carer, "abilities", in: "caregivers[\(at)].").enumerated().map {
                try text($0.element, "caregivers[\(at)].abilities[\($0.offset)]")
            }
            return VisitProblem.Carer(try text(carer["id"], "caregivers[\(at)].id"), Set(abilities))
        }
        guard json["central_offices"]?.array?.count ?? 1 == 1 else {
            throw RoutingFault(.unsupported, field: "central_offices")
        }
        let ways = try list(json, "distances").enumerated().flatMap { at, row -> [Int32] in
            guard let cells = row.array, cells.count == visits.count + 1 else {
                throw RoutingFault(.matrixSize, field: "distances[\(at)]", value: String(row.array?.count ?? 0))
            }
            return try cells.enumerated().map { Int32(try whole($0.element, "distances[\(at)][\($0.offset)]")) }
        }
        return try VisitProblem(name: name, visits: visits, carers: carers, ways: ways)
    }

    private static func visit(_ json: JSON, _ path: String, _ usual: [String: Int?]) throws -> VisitProblem.Visit {
        let window = try list(json, "time_window", in: path + ".")
        guard window.count == 2 else { throw RoutingFault(.missingField, field: path + ".time_window") }
        let tasks = try list(json, "required_caregivers", in: path + ".").enumerated().map { at, task in
            let field = "\(path).required_caregivers[\(at)]"
            let service = try text(task["service"], field + ".service")
            let length = try task["duration"].map { try whole($0, field + ".duration") } ?? usual[service] ?? nil
            guard let length else { throw RoutingFault(.missingField, field: field + ".duration") }
            return VisitProblem.Task(service, length: length)
        }
        return VisitProblem.Visit(
            try text(json["id"], path + ".id"), opens: try whole(window[0], path + ".time_window[0]"),
            closes: try whole(window[1], path + ".time_window[1]"), tasks: tasks,
            gap: tasks.count == 2 ? try gap(json["synchronization"], path + ".synchronization") : nil)
    }

    private static func gap(_ json: JSON?, _ path: String) throws -> ClosedRange<Int> {
        switch json?["type"]?.string {
        case "simultaneous": return 0...0
        case "sequential":
            let ends = try (json?["distance"]?.array ?? []).map { try whole($0, path + ".distance") }
            guard ends.count == 2, ends[0] <= ends[1] else {
                throw RoutingFault(.windowBackwards, field: path + ".distance")
            }
            return ends[0]...ends[1]
        default: throw RoutingFault(.unsupported, field: path + ".type", value: json?["type"]?.string)
        }
    }

    private static func list(_ json: JSON, _ field: String, in path: String = "") throws -> [JSON] {
        guard let list = json[field]?.array else { throw RoutingFault(.missingField, field: path + field) }
        return list
    }

    private static func text(_ json: JSON?, _ field: String) throws -> String {
        guard let text = json?.string else { throw RoutingFault(.missingField, field: field) }
        return text
    }

    /// In thousandths; what is finer is rounded.
    private static func whole(_ json: JSON, _ field: String) throws -> Int {
        let number: Double
        switch json {
        case .integer(let whole): number = Double(whole)
        case .decimal(let units, let scale): number = (0..<scale).reduce(Double(units)) { number, _ in number / 10 }
        default: throw RoutingFault(.badNumber, field: field)
        }
        let scaled = (number * Double(VisitProblem.scale)).rounded()
        guard scaled >= 0, scaled <= Double(RoutingProblem.largest) else {
            throw RoutingFault(.badNumber, field: field)
        }
        return Int(scaled)
    }
}
