import Kernel
import Matching

/// A list of small cases (`matching`: orders, workers and edges; `flow`: demands and arcs), each answered in its own row.
struct FlowCases {
    struct Row {
        let name: String
        let filled: Int?
        let cost: Int64?
        /// Whether a solution with a proof that holds was found; nil where the case could not be read.
        let isFeasible: Bool?
        let problem: String?
        let agrees: Bool?
    }

    let rows: [Row]

    /// Nil for what is no such list.
    init?(_ json: JSON) {
        guard json["matching"]?.array != nil || json["flow"]?.array != nil else { return nil }
        rows =
            (json["matching"]?.array ?? []).map(FlowCases.matching) + (json["flow"]?.array ?? []).map(FlowCases.flow)
    }

    private static func row(_ json: JSON, _ problem: String) -> Row {
        Row(
            name: json["name"]?.string ?? "", filled: nil, cost: nil, isFeasible: nil, problem: problem,
            agrees: json["expect"] == nil ? nil : false)
    }

    private static func numbers(_ json: JSON, _ count: Int) -> [Int64]? {
        guard let list = json.array, list.count == count else { return nil }
        let found = list.compactMap(\.integer)
        return found.count == count ? found : nil
    }

    private static func matching(_ json: JSON) -> Row {
        guard let seats = json["orders"]?.array, let workers = json["workers"]?.integer,
            let edges = json["edges"]?.array, (0...10_000_000).contains(workers)
        else { return row(json, "membersMissing") }
        let counts = seats.compactMap(\.integer)
        guard counts.count == seats.count else { return row(json, "notWhole") }
        var pairs: [AssignmentProblem.Pair] = []
        for edge in edges {
            guard let three = numbers(edge, 3), (1...Int64(Int32.max)).contains(three[0]),
                (1...Int64(Int32.max)).contains(three[1])
            else { return row(json, "pairUnreadable") }
            pairs.append(.init(Int(three[0]) - 1, Int(three[1]) - 1, three[2]))
        }
        do {
            let problem = try AssignmentProblem(seats: counts, workers: Int(workers), pairs: pairs)
            let answer = try problem.solve()
            let matched = answer.order.enumerated().compactMap { worker, order in order.map { ($0, worker) } }
            guard problem.judge(matched, answer.certificate) == .ok else { return row(json, "notProved") }
            let expected = json["expect"].map { expect in
                expect["filled"]?.integer == Int64(answer.filled) && expect["cost"]?.integer == answer.cost
                    && (expect["match"].map { match(matched) == $0 } ?? true)
            }
            return Row(
                name: json["name"]?.string ?? "", filled: answer.filled, cost: answer.cost, isFeasible: true,
                problem: nil, agrees: expected)
        } catch {
            switch error {
            case .belowZero: return row(json, "belowZero")
            case .unknown: return row(json, "unknownPair")
            case .beyondReckoning: return row(json, "beyondReckoning")
            }
        }
    }

    private static func match(_ matched: [(Int, Int)]) -> JSON {
        let ordered = matched.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
        return .array(ordered.map { seeker, seat in .array([.integer(Int64(seeker) + 1), .integer(Int64(seat) + 1)]) })
    }

    private static func flow(_ json: JSON) -> Row {
        guard let nodes = json["nodes"]?.object, let arcs = json["arcs"]?.array else {
            return row(json, "membersMissing")
        }
        let names = nodes.keys.sorted()
        let at = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var network = FlowNetwork(nodes: names.count)
        for (index, name) in names.enumerated() {
            guard let demand = nodes[name]?.integer, demand != .min else { return row(json, "notWhole") }
            network.supply(-demand, at: index)
        }
        for arc in arcs {
            guard let four = arc.array, four.count == 4, let tail = four[0].string.flatMap({ at[$0] }),
                let head = four[1].string.flatMap({ at[$0] }), let capacity = four[2].integer,
                let cost = four[3].integer
            else { return row(json, "arcUnreadable") }
            network.add(FlowNetwork.Arc(tail, head, capacity: capacity, cost: cost))
        }
        let answer = Result { () throws(FlowFault) in try network.solve() }
        let (isFeasible, cost): (Bool, Int64?) =
            switch answer {
            case .success(let solution): (network.proves(solution), solution.cost)
            case .failure: (false, nil)
            }
        let expected = json["expect"].map { expect in
            expect["feasible"] == .bool(isFeasible) && (expect["cost"].map { $0.integer == cost } ?? true)
        }
        return Row(
            name: json["name"]?.string ?? "", filled: nil, cost: cost, isFeasible: isFeasible, problem: nil,
            agrees: expected)
    }
}
