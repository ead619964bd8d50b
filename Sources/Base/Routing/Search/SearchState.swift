/// A plan as linked lists in one block of memory, so that a copy is one move of bytes.
final class SearchState {
    typealias Numbers = UnsafeMutablePointer<Int32>

    let space: SearchSpace
    private let block: Numbers
    private let length: Int
    let next: Numbers
    let previous: Numbers
    /// Of a node; -1 where it stands on no route.
    let route: Numbers
    /// The start or visit that begins the node's trip.
    let head: Numbers
    /// Load from the trip's beginning, this node included.
    let carried: Numbers
    /// At a trip's head: the load of the whole trip.
    let tripLoad: Numbers
    /// Distance to the next node.
    let leg: Numbers
    /// Earliest begin of the service, earliest departure, and the latest begin from which the rest of the route still holds.
    let begins: Numbers
    let leaves: Numbers
    let latest: Numbers
    /// Of a visit its facility; at a trip's head the latest release of its goods.
    let facility: Numbers
    let released: Numbers
    /// Of each route: how many places stand on it.
    let count: Numbers
    /// Of each route: its distance.
    let lengths: Numbers
    private let totals: Numbers

    init(_ space: SearchSpace) {
        self.space = space
        length = 12 * space.nodes + 2 * space.routes + 4
        block = .allocate(capacity: length)
        block.initialize(repeating: 0, count: length)
        let (block, nodes) = (block, space.nodes)
        func part(_ at: Int) -> Numbers { block + at * nodes }
        (next, previous, route, head) = (part(0), part(1), part(2), part(3))
        (carried, tripLoad, leg, begins) = (part(4), part(5), part(6), part(7))
        (leaves, latest, facility, released) = (part(8), part(9), part(10), part(11))
        count = part(12)
        lengths = count + space.routes
        totals = lengths + space.routes
        clear()
    }

    deinit { block.deallocate() }

    func copy(from other: SearchState) { block.update(from: other.block, count: length) }

    /// Distance of all routes, without what absent places cost.
    var distance: Int32 {
        get { totals[0] }
        set { totals[0] = newValue }
    }
    var absent: Int32 {
        get { totals[1] }
        set { totals[1] = newValue }
    }
    var cost: Int { Int(distance) &+ Int(absent) &* space.absence }

    private func clear() {
        for node in 0..<space.nodes { route[node] = -1 }
        absent = Int32(space.n)
        for number in 0..<space.routes {
            let (start, end) = (Int(space.start(number)), Int(space.end(number)))
            (next[start], previous[end]) = (Int32(end), Int32(start))
            (route[start], route[end]) = (Int32(number), Int32(number))
            refresh(number)
        }
    }

    // MARK: Changes

    /// Puts `node` behind `before`; the caller refreshes the route.
    func link(_ node: Int, after before: Int) {
        let after = Int(next[before])
        (next[before], previous[node]) = (Int32(truncatingIfNeeded: node), Int32(truncatingIfNeeded: before))
        (next[node], previous[after]) = (Int32(truncatingIfNeeded: after), Int32(truncatingIfNeeded: node))
        route[node] = route[before]
    }

    func unlink(_ node: Int) {
        let (before, after) = (Int(previous[node]), Int(next[node]))
        next[before] = Int32(truncatingIfNeeded: after)
        previous[after] = Int32(truncatingIfNeeded: before)
        route[node] = -1
    }

    /// A visit from the pool, standing for `facility`; nil when the pool is used up.
    func takeVisit(_ number: Int) -> Int? {
        for node in space.firstVisit..<space.nodes where route[node] < 0 {
            facility[node] = Int32(truncatingIfNeeded: number)
            return node
        }
        return nil
    }

    func site(_ node: Int) -> Int {
        node < space.firstVisit ? Int(space.site[node]) : Int(space.facilitySite[Int(facility[node])])
    }

    // MARK: What follows from the lists

