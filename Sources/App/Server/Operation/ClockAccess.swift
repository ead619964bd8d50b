import Kernel
package import Platform

/// What the administrator may see and say of the clock and its acts. All but `doubt` and `trust` reach the store.
package struct ClockAccess: Sendable {
    let doubt: @Sendable () -> ClockDoubt?
    let trust: @Sendable () -> Void
    let listSetAside: @Sendable () throws -> [ActSetAside]
    /// False when the act is not set aside any more.
    let tryAgain: @Sendable (_ entry: Int64, _ ordinal: Int) async throws -> Bool
    /// Has everything done that has come due.
    let nudge: @Sendable () async -> Void

    /// A clock that nobody doubts, and nothing set aside: for small houses in tests.
    package static let quiet = ClockAccess(
        doubt: { nil }, trust: {}, listSetAside: { [] }, tryAgain: { _, _ in false }, nudge: {})

    package static func of(_ installation: Installation) -> ClockAccess {
        ClockAccess(
            doubt: { installation.clock.doubt }, trust: { installation.clock.trust() },
            listSetAside: { try installation.listSetAside() },
            tryAgain: { try await installation.writer.tryAgain(entry: $0, ordinal: $1) },
            nudge: { await installation.writer.nudge() })
    }
}
