/// Closes each station's day: what came in, what left, what lies there.
struct StationClosing {
    private let file: WeighingFile
    private let judge: TicketJudge
    private let limits: WeighingLimits

    init(_ file: WeighingFile, judge: TicketJudge, limits: WeighingLimits) {
        self.file = file
        self.judge = judge
        self.limits = limits
    }

    /// Places that take in from collection and have a stock reading; recyclables are weighed apart from the stream that is closed.
    func closures() -> [MassBalance.Closure] {
        let stations = Set(file.tickets.filter { $0.kind == .collect }.map(\.to)).sorted()
        return stations.flatMap { station -> [MassBalance.Closure] in
            let readings = file.stocks.filter { $0.place == station }.sorted { $0.day < $1.day }
            return readings.indices.compactMap { at in
                let previous = at > 0 ? readings[at - 1] : nil
                return closure(station, readings[at], previous)
            }
        }
    }

    private func closure(_ station: String, _ reading: StockReading, _ before: StockReading?) -> MassBalance.Closure? {
        func isIn(_ day: String) -> Bool { day <= reading.day && day > (before?.day ?? "") }
        let into = file.tickets.filter { $0.kind == .collect && $0.to == station && isIn($0.day) }
        let out = file.tickets.filter {
            $0.from == station && $0.kind != .collect && $0.kind != .plantIn && isIn($0.day)
        }
        .filter { $0.kind != .recycleOut }
        guard !(into.isEmpty && out.isEmpty) || before != nil else { return nil }
        let change = reading.kilograms - (before?.kilograms ?? 0)
        let squares = (into + out).reduce(0.0) { sum, ticket in
            let deviation = Double(limits.deviation * ticket.net) / 10_000
            return sum + deviation * deviation
        }
        let tolerance = Int((3 * squares.squareRoot()).rounded()) + limits.stock
        func trusted(_ tickets: [WeighingTicket]) -> Int {
            tickets.reduce(0) { $0 + (judge.trusted[$1.line] ?? $1.net) }
        }
        let better = trusted(into) - trusted(out) - change
        return MassBalance.Closure(
            place: station, day: reading.day, into: into.reduce(0) { $0 + $1.net }, out: out.reduce(0) { $0 + $1.net },
            stockChange: change, tolerance: tolerance, isOpening: before == nil,
            isExplained: better.magnitude <= tolerance.magnitude)
    }
}
