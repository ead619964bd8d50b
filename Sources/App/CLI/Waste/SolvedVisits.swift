import Kernel
import Routing

/// A plan of home visits with its check, as it is printed.
struct SolvedVisits {
    let problem: VisitProblem
    let plan: VisitPlan
    let check: VisitCheck
    let iterations: Int
    let cpu: Int64
    let wall: Int64

    /// The objective, in thousandths: a third of travel, lateness and the worst lateness.
    var value: Int { (check.cost + 1) / 3 }

    /// `111.333`.
    static func text(_ thousandths: Int) -> String {
        "\(thousandths / VisitProblem.scale).\(String(VisitProblem.scale + thousandths % VisitProblem.scale).dropFirst())"
    }

    private static func decimal(_ thousandths: Int) -> JSON { .decimal(units: Int64(thousandths), scale: 3) }

    private func name(_ stop: VisitPlan.Stop) -> String {
        let visit = problem.visits[stop.visit]
        return "\(visit.name)/\(visit.tasks[stop.task].service)"
    }

    var json: JSON {
        let routes = zip(problem.carers, plan.routes).map { carer, stops -> JSON in
            [
                "carer": .string(carer.name), "stops": .array(stops.map { .string(name($0)) }),
                "begins": .array(stops.map { Self.decimal($0.begins) }),
            ]
        }
        let broken: JSON =
            check.breach.map {
                [
                    "rule": .string($0.rule.rawValue), "carer": .integer(Int64($0.carer + 1)),
                    "stop": .integer(Int64($0.stop + 1)),
                ]
            } ?? .null
        return [
            "name": .string(problem.name), "cost": Self.decimal(value), "costUnits": .integer(Int64(check.cost)),
            "unitsPerOne": .integer(Int64(3 * VisitProblem.scale)), "travel": Self.decimal(check.travel),
            "late": Self.decimal(check.late), "latest": Self.decimal(check.latest),
            "feasible": .bool(check.isFeasible), "unserved": 0, "firstBroken": broken, "routes": .array(routes),
            "iterations": .integer(Int64(iterations)), "cpuMs": .integer(cpu / 1_000), "wallMs": .integer(wall / 1_000),
        ]
    }

    func text(_ language: Language) -> String {
        var lines = [language(CLIText.visitsHead(self))]
        for (carer, stops) in zip(problem.carers, plan.routes) where !stops.isEmpty {
            lines.append(
                "\(carer.name)\t" + stops.map { "\(name($0))@\(Self.text($0.begins))" }.joined(separator: " "))
        }
        if let breach = check.breach { lines.append(language(CLIText.visitsBroken(breach))) }
        return lines.joined(separator: "\n") + "\n"
    }
}
