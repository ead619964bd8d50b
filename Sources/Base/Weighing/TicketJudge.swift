/// What tickets say against each other, without any stock.
struct TicketJudge {
    typealias Fault = MassBalance.Fault

    let tickets: [WeighingTicket]
    let limits: WeighingLimits
    private(set) var faults: [Fault] = []
    /// The best known net of each ticket, by its row: 0 for a weighing entered twice.
    private(set) var trusted: [Int: Int] = [:]

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
    }

    private func isFaulty(_ ticket: WeighingTicket) -> Bool { faults.contains { $0.ticket == ticket.number } }

    private mutating func numbers() {
        var seen = Set<String>()
        for ticket in tickets where !seen.insert(ticket.number).inserted { note(.numberTwice, ticket, by: ticket.net) }
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
            if let earlier = last[key], ticket.minute - earlier.minute <= limits.double, earlier.to == ticket.to,
                earlier.from == ticket.from, earlier.trip == nil || earlier.trip == ticket.trip, !isFaulty(ticket)
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

    private mutating func onBoards() {
        for ticket in tickets {
            guard let onBoard = ticket.onBoard, let net = trusted[ticket.line], net > 0 else { continue }
            // Both numbers are printed rounded, which is much of a small load.
            let printed = net > onBoard ? -limits.rounding : limits.rounding
            if differ(net + printed, onBoard, by: limits.onBoard) {
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
        for ticket in carried where trusted[ticket.line] != 0 || ticket.net == 0 {
            let other: WeighingTicket.Kind = ticket.kind == .transferOut ? .plantIn : .transferOut
            let hasOther = ticket.trip.map { trip in carried.contains { $0.kind == other && $0.trip == trip } } ?? false
            if !hasOther { note(ticket.kind == .transferOut ? .neverArrived : .neverLeft, ticket, by: ticket.net) }
        }
        for (out, into) in pairs {
            let (left, arrived) = (trusted[out.line] ?? out.net, trusted[into.line] ?? into.net)
            if differ(arrived, left, by: limits.pair) {
                note(.endsDiffer, into, by: arrived - left, other: out.number)
                trusted[into.line] = left
            }
            let minutes = into.minute - out.minute
            if minutes > limits.gap || minutes < 0 { note(.tooLongUnderway, into, by: 0, other: out.number) }
        }
    }

    /// A scale that stands off from its partner on the mean of its sound trips; 3 σ of a difference is 1.23 %.
    private mutating func drift() {
        let named = Set(faults.compactMap(\.trip))
        let sound = pairs.filter { !named.contains($0.out.trip ?? "") }
        for (_, group) in Dictionary(grouping: sound, by: { "\($0.out.scale)|\($0.into.scale)" }) where group.count >= 4
        {
            let ratios = group.map { Double($0.into.net - $0.out.net) / Double(max(1, $0.out.net)) }
            let mean = ratios.reduce(0, +) / Double(group.count)
            if mean.magnitude > 0.0123 / Double(group.count).squareRoot(), let last = group.last {
                faults.append(
                    .init(
                        kind: .scaleDrift, ticket: nil, trip: nil, place: "\(last.out.scale)/\(last.into.scale)",
                        day: last.into.day, kilograms: group.reduce(0) { $0 + $1.into.net - $1.out.net }, other: nil))
            }
        }
    }
}
