/// What tickets say against each other, without any stock.
struct TicketJudge {
    typealias Fault = MassBalance.Fault

    let tickets: [WeighingTicket]
    let limits: WeighingLimits
    private(set) var faults: [Fault] = []
    /// The best known net of each ticket, by its row: 0 for a weighing entered twice.
    private(set) var trusted: [Int: Int] = [:]
    /// Rows something is said against.
    private var named: Set<Int> = []
    /// What a ticket's gross says with its vehicle's usual tare, where its own tare is off.
    private var byUsualTare: [Int: Int] = [:]
    /// Loads that reached the plant without a ticket of their station.
    private(set) var unannounced: [WeighingTicket] = []
    /// Tonnes by which ends differ that a scale's drift explains.
    private(set) var drifted = 0

    init(_ tickets: [WeighingTicket], limits: WeighingLimits) {
        self.tickets = tickets.sorted { ($0.minute, $0.line) < ($1.minute, $1.line) }
        self.limits = limits
        for ticket in tickets { trusted[ticket.line] = ticket.net }
    }

    mutating func judge() {
        numbers()
        sums()
        doubles()
        onBoards()
        tares()
        trips()
        drift()
        faults.sort { ($0.day, $0.ticket ?? $0.trip ?? "") < ($1.day, $1.ticket ?? $1.trip ?? "") }
    }

    private mutating func note(_ kind: Fault.Kind, _ ticket: WeighingTicket, by kilograms: Int, other: String? = nil) {
        faults.append(
            .init(
                kind: kind, ticket: ticket.number, trip: ticket.trip, place: nil, day: ticket.day, kilograms: kilograms,
                other: other))
        named.insert(ticket.line)
    }

    private func isFaulty(_ ticket: WeighingTicket) -> Bool { named.contains(ticket.line) }

    /// A number that stands there before. Where the whole weighing does, it is that weighing once more and weighs nothing.
    private mutating func numbers() {
        var first: [String: WeighingTicket] = [:]
        for ticket in tickets {
            guard let earlier = first[ticket.number] else {
                first[ticket.number] = ticket
                continue
            }
            note(.numberTwice, ticket, by: ticket.net, other: earlier.number)
            if earlier.isSameWeighing(ticket), ticket.minute - earlier.minute <= limits.double {
                trusted[ticket.line] = 0
            }
        }
    }

    private mutating func sums() {
        for ticket in tickets where (ticket.net - ticket.weighed).magnitude > UInt(limits.rounding) {
            note(.netNotGrossLessTare, ticket, by: ticket.net - ticket.weighed)
            trusted[ticket.line] = ticket.weighed
        }
    }

    /// The same vehicle with the same weights shortly after: two trips never weigh the same to ten kilograms, gross and tare both.
    private mutating func doubles() {
        var last: [String: WeighingTicket] = [:]
        for ticket in tickets {
            let key = "\(ticket.vehicle)|\(ticket.kind.rawValue)|\(ticket.gross)|\(ticket.tare)"
            if let earlier = last[key], ticket.minute - earlier.minute <= limits.double,
                earlier.isSameWeighing(ticket), earlier.trip == nil || earlier.trip == ticket.trip, !isFaulty(ticket)
            {
                note(.enteredTwice, ticket, by: ticket.net, other: earlier.number)
                trusted[ticket.line] = 0
            }
            last[key] = ticket
        }
    }

    private func differ(_ one: Int, _ other: Int, by limit: Int) -> Bool {
        guard other > 0 else { return one > 0 }
        return (one - other).magnitude * 10_000 > UInt(limit * other)
    }

    /// Both numbers are printed rounded, which is much of a small load: only what is beyond that differs.
    private func differPrinted(_ one: Int, _ other: Int, by limit: Int) -> Bool {
        guard (one - other).magnitude > UInt(limits.rounding) else { return false }
        return differ(one > other ? one - limits.rounding : one + limits.rounding, other, by: limit)
    }

    private mutating func onBoards() {
        for ticket in tickets {
            guard let onBoard = ticket.onBoard, let net = trusted[ticket.line], net > 0 else { continue }
            if differPrinted(net, onBoard, by: limits.onBoard) {
                note(.onBoardDiffers, ticket, by: net - onBoard)
                trusted[ticket.line] = onBoard
            }
        }
    }

    private mutating func tares() {
        for (_, group) in Dictionary(grouping: tickets, by: \.vehicle) where group.count >= 3 {
            let sorted = group.map(\.tare).sorted()
            let median = sorted[sorted.count / 2]
            for ticket in group where differ(ticket.tare, median, by: limits.tare) && !isFaulty(ticket) {
                note(.tareOff, ticket, by: ticket.tare - median)
                byUsualTare[ticket.line] = ticket.gross - median
            }
        }
    }

    // MARK: Both ends of a trip

