import Kernel
import Synchronization

/// What has gathered before the writer. Arrival is stamped under the lock, so that the order of the queue and the order
/// of the stamps are one.
final class Inbox: Sendable {
    enum Put { case first, queued, full }

    private struct State {
        var tickets: [Ticket] = []
        var isDraining = false
        var nextDue: Instant?
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds what `make` stamps; `.first` means that nobody is draining yet.
    func put(_ make: () -> Ticket) -> Put {
        state.withLock { state in
            guard state.tickets.count < capacity else { return .full }
            state.tickets.append(make())
            defer { state.isDraining = true }
            return state.isDraining ? .queued : .first
        }
    }

    /// What comes in now only gathers, until the writer is nudged: for tests that choose who shares a flush.
    func hold() {
        state.withLock { $0.isDraining = true }
    }

    /// The oldest, at most `most`.
    func takeGroup(_ most: Int) -> [Ticket] {
        state.withLock { state in
            let group = Array(state.tickets.prefix(most))
            state.tickets.removeFirst(group.count)
            return group
        }
    }

    /// Whether to go on draining; when not, the next one put in is the first again.
    var hasMore: Bool {
        state.withLock { state in
            state.isDraining = !state.tickets.isEmpty
            return state.isDraining
        }
    }

    var count: Int { state.withLock { $0.tickets.count } }

    var nextDue: Instant? {
        get { state.withLock { $0.nextDue } }
        set { state.withLock { $0.nextDue = newValue } }
    }
}

/// Those who wait for new heads.
final class Watchers: Sendable {
    private struct State {
        var next = 0
        var watching: [Int: AsyncStream<Head>.Continuation] = [:]
    }

    private let state = Mutex(State())

    func stream() -> AsyncStream<Head> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = state.withLock { state in
                state.next += 1
                state.watching[state.next] = continuation
                return state.next
            }
            continuation.onTermination = { [weak self] _ in
                _ = self?.state.withLock { $0.watching.removeValue(forKey: number) }
            }
        }
    }

    func tell(_ head: Head) {
        for continuation in state.withLock({ Array($0.watching.values) }) { continuation.yield(head) }
    }
}
