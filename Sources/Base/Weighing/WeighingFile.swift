package import Kernel

/// Tickets and stock readings from CSV, row by row: a row that cannot be read is named and left out.
package struct WeighingFile: Sendable {
    package struct Problem: Sendable, Equatable {
        package enum Reason: String, Sendable, CaseIterable {
            case missingColumn, wrongCount, empty, badNumber, badTime, unknownKind, negative
        }

        package let line: Int
        package let field: String
        package let reason: Reason
        package let value: String
    }

    package private(set) var tickets: [WeighingTicket] = []
    package private(set) var stocks: [StockReading] = []
    /// What was sorted out of the mixed waste of a place on a day: it has so much less to pass on.
    package private(set) var sorted: [StockReading] = []
    /// What a place is declared to have lost on a day, without a ticket.
    package private(set) var losses: [StockReading] = []
    package private(set) var problems: [Problem] = []

    /// What is known already: every row could be read.
    package init(
        known tickets: [WeighingTicket], stocks: [StockReading], sorted: [StockReading] = [],
        losses: [StockReading] = []
    ) {
        self.tickets = tickets
        self.stocks = stocks
        self.sorted = sorted
        self.losses = losses
    }

    /// A county weighs a few hundred thousand loads in a year.
    private static let (largest, mostRows) = (268_435_456, 2_000_000)

    /// Throws where a file is no table of text at all; a row that cannot be read is a problem.
    package init(tickets bytes: [UInt8], stocks stockBytes: [UInt8]? = nil) throws(Rejection) {
        let needed = ["ticket", "time", "kind", "vehicle", "from", "to", "gross_t", "tare_t", "net_t", "trip"]
        for row in try rows(bytes, needed) {
            do throws(Problem) { tickets.append(try ticket(row)) } catch { problems.append(error) }
        }
        problems.sort { $0.line < $1.line }
        guard let stockBytes else { return }
        for row in try rows(stockBytes, ["day", "place", "stock_end_t"]) {
            do throws(Problem) {
                let day = try word(row, "day")
                guard CivilDate(day) != nil else {
                    throw Problem(line: row.line, field: "day", reason: .badTime, value: day)
                }
                stocks.append(
                    .init(day: day, place: try word(row, "place"), kilograms: try mass(row, "stock_end_t")))
            } catch { problems.append(error) }
        }
    }

    private struct Row {
        let line: Int
        let cells: [String]
        /// Where each column stands; one for all rows.
        let places: [String: Int]

        subscript(_ field: String) -> String? { places[field].map { cells[$0] } }
    }

    private mutating func rows(_ bytes: [UInt8], _ columns: [String]) throws(Rejection) -> [Row] {
        guard !bytes.isEmpty else { return [] }
        var places: [String: Int]?
        var (rows, width) = ([Row](), 0)
        for line in try TableText(bytes, largest: Self.largest).lines(mostRows: Self.mostRows) {
            let cells = line.cells.map { (try? CanonicalText.of($0)) ?? $0 }
            guard cells != [""] else { continue }
            guard let known = places else {
                places = Dictionary(cells.enumerated().map { ($1, $0) }) { first, _ in first }
                width = cells.count
                for column in columns where !cells.contains(column) && !cells.contains(Self.inKilograms(column)) {
                    problems.append(.init(line: line.line, field: column, reason: .missingColumn, value: ""))
                }
                if problems.contains(where: { $0.reason == .missingColumn }) { return [] }
                continue
            }
            guard cells.count == width else {
                problems.append(.init(line: line.line, field: "", reason: .wrongCount, value: String(cells.count)))
                continue
            }
            rows.append(Row(line: line.line, cells: cells, places: known))
        }
        return rows
    }

    private func word(_ row: Row, _ field: String) throws(Problem) -> String {
        let text = row[field] ?? ""
        guard !text.isEmpty else { throw Problem(line: row.line, field: field, reason: .empty, value: "") }
        return text
    }

    private func optional(_ row: Row, _ field: String) -> String? {
        row[field].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The name of a column of tonnes where it counts kilograms: `gross_kg`.
    private static func inKilograms(_ field: String) -> String {
        field.hasSuffix("_t") ? field.dropLast(2) + "_kg" : field
    }

    /// Tonnes with at most three decimals, or whole kilograms.
    private func mass(_ row: Row, _ field: String) throws(Problem) -> Int {
        let isTonnes = row[field] != nil
        let field = isTonnes ? field : Self.inKilograms(field)
        let text = try word(row, field)
        guard let kilograms = isTonnes ? Self.kilograms(text) : Self.whole(text) else {
            throw Problem(line: row.line, field: field, reason: .badNumber, value: text)
        }
        guard kilograms >= 0 else { throw Problem(line: row.line, field: field, reason: .negative, value: text) }
        return kilograms
    }

    private static func whole(_ text: String) -> Int? {
        guard let units = kilograms(text), units % 1_000 == 0 else { return nil }
        return units / 1_000
    }

    static func kilograms(_ text: String) -> Int? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...6).contains(parts[0].count) else { return nil }
        guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        if parts.count == 2 && fraction.isEmpty { return nil }
        while fraction.count > 3, fraction.last == "0" { fraction.removeLast() }
        guard fraction.count <= 3, let whole = Int(parts[0]) else { return nil }
        let grams = Int(fraction + String(repeating: "0", count: 3 - fraction.count)) ?? 0
        let value = whole * 1_000 + grams
        return isNegative ? -value : value
    }

    private func ticket(_ row: Row) throws(Problem) -> WeighingTicket {
        let kindText = try word(row, "kind")
        guard let kind = WeighingTicket.Kind(rawValue: kindText) else {
            throw Problem(line: row.line, field: "kind", reason: .unknownKind, value: kindText)
        }
        let timeText = try word(row, "time")
        guard let moment = Instant(timeText) else {
            throw Problem(line: row.line, field: "time", reason: .badTime, value: timeText)
        }
        let isOnBoard = optional(row, "onboard_t") != nil || optional(row, "onboard_kg") != nil
        // A list without the columns says by the kind what was carried, and by the place whose scale it was.
        let from = try word(row, "from")
        let to = try word(row, "to")
        return try WeighingTicket(
            line: row.line, number: word(row, "ticket"), minute: Int(moment.milliseconds / 60_000),
            day: moment.date.description, kind: kind, vehicle: word(row, "vehicle"), from: from, to: to,
            stream: row["stream"] == nil ? kind.usualStream : word(row, "stream"), gross: mass(row, "gross_t"),
            tare: mass(row, "tare_t"), net: mass(row, "net_t"),
            scale: optional(row, "scale") ?? (kind == .collect || kind == .plantIn ? to : from),
            onBoard: isOnBoard ? mass(row, "onboard_t") : nil, trip: optional(row, "trip"))
    }
}

extension WeighingFile.Problem: Error {}
