import Synchronization

/// Statements that take long, told by their text: parameters are numbered in it, so no value of anybody is told.
package enum SlowStatements {
    /// Milliseconds from which a statement is slow; 0 while nobody listens, and then nothing is measured.
    private static let bound = Atomic<Int64>(0)
    private static let seen = Atomic<Int64>(0)
    private static let listener = Mutex<(@Sendable (String) -> Void)?>(nil)

    /// How many there were since the program began.
    package static var count: Int64 { seen.load(ordering: .relaxed) }

    /// From now on statements of `milliseconds` and more are told; 0 ends it.
    package static func tell(from milliseconds: Int64, _ tell: @escaping @Sendable (String) -> Void) {
        listener.withLock { $0 = tell }
        bound.store(max(0, milliseconds), ordering: .relaxed)
    }

    /// Runs `body`, which gives the statement to a store, with what is made of its rows on the way.
    package static func watch<Result, Failure: Error>(
        _ sql: SQL, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bound = bound.load(ordering: .relaxed)
        guard bound > 0 else { return try body() }
        let begun = ContinuousClock.now
        defer {
            let milliseconds = Int64((ContinuousClock.now - begun) / .milliseconds(1))
            if milliseconds >= bound { note(sql, milliseconds) }
        }
        return try body()
    }

    private static func note(_ sql: SQL, _ milliseconds: Int64) {
        seen.add(1, ordering: .relaxed)
        let words = sql.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(400)
        listener.withLock { $0?("slow statement, \(milliseconds) ms: \(words)") }
    }
}
