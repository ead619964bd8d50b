/// The problem as flat arrays for the search. Nodes: 1...n the places, then a start and an end of each route, then a pool of visits to
/// facilities. A node's site is its row in the matrices.
///
/// Memory is taken once and given back with the object; nothing in the search's loop allocates.
final class SearchSpace {
    typealias Numbers = UnsafeMutablePointer<Int32>

    let problem: RoutingProblem
    let n: Int
    let routes: Int
    let visits: Int
    let nodes: Int
    let sites: Int
    let facilities: Int
    let isTimed: Bool
    let hasReleases: Bool
    let hasRests: Bool
    /// What one place that no route serves costs the search.
    let absence: Int

    let distance: Numbers
    /// `distanceTo[to * sites + from]`, so that all ways into a place lie beside each other.
    let distanceTo: Numbers
    let time: Numbers
    let site: Numbers
    let load: Numbers
    let service: Numbers
    let opens: Numbers
    let closes: Numbers
    let release: Numbers
    /// Of each route.
    let capacity: Numbers
    let kind: Numbers
    /// Of each facility.
    let facilitySite: Numbers
    let facilityOpens: Numbers
    let facilityCloses: Numbers
    let facilityUnload: Numbers
    /// For each place all others, the nearest first (itself at the head).
    let near: Numbers
    let nearCount: Int
    /// Places from the depot, the farthest first, and so on: the orders of insertion.
    private let taken: [Numbers]

    static let never = Int32(RoutingProblem.largest)

    init(_ problem: RoutingProblem) {
        self.problem = problem
        n = problem.places.count
        routes = Self.routeCount(problem)
        facilities = problem.facilities.count
        visits = facilities == 0 ? 0 : Self.visitCount(problem, routes: routes)
        nodes = 1 + n + 2 * routes + visits
        sites = problem.sites
        isTimed = problem.isTimed
        hasReleases = problem.places.contains { $0.release > 0 }
        hasRests = problem.crews.contains { $0.rest != nil }
        nearCount = min(n, 1_000)
        absence = 4 * Int(problem.distances.max() ?? 1) + 10
        var all: [Numbers] = []
        func take(_ count: Int) -> Numbers {
            let numbers = Numbers.allocate(capacity: max(1, count))
            numbers.initialize(repeating: 0, count: max(1, count))
            all.append(numbers)
            return numbers
        }
        distance = take(sites * sites)
        distanceTo = take(sites * sites)
        time = take(sites * sites)
        site = take(nodes)
        load = take(nodes)
        service = take(nodes)
        opens = take(nodes)
        closes = take(nodes)
        release = take(nodes)
        capacity = take(routes)
        kind = take(routes)
        facilitySite = take(facilities)
        facilityOpens = take(facilities)
        facilityCloses = take(facilities)
        facilityUnload = take(facilities)
        near = take(n * nearCount + nearCount)
        taken = all
        fill()
        fillNeighbours()
    }

    deinit { for numbers in taken { numbers.deallocate() } }

    func start(_ route: Int) -> Int32 { Int32(truncatingIfNeeded: 1 + n + route) }
    func end(_ route: Int) -> Int32 { Int32(truncatingIfNeeded: 1 + n + routes + route) }
    var firstVisit: Int { 1 + n + 2 * routes }

    /// Crews of one kind beyond what a plan can use only make the search slower: a fleet without limit is cut to a bound.
    private static func routeCount(_ problem: RoutingProblem) -> Int {
        guard Set(problem.crews.map(\.capacity)).count == 1, !problem.isTimed else { return problem.crews.count }
        let total = problem.places.reduce(0) { $0 + $1.load }
        let needed = total / max(1, problem.crews[0].capacity) + 1
        return min(problem.crews.count, 2 * needed + 6)
    }

    /// Visits a plan can make sense of: four times what the loads need, and two a route; with releases, one a place.
    private static func visitCount(_ problem: RoutingProblem, routes: Int) -> Int {
        let most = problem.places.count + 2 * routes + 2
        guard !problem.places.contains(where: { $0.release > 0 }) else { return most }
        let least = problem.crews.map(\.capacity).min() ?? 1
        return min(most, 4 * (problem.places.reduce(0) { $0 + $1.load } / least + 1) + 2 * routes + 16)
    }

    private func fill() {
        for from in 0..<sites {
            for to in 0..<sites {
                distance[from * sites + to] = problem.distances[from * sites + to]
                distanceTo[to * sites + from] = problem.distances[from * sites + to]
                time[from * sites + to] = problem.times[from * sites + to]
            }
        }
        func cut(_ number: Int) -> Int32 { Int32(clamping: min(number, RoutingProblem.largest)) }
        for (number, place) in problem.places.enumerated() {
            let node = number + 1
            (site[node], load[node], service[node]) = (Int32(node), cut(place.load), cut(place.service))
            (opens[node], closes[node], release[node]) = (cut(place.opens), cut(place.closes), cut(place.release))
        }
        var kinds: [RoutingProblem.Crew] = []
        for route in 0..<routes {
            let crew = problem.crews[route]
            capacity[route] = cut(crew.capacity)
            kind[route] = Int32(kinds.firstIndex(of: crew) ?? kinds.count)
            if !kinds.contains(crew) { kinds.append(crew) }
            for node in [Int(start(route)), Int(end(route))] {
                (opens[node], closes[node]) = (cut(crew.starts), cut(crew.ends))
            }
        }
        for (number, facility) in problem.facilities.enumerated() {
            (facilitySite[number], facilityUnload[number]) = (Int32(facility.site), cut(facility.unload))
            (facilityOpens[number], facilityCloses[number]) = (cut(facility.opens), cut(facility.closes))
        }
    }

    private func fillNeighbours() {
        for place in 1...n {
            let row = distance + place * sites
            let column = distanceTo + place * sites
            let order = (1...n).sorted { one, other in
                let (first, second) = (row[one] + column[one], row[other] + column[other])
                if one == place || other == place { return one == place && other != place }
                return first == second ? one < other : first < second
            }
            for at in 0..<nearCount { near[place * nearCount + at] = Int32(order[at]) }
        }
    }
}

/// SplitMix64: small, and the same on every machine for a seed.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0..<bound, for a bound of at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
    }

    /// In [0, 1).
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
