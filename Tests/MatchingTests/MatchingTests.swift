import Foundation
import TestSupport
import Testing

@testable import Matching

/// The cheapest flow and the best matching, each with its proof.
@Suite("Matching") struct MatchingTests {
    @Test("Every shared network is solved to the optimum on which all solvers agree, and proved")
    func optima() throws {
        guard let folder = sharedData("mcf") else { return print("skipped: no shared data") }
        let rows = try String(contentsOf: folder.appending(path: "optima.csv"), encoding: .utf8).split(separator: "\n")
        var seen = 0
        for row in rows.dropFirst() {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            let file = folder.appending(path: "\(cells[0]).min")
            let network = try FlowNetwork(dimacs: [UInt8](Data(contentsOf: file)))
            let solution = try network.solve()
            #expect(solution.cost == Int64(cells[7]), "\(cells[0])")
            #expect(network.proves(solution))
            seen += 1
        }
        #expect(seen == 5)
    }

    @Test("A thousand small networks with lower bounds, negative costs and doubled arcs cost what a plain method says")
    func againstPlainMethod() throws {
        var random = SeededRandom(seed: 7)
        var solved = 0
        for number in 0..<1_000 {
            let network = Self.network(&random)
            let plain = PlainFlow.cost(of: network)
            let result = Result { () throws(FlowFault) in try network.solve() }
            switch result {
            case .success(let solution):
                solved += 1
                #expect(solution.cost == plain, "network \(number)")
                #expect(network.proves(solution), "network \(number)")
            case .failure(let fault):
                #expect(plain == nil, "network \(number): \(fault)")
            }
        }
        #expect((200..<1_000).contains(solved), "some of them have no flow: \(solved)")
    }

    @Test("A changed flow, a changed price and a changed cost are no proof")
    func tampered() throws {
        var network = FlowNetwork(nodes: 3)
        network.supply(2, at: 0)
        network.supply(-2, at: 2)
        for arc in [(0, 1, 1, 1), (1, 2, 2, 1), (0, 2, 2, 5)] {
            network.add(.init(arc.0, arc.1, capacity: Int64(arc.2), cost: Int64(arc.3)))
        }
        let solution = try network.solve()
        #expect(solution.cost == 7 && network.proves(solution))
        func isProof(_ flow: [Int64]? = nil, _ prices: [Int64]? = nil, _ cost: Int64? = nil) -> Bool {
            network.proves(
                FlowSolution(
                    flow: flow ?? solution.flow, potentials: prices ?? solution.potentials, cost: cost ?? solution.cost)
            )
        }
        #expect(isProof())
        #expect(!isProof([0, 0, 2], nil, 10) && !isProof([1, 1, 0]) && !isProof([2, 2, 0]))
        #expect(!isProof(nil, [0, 90, 0]) && !isProof(nil, nil, 6) && !isProof([1, 1]))
    }

    @Test(
        "Of two supplies that find no way the missing amount is named; costs beyond 64 bits are refused, never rounded")
    func faults() throws {
        var network = FlowNetwork(nodes: 2)
        network.supply(2, at: 0)
        network.supply(-1, at: 1)
        #expect(throws: FlowFault.infeasible(missing: 1)) { try network.solve() }
        network.supply(-2, at: 1)
        network.add(.init(0, 1, capacity: 1, cost: 0))
        #expect(throws: FlowFault.infeasible(missing: 1)) { try network.solve() }
        network.add(.init(0, 1, lower: 3, capacity: 2, cost: 0))
        #expect(throws: FlowFault.badArc(1)) { try network.solve() }
        var dear = FlowNetwork(nodes: 2)
        dear.supply(2, at: 0)
        dear.supply(-2, at: 1)
        dear.add(.init(0, 1, capacity: 2, cost: .max))
        #expect(throws: FlowFault.beyondReckoning) { try dear.solve() }
        let cycle = [(0, 1), (1, 0)].reduce(into: FlowNetwork(nodes: 2)) { network, arc in
            network.add(.init(arc.0, arc.1, capacity: 1, cost: -1))
        }
        #expect(try cycle.solve().cost == -2, "a cycle that earns is taken, and ends")
        #expect(try FlowNetwork(nodes: 0).solve().cost == 0)
    }

