/// The tickets of a period judged: each fault with the ticket or trip it is known by, each station's day closed, and whether "nothing raw
/// went to a landfill" is proven.
package struct MassBalance: Sendable {
    package struct Fault: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case netNotGrossLessTare, enteredTwice, numberTwice, onBoardDiffers, endsDiffer, neverArrived, neverLeft
            case tooLongUnderway, tareOff, notClosed, scaleDrift
        }

        package let kind: Kind
        package let ticket: String?
        package let trip: String?
        package let place: String?
        package let day: String
        package let kilograms: Int
        /// The ticket it was compared with.
        package let other: String?
    }

    /// in − out − stock change − declared loss of a place and day, against what the scales can differ by.
    package struct Closure: Sendable, Equatable {
        package let place: String
        package let day: String
        package let into: Int
        package let out: Int
        package let stockChange: Int
        /// What is declared to have gone without a ticket.
        package let declared: Int
        package let tolerance: Int
        /// Whether the reading before it is missing, so that it stands for the opening stock.
        package let isOpening: Bool
        /// The gap that is left once the named faults of the day are put right.
        package let rest: Int

        package var isExplained: Bool { rest.magnitude <= tolerance.magnitude }

        package var gap: Int { into - out - stockChange - declared }
        package var isClosed: Bool { gap.magnitude <= tolerance.magnitude }
    }

    package enum Verdict: String, Sendable { case proven, notProven, landfilled }
    package enum Reason: String, Sendable, CaseIterable {
        case landfilled, tripBroken, endsDiffer, notClosed, noStock, unreadRows, noTicket
    }

    package let faults: [Fault]
    package let closures: [Closure]
    package let totals: [WeighingTicket.Kind: Int]
    package let landfilled: Int
    package let reasons: [(reason: Reason, kilograms: Int)]
    package let estimates: [Reconciliation]

    package var verdict: Verdict { landfilled > 0 ? .landfilled : reasons.isEmpty ? .proven : .notProven }

    package init(_ file: WeighingFile, limits: WeighingLimits = .init()) {
        var judge = TicketJudge(file.tickets, limits: limits)
        judge.judge()
        var closures = StationClosing(file, judge: judge, limits: limits).closures()
        if judge.locate(by: closures) { closures = StationClosing(file, judge: judge, limits: limits).closures() }
        self.closures = closures
        faults =
            judge.faults
            + closures.filter { !$0.isClosed && !$0.isExplained && !$0.isOpening }.map {
                Fault(
                    kind: .notClosed, ticket: nil, trip: nil, place: $0.place, day: $0.day, kilograms: $0.gap,
                    other: nil)
            }
        totals = file.tickets.reduce(into: [:]) { $0[$1.kind, default: 0] += $1.net }
        landfilled = file.tickets.filter { $0.isRaw && $0.goesToLandfill }.reduce(0) { $0 + $1.net }
        reasons = Self.reasons(file, judge, closures: closures, landfilled: landfilled)
        estimates = Reconciliation.all(file, closures, limits: limits)
    }

    private static func reasons(
        _ file: WeighingFile, _ judge: TicketJudge, closures: [Closure], landfilled: Int
    ) -> [(reason: Reason, kilograms: Int)] {
        let faults = judge.faults
        func sum(_ kinds: Set<Fault.Kind>) -> Int {
            faults.filter { kinds.contains($0.kind) }.reduce(0) { $0 + Int($1.kilograms.magnitude) }
        }
        var reasons: [(reason: Reason, kilograms: Int)] = []
        if landfilled > 0 { reasons.append((.landfilled, landfilled)) }
        let broken = sum([.neverArrived, .neverLeft])
        if faults.contains(where: { $0.kind == .neverArrived || $0.kind == .neverLeft }) {
            reasons.append((.tripBroken, broken))
        }
        if judge.drifted > 0 || faults.contains(where: { $0.kind == .endsDiffer }) {
            reasons.append((.endsDiffer, sum([.endsDiffer]) + judge.drifted))
        }
        let open = closures.filter { !$0.isClosed && !$0.isOpening }
        if !open.isEmpty { reasons.append((.notClosed, open.reduce(0) { $0 + Int($1.gap.magnitude) })) }
        if file.stocks.isEmpty { reasons.append((.noStock, 0)) }
        if file.tickets.isEmpty { reasons.append((.noTicket, 0)) }
        if !file.problems.isEmpty { reasons.append((.unreadRows, 0)) }
        return reasons
    }
}
