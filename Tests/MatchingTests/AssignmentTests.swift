import Foundation
import TestSupport
import Testing

@testable import Matching

/// Seats and workers: as many as can be, at the least cost, with a certificate anybody can check.
@Suite("Assignment") struct AssignmentTests {
    private struct Certificates: Decodable {
        struct Prices: Decodable {
            let u: [Int64]
            let y: [Int64]
            let match: [[Int]]
        }
        let instance: String
        let `case`: String
        let verdict: String
        let filled: Int
        let certificate: Prices
    }

    @Test("Every shared certificate is judged as listed")
    func shared() throws {
        guard let folder = sharedData("mcf") else { return print("skipped: no shared data") }
        let data = try Data(contentsOf: folder.appending(path: "certificates_dev.json"))
        let cases = try JSONDecoder().decode([Certificates].self, from: data)
        for one in cases {
            let (problem, price) = try Self.problem(folder.appending(path: one.instance))
            let verdict = problem.judge(
                one.certificate.match.map { ($0[0] - 1, $0[1] - 1) },
                AssignmentCertificate(seatPrices: one.certificate.u, worths: one.certificate.y, emptySeatPrice: price))
            #expect(verdict.rawValue == one.verdict, "\(one.instance), \(one.case)")
        }
        #expect(cases.count == 18)
    }

    private struct Edges: Decodable {
        struct Matching: Decodable {
            struct Expected: Decodable {
                let filled: Int
                let cost: Int64
                let match: [[Int]]?
            }
            let name: String
            let orders: [Int64]
            let workers: Int
            let edges: [[Int64]]
            let expect: Expected
        }
        let matching: [Matching]
    }

    @Test("Every edge case is filled and costs as listed: chains, large costs, doubled pairs, nobody, no seats")
    func edges() throws {
        guard let folder = sharedData("mcf") else { return print("skipped: no shared data") }
        let data = try Data(contentsOf: folder.appending(path: "edge_cases.json"))
        let cases = try JSONDecoder().decode(Edges.self, from: data).matching
        for one in cases {
            let pairs = one.edges.map { AssignmentProblem.Pair(Int($0[0]) - 1, Int($0[1]) - 1, $0[2]) }
            let problem = try AssignmentProblem(seats: one.orders, workers: one.workers, pairs: pairs)
            let answer = try problem.solve()
            #expect(answer.filled == one.expect.filled && answer.cost == one.expect.cost, "\(one.name)")
            #expect(problem.judge(Self.matched(answer), answer.certificate) == .ok, "\(one.name)")
            if let match = one.expect.match {
                #expect(Self.matched(answer).map { [$0.order + 1, $0.worker + 1] }.sorted { $0[0] < $1[0] } == match)
            }
        }
        #expect(cases.count == 11)
    }

    @Test("The same pairs in another order give the same matching and the same prices")
    func shuffled() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<200 {
            let (seats, workers, pairs) = Self.random(&random)
            let first = try AssignmentProblem(seats: seats, workers: workers, pairs: pairs).solve()
            let again = try AssignmentProblem(seats: seats, workers: workers, pairs: pairs.shuffled(using: &random))
                .solve()
            #expect(first == again)
        }
    }

    @Test("A certificate proves every solved matching, and no matching from which somebody was taken")
    func certified() throws {
        var random = SeededRandom(seed: 5)
        var wounded = 0
        for _ in 0..<500 {
            let (seats, workers, pairs) = Self.random(&random)
            let problem = try AssignmentProblem(seats: seats, workers: workers, pairs: pairs)
            let answer = try problem.solve()
            var matched = Self.matched(answer)
            #expect(problem.judge(matched, answer.certificate) == .ok)
            guard !matched.isEmpty else { continue }
            matched.remove(at: Int.random(in: 0..<matched.count, using: &random))
            wounded += 1
            #expect(problem.judge(matched, answer.certificate) != .ok)
        }
        #expect(wounded > 300)
    }

    @Test("A pair of nobody and a cost below zero are refused")
    func refused() {
        #expect(throws: AssignmentFault.unknown(.init(1, 0, 5))) {
            try AssignmentProblem(seats: [1], workers: 1, pairs: [.init(1, 0, 5)])
        }
        #expect(throws: AssignmentFault.belowZero) {
            try AssignmentProblem(seats: [1], workers: 1, pairs: [.init(0, 0, -1)])
        }
        #expect(throws: AssignmentFault.belowZero) { try AssignmentProblem(seats: [-1], workers: 1, pairs: []) }
        #expect(throws: AssignmentFault.beyondReckoning) {
            try AssignmentProblem(seats: [1, 1], workers: 2, pairs: [.init(0, 0, .max / 2)]).solve()
        }
    }

    private static func matched(_ answer: Assignment) -> [(order: Int, worker: Int)] {
        answer.order.enumerated().compactMap { worker, order in order.map { ($0, worker) } }
    }

    private static func random(_ random: inout SeededRandom) -> ([Int64], Int, [AssignmentProblem.Pair]) {
        let seats = (0..<Int.random(in: 1...8, using: &random)).map { _ in Int64.random(in: 0...3, using: &random) }
        let workers = Int.random(in: 1...12, using: &random)
        let pairs = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            AssignmentProblem.Pair(
                Int.random(in: 0..<seats.count, using: &random), Int.random(in: 0..<workers, using: &random),
                Int64.random(in: 0...6, using: &random))
        }
        return (seats, workers, pairs)
    }

    /// The seats, workers and pairs of a network of the labour generator, and its price of an empty seat.
    private static func problem(_ file: URL) throws -> (AssignmentProblem, Int64) {
        let network = try FlowNetwork(dimacs: [UInt8](Data(contentsOf: file)))
        let source = network.supplies.count - 2
        let orders = network.arcs.prefix { $0.tail == source }
        let workers = source - orders.count
        let pairs = network.arcs.filter { $0.tail < orders.count }.map {
            AssignmentProblem.Pair($0.tail, $0.head - orders.count, $0.cost)
        }
        let price = try #require(network.arcs.last?.cost)
        return (try AssignmentProblem(seats: orders.map(\.capacity), workers: workers, pairs: pairs), price)
    }
}