    /// Works out a route's loads, distance and clock anew.
    func refresh(_ number: Int) {
        let start = Int(space.start(number))
        let end = Int(space.end(number))
        var (node, trip, load, places, late): (Int, Int, Int32, Int32, Int32) = (start, start, 0, 0, 0)
        var from = 0
        var length: Int32 = 0
        while true {
            head[node] = Int32(truncatingIfNeeded: trip)
            if node <= space.n {
                load &+= space.load[node]
                late = max(late, space.release[node])
                places &+= 1
            }
            carried[node] = load
            guard node != end else { break }
            let following = Int(next[node])
            let to = site(following)
            leg[node] = space.distance[from &* space.sites &+ to]
            length &+= leg[node]
            (node, from) = (following, to)
            if node >= space.firstVisit {
                (tripLoad[trip], released[trip]) = (load, late)
                (trip, load, late) = (node, 0, 0)
            }
        }
        (tripLoad[trip], released[trip]) = (load, late)
        count[number] = places
        distance = distance &+ length &- lengths[number]
        lengths[number] = length
        if space.isTimed { refreshClock(start, end) }
    }

    private func refreshClock(_ start: Int, _ end: Int) {
        var node = start
        var from = 0
        begins[start] = space.opens[start]
        leaves[start] = max(space.opens[start], released[start])
        while node != end {
            let following = Int(next[node])
            let to = site(following)
            let begin = max(leaves[node] &+ space.time[from &* space.sites &+ to], opens(following))
            begins[following] = begin
            let left = begin &+ service(following)
            leaves[following] = following >= space.firstVisit ? max(left, released[following]) : left
            (node, from) = (following, to)
        }
        latest[end] = closes(end)
        while node != start {
            let before = Int(previous[node])
            let to = site(before)
            latest[before] = min(
                closes(before), latest[node] &- space.time[to &* space.sites &+ from] &- service(before))
            (node, from) = (before, to)
        }
    }

    func opens(_ node: Int) -> Int32 {
        node < space.firstVisit ? space.opens[node] : space.facilityOpens[Int(facility[node])]
    }
    func closes(_ node: Int) -> Int32 {
        node < space.firstVisit ? space.closes[node] : space.facilityCloses[Int(facility[node])]
    }
    func service(_ node: Int) -> Int32 {
        node < space.firstVisit ? space.service[node] : space.facilityUnload[Int(facility[node])]
    }
    private func cut(_ number: Int) -> Int32 { Int32(clamping: min(number, RoutingProblem.largest)) }

    /// Whether the route's clock holds, its rest included. The route must have been refreshed.
    func holds(_ number: Int) -> Bool {
        guard space.isTimed else { return true }
        var node = Int(space.start(number))
        let end = Int(space.end(number))
        while true {
            if begins[node] > closes(node) { return false }
            if node == end { break }
            node = Int(next[node])
        }
        return space.hasRests ? restFits(number) : true
    }

    /// A rest fits into some gap, or the crew is home before it must begin.
    func restFits(_ number: Int) -> Bool {
        guard let rest = space.problem.crews[number].rest, count[number] > 0 else { return true }
        let end = Int(space.end(number))
        let (earliest, last, length) = (cut(rest.earliest), cut(rest.latest), cut(rest.length))
        guard begins[end] > last else { return true }
        var node = Int(space.start(number))
        while node != end {
            guard leaves[node] <= last else { return false }
            let following = Int(next[node])
            let travel = space.time[site(node) &* space.sites &+ site(following)]
            let reached = max(leaves[node] &+ travel, earliest) &+ length
            if max(reached, opens(following)) <= latest[following] { return true }
            node = following
        }
        return false
    }

    func plan() -> RoutePlan {
        RoutePlan(
            (0..<space.routes).compactMap { number in
                guard count[number] > 0 else { return nil }
                var stops: [RoutePlan.Stop] = []
                var node = Int(next[Int(space.start(number))])
                while node != Int(space.end(number)) {
                    stops.append(node < space.firstVisit ? .place(node - 1) : .facility(Int(facility[node])))
                    node = Int(next[node])
                }
                return .init(crew: number, stops: stops)
            })
    }
}