    @Test(
        "A line that is no part of a network is named with its number",
        arguments: [
            ("n 1 2", 1, DimacsFault.Reason.noProblemLine), ("", 1, .noProblemLine),
            ("c only\nc that", 2, .noProblemLine),
            ("p max 2 1", 1, .badProblemLine), ("p min 2", 1, .badProblemLine), ("p min -1 1", 1, .badProblemLine),
            ("p min 2 0\np min 2 0", 2, .secondProblemLine), ("p min 2 0\nn 3 1", 2, .unknownNode),
            ("p min 2 0\nn 0 1", 2, .unknownNode), ("p min 2 0\nn 1", 2, .badNodeLine),
            ("p min 2 1\na 1 2 0 1 x", 2, .badArcLine), ("p min 2 1\na 1 2 0 1", 2, .badArcLine),
            ("p min 2 1\na 1 2 2 1 0", 2, .capacityBelowLower), ("p min 2 0\na 1 2 0 1 0", 2, .tooManyArcs),
            ("p min 2 2\na 1 2 0 1 0\n", 3, .tooFewArcs), ("p min 2 0\nx", 2, .unknownLine),
            ("p min 2 1\na 1 2 0 1 99999999999999999999", 2, .numberTooLarge),
        ])
    func badFiles(_ text: String, line: Int, reason: DimacsFault.Reason) {
        #expect(throws: DimacsFault(line: line, reason: reason)) { try FlowNetwork(dimacs: Array(text.utf8)) }
    }

    /// Up to seven nodes; some networks have no flow.
    private static func network(_ random: inout SeededRandom) -> FlowNetwork {
        let nodes = Int.random(in: 2...7, using: &random)
        var network = FlowNetwork(nodes: nodes)
        var left: Int64 = 0
        for node in 0..<nodes - 1 {
            let amount = Int64.random(in: -3...3, using: &random)
            network.supply(amount, at: node)
            left += amount
        }
        network.supply(-left, at: nodes - 1)
        for _ in 0..<Int.random(in: 1...16, using: &random) {
            let lower = Int64.random(in: 0...4, using: &random) == 0 ? Int64.random(in: -1...2, using: &random) : 0
            network.add(
                .init(
                    Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random), lower: lower,
                    capacity: lower + Int64.random(in: 0...6, using: &random),
                    cost: Int64.random(in: -9...20, using: &random)))
        }
        return network
    }
}

/// A second method, slow and plain: cancel every cycle that lowers the cost, found by Bellman and Ford.
private enum PlainFlow {
    static func cost(of network: FlowNetwork) -> Int64? {
        // A source and a sink of its own meet the supplies; their arcs pay so much that they fill up first.
        let (source, sink) = (network.supplies.count, network.supplies.count + 1)
        var left = network.supplies
        var edges: [(from: Int, to: Int, room: Int64, cost: Int64)] = []
        func add(_ from: Int, _ to: Int, _ room: Int64, _ cost: Int64) {
            edges.append((from, to, room, cost))
            edges.append((to, from, 0, -cost))
        }
        var total: Int64 = 0
        for arc in network.arcs {
            add(arc.tail, arc.head, arc.capacity - arc.lower, arc.cost)
            left[arc.tail] -= arc.lower
            left[arc.head] += arc.lower
            total += arc.lower * arc.cost
        }
        var wanted: Int64 = 0
        for (node, amount) in left.enumerated() {
            if amount > 0 { add(source, node, amount, 0) } else { add(node, sink, -amount, 0) }
            wanted += max(0, amount)
        }
        let prize: Int64 = 100_000
        add(sink, source, wanted, -prize)
        let goal = edges.count - 1
        while let cycle = negativeCycle(edges, nodes: sink + 1) {
            let room = cycle.map { edges[$0].room }.min() ?? 0
            for edge in cycle {
                edges[edge].room -= room
                edges[edge ^ 1].room += room
                total += room * edges[edge].cost
            }
        }
        return edges[goal].room == wanted ? total + wanted * prize : nil
    }

