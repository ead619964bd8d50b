/// A round of a market: who is offered which seat this morning, and why the others are not. Names are the day's pseudonyms.
/// Shuffled input gives the identical result: everything is put in the order of the draw first.
package struct MatchingRound: Sendable {
    package struct Order: Sendable, Equatable {
        package let name: String
        package let seats: Int

        package init(name: String, seats: Int) {
            self.name = name
            self.seats = seats
        }
    }

    /// A pair and what the hard rules say of it: its costs by level, or the first rule that excludes it.
    package struct Candidate: Sendable, Equatable {
        package enum Verdict: Sendable, Equatable {
            case allowed([Int64])
            /// The name of the first failing rule, of the caller's list.
            case excluded(String)
        }

        package let order: String
        package let seeker: String
        package let verdict: Verdict

        package init(order: String, seeker: String, verdict: Verdict) {
            self.order = order
            self.seeker = seeker
            self.verdict = verdict
        }
    }

    package enum Fault: Error, Equatable {
        case nameTwice(String)
        case nameUnknown(String)
        case acceptedTwice(String)
        /// More have accepted than the order has seats.
        case acceptedBeyondSeats(String)
        case levels(CostLevels.Fault)
        case assignment(AssignmentFault)
    }

    /// What the round says, all of it public: pairs, prices, worths, and of each idle seeker the reason.
    package struct Result: Sendable, Equatable {
        package let pairs: [PlacedPair]
        package let seatPrice: [String: Int64]
        package let worth: [String: Int64]
        package let reasons: [String: IdleReason]
        package let emptySeat: Int64
        package let weights: [Int64]
    }

    package struct PlacedPair: Sendable, Hashable {
        package let order: String
        package let seeker: String

        package init(order: String, seeker: String) {
            self.order = order
            self.seeker = seeker
        }
    }

    let orders: [Order]
    let seekers: [String]
    let candidates: [Candidate]
    let accepted: [PlacedPair]
    let levels: CostLevels

    /// - Parameters:
    ///   - accepted: pairs that stand: their seats and seekers take no part, whatever the costs.
    ///   - ranges: the largest value of each cost level, the weightiest first.
    ///   - drawn: a name's HMAC under the draw's seed, which is committed before the round: decides between equals.
    package init(
        orders: [Order], seekers: [String], candidates: [Candidate], accepted: [PlacedPair] = [], ranges: [Int64],
        drawn: (String) -> [UInt8]
    ) throws(Fault) {
        self.orders = MatchingRound.sorted(orders.map { (drawn($0.name), $0.name, $0) })
        self.seekers = MatchingRound.sorted(seekers.map { (drawn($0), $0, $0) })
        self.candidates = candidates
        self.accepted = accepted.sorted { ($0.order, $0.seeker) < ($1.order, $1.seeker) }
        let total = orders.reduce(0) { $0 + min(max(0, $1.seats), seekers.count) }
        do { levels = try CostLevels(ranges: ranges, seats: min(total, seekers.count)) } catch { throw .levels(error) }
    }

    private static func sorted<Value>(_ drawn: [(rank: [UInt8], name: String, value: Value)]) -> [Value] {
        drawn.sorted {
            $0.rank == $1.rank ? $0.name < $1.name : $0.rank.lexicographicallyPrecedes($1.rank)
        }.map(\.value)
    }

    package func run() throws(Fault) -> Result {
        let orderAt = try MatchingRound.index(orders.map(\.name))
        let seekerAt = try MatchingRound.index(seekers)
        var seats = orders.map(\.seats)
        var isPlaced = Array(repeating: false, count: seekers.count)
        for pair in accepted {
            guard let order = orderAt[pair.order] else { throw .nameUnknown(pair.order) }
            guard let seeker = seekerAt[pair.seeker] else { throw .nameUnknown(pair.seeker) }
            guard !isPlaced[seeker] else { throw .acceptedTwice(pair.seeker) }
            guard seats[order] > 0 else { throw .acceptedBeyondSeats(pair.order) }
            seats[order] -= 1
            isPlaced[seeker] = true
        }
        var pairs: [AssignmentProblem.Pair] = []
        for candidate in candidates {
            guard let order = orderAt[candidate.order] else { throw .nameUnknown(candidate.order) }
            guard let seeker = seekerAt[candidate.seeker] else { throw .nameUnknown(candidate.seeker) }
            guard case .allowed(let values) = candidate.verdict, !isPlaced[seeker] else { continue }
            do { pairs.append(.init(order, seeker, try levels.pack(values))) } catch {
                throw .levels(error)
            }
        }
        let problem: AssignmentProblem
        let solution: Assignment
        do {
            problem = try AssignmentProblem(
                seats: seats.map { Int64($0) }, workers: seekers.count, pairs: pairs)
            solution = try problem.solve()
        } catch {
            throw .assignment(error)
        }
        return result(problem, solution, isPlaced)
    }

    private static func index(_ names: [String]) throws(Fault) -> [String: Int] {
        var found: [String: Int] = [:]
        for (place, name) in names.enumerated() {
            guard found.updateValue(place, forKey: name) == nil else { throw .nameTwice(name) }
        }
        return found
    }

    private func result(_ problem: AssignmentProblem, _ solution: Assignment, _ isPlaced: [Bool]) -> Result {
        let placed = zip(seekers, solution.order).compactMap { seeker, order in
            order.map { PlacedPair(order: orders[$0].name, seeker: seeker) }
        }
        let prices = zip(orders, solution.certificate.seatPrices).map { ($0.0.name, $0.1) }
        return Result(
            pairs: (placed + accepted).sorted { ($0.order, $0.seeker) < ($1.order, $1.seeker) },
            seatPrice: Dictionary(prices, uniquingKeysWith: max),
            worth: Dictionary(zip(seekers, solution.certificate.worths).map { ($0, $1) }, uniquingKeysWith: max),
            reasons: reasons(problem, solution, isPlaced), emptySeat: solution.certificate.emptySeatPrice,
            weights: levels.weights)
    }

    private func reasons(
        _ problem: AssignmentProblem, _ solution: Assignment, _ isPlaced: [Bool]
    ) -> [String: IdleReason] {
        var excluded: [String: [String: Int]] = [:]
        for candidate in candidates {
            if case .excluded(let rule) = candidate.verdict {
                excluded[candidate.seeker, default: [:]][rule, default: 0] += 1
            }
        }
        var nearest: [Int: (short: Int64, order: Int)] = [:]
        for pair in problem.pairs where problem.seats[pair.order] > 0 {
            let short = pair.cost - solution.certificate.seatPrices[pair.order]
            let seeker = pair.worker
            if short < nearest[seeker]?.short ?? Int64.max { nearest[seeker] = (short, pair.order) }
        }
        let hasSeats = problem.seats.contains { $0 > 0 }
        var reasons: [String: IdleReason] = [:]
        for (index, name) in seekers.enumerated() where solution.order[index] == nil && !isPlaced[index] {
            if let (short, order) = nearest[index] {
                reasons[name] =
                    short == 0
                    ? .equalByDraw(order: orders[order].name)
                    : .short(order: orders[order].name, levels: levels.split(short))
            } else if let rules = excluded[name], let most = rules.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
            {
                reasons[name] = .excluded(rule: most.key, orders: rules.values.reduce(0, +))
            } else {
                reasons[name] = hasSeats ? .noOrderFits : .noSeats
            }
        }
        return reasons
    }
}

/// Why a seeker stands without a seat: of her and the order only, of no other person.
package enum IdleReason: Sendable, Equatable {
    /// She lacked so much, by level, at the order where she lacked least.
    case short(order: String, levels: [Int64])
    case equalByDraw(order: String)
    /// The rule that excluded her most often, of so many orders.
    case excluded(rule: String, orders: Int)
    case noOrderFits
    case noSeats
}

extension CostLevels {
    /// A difference of packed costs, by level: the weightiest first, the rest passed down.
    package func split(_ difference: Int64) -> [Int64] {
        var rest = difference
        return weights.map { weight in
            let part = rest / weight
            rest -= part * weight
            return part
        }
    }
}
