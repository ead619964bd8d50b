import TestSupport
import Testing
import Weighing

/// Lists of tickets like those strangers bring, made from true weights: scales err by at most 0.5 %, on-board scales by 3 %, and
/// every mass is printed to ten kilograms.
struct TicketWeek {
    struct Ticket {
        var number: String
        var hour: Int
        var minute: Int
        var day: Int
        var kind: String
        var vehicle: String
        var from: String
        var to: String
        var stream = "other"
        var tare: Int
        var net: Int
        var scale: String
        var onBoard: Int?
        var trip = ""

        var date: String { "2026-05-\(day < 10 ? "0" : "")\(day)" }
        var clock: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
    }

    var tickets: [Ticket] = []
    var stocks: [(day: String, place: String, kilograms: Int)] = []

    init(seed: UInt64, days: Int = 10) {
        var random = SeededRandom(seed: seed)
        var lying = ["S1": 0, "S2": 0]
        let tares = (0..<6).map { _ in Int.random(in: 320...340, using: &random) * 10 }
        for day in 1...days {
            for (at, station) in ["S1", "S2"].enumerated() {
                for round in 0..<6 {
                    let truck = at * 3 + round % 3
                    let load = Int.random(in: 1_100...2_500, using: &random)
                    lying[station]! += load
                    add(
                        Ticket(
                            number: "", hour: 7 + round, minute: Int.random(in: 0..<60, using: &random), day: day,
                            kind: "collect", vehicle: "C\(truck)", from: "V\(truck)", to: station, tare: tares[truck],
                            net: Self.weighed(load, 5, &random), scale: "W-\(station)",
                            onBoard: Self.weighed(load, 30, &random)))
                }
                let load = min(lying[station]!, Int.random(in: 7_500...10_000, using: &random))
                lying[station]! -= load
                for (kind, scale, hour) in [("transfer_out", "W-\(station)", 15), ("plant_in", "W-P1", 16)] {
                    add(
                        Ticket(
                            number: "", hour: hour, minute: 10, day: day, kind: kind, vehicle: "H\(at)", from: station,
                            to: "P1", tare: 12_400, net: Self.weighed(load, 5, &random), scale: scale, onBoard: nil,
                            trip: "TR\(day)\(station)"))
                }
                let date = tickets[tickets.count - 1].date
                stocks.append((date, station, (lying[station]! + 50) / 100 * 100))
            }
        }
    }

    private mutating func add(_ ticket: Ticket) {
        tickets.append(ticket)
        tickets[tickets.count - 1].number = "T\(10_000 + tickets.count)"
    }

    /// `share`: the largest error, in thousandths.
    private static func weighed(_ load: Int, _ share: Int, _ random: inout SeededRandom) -> Int {
        (load * (100_000 + Int.random(in: -share * 100...share * 100, using: &random)) / 100_000 + 5) / 10 * 10
    }

    static func tonnes(_ kilograms: Int) -> String {
        "\(kilograms / 1_000)." + String(String(1_000 + kilograms % 1_000).dropFirst())
    }

    /// The list as a file, its columns as `columns` has them.
    func file(
        columns: [String] = TicketWeek.columns, clock: (Ticket) -> String = { "\($0.date)T\($0.clock):00+08:00" }
    ) throws -> WeighingFile {
        let rows = tickets.map { ticket in
            columns.map { column in
                switch column {
                case "ticket": ticket.number
                case "time": clock(ticket)
                case "kind": ticket.kind
                case "vehicle": ticket.vehicle
                case "from": ticket.from
                case "to": ticket.to
                case "stream": ticket.stream
                case "gross_t": Self.tonnes(ticket.tare + ticket.net)
                case "tare_t": Self.tonnes(ticket.tare)
                case "net_t": Self.tonnes(ticket.net)
                case "gross_kg": "\(ticket.tare + ticket.net)"
                case "tare_kg": "\(ticket.tare)"
                case "net_kg": "\(ticket.net)"
                case "scale": ticket.scale
                case "onboard_t": ticket.onBoard.map(Self.tonnes) ?? ""
                case "onboard_kg": ticket.onBoard.map(String.init) ?? ""
                case "trip": ticket.trip
                default: "x"
                }
            }.joined(separator: ",")
        }
        let stock = stocks.map { "\($0.day),\($0.place),\(Self.tonnes($0.kilograms))" }
        return try WeighingFile(
            tickets: Array(([columns.joined(separator: ",")] + rows).joined(separator: "\n").utf8),
            stocks: Array((["day,place,stock_end_t"] + stock).joined(separator: "\n").utf8))
    }

    static let columns = [
        "ticket", "time", "kind", "vehicle", "from", "to", "stream", "gross_t", "tare_t", "net_t", "scale", "onboard_t",
        "trip",
    ]

    func first(_ kind: String, day: Int) -> Int {
        tickets.firstIndex { $0.kind == kind && $0.day == day } ?? 0
    }
}

@Suite("Tickets of strangers, made from true weights") struct SiblingTests {
    /// Faults other than the drift of a scale, which by its rule chance shows in three weeks of a thousand.
    private func faults(_ week: TicketWeek) throws -> [MassBalance.Fault] {
        MassBalance(try week.file()).faults.filter { $0.kind != .scaleDrift }
    }

