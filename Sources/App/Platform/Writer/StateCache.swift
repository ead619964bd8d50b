import Kernel
import Storage

/// The state of one stream, in a box of its own: whoever holds the box changes the state in place.
final class StateBox<State: Sendable> {
    var value: State

    init(_ value: State) { self.value = value }
}

/// States of streams lately used, the least lately used half forgotten when it grows too large.
struct StateCache {
    struct Key: Hashable {
        let module: String
        let stream: StreamID

        init<Domain: Module>(_ module: Domain.Type, _ stream: StreamID) {
            self.module = Domain.name
            self.stream = stream
        }
    }

    private let half: Int
    private var young: [Key: AnyObject] = [:]
    private var old: [Key: AnyObject] = [:]

    init(capacity: Int = 65_536) {
        half = max(1, capacity / 2)
    }

    /// The box of a stream of `Domain`, when it is here.
    mutating func find<Domain: Module>(_ module: Domain.Type, _ key: Key) -> StateBox<Domain.State>? {
        if let box = young[key] { return box as? StateBox<Domain.State> }
        guard let box = old.removeValue(forKey: key) as? StateBox<Domain.State> else { return nil }
        put(box, key)
        return box
    }

    mutating func put(_ box: StateBox<some Sendable>, _ key: Key) {
        if young.count >= half {
            old = young
            young = [:]
        }
        young[key] = box
    }

    mutating func drop(_ keys: some Sequence<Key>) {
        for key in keys {
            young[key] = nil
            old[key] = nil
        }
    }

    mutating func removeAll() {
        young = [:]
        old = [:]
    }
}
