import ArgumentParser
import Foundation
import Kernel
import Routing

/// `qianmo replay route FILE`: plans the routes of a file and recomputes them by another hand (`docs/replay.md`). Needs no house.
struct ReplayRoute: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "route", abstract: CLIText.replayRoute.here)

    enum Clock: String, ExpressibleByArgument, CaseIterable { case cpu, wall }

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.routeSeconds.here)") var seconds = 10.0
    @Option(help: "\(CLIText.routeSeed.here)") var seed: UInt64 = 1
    @Option(help: "\(CLIText.routeIterations.here)", transform: Within.range(1...1_000_000_000)) var iterations: Int?
    @Option(help: "\(CLIText.routeClock.here)") var clock = Clock.cpu
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func validate() throws {
        guard seconds > 0, seconds <= 86_400, iterations ?? 1 > 0 else {
            throw ValidationError(Console.language(CLIText.routeLimits))
        }
    }

    func run() throws {
        let problems: [RoutingProblem]
        do {
            let bytes = try Array(Files.read(file))
            let name = URL(filePath: file).deletingPathExtension().lastPathComponent
            if let visits = try VisitFile.problem(bytes, named: name) { return try show(visits) }
            problems = try RoutingFile.problems(bytes)
        } catch let fault as RoutingFault {
            throw Failure(message: Console.language(CLIText.routingFault(fault)))
        }
        let solved = problems.map(solve)
        if isJSON {
            Console.json(["instances": .array(solved.map(\.json)), "summary": summary(solved)])
        } else {
            for one in solved { Console.text(one.text(Console.language)) }
        }
        guard solved.allSatisfy(\.isSound) else { throw Failure(message: "") }
    }

    private func solve(_ problem: RoutingProblem) -> SolvedRoutes {
        var options = RouteSearch.Options()
        options.seed = seed
        options.iterations = iterations ?? .max
        let search = RouteSearch(problem, options: options)
        let (cpu, wall) = (Self.microseconds(CLOCK_THREAD_CPUTIME_ID), Self.microseconds(CLOCK_MONOTONIC))
        let (id, start) = clock == .cpu ? (CLOCK_THREAD_CPUTIME_ID, cpu) : (CLOCK_MONOTONIC, wall)
        let isBounded = iterations == nil
        let plan = search.run(used: { isBounded ? Double(Self.microseconds(id) - start) / (seconds * 1e6) : 0 })
        return SolvedRoutes(
            problem: problem, plan: plan, check: PlanCheck(plan, of: problem), unserved: search.unserved,
            iterations: search.iterations, cpu: Self.microseconds(CLOCK_THREAD_CPUTIME_ID) - cpu,
            wall: Self.microseconds(CLOCK_MONOTONIC) - wall)
    }

    private func show(_ problem: VisitProblem) throws {
        var options = VisitSearch.Options()
        options.seed = seed
        options.iterations = iterations ?? .max
        let search = VisitSearch(problem, options: options)
        let (cpu, wall) = (Self.microseconds(CLOCK_THREAD_CPUTIME_ID), Self.microseconds(CLOCK_MONOTONIC))
        let (id, start) = clock == .cpu ? (CLOCK_THREAD_CPUTIME_ID, cpu) : (CLOCK_MONOTONIC, wall)
        let plan = search.run(used: { Double(Self.microseconds(id) - start) / (seconds * 1e6) })
        let solved = SolvedVisits(
            problem: problem, plan: plan, check: VisitCheck(plan, of: problem), iterations: search.iterations,
            cpu: Self.microseconds(CLOCK_THREAD_CPUTIME_ID) - cpu, wall: Self.microseconds(CLOCK_MONOTONIC) - wall)
        if isJSON {
            Console.json([
                "instances": [solved.json],
                "summary": [
                    "instances": 1, "feasible": .integer(solved.check.isFeasible ? 1 : 0),
                    "seed": .string(String(seed)),
                    "cpuMs": .integer(solved.cpu / 1_000),
                ],
            ])
        } else {
            Console.text(solved.text(Console.language))
        }
        guard solved.check.isFeasible else { throw Failure(message: "") }
    }

    private static func microseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }

    private func summary(_ solved: [SolvedRoutes]) -> JSON {
        [
            "instances": .integer(Int64(solved.count)),
            "feasible": .integer(Int64(solved.count { $0.isSound })),
            "seed": .string(String(seed)), "cpuMs": .integer(solved.reduce(0) { $0 + $1.cpu } / 1_000),
        ]
    }
}

/// A plan with its check, as it is printed.
struct SolvedRoutes {
    let problem: RoutingProblem
    let plan: RoutePlan
    let check: PlanCheck
    let unserved: Int
    let iterations: Int
    let cpu: Int64
    let wall: Int64

    var isSound: Bool { check.isFeasible }

    private func cost(_ units: Int) -> JSON {
        switch problem.costScale {
        case 10: .decimal(units: Int64(units), scale: 1)
        case 10_000: .decimal(units: Int64(units), scale: 4)
        default: .integer(Int64(units))
        }
    }

    private func name(_ stop: RoutePlan.Stop) -> String {
        switch stop {
        case .place(let number): problem.places[number].name
        case .facility(let number): problem.facilities[number].name
        }
    }

    /// Times go out in minutes where the file counts minutes, else in its own units.
    private func time(_ units: Int) -> JSON {
        let scale = problem.minute > 0 ? problem.minute : problem.costScale
        return .integer(Int64(units / scale))
    }

    var json: JSON {
        let routes = zip(plan.routes, check.drives).map { route, drive -> JSON in
            [
                "vehicle": .integer(Int64(route.crew + 1)), "cost": cost(drive.cost),
                "stops": .array(route.stops.map { .string(name($0)) }), "leaves": time(drive.leaves),
                "returns": time(drive.returns), "breakBegins": drive.rest.map { time($0.begins) } ?? .null,
                "load": .integer(Int64(drive.visits.map(\.load).max() ?? 0)),
            ]
        }
        return [
            "name": .string(problem.name), "cost": cost(check.cost), "costUnits": .integer(Int64(check.cost)),
            "unitsPerOne": .integer(Int64(problem.costScale)), "feasible": .bool(isSound),
            "unserved": .integer(Int64(unserved)), "firstBroken": broken, "routes": .array(routes),
            "iterations": .integer(Int64(iterations)), "cpuMs": .integer(cpu / 1_000), "wallMs": .integer(wall / 1_000),
        ]
    }

    private var broken: JSON {
        guard let breach = check.breach else { return .null }
        return [
            "rule": .string(breach.rule.rawValue), "route": .integer(Int64(breach.route + 1)),
            "stop": .integer(Int64(breach.stop + 1)), "excess": .integer(Int64(breach.excess)),
        ]
    }

    func text(_ language: Language) -> String {
        var lines = [language(CLIText.routeHead(problem.name, costText, plan.routes.count, iterations, cpu / 1_000))]
        for route in plan.routes {
            lines.append("\(route.crew + 1)\t" + route.stops.map(name).joined(separator: " "))
        }
        if let breach = check.breach { lines.append(language(CLIText.routeBroken(breach))) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var costText: String {
        guard problem.costScale > 1 else { return String(check.cost) }
        let rest = String(problem.costScale + check.cost % problem.costScale).dropFirst()
        return "\(check.cost / problem.costScale).\(rest)"
    }
}