    @Test("300 sound lists: nothing is named for what scales and printing may do")
    func sound() throws {
        for seed in 1...300 { #expect(try faults(TicketWeek(seed: UInt64(seed))) == [], "seed \(seed)") }
    }

    @Test("A row copied whole is named once, and the day closes without it: 60 lists")
    func copied() throws {
        for seed in 1...60 {
            var week = TicketWeek(seed: UInt64(seed))
            let copy = week.tickets[week.first(["collect", "transfer_out", "plant_in"][seed % 3], day: 2 + seed % 8)]
            week.tickets.append(copy)
            let found = try faults(week)
            #expect(found.map(\.kind) == [.numberTwice] && found.first?.ticket == copy.number, "seed \(seed): \(found)")
        }
    }

    @Test("A load that reached the plant without a station's ticket is one finding, not an open day besides: 60 lists")
    func unannounced() throws {
        for seed in 1...60 {
            var week = TicketWeek(seed: UInt64(seed))
            let gone = week.tickets.remove(at: week.first("transfer_out", day: 2 + seed % 8))
            let found = try faults(week)
            #expect(found.map(\.kind) == [.neverLeft] && found.first?.trip == gone.trip, "seed \(seed): \(found)")
        }
    }

    @Test("Of two ends that differ the station's is named where its day closes with the plant's weight: 60 lists")
    func located() throws {
        for seed in 1...60 {
            var week = TicketWeek(seed: UInt64(seed))
            let place = week.first(seed % 2 == 0 ? "transfer_out" : "plant_in", day: 2 + seed % 8)
            week.tickets[place].net += 1_500
            let found = try faults(week)
            #expect(
                found.map(\.kind) == [.endsDiffer] && found.first?.ticket == week.tickets[place].number,
                "seed \(seed): \(found)")
        }
    }

    @Test("A scale that stands 2 % off is one finding and no proof, not a finding for each of its trips: 60 lists")
    func drifted() throws {
        for seed in 1...60 {
            var week = TicketWeek(seed: UInt64(seed))
            for place in week.tickets.indices where week.tickets[place].scale == "W-P1" {
                week.tickets[place].net = week.tickets[place].net * (seed % 2 == 0 ? 1_020 : 980) / 10_000 * 10
            }
            let balance = MassBalance(try week.file())
            #expect(balance.faults.allSatisfy { $0.kind == .scaleDrift }, "seed \(seed): \(balance.faults)")
            #expect(Set(balance.faults.compactMap(\.place)) == ["W-S1/W-P1", "W-S2/W-P1"])
            #expect(balance.reasons.contains { $0.reason == .endsDiffer && $0.kilograms > 0 })
        }
    }

    @Test("The same list in another layout is the same judgement: 40 lists in six layouts")
    func layouts() throws {
        let kilograms = TicketWeek.columns.map { $0.hasSuffix("_t") ? $0.dropLast(2) + "_kg" : $0 }
        for seed in 1...40 {
            var week = TicketWeek(seed: UInt64(seed))
            let place = week.first("collect", day: 3)
            week.tickets[place].net += 300
            let listed = MassBalance(try week.file())
            let others = [
                try week.file(columns: TicketWeek.columns.reversed() + ["remark"]), try week.file(columns: kilograms),
                try week.file(columns: TicketWeek.columns.filter { $0 != "stream" && $0 != "scale" }),
                try week.file(clock: { "\($0.date) \($0.clock)" }),
                try week.file(clock: { "\($0.date)T\($0.clock):30" }),
                try week.file(clock: {
                    // Universal time lies eight hours back; early tickets then stand on the day before.
                    let earlier = $0.hour < 8
                    let hour = earlier ? $0.hour + 16 : $0.hour - 8
                    let day = earlier ? $0.day - 1 : $0.day
                    let date = day == 0 ? "2026-04-30" : "2026-05-\(day < 10 ? "0" : "")\(day)"
                    return "\(date)T\(hour < 10 ? "0" : "")\(hour):\($0.clock.suffix(2)):00Z"
                }),
            ]
            for (number, other) in others.enumerated() {
                let balance = MassBalance(other)
                #expect(other.problems == [] && other.tickets.count == week.tickets.count, "layout \(number)")
                #expect(
                    balance.faults.map(\.ticket) == listed.faults.map(\.ticket)
                        && balance.closures == listed.closures && balance.verdict == listed.verdict,
                    "seed \(seed), layout \(number)")
            }
        }
    }

    @Test("Without on-board weights a list is judged by the rest; without trips it is refused by the column's name")
    func missingColumns() throws {
        let week = TicketWeek(seed: 7)
        #expect(MassBalance(try week.file(columns: TicketWeek.columns.filter { $0 != "onboard_t" })).faults == [])
        for column in ["trip", "net_t", "kind"] {
            let file = try week.file(columns: TicketWeek.columns.filter { $0 != column })
            #expect(file.problems.map(\.field) == [column] && file.tickets.isEmpty)
        }
    }

    @Test("Forty thousand trips without their other ends are judged in the time of as many, not of their square")
    func many() throws {
        var week = TicketWeek(seed: 3, days: 1)
        var lone = week.tickets[week.first("transfer_out", day: 1)]
        for number in 0..<40_000 {
            lone.number = "L\(number)"
            lone.trip = "X\(number)"
            lone.vehicle = "H\(number % 50)"
            lone.minute = number % 60
            lone.net = 5_000 + number % 977 * 10
            week.tickets.append(lone)
        }
        let start = ContinuousClock.now
        let balance = MassBalance(try week.file())
        #expect(balance.faults.count { $0.kind == .neverArrived } == 40_000)
        #expect(ContinuousClock.now - start < .seconds(60))
    }
}