    /// Trips with both ends, apart from those already named.
    var pairs: [(out: WeighingTicket, into: WeighingTicket)] {
        let byTrip = Dictionary(grouping: tickets.filter { $0.trip != nil && trusted[$0.line] != 0 }) { $0.trip ?? "" }
        return byTrip.values.compactMap { ends in
            guard let out = ends.first(where: { $0.kind == .transferOut }),
                let into = ends.first(where: { $0.kind == .plantIn })
            else { return nil }
            return (out, into)
        }
        .sorted { $0.out.line < $1.out.line }
    }

    private mutating func trips() {
        let carried = tickets.filter { $0.kind == .transferOut || $0.kind == .plantIn }
        let left = Set(carried.filter { $0.kind == .transferOut }.compactMap(\.trip))
        let arrived = Set(carried.filter { $0.kind == .plantIn }.compactMap(\.trip))
        for ticket in carried where trusted[ticket.line] != 0 || ticket.net == 0 {
            let others = ticket.kind == .transferOut ? arrived : left
            guard !(ticket.trip.map(others.contains) ?? false) else { continue }
            note(ticket.kind == .transferOut ? .neverArrived : .neverLeft, ticket, by: ticket.net)
            if ticket.kind == .plantIn { unannounced.append(ticket) }
        }
        for (out, into) in pairs {
            let (left, arrived) = (trusted[out.line] ?? out.net, trusted[into.line] ?? into.net)
            if endsDiffer(arrived, left) {
                // A tare that is named already is the likelier cause than the other end.
                let isLeft = byUsualTare[out.line].map { !endsDiffer(arrived, $0) } ?? false
                let (wrong, right) = isLeft ? (out, into) : (into, out)
                note(.endsDiffer, wrong, by: isLeft ? left - arrived : arrived - left, other: right.number)
                trusted[wrong.line] = isLeft ? arrived : left
            }
            let minutes = into.minute - out.minute
            if minutes > limits.gap || minutes < 0 { note(.tooLongUnderway, into, by: 0, other: out.number) }
        }
    }

    /// Beyond what two scales may differ by and what the printing of both rounds.
    private func endsDiffer(_ arrived: Int, _ left: Int) -> Bool {
        differPrinted(arrived, left, by: limits.pair)
    }

    /// Of two ends that differ only a third measurement tells which is wrong: the station's day. Where it closes with the plant's
    /// weight and not with the station's, the station's ticket is named. Answers whether one was.
    mutating func locate(by closures: [MassBalance.Closure]) -> Bool {
        let open = Dictionary(
            closures.filter { !$0.isClosed && !$0.isExplained && !$0.isOpening }.map { ("\($0.place)|\($0.day)", $0) },
            uniquingKeysWith: { first, _ in first })
        let ends = Dictionary(pairs.map { ($0.into.number, $0) }, uniquingKeysWith: { first, _ in first })
        var isFound = false
        for place in faults.indices where faults[place].kind == .endsDiffer {
            guard let (out, into) = faults[place].ticket.flatMap({ ends[$0] }),
                let closure = open["\(out.from)|\(out.day)"]
            else { continue }
            let difference = (trusted[out.line] ?? out.net) - into.net
            guard (closure.rest + difference).magnitude <= closure.tolerance.magnitude else { continue }
            faults[place] = .init(
                kind: .endsDiffer, ticket: out.number, trip: out.trip, place: nil, day: out.day,
                kilograms: difference, other: into.number)
            (trusted[out.line], trusted[into.line]) = (into.net, into.net)
            isFound = true
        }
        return isFound
    }

    /// A scale that stands off from its partner on the mean of its trips, all of them or the last; 3 σ of a difference is
    /// 1.23 %. Ends that differ by what the drift tells are one finding, not one for each trip.
    private mutating func drift() {
        let others = Set(faults.filter { $0.kind != .endsDiffer && $0.kind != .tooLongUnderway }.compactMap(\.trip))
        let sound = pairs.filter { !others.contains($0.out.trip ?? "") }
        let groups = Dictionary(grouping: sound) { "\($0.out.scale)|\($0.into.scale)" }
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
            let trips = group.sorted { ($0.into.minute, $0.into.line) < ($1.into.minute, $1.into.line) }
            guard let drift = ScaleDrift(trips.map { .init(left: $0.out.net, arrived: $0.into.net) }),
                let last = trips.last
            else { continue }
            let far = Set(
                drift.trips.filter { differ(trips[$0].into.net, trips[$0].out.net, by: limits.pair) }.map {
                    trips[$0].into.number
                })
            let explained = faults.filter { $0.kind == .endsDiffer && $0.ticket.map(far.contains) ?? false }
            drifted += explained.reduce(0) { $0 + Int($1.kilograms.magnitude) }
            faults.removeAll { explained.contains($0) }
            faults.append(
                .init(
                    kind: .scaleDrift, ticket: nil, trip: nil, place: "\(last.out.scale)/\(last.into.scale)",
                    day: last.into.day,
                    kilograms: drift.trips.reduce(0) { $0 + trips[$1].into.net - trips[$1].out.net }, other: nil))
        }
    }
}
