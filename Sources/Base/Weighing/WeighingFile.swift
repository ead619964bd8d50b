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
    package private(set) var problems: [Problem] = []

    /// What is known already: every row could be read.
    package init(known tickets: [WeighingTicket], stocks: [StockReading]) {
        self.tickets = tickets
        self.stocks = stocks
    }

    /// A county weighs a few hundred thousand loads in a year.
    private static let (largest, mostRows) = (268_435_456, 2_000_000)

    /// Throws where a file is no table of text at all; a row that cannot be read is a problem.
    package init(tickets bytes: [UInt8], stocks stockBytes: [UInt8]? = nil) throws(Rejection) {
        let ticketColumns = [
            "ticket", "time", "kind", "vehicle", "from", "to", "stream", "gross_t", "tare_t", "net_t", "scale",
            "onboard_t",
            "trip",
        ]
        for row in try rows(bytes, ticketColumns) {
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
        let cells: [String: String]
    }

    private mutating func rows(_ bytes: [UInt8], _ columns: [String]) throws(Rejection) -> [Row] {
        guard !bytes.isEmpty else { return [] }
        var names: [String]?
        var rows: [Row] = []
        for line in try TableText(bytes, largest: Self.largest).lines(mostRows: Self.mostRows) {
            let cells = line.cells.map { (try? CanonicalText.of($0)) ?? $0 }
            guard cells != [""] else { continue }
            guard let known = names else {
                names = cells
                for column in columns where !cells.contains(column) {
                    problems.append(.init(line: line.line, field: column, reason: .missingColumn, value: ""))
                }
                if problems.contains(where: { $0.reason == .missingColumn }) { return [] }
                continue
            }
            guard cells.count == known.count else {
                problems.append(.init(line: line.line, field: "", reason: .wrongCount, value: String(cells.count)))
                continue
            }
            rows.append(Row(line: line.line, cells: Dictionary(zip(known, cells)) { first, _ in first }))
        }
        return rows
    }

    private func word(_ row: Row, _ field: String) throws(Problem) -> String {
        let text = row.cells[field] ?? ""
        guard !text.isEmpty else { throw Problem(line: row.line, field: field, reason: .empty, value: "") }
        return text
    }

    private func optional(_ row: Row, _ field: String) -> String? {
        row.cells[field].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Tonnes with at most three decimals, as kilograms.
    private func mass(_ row: Row, _ field: String) throws(Problem) -> Int {
        let text = try word(row, field)
        guard let kilograms = Self.kilograms(text) else {
            throw Problem(line: row.line, field: field, reason: .badNumber, value: text)
        }
        guard kilograms >= 0 else { throw Problem(line: row.line, field: field, reason: .negative, value: text) }
        return kilograms
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
        guard let moment = Self.minute(timeText) else {
            throw Problem(line: row.line, field: "time", reason: .badTime, value: timeText)
        }
        var onBoard: Int?
        if optional(row, "onboard_t") != nil { onBoard = try mass(row, "onboard_t") }
        return WeighingTicket(
            line: row.line, number: try word(row, "ticket"), minute: moment, day: String(timeText.prefix(10)),
            kind: kind,
            vehicle: try word(row, "vehicle"), from: try word(row, "from"), to: try word(row, "to"),
            stream: try word(row, "stream"), gross: try mass(row, "gross_t"), tare: try mass(row, "tare_t"),
            net: try mass(row, "net_t"), scale: try word(row, "scale"), onBoard: onBoard, trip: optional(row, "trip"))
    }

    /// `2026-05-01T07:15:00+08:00` as minutes since 1970.
    static func minute(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 25 || bytes.count == 20, CivilDate(String(text.prefix(10))) != nil, bytes[10] == 0x54
        else {
            return nil
        }
        func two(_ at: Int) -> Int? {
            let (tens, ones) = (Int(bytes[at]) - 0x30, Int(bytes[at + 1]) - 0x30)
            return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
        }
        guard let date = CivilDate(String(text.prefix(10))), let hour = two(11), let minute = two(14),
            let second = two(17),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var offset = 0
        if bytes.count == 25 {
            guard let hours = two(20), let minutes = two(23), bytes[19] == 0x2B || bytes[19] == 0x2D else { return nil }
            offset = (hours * 60 + minutes) * (bytes[19] == 0x2B ? 1 : -1)
        } else if bytes[19] != 0x5A {
            return nil
        }
        // `start` is midnight in Beijing.
        return Int(date.start.milliseconds / 60_000) + 8 * 60 + hour * 60 + minute - offset
    }
}

extension WeighingFile.Problem: Error {}
