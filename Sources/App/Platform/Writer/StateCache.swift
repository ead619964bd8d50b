import Kernel

/// States of streams lately used, the least lately used half forgotten when it grows too large.
///
/// A state is taken out to be changed and put back after: so it has one owner, and collections change in place.
struct StateCache {
    struct Key: Hashable {
        let module: String
        let stream: StreamID
    }

    private let half: Int
    private var young: [Key: any Sendable] = [:]
    private var old: [Key: any Sendable] = [:]

    init(capacity: Int = 65_536) {
        half = max(1, capacity / 2)
    }

    mutating func take(_ key: Key) -> (any Sendable)? {
        young.removeValue(forKey: key) ?? old.removeValue(forKey: key)
    }

    mutating func put(_ state: any Sendable, _ key: Key) {
        if young.count >= half {
            old = young
            young = [:]
        }
        young[key] = state
    }

    mutating func drop(_ keys: some Sequence<Key>) {
        for key in keys { _ = take(key) }
    }

    mutating func removeAll() {
        young = [:]
        old = [:]
    }
}
