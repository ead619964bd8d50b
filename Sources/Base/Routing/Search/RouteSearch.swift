/// Ruin and recreate with strings of neighbouring places (Christiaens and Vanden Berghe, "Slack Induction by String Removals", 2020),
/// under simulated annealing; trips are cut at facilities by dynamic programming.
///
/// With a number of iterations as its limit it gives the same plan for a seed on every machine; with a clock it is as far as it came.
package final class RouteSearch {
    package struct Options: Sendable {
        package var seed: UInt64 = 1
        /// The most iterations; .max leaves the end to the clock.
        package var iterations = Int.max
        /// Mean number of places removed, and the longest string.
        package var removed = 10.0
        package var longest = 10.0
        /// The first temperature in parts of a mean leg, and how far it falls.
        package var heat = 0.35
        package var cooling = 0.01
        /// The same where vehicles empty at facilities: trips are coarse pieces, and moving one needs more heat.
        package var facilityHeat = 1.0
        package var facilityCooling = 0.003

        package init() {}
    }

    package struct Progress: Sendable {
        package let iterations: Int
        package let cost: Int
        package let unserved: Int
    }

    let space: SearchSpace
    let options: Options
    var dice: Dice
    let state: SearchState
    let current: SearchState
    let best: SearchState
    /// Places on no route, and the keys they are sorted by.
    let pool: SearchSpace.Numbers
    let keys: SearchSpace.Numbers
    var poolCount = 0
    /// Trips and routes touched in this iteration, by stamp.
    let ruined: SearchSpace.Numbers
    let touched: SearchSpace.Numbers
    var stamp: Int32 = 0
    /// A route written out: places as they are, facilities as -1 - number.
    let written: SearchSpace.Numbers
    let rewritten: SearchSpace.Numbers
    var blinkIn = 0
    var cuts: TripCuts
    package private(set) var iterations = 0

    package init(_ problem: RoutingProblem, options: Options = .init()) {
        space = SearchSpace(problem)
        self.options = options
        dice = Dice(seed: options.seed)
        state = SearchState(space)
        current = SearchState(space)
        best = SearchState(space)
        func take(_ count: Int) -> SearchSpace.Numbers {
            let numbers = SearchSpace.Numbers.allocate(capacity: count)
            numbers.initialize(repeating: 0, count: count)
            return numbers
        }
        pool = take(space.n + 1)
        keys = take(space.n + 1)
        ruined = take(space.nodes)
        touched = take(space.routes)
        written = take(space.nodes)
        rewritten = take(space.nodes)
        cuts = TripCuts(space)
    }

    deinit {
        for numbers in [pool, keys, ruined, touched, written, rewritten] { numbers.deallocate() }
        cuts.free()
    }

    /// Searches until `isOver`, given the share of the budget used (0...1), says so, or the iterations are done. `used` is asked every
    /// few hundred iterations; `report` hears of each.
    package func run(
        used: () -> Double, isCancelled: () -> Bool = { false }, report: (Progress) -> Void = { _ in }
    ) -> RoutePlan {
        begin()
        let (hot, cold) = temperatures()
        var temperature = hot
        while iterations < options.iterations {
            if iterations & 255 == 0 {
                let share = max(
                    used(), options.iterations == .max ? 0 : Double(iterations) / Double(options.iterations))
                if share >= 1 || isCancelled() { break }
                temperature = hot * power(cold / hot, share)
                report(Progress(iterations: iterations, cost: Int(best.distance), unserved: Int(best.absent)))
            }
            step(temperature)
            iterations &+= 1
        }
        return best.plan()
    }

    /// Places the best plan leaves out: 0 where all could be served.
    package var unserved: Int { Int(best.absent) }
    package var cost: Int { Int(best.distance) }

    private func begin() {
        poolCount = space.n
        for place in 0..<space.n { pool[place] = Int32(place + 1) }
        stamp &+= 1
        recreate()
        current.copy(from: state)
        best.copy(from: state)
    }

    private func temperatures() -> (Double, Double) {
        let legs = space.n + space.routes
        let mean = Double(max(1, current.distance)) / Double(max(1, min(legs, space.n + 10)))
        let isCool = space.problem.endsEmpty
        let hot = max(0.5, (isCool ? options.facilityHeat : options.heat) * mean)
        return (hot, max(0.005, hot * (isCool ? options.facilityCooling : options.cooling)))
    }

    private func step(_ temperature: Double) {
        stamp &+= 1
        ruin()
        recreate()
        guard Double(state.cost) < Double(current.cost) - temperature * naturalLogarithm(dice.unit() + 0x1p-60),
            isSound()
        else {
            state.copy(from: current)
            return
        }
        current.copy(from: state)
        if state.cost < best.cost { best.copy(from: state) }
    }

    /// Taking a place out can break a clock where the matrix has no triangle rule; such a plan is not taken.
    private func isSound() -> Bool {
        guard space.isTimed else { return true }
        for number in 0..<space.routes where touched[number] == stamp && !state.holds(number) { return false }
        return true
    }

    func touch(_ number: Int) { touched[number] = stamp }
}