    private static func negativeCycle(_ edges: [(from: Int, to: Int, room: Int64, cost: Int64)], nodes: Int) -> [Int]? {
        var distance = Array(repeating: Int64(0), count: nodes)
        var by = Array(repeating: -1, count: nodes)
        var last = -1
        for _ in 0..<nodes {
            last = -1
            for (number, edge) in edges.enumerated() where edge.room > 0 {
                guard distance[edge.from] + edge.cost < distance[edge.to] else { continue }
                distance[edge.to] = distance[edge.from] + edge.cost
                by[edge.to] = number
                last = edge.to
            }
        }
        guard last >= 0 else { return nil }
        for _ in 0..<nodes { last = edges[by[last]].from }
        var cycle: [Int] = []
        var node = last
        repeat {
            cycle.append(by[node])
            node = edges[by[node]].from
        } while node != last
        return cycle
    }
}

/// Strangers' networks: each is answered by its name, and none stops the program.
@Suite("Hostile networks") struct HostileNetworkTests {
    static let lines: [(String, DimacsFault.Reason, Int)] = [
        ("", .noProblemLine, 1), ("c only words\n", .noProblemLine, 2), ("n 1 5\np min 2 0\n", .noProblemLine, 1),
        ("p min 2 0\np min 2 0\n", .secondProblemLine, 2), ("p max 2 0\n", .badProblemLine, 1),
        ("p min -2 0\n", .badProblemLine, 1), ("p min 2\n", .badProblemLine, 1),
        ("p min 99999999999999999999 0\n", .badProblemLine, 1), ("p min 2 1\na 1 2 0 5\n", .badArcLine, 2),
        ("p min 2 1\na 1 2 0 5 1 1\n", .badArcLine, 2), ("p min 2 1\na 1 2 0 five 1\n", .badArcLine, 2),
        ("p min 2 1\na 1 3 0 5 1\n", .unknownNode, 2), ("p min 2 1\na 0 1 0 5 1\n", .unknownNode, 2),
        ("p min 2 1\na 1 2 0 99999999999999999999 1\n", .numberTooLarge, 2),
        ("p min 2 1\na 1 2 0 5 -99999999999999999999\n", .numberTooLarge, 2),
        ("p min 2 1\na 1 2 6 5 1\n", .capacityBelowLower, 2), ("p min 2 1\na 1 2 0 -5 1\n", .capacityBelowLower, 2),
        ("p min 2 2\na 1 2 0 5 1\n", .tooFewArcs, 3), ("p min 2 0\na 1 2 0 5 1\n", .tooManyArcs, 2),
        ("p min 2 0\nx 1\n", .unknownLine, 2), ("p min 2 0\nn 3 1\n", .unknownNode, 2),
        ("p min 2 0\nn 1\n", .badNodeLine, 2), ("p min 2 0\nn 1 1\nn 1 2\n", .nodeTwice, 3),
    ]

    @Test("A line that is no part of a network is named with its number", arguments: lines)
    func named(_ text: String, _ reason: DimacsFault.Reason, _ line: Int) {
        #expect(throws: DimacsFault(line: line, reason: reason)) { try FlowNetwork(dimacs: Array(text.utf8)) }
    }

    @Test("Negative cycles, loops and parallel arcs end in an exact answer with its proof")
    func cycles() throws {
        let cases: [(String, Int64)] = [
            ("p min 2 2\na 1 2 0 1 -1\na 2 1 0 1 -1\n", -2), ("p min 1 1\na 1 1 0 7 -3\n", -21),
            ("p min 1 1\na 1 1 -4 7 3\n", -12),
            ("p min 2 3\nn 1 3\nn 2 -3\na 1 2 0 1 5\na 1 2 0 1 2\na 1 2 0 9 7\n", 14),
            ("p min 3 3\na 1 2 0 5 -4\na 2 3 0 3 1\na 3 1 0 9 2\n", -3), ("p min 0 0\n", 0), ("p min 4 0\n", 0),
            ("p min 2 1\r\nn 1 2\r\nn 2 -2\r\na 1 2 0 2 4\r\n", 8),
        ]
        for (text, cost) in cases {
            let network = try FlowNetwork(dimacs: Array(text.utf8))
            let solution = try network.solve()
            #expect(solution.cost == cost && network.proves(solution), "\(text)")
        }
    }

