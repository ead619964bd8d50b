import Storage

/// Amounts on their way to running sums, gathered over a group of commands: eight vouchers of a village move the same
/// bank account eight times, and its row is written once.
///
/// A savepoint has a level of its own. What an outer level gathered and an inner one had to write stands in `carried`,
/// so that it comes back when the inner one is undone.
struct SQLiteTallies {
    typealias Amounts = (tally: Tally, key: [SQLValue], amounts: [Int64])

    private struct Level {
        var sums: [Tally: [[SQLValue]: Int]] = [:]
        /// In the order they came, so that the same commands cause the same statements.
        var list: [Amounts] = []
        var carried: [(level: Int, amounts: Amounts)] = []
    }

    private var levels = [Level()]
    /// The tables with amounts waiting.
    private(set) var tables: Set<String> = []

    mutating func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) {
        tables.insert(tally.table)
        let last = levels.count - 1
        if let position = levels[last].sums[tally]?[key], gather(amounts, at: position) { return }
        levels[last].sums[tally, default: [:]][key] = levels[last].list.count
        levels[last].list.append((tally, key, amounts))
    }

    /// False where a sum leaves the integers: then the table itself will refuse it.
    private mutating func gather(_ amounts: [Int64], at position: Int) -> Bool {
        let last = levels.count - 1
        let old = levels[last].list[position].amounts
        let sums = zip(old, amounts).map { $0.addingReportingOverflow($1) }
        guard sums.allSatisfy({ !$0.overflow }) else { return false }
        for column in amounts.indices { levels[last].list[position].amounts[column] = sums[column].partialValue }
        return true
    }

    /// All that waits, to be written now.
    mutating func take() -> [Amounts] {
        let last = levels.count - 1
        var all: [Amounts] = []
        for level in levels.indices {
            all += levels[level].list
            if level < last { levels[last].carried += levels[level].list.map { (level, $0) } }
            levels[level].list.removeAll(keepingCapacity: true)
            levels[level].sums.removeAll(keepingCapacity: true)
        }
        tables.removeAll(keepingCapacity: true)
        return all
    }

    mutating func enter() { levels.append(Level()) }

    /// The savepoint holds: what it gathered is the outer level's.
    mutating func release() {
        let inner = levels.removeLast()
        let last = levels.count - 1
        levels[last].carried += inner.carried.filter { $0.level < last }
        for one in inner.list { add(one.amounts, at: one.key, to: one.tally) }
    }

    /// The savepoint is undone: what it gathered is gone, what it wrote for others waits again.
    mutating func undo() {
        let inner = levels.removeLast()
        let here = levels.count
        for (level, one) in inner.carried {
            // Back to where it was gathered; `add` adds to the last level.
            let above = Array(levels[(level + 1)...])
            levels.removeLast(here - level - 1)
            add(one.amounts, at: one.key, to: one.tally)
            levels += above
        }
        tables = Set(levels.flatMap { $0.list.map(\.tally.table) })
    }
}
