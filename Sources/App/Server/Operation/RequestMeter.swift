import Platform
import Synchronization

/// Requests since the program's start, by kind of address and status, with how long they took. Numbers only: no address as
/// typed, nothing of who asked.
final class RequestMeter: Sendable {
    /// Kinds of addresses: few, so that the numbers stay few whatever is asked.
    enum Kind: String, CaseIterable {
        case page, api, command, log, live, signIn = "sign_in", operation, file, none

        /// Of an address's pattern.
        init(_ pattern: String) {
            switch pattern {
            case "-": self = .none
            case "/api/v1/commands": self = .command
            case "/metrics", "/healthz", "/healthz/writer", "/readyz": self = .operation
            case "/checkpoint", "/log": self = .log
            case _ where pattern.hasSuffix("/events") || pattern == "/api/v1/changes": self = .live
            case _ where pattern.hasPrefix("/tile/") || pattern.hasPrefix("/log/"): self = .log
            case _ where pattern.hasPrefix("/sign-in") || pattern.hasPrefix("/account") || pattern == "/api/v1/sign-in":
                self = .signIn
            case _ where pattern.hasPrefix("/api/"): self = .api
            case _ where pattern.contains("."): self = .file
            default: self = .page
            }
        }
    }

    struct Key: Hashable {
        let kind: Kind
        let status: Int
    }

    struct Times {
        /// How many took at most so long as each of `bounds`.
        var within = Array(repeating: Int64(0), count: bounds.count)
        var count: Int64 = 0
        var milliseconds: Int64 = 0
    }

    /// Milliseconds.
    static let bounds: [Int64] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]

    private let state = Mutex<(requests: [Key: Int64], times: [Kind: Times])>(([:], [:]))

    var now: (requests: [Key: Int64], times: [Kind: Times]) { state.withLock { $0 } }

    func note(_ pattern: String, status: Int, took: Duration) {
        let kind = Kind(pattern)
        let taken = took.milliseconds
        state.withLock { state in
            state.requests[Key(kind: kind, status: status), default: 0] += 1
            var times = state.times[kind] ?? Times()
            times.count += 1
            times.milliseconds += taken
            for (position, bound) in Self.bounds.enumerated() where taken <= bound { times.within[position] += 1 }
            state.times[kind] = times
        }
    }
}