    @Test("What does not balance says by how much; what could leave 64 bits is refused and never wrapped")
    func refused() throws {
        let cases: [(String, FlowFault)] = [
            ("p min 2 1\nn 1 5\na 1 2 0 9 1\n", .infeasible(missing: 5)),
            ("p min 2 1\nn 1 5\nn 2 -3\na 1 2 0 9 1\n", .infeasible(missing: 2)),
            ("p min 2 1\nn 1 5\nn 2 -5\na 1 2 0 3 1\n", .infeasible(missing: 2)),
            ("p min 2 0\nn 1 5\nn 2 -5\n", .infeasible(missing: 5)),
            ("p min 2 1\nn 1 1\nn 2 -1\na 1 2 0 9 9223372036854775807\n", .beyondReckoning),
            ("p min 2 1\nn 1 1\nn 2 -1\na 1 2 0 9223372036854775807 1\n", .beyondReckoning),
            ("p min 2 1\na 1 2 -9223372036854775808 9223372036854775807 1\n", .beyondReckoning),
            ("p min 2 1\nn 1 9223372036854775807\nn 2 -9223372036854775807\na 1 2 0 5 1\n", .beyondReckoning),
        ]
        for (text, fault) in cases {
            let network = try FlowNetwork(dimacs: Array(text.utf8))
            #expect(throws: fault, "\(text)") { try network.solve() }
        }
    }

    @Test("However a good file is torn, a word lost, a figure grown, a line doubled: it is answered, never a crash")
    func torn() throws {
        let good = "c x\np min 4 5\nn 1 4\nn 4 -4\na 1 2 0 4 2\na 1 3 0 2 2\na 2 3 0 2 1\na 2 4 0 3 3\na 3 4 0 5 1\n"
        var random = SeededRandom(seed: 41)
        var (answered, refused) = (0, 0)
        for _ in 0..<2_000 {
            var words = good.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: 0..<words.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: words.remove(at: at)
                case 1: words[at] = "-" + words[at]
                case 2: words[at] += String(repeating: "9", count: Int.random(in: 1...20, using: &random))
                case 3: words.insert("7", at: at)
                default: words[at] = String(words[at].dropLast())
                }
                if words.isEmpty { words = ["c"] }
            }
            do {
                let network = try FlowNetwork(dimacs: Array(words.joined(separator: " ").utf8))
                let solution = try network.solve()
                #expect(network.proves(solution))
                answered += 1
            } catch {
                refused += 1
            }
        }
        #expect(answered > 10 && refused > 100)
    }

    @Test("A market is read from a network of seats and people, and from no other")
    func market() throws {
        let text = """
            p min 6 8
            n 5 3
            n 6 -3
            a 5 1 0 2 0
            a 5 2 0 1 0
            a 1 3 0 1 4
            a 1 4 0 1 2
            a 2 4 0 1 1
            a 3 6 0 1 0
            a 4 6 0 1 0
            a 5 6 0 3 30

            """
        let network = try FlowNetwork(dimacs: Array(text.utf8))
        let market = try #require(AssignmentProblem.market(network))
        let problem = market.problem
        #expect(problem.seats == [2, 1] && problem.workers == 2 && problem.pairs.count == 3)
        #expect(market.emptySeatPrice == 30)
        let (matched, certificate) = market.read(try network.solve(), of: network)
        #expect(matched.count == 2 && problem.judge(matched, certificate) == .ok)
        let others = [
            ("a 1 3 0 1 4", "a 1 3 0 2 4"), ("a 1 3 0 1 4", "a 1 2 0 1 4"), ("n 6 -3", "n 4 -3"),
            ("a 5 6 0 3 30", "a 5 3 0 3 0"), ("a 3 6 0 1 0", "a 3 6 0 2 0"), ("a 1 3 0 1 4", "a 3 1 0 1 4"),
        ]
        for (from, to) in others {
            let other = text.replacingOccurrences(of: from, with: to)
            #expect(AssignmentProblem.market(try FlowNetwork(dimacs: Array(other.utf8))) == nil, "\(to)")
        }
    }
}
