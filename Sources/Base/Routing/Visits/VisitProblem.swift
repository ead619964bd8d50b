/// Home visits of a day: some need two carers, together or one after the other; a carer must be able to do what is asked; a
/// visit may begin late, and that costs (Mankowska, Meisel, Bierwirth 2014).
///
/// Ways, times and lateness are whole thousandths of the file's unit. Site 0 is the office, site i the place of visit i - 1.
package struct VisitProblem: Sendable {
    /// One carer's part of a visit.
    package struct Task: Sendable, Equatable {
        package var service: String
        package var length: Int

        package init(_ service: String, length: Int) {
            self.service = service
            self.length = length
        }
    }

    package struct Visit: Sendable, Equatable {
        package var name: String
        package var opens: Int
        /// After it a task begins late.
        package var closes: Int
        /// One or two.
        package var tasks: [Task]
        /// How long after the first task the second begins; of visits that need two.
        package var gap: ClosedRange<Int>?

        package init(_ name: String, opens: Int, closes: Int, tasks: [Task], gap: ClosedRange<Int>? = nil) {
            self.name = name
            self.opens = opens
            self.closes = closes
            self.tasks = tasks
            self.gap = gap
        }
    }

    package struct Carer: Sendable, Equatable {
        package var name: String
        package var abilities: Set<String>

        package init(_ name: String, _ abilities: Set<String>) {
            self.name = name
            self.abilities = abilities
        }
    }

    /// Thousandths.
    package static let scale = 1_000

    package let name: String
    package let visits: [Visit]
    package let carers: [Carer]
    /// Row by row over the sites.
    package let ways: [Int32]

    /// Throws the `RoutingFault` that names what does not fit: a task nobody is able to do, two tasks of which only one
    /// carer is able, a matrix of another size.
    package init(name: String, visits: [Visit], carers: [Carer], ways: [Int32]) throws {
        self.name = name
        self.visits = visits
        self.carers = carers
        self.ways = ways
        guard !visits.isEmpty else { throw RoutingFault(.noPlace) }
        guard !carers.isEmpty else { throw RoutingFault(.noVehicle) }
        guard visits.count <= 1_000, carers.count <= 1_000 else {
            throw RoutingFault(.tooLarge, value: String(visits.count))
        }
        let sites = visits.count + 1
        guard ways.count == sites * sites else { throw RoutingFault(.matrixSize, value: String(ways.count)) }
        for visit in visits {
            guard visit.opens <= visit.closes else { throw RoutingFault(.windowBackwards, field: visit.name) }
            guard (1...2).contains(visit.tasks.count), (visit.tasks.count == 2) == (visit.gap != nil) else {
                throw RoutingFault(.unsupported, field: visit.name)
            }
            let able = visit.tasks.map { task in carers.indices.filter { carers[$0].abilities.contains(task.service) } }
            guard able.allSatisfy({ !$0.isEmpty }), able.count < 2 || Set(able[0] + able[1]).count > 1 else {
                throw RoutingFault(.nobodyAble, field: visit.name)
            }
        }
    }

    func way(_ from: Int, _ to: Int) -> Int { Int(ways[from * (visits.count + 1) + to]) }
}

/// Who does which task when. A plan is only a claim: `VisitCheck` says what it costs and whether it holds.
package struct VisitPlan: Sendable, Equatable {
    package struct Stop: Sendable, Equatable {
        package let visit: Int
        package let task: Int
        package let begins: Int

        package init(visit: Int, task: Int, begins: Int) {
            self.visit = visit
            self.task = task
            self.begins = begins
        }
    }

    /// By carer, in the order they go.
    package var routes: [[Stop]]

    package init(_ routes: [[Stop]]) { self.routes = routes }
}

/// The plan recomputed from the problem alone, by no code of the search.
package struct VisitCheck: Sendable, Equatable {
    package enum Rule: String, Sendable, CaseIterable {
        case unknownCarer, unknownVisit, notAble, doneTwice, notDone, sameCarer, tooEarly, notThereYet, notTogether
    }

    package struct Breach: Sendable, Equatable {
        package let rule: Rule
        package let carer: Int
        package let stop: Int
    }

    package let travel: Int
    package let late: Int
    package let latest: Int
    package let breach: Breach?

    /// Three times the objective: travel, lateness and the worst lateness.
    package var cost: Int { travel + late + latest }
    package var isFeasible: Bool { breach == nil }

    package init(_ plan: VisitPlan, of problem: VisitProblem) {
        var (travel, late, latest) = (0, 0, 0)
        var begins: [[Int?]] = problem.visits.map { $0.tasks.map { _ in nil } }
        var doneBy: [[Int]] = problem.visits.map { _ in [] }
        var breach: Breach?
        func note(_ rule: Rule, _ carer: Int, _ stop: Int) {
            breach = breach ?? Breach(rule: rule, carer: carer, stop: stop)
        }

        for (carer, route) in plan.routes.enumerated() {
            guard problem.carers.indices.contains(carer) else {
                note(.unknownCarer, carer, 0)
                continue
            }
            var (site, free) = (0, 0)
            for (at, stop) in route.enumerated() {
                guard problem.visits.indices.contains(stop.visit),
                    problem.visits[stop.visit].tasks.indices.contains(stop.task)
                else {
                    note(.unknownVisit, carer, at)
                    continue
                }
                let visit = problem.visits[stop.visit]
                let task = visit.tasks[stop.task]
                if !problem.carers[carer].abilities.contains(task.service) { note(.notAble, carer, at) }
                if begins[stop.visit][stop.task] != nil { note(.doneTwice, carer, at) }
                if doneBy[stop.visit].contains(carer) { note(.sameCarer, carer, at) }
                if stop.begins < visit.opens { note(.tooEarly, carer, at) }
                travel += problem.way(site, stop.visit + 1)
                if stop.begins < free + problem.way(site, stop.visit + 1) { note(.notThereYet, carer, at) }
                late += max(0, stop.begins - visit.closes)
                latest = max(latest, stop.begins - visit.closes)
                begins[stop.visit][stop.task] = stop.begins
                doneBy[stop.visit].append(carer)
                (site, free) = (stop.visit + 1, stop.begins + task.length)
            }
            if site > 0 { travel += problem.way(site, 0) }
        }
        for (number, visit) in problem.visits.enumerated() {
            guard let first = begins[number][0], let last = begins[number][visit.tasks.count - 1] else {
                note(.notDone, problem.carers.count, number)
                continue
            }
            if let gap = visit.gap, !gap.contains(last - first) { note(.notTogether, problem.carers.count, number) }
        }
        (self.travel, self.late, self.latest, self.breach) = (travel, late, latest, breach)
    }
}
