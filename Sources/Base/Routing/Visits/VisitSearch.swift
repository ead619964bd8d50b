/// Simulated annealing over an order of all visits and a carer for each task. Visits are taken in that order, each as early
/// as its carers are there: such a plan can never wait for itself, however many visits need two (as the published solutions
/// have it).
///
/// With a number of iterations as its limit it gives the same plan for a seed on every machine.
package final class VisitSearch {
    package struct Options: Sendable {
        package var seed: UInt64 = 1
        /// The most iterations; .max leaves the end to the clock.
        package var iterations = Int.max
        /// So often it is heated anew within its limit.
        package var cycles = 4
        /// The first temperature in parts of a mean way, and how far it falls.
        package var heat = 1.5
        package var cooling = 0.002

        package init() {}
    }

    private struct State {
        var order: [Int]
        /// By visit and task.
        var carers: [Int]
    }

    private let problem: VisitProblem
    private let options: Options
    private var dice: Dice
    /// At 2 · visit + task: who is able.
    private let able: [[Int]]
    private let ways: [Int]
    private let sites: Int
    private let first: Double
    // Where each carer is, and from when on they are free, while an order is worked off.
    private var site: [Int]
    private var free: [Int]
    package private(set) var iterations = 0

    package init(_ problem: VisitProblem, options: Options = .init()) {
        self.problem = problem
        self.options = options
        dice = Dice(seed: options.seed)
        able = problem.visits.flatMap { visit in
            (0..<2).map { task in
                guard task < visit.tasks.count else { return [] }
                return problem.carers.indices.filter {
                    problem.carers[$0].abilities.contains(visit.tasks[task].service)
                }
            }
        }
        ways = problem.ways.map(Int.init)
        sites = problem.visits.count + 1
        first = Double(ways.reduce(0, +)) / Double(max(1, sites * (sites - 1))) * options.heat
        site = problem.carers.map { _ in 0 }
        free = problem.carers.map { _ in 0 }
    }

    /// `used` answers which part of the limit is spent, from 0 to 1.
    package func run(used: () -> Double) -> VisitPlan {
        var current = begin()
        var cost = price(current)
        var (best, least) = (current, cost)
        var temperature = first
        let most = max(1, options.iterations)
        while iterations < most {
            if iterations & 127 == 0 {
                let spent = options.iterations == .max ? used() : Double(iterations) / Double(most)
                if spent >= 1 { break }
                let cycle = spent * Double(options.cycles)
                temperature = first * power(options.cooling, cycle - cycle.rounded(.down))
            }
            iterations += 1
            var next = current
            change(&next)
            let own = price(next)
            // Worse by a little is taken now and then, the less the colder it is.
            guard Double(own - cost) < -temperature * naturalLogarithm(dice.unit() + 0x1p-60) else { continue }
            (current, cost) = (next, own)
            if cost < least { (best, least) = (current, cost) }
        }
        return plan(best)
    }

    // MARK: Moves

    private func begin() -> State {
        let order = problem.visits.indices.sorted {
            (problem.visits[$0].closes, $0) < (problem.visits[$1].closes, $1)
        }
        var state = State(order: order, carers: able.map { $0.first ?? -1 })
        for visit in order { draw(visit, &state) }
        return state
    }

    /// Other carers for a visit, two of them where it needs two.
    private func draw(_ visit: Int, _ state: inout State) {
        let (one, two) = (able[2 * visit], able[2 * visit + 1])
        repeat {
            state.carers[2 * visit] = one[dice.below(one.count)]
            if !two.isEmpty { state.carers[2 * visit + 1] = two[dice.below(two.count)] }
        } while !two.isEmpty && state.carers[2 * visit] == state.carers[2 * visit + 1]
    }

    private func change(_ state: inout State) {
        let count = state.order.count
        let kind = dice.below(10)
        let from = dice.below(count)
        if kind < 7 {
            // Mostly a few places on; now and then anywhere.
            let reach = dice.below(3) == 0 ? count : min(count, 5)
            let to = min(count - 1, max(0, from + dice.below(2 * reach + 1) - reach))
            let visit = state.order.remove(at: from)
            state.order.insert(visit, at: to)
            if kind < 3 { draw(visit, &state) }
        } else if kind < 9 {
            draw(state.order[from], &state)
        } else {
            state.order.swapAt(from, dice.below(count))
        }
    }

    // MARK: The clock

    /// When the tasks of a visit begin with these carers, where they are now.
    private func begins(_ number: Int, _ state: State) -> (Int, Int) {
        let visit = problem.visits[number]
        let one = state.carers[2 * number]
        var begin = max(visit.opens, free[one] + ways[site[one] * sites + number + 1])
        guard let gap = visit.gap else { return (begin, begin) }
        let two = state.carers[2 * number + 1]
        let there = max(visit.opens, free[two] + ways[site[two] * sites + number + 1])
        let second = max(there, begin + gap.lowerBound)
        begin = max(begin, second - gap.upperBound)
        return (begin, second)
    }

    /// Three times the objective.
    private func price(_ state: State) -> Int {
        var (travel, late, latest) = (0, 0, 0)
        work(state) { visit, carer, begin, way in
            travel += way
            let own = max(0, begin - problem.visits[visit].closes)
            late += own
            latest = max(latest, own)
        }
        for carer in site.indices { travel += ways[site[carer] * sites] }
        return travel + late + latest
    }

    private func work(_ state: State, _ each: (_ visit: Int, _ carer: Int, _ begin: Int, _ way: Int) -> Void) {
        for carer in site.indices { (site[carer], free[carer]) = (0, 0) }
        for number in state.order {
            let visit = problem.visits[number]
            let (one, two) = begins(number, state)
            for task in visit.tasks.indices {
                let carer = state.carers[2 * number + task]
                let begin = task == 0 ? one : two
                each(number, carer, begin, ways[site[carer] * sites + number + 1])
                (site[carer], free[carer]) = (number + 1, begin + visit.tasks[task].length)
            }
        }
    }

    private func plan(_ state: State) -> VisitPlan {
        var routes: [[VisitPlan.Stop]] = problem.carers.map { _ in [] }
        work(state) { visit, carer, begin, _ in
            let task = state.carers[2 * visit] == carer ? 0 : 1
            routes[carer].append(VisitPlan.Stop(visit: visit, task: task, begins: begin))
        }
        return VisitPlan(routes)
    }
}
