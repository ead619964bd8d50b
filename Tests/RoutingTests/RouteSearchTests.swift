import Foundation
import Routing
import Testing

@Suite("Routes") struct RouteSearchTests {
    /// A small day by hand: capacity 2, four places; each trip takes two.
    private func day(release: Int = 0, ends: Int = .max, rest: RoutingProblem.Rest? = nil) throws -> RoutingProblem {
        let points = [(0, 0), (10, 0), (12, 0), (0, 10), (0, 12)].map { RoutingProblem.Point(x: $0.0, y: $0.1) }
        let matrix = points.flatMap { from in
            points.map { Int32(((from.x - $0.x).magnitude + (from.y - $0.y).magnitude).rounded()) }
        }
        return try RoutingProblem(
            name: "hand", places: (1...4).map { .init("P\($0)", load: 1, service: 1, release: release) },
            facilities: [.init("depot", site: 0)], crews: [.init(capacity: 2, ends: ends, rest: rest)],
            distances: matrix)
    }

    private func solve(_ problem: RoutingProblem, iterations: Int = 2_000, seed: UInt64 = 1) -> RoutePlan {
        var options = RouteSearch.Options()
        options.iterations = iterations
        options.seed = seed
        return RouteSearch(problem, options: options).run(used: { 0 })
    }

    @Test("One vehicle of two serves four places in two trips") func twoTrips() throws {
        let problem = try day()
        let check = PlanCheck(solve(problem), of: problem)
        #expect(check.isFeasible)
        #expect(check.cost == 48)
        #expect(check.drives.map(\.returns) == [52])
    }

    @Test("The same seed gives the same plan, iteration for iteration") func isDeterministic() throws {
        let problem = try day()
        #expect(solve(problem, iterations: 300, seed: 7) == solve(problem, iterations: 300, seed: 7))
    }

    @Test("Goods that are released late hold the trip, not the place") func releases() throws {
        let problem = try day(release: 100)
        let check = PlanCheck(solve(problem), of: problem)
        #expect(check.isFeasible)
        #expect(check.drives.map(\.leaves) == [100])
        #expect(check.drives.map(\.returns) == [152])
    }

    @Test("A shift that is too short leaves places unserved, and the checker says so") func shortShift() throws {
        let problem = try day(ends: 30)
        let check = PlanCheck(solve(problem), of: problem)
        #expect(check.breach?.rule == .notServed)
    }

    @Test("A rest is put where it still fits, and none is due to a crew that is home before it") func rests() throws {
        let resting = try day(ends: 62, rest: .init(length: 10, earliest: 20, latest: 40))
        let check = PlanCheck(solve(resting), of: resting)
        #expect(check.isFeasible)
        #expect(check.drives.first?.rest != nil)
        #expect(check.drives.map(\.returns) == [62])
        let early = try day(rest: .init(length: 10, earliest: 20, latest: 60))
        #expect(PlanCheck(solve(early), of: early).drives.first?.rest == nil)
    }

    @Test("Every spoilt plan is found, with the rule it breaks") func spoiltPlans() throws {
        let problem = try day(ends: 60)
        let sound: [RoutePlan.Stop] = [.place(0), .place(1), .facility(0), .place(2), .place(3)]
        func rule(_ stops: [RoutePlan.Stop], crew: Int = 0) -> PlanCheck.Rule? {
            PlanCheck(RoutePlan([.init(crew: crew, stops: stops)]), of: problem).breach?.rule
        }
        #expect(rule(sound) == nil)
        #expect(rule(sound, crew: 1) == .unknownCrew)
        #expect(rule(sound.filter { $0 != .facility(0) }) == .overCapacity)
        #expect(rule(Array(sound.dropLast())) == .notServed)
        #expect(rule(sound + [.facility(0), .place(0)]) == .servedTwice)
        #expect(rule([.place(9)]) == .unknownStop)
        #expect(
            rule([.place(0), .facility(0), .place(1), .facility(0), .place(2), .facility(0), .place(3)]) == .shiftOver)
        let twice = RoutePlan([.init(crew: 0, stops: sound), .init(crew: 0, stops: [])])
        #expect(PlanCheck(twice, of: problem).breach?.rule == .crewTwice)
    }
}

@Suite("Routing files") struct RoutingFileTests {
    private static let small = """
        NAME : small
        TYPE : CVRP
        DIMENSION : 4
        EDGE_WEIGHT_TYPE : EUC_2D
        CAPACITY : 10
        NODE_COORD_SECTION
        1 0 0
        2 3 4
        3 0 2
        4 1 1
        DEMAND_SECTION
        1 0
        2 5
        3 5
        4 5
        DEPOT_SECTION
        1
        -1
        EOF
        """

