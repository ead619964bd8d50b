/// The plan recomputed from the problem alone, by no code of the search: its cost, its clock, and the first rule it breaks.
package struct PlanCheck: Sendable, Equatable {
    package enum Rule: String, Sendable, CaseIterable {
        case unknownStop, unknownCrew, crewTwice, servedTwice, notServed, overCapacity, notEmptyAtEnd
        case late, facilityClosed, shiftOver, noRest
    }

    /// The first rule broken, walking the routes in their order: which route (from 0), which stop of it, and by how much.
    package struct Breach: Sendable, Equatable {
        package let rule: Rule
        package let route: Int
        package let stop: Int
        package let excess: Int
    }

    /// When a stop is reached, begun and left, and the load after it.
    package struct Visit: Sendable, Equatable {
        package let arrives: Int
        package let begins: Int
        package let leaves: Int
        package let load: Int
    }

    package struct Drive: Sendable, Equatable {
        package let cost: Int
        package let leaves: Int
        package let returns: Int
        package let visits: [Visit]
        /// When the rest begins, and after which stop (-1: before the first); nil where none is due.
        package let rest: (begins: Int, afterStop: Int)?

        package static func == (one: Self, other: Self) -> Bool {
            one.cost == other.cost && one.returns == other.returns && one.visits == other.visits
                && one.rest?.begins == other.rest?.begins
        }
    }

    package let cost: Int
    package let drives: [Drive]
    package let breach: Breach?

    package var isFeasible: Bool { breach == nil }

    package init(_ plan: RoutePlan, of problem: RoutingProblem) {
        var breaches: [Breach] = []
        var drives: [Drive] = []
        var served = Set<Int>()
        var crews = Set<Int>()
        for (number, route) in plan.routes.enumerated() {
            guard problem.crews.indices.contains(route.crew) else {
                breaches.append(Breach(rule: .unknownCrew, route: number, stop: 0, excess: route.crew))
                continue
            }
            if !crews.insert(route.crew).inserted {
                breaches.append(Breach(rule: .crewTwice, route: number, stop: 0, excess: route.crew))
            }
            for (at, stop) in route.stops.enumerated() {
                if case .place(let place) = stop, !served.insert(place).inserted {
                    breaches.append(Breach(rule: .servedTwice, route: number, stop: at, excess: place))
                }
            }
            var walk = RouteWalk(route, number: number, problem: problem)
            if let drive = walk.drive() { drives.append(drive) }
            if let breach = walk.breach { breaches.append(breach) }
        }
        if let missing = problem.places.indices.first(where: { !served.contains($0) }) {
            breaches.append(Breach(rule: .notServed, route: plan.routes.count, stop: missing, excess: 1))
        }
        cost = drives.reduce(0) { $0 + $1.cost }
        self.drives = drives
        breach = breaches.first
    }
}

/// One route, walked from the depot and back; with a rest, every gap is tried and the earliest return is kept.
private struct RouteWalk {
    let route: RoutePlan.Route
    let number: Int
    let problem: RoutingProblem
    let crew: RoutingProblem.Crew
    var breach: PlanCheck.Breach?

    init(_ route: RoutePlan.Route, number: Int, problem: RoutingProblem) {
        self.route = route
        self.number = number
        self.problem = problem
        crew = problem.crews[route.crew]
    }

    mutating func drive() -> PlanCheck.Drive? {
        guard areStopsKnown() else { return nil }
        guard !route.stops.isEmpty else {
            return PlanCheck.Drive(cost: 0, leaves: crew.starts, returns: crew.starts, visits: [], rest: nil)
        }
        checkLoads()
        let plain = clock(restAfter: nil)
        guard let rest = crew.rest, plain.drive.returns > rest.latest else { return keep(plain) }
        let resting = (-1..<route.stops.count).compactMap { at -> Timed? in
            let timed = clock(restAfter: at)
            return timed.drive.rest == nil ? nil : timed
        }
        let sound = resting.filter { $0.breach == nil }.min { $0.drive.returns < $1.drive.returns }
        if let sound { return keep(sound) }
        if plain.breach == nil { note(.noRest, at: route.stops.count - 1, by: rest.length) }
        return keep(plain)
    }

