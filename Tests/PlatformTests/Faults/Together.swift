import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import Synchronization
import TestSupport

/// One command on its way, with the hour it comes in.
struct Given: Sendable {
    let at: Instant
    let submission: Submission
}

/// What became of a submission.
enum Outcome: Hashable, Sendable {
    case answered(Answer)
    /// The commit gave no clear answer: to be sent again under the same key.
    case unknown

    /// The store failed and nothing was written; to be sent again.
    var isFault: Bool {
        if case .answered(.rejected(let rejection)) = self { rejection.number == 1_208 } else { false }
    }
}

extension Installation {
    /// Gives commands in this order, each stamped with its own hour; up to 256 share one flush.
    func giveTogether(_ group: [Given], _ clock: HandClock) async -> [Outcome] {
        let outcomes = Mutex([Outcome?](repeating: nil, count: group.count))
        writer.inbox.hold()
        for (position, given) in group.enumerated() {
            clock.set(given.at.milliseconds)
            writer.take(given.submission) { result in
                let outcome: Outcome =
                    switch result {
                    case .success(let answer): .answered(answer)
                    case .failure: .unknown
                    }
                outcomes.withLock { $0[position] = outcome }
            }
        }
        await writer.nudge()
        // The second time it has waited for what the first time only handed over.
        await writer.nudge()
        return outcomes.withLock { $0.map { $0 ?? .unknown } }
    }
}

/// Every table's rows, summed up so that two stores can be held against each other.
struct Contents: Hashable {
    private var sums: [String: Int] = [:]

    init(of store: any Database) throws {
        try store.read { tx in
            for row in try tx.rows("SELECT name FROM sqlite_master WHERE type = 'table'") {
                let table: String = try row.get(0)
                let rows = try tx.rows(SQL(stringLiteral: "SELECT * FROM \(table)"))
                // The order of rows says nothing.
                sums[table] = rows.reduce(rows.count) { $0 &+ $1.hashValue }
            }
        }
    }

    func difference(_ other: Contents) -> [String] {
        Set(sums.keys).union(other.sums.keys).filter { sums[$0] != other.sums[$0] }.sorted()
    }
}
