/// Solomon's and Gehring and Homberger's tables: a name, VEHICLE with number and capacity, CUSTOMER with seven columns.
///
/// Distances are the straight line in ten-thousandths, rounded; times are in the same units.
enum SolomonFile {
    static let scale = 10_000

    static func fits(_ lines: [RoutingFile.Line]) -> Bool {
        lines.prefix(6).contains { $0.text == "VEHICLE" } && lines.contains { $0.text == "CUSTOMER" }
    }

    static func problem(_ lines: [RoutingFile.Line]) throws -> RoutingProblem {
        guard let fleet = lines.firstIndex(where: { $0.text == "VEHICLE" }), fleet + 2 < lines.count else {
            throw RoutingFault(.missingField, field: "VEHICLE")
        }
        let line = lines[fleet + 2]
        let numbers = try whole(line, count: 2, field: "VEHICLE")
        guard let head = lines.firstIndex(where: { $0.text == "CUSTOMER" }), head + 2 < lines.count else {
            throw RoutingFault(.missingField, field: "CUSTOMER")
        }
        var rows: [[Int]] = []
        for line in lines[(head + 2)...] {
            let row = try whole(line, count: 7, field: "CUSTOMER")
            guard row[0] == rows.count else {
                throw RoutingFault(.unknownNode, line: line.number, field: "CUST NO.", value: String(row[0]))
            }
            rows.append(row)
        }
        guard (1...5_000).contains(numbers[0]) else {
            throw RoutingFault(.noVehicle, line: line.number, field: "NUMBER")
        }
        let points = rows.map { RoutingProblem.Point(x: Double($0[1]), y: Double($0[2])) }
        let crew = RoutingProblem.Crew(
            capacity: numbers[1], starts: rows[0][4] * scale, ends: rows[0][5] * scale)
        return try RoutingProblem(
            name: String(lines[0].text),
            places: rows.dropFirst().map {
                .init(
                    String($0[0]), load: $0[3], service: $0[6] * scale, opens: $0[4] * scale, closes: $0[5] * scale)
            },
            crews: Array(repeating: crew, count: min(numbers[0], max(1, rows.count - 1))),
            distances: try Planar.matrix(points, scale: scale, cut: .nearest), costScale: scale, points: points)
    }

    private static func whole(_ line: RoutingFile.Line, count: Int, field: String) throws -> [Int] {
        let words = line.words
        guard words.count == count else {
            throw RoutingFault(.missingField, line: line.number, field: field, value: String(words.count))
        }
        return try words.map { word in
            guard let value = Double(word), value == value.rounded(), value.magnitude <= 50_000 else {
                throw RoutingFault(.badNumber, line: line.number, field: field, value: String(word))
            }
            return Int(value)
        }
    }
}
