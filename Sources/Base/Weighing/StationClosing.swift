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

    /// Places that take in from collection and have a stock reading. Recyclables are weighed apart from the stream that is
    /// closed, in and out; what was sorted out of it has left it.
    func closures() -> [MassBalance.Closure] {
        let mixed = file.tickets.filter { !$0.isSorted }
        let into = Dictionary(grouping: mixed.filter { $0.kind == .collect }, by: \.to)
        let out = Dictionary(
            grouping: mixed.filter { ![.collect, .plantIn, .recycleOut].contains($0.kind) }, by: \.from)
        let stocks = Dictionary(grouping: file.stocks, by: \.place)
        return into.keys.sorted().flatMap { station -> [MassBalance.Closure] in
            let readings = (stocks[station] ?? []).sorted { $0.day < $1.day }
            let came = Self.byReading(into[station] ?? [], readings)
            let went = Self.byReading(out[station] ?? [], readings)
            // What reached the plant without a ticket of the station has left it all the same.
            let unseen = Self.byReading(judge.unannounced.filter { $0.from == station }, readings)
            let sorted = Self.amounts(file.sorted, at: station, readings)
            let lost = Self.amounts(file.losses, at: station, readings)
            return readings.indices.compactMap { at in
                closure(
                    readings[at], at > 0 ? readings[at - 1] : nil, came[at], went[at], unseen[at], sorted: sorted[at],
                    declared: lost[at].reduce(0, +))
            }
        }
    }

    /// The tickets since the reading before, for each reading.
    private static func byReading(_ tickets: [WeighingTicket], _ readings: [StockReading]) -> [[WeighingTicket]] {
        var lists = Array(repeating: [WeighingTicket](), count: readings.count)
        var at = 0
        for ticket in tickets.sorted(by: { ($0.day, $0.line) < ($1.day, $1.line) }) {
            while at < readings.count, readings[at].day < ticket.day { at += 1 }
            guard at < readings.count else { break }
            lists[at].append(ticket)
        }
        return lists
    }

    /// What was sorted out at a place, or lost there, since the reading before, for each reading, one by one.
    private static func amounts(_ all: [StockReading], at place: String, _ readings: [StockReading]) -> [[Int]] {
        var lists = Array(repeating: [Int](), count: readings.count)
        for one in all where one.place == place {
            guard let at = readings.firstIndex(where: { $0.day >= one.day }) else { continue }
            lists[at].append(one.kilograms)
        }
        return lists
    }

    private func closure(
        _ reading: StockReading, _ before: StockReading?, _ into: [WeighingTicket], _ out: [WeighingTicket],
        _ unseen: [WeighingTicket], sorted: [Int], declared: Int
    ) -> MassBalance.Closure? {
        guard !(into.isEmpty && out.isEmpty) || before != nil else { return nil }
        let change = reading.kilograms - (before?.kilograms ?? 0)
        let taken = sorted.reduce(0, +)
        let squares = ((into + out).map(\.net) + sorted).reduce(0.0) { sum, net in
            let deviation = Double(limits.deviation * net) / 10_000
            return sum + deviation * deviation
        }
        let tolerance = Int((3 * squares.squareRoot()).rounded()) + limits.stock
        func trusted(_ tickets: [WeighingTicket]) -> Int {
            tickets.reduce(0) { $0 + (judge.trusted[$1.line] ?? $1.net) }
        }
        return MassBalance.Closure(
            place: reading.place, day: reading.day, into: into.reduce(0) { $0 + $1.net },
            out: out.reduce(taken) { $0 + $1.net },
            stockChange: change, declared: declared, tolerance: tolerance, isOpening: before == nil,
            rest: trusted(into) - trusted(out) - trusted(unseen) - taken - change - declared)
    }
}