    private func read(_ text: String) throws -> [RoutingProblem] { try RoutingFile.problems(Array(text.utf8)) }

    @Test("Distances of a CVRP file are rounded to the nearest") func rounding() throws {
        let problem = try #require(try read(Self.small).first)
        #expect(problem.distance(0, 1) == 5)
        #expect(problem.distance(0, 3) == 1)
        #expect(problem.places.map(\.load) == [5, 5, 5])
    }

    @Test(
        "What is wrong is named with its line",
        arguments: [
            ("CAPACITY : 10", "CAPACITY : ten", RoutingFault(.badNumber, line: 5, field: "CAPACITY", value: "ten")),
            ("3 0 2", "3 0 x", RoutingFault(.badNumber, line: 9, field: "NODE_COORD_SECTION", value: "x")),
            ("4 1 1", "9 1 1", RoutingFault(.unknownNode, line: 10, field: "NODE_COORD_SECTION", value: "9")),
            ("2 5\n", "2 50\n", RoutingFault(.loadAboveCapacity, field: "1", value: "50")),
            ("EUC_2D", "GEO", RoutingFault(.unsupported, line: 4, field: "EDGE_WEIGHT_TYPE", value: "GEO")),
            ("DIMENSION : 4\n", "", RoutingFault(.missingField, field: "DIMENSION")),
            ("3 5\n", "", RoutingFault(.missingField, field: "DEMAND_SECTION", value: "3")),
        ])
    func refusals(_ old: String, _ new: String, _ fault: RoutingFault) throws {
        let text = Self.small.replacingOccurrences(of: old, with: new)
        #expect(text != Self.small)
        #expect(throws: fault) { try read(text) }
    }

    @Test("Several lines of comment are comment; another word said twice is refused") func comments() throws {
        let twice = Self.small.replacingOccurrences(
            of: "TYPE : CVRP", with: "COMMENT : one\nCOMMENT : two: and more\nTYPE : CVRP")
        #expect(try read(twice).first?.places.count == 3)
        #expect(throws: RoutingFault(.twiceNamed, line: 3, field: "TYPE")) {
            try read(Self.small.replacingOccurrences(of: "TYPE : CVRP", with: "TYPE : CVRP\nTYPE : CVRP"))
        }
    }

    @Test("A problem of another kind is refused by what it asks", arguments: ["patients", "caregivers", "shipments"])
    func otherProblems(_ member: String) {
        #expect(throws: RoutingFault(.unsupported, field: member)) { try read("{\"\(member)\":[]}") }
        #expect(throws: RoutingFault(.unsupported, field: "instances[1].\(member)")) {
            let good = "{\"load\":[1],\"capacity\":1,\"vehicles\":1,\"matrix_m\":[[0,1],[1,0]]}"
            _ = try read("[\(good),{\"\(member)\":[]}]")
        }
    }

    @Test("A file cut off anywhere is read or refused, never a crash") func cutFiles() {
        for length in 0..<Self.small.utf8.count {
            let text = String(decoding: Array(Self.small.utf8.prefix(length)), as: UTF8.self)
            do {
                #expect(try read(text).first?.places.count == 3)
            } catch { #expect(error is RoutingFault) }
        }
    }

    @Test("A full matrix need not be symmetrical") func explicit() throws {
        let text = """
            NAME : matrix
            TYPE : CVRP
            DIMENSION : 3
            EDGE_WEIGHT_TYPE : EXPLICIT
            EDGE_WEIGHT_FORMAT : FULL_MATRIX
            CAPACITY : 10
            EDGE_WEIGHT_SECTION
            0 1 2
            3 0 4
            5 6 0
            DEMAND_SECTION
            1 0
            2 1
            3 1
            DEPOT_SECTION
            1
            -1
            EOF
            """
        let problem = try #require(try read(text).first)
        #expect(problem.distance(1, 0) == 3)
        let search = RouteSearch(problem, options: Self.quick)
        let check = PlanCheck(search.run(used: { 0 }), of: problem)
        #expect(check.isFeasible)
        // 0-1-2-0 is 1 + 4 + 5; 0-2-1-0 is 2 + 6 + 3; apart it is 4 + 7.
        #expect(check.cost == 10)
    }

    private static var quick: RouteSearch.Options {
        var options = RouteSearch.Options()
        options.iterations = 500
        return options
    }
}