    private typealias Timed = (drive: PlanCheck.Drive, breach: PlanCheck.Breach?)

    private mutating func keep(_ timed: Timed) -> PlanCheck.Drive {
        if breach == nil { breach = timed.breach }
        return timed.drive
    }

    private mutating func note(_ rule: PlanCheck.Rule, at stop: Int, by excess: Int) {
        if breach == nil { breach = .init(rule: rule, route: number, stop: stop, excess: excess) }
    }

    private mutating func areStopsKnown() -> Bool {
        for (at, stop) in route.stops.enumerated() {
            let isKnown =
                switch stop {
                case .place(let place): problem.places.indices.contains(place)
                case .facility(let facility): problem.facilities.indices.contains(facility)
                }
            guard isKnown else {
                note(.unknownStop, at: at, by: 0)
                return false
            }
        }
        return true
    }

    private mutating func checkLoads() {
        var load = 0
        for (at, stop) in route.stops.enumerated() {
            switch stop {
            case .facility: load = 0
            case .place(let place): load += problem.places[place].load
            }
            if load > crew.capacity { note(.overCapacity, at: at, by: load - crew.capacity) }
        }
        if problem.endsEmpty, case .place = route.stops[route.stops.count - 1] {
            note(.notEmptyAtEnd, at: route.stops.count - 1, by: load)
        }
    }

    /// The trip that begins before stop `at` may leave when the last of its goods is released.
    private func release(from at: Int) -> Int {
        var latest = 0
        for stop in route.stops[at...] {
            guard case .place(let place) = stop else { break }
            latest = max(latest, problem.places[place].release)
        }
        return latest
    }

    private func clock(restAfter: Int?) -> Timed {
        var now = max(crew.starts, release(from: 0))
        var cost = 0
        var load = 0
        var site = 0
        var visits: [PlanCheck.Visit] = []
        var found: PlanCheck.Breach?
        var rest: (begins: Int, afterStop: Int)?
        let left = now

        func travel(after stop: Int, to next: Int) {
            let reached = now + problem.time(site, next)
            if restAfter == stop, let due = crew.rest, max(now, due.earliest) <= due.latest {
                rest = (max(now, due.earliest), stop)
                now = max(reached, due.earliest) + due.length
            } else {
                now = reached
            }
            cost += problem.distance(site, next)
            site = next
        }

        for (at, stop) in route.stops.enumerated() {
            let opens, closes, length, target: Int
            switch stop {
            case .place(let number):
                let place = problem.places[number]
                (opens, closes, length, target) = (place.opens, place.closes, place.service, number + 1)
                load += place.load
            case .facility(let number):
                let facility = problem.facilities[number]
                (opens, closes, length, target) = (facility.opens, facility.closes, facility.unload, facility.site)
                load = 0
            }
            travel(after: at - 1, to: target)
            let arrived = now
            let begins = max(now, opens)
            if begins > closes, found == nil {
                let isPlace = if case .place = stop { true } else { false }
                found = .init(rule: isPlace ? .late : .facilityClosed, route: number, stop: at, excess: begins - closes)
            }
            now = begins + length
            if case .facility = stop { now = max(now, release(from: at + 1)) }
            visits.append(.init(arrives: arrived, begins: begins, leaves: now, load: load))
        }
        travel(after: route.stops.count - 1, to: 0)
        if now > crew.ends, found == nil {
            found = .init(rule: .shiftOver, route: number, stop: route.stops.count - 1, excess: now - crew.ends)
        }
        return (.init(cost: cost, leaves: left, returns: now, visits: visits, rest: rest), found)
    }
}
