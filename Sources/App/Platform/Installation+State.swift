import EventLog
import Kernel
import Storage

/// Whether commands are taken here, and if not, why.
package enum Readiness: String, Sendable, Hashable {
    case ready
    /// Another program writes.
    case standingBy
    /// The clock is not believed (decision record 0201).
    case clock
    /// The disk is full.
    case noRoom
    /// The store did not take the last transaction.
    case storeFails
}

/// The house in numbers, as who runs it wants to know it.
package struct InstallationNumbers: Sendable {
    package var commands = WriterCounts()
    /// Commands that wait for their turn.
    package var queue = 0
    package var logSize: Int64 = 0
    /// Acts the clock will give, and those it was to give and did not.
    package var actsWaiting: Int64 = 0
    package var actsSetAside: Int64 = 0
    /// The newest step of the schema.
    package var schema = ""
    /// Of the scanner of papers; nil where there is none.
    package var scanner: ScannerNumbers?
    /// By how many milliseconds the machine's clock is ahead of the time server's; nil where none has answered.
    package var clockDifference: Int64?

    package init() {}
}

extension Installation {
    /// How long after a failure the house is not asked for more: whoever sends commands elsewhere meanwhile has to come
    /// back to see that it is well again.
    private static let pauseSeconds: Int64 = 2

    package var readiness: Readiness {
        if writer.isWaiting { return .standingBy }
        if clock.doubt != nil { return .clock }
        if !room.isThere { return .noRoom }
        if let failed = writer.counts.failedAt, clock.now() < failed.adding(seconds: Installation.pauseSeconds) {
            return .storeFails
        }
        return .ready
    }

    /// Reads the store.
    package func numbers() throws -> InstallationNumbers {
        var numbers = InstallationNumbers()
        numbers.commands = writer.counts
        numbers.queue = writer.inbox.count
        numbers.scanner = papers.scannerNumbers()
        numbers.clockDifference = clock.difference
        numbers.schema = plan.migrations.last?.id ?? ""
        try database.read { tx in
            numbers.logSize = try LogStore.findHead(in: tx)?.range.size ?? 0
            numbers.actsWaiting = try DueStore.count(in: tx)
            numbers.actsSetAside = Int64(try ActStore.list(in: tx).count)
        }
        return numbers
    }
}
