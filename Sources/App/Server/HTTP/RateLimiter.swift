package import Kernel

/// How often something may happen: `burst` at once, then one more every `refillMilliseconds`.
package struct RateLimit: Sendable, Hashable {
    package let burst: Int64
    package let refillMilliseconds: Int64

    package init(burst: Int64, refillMilliseconds: Int64) {
        self.burst = burst
        self.refillMilliseconds = refillMilliseconds
    }
}

/// Token buckets by what is limited and whom it concerns. Memory is bounded: at most `capacity` buckets.
///
/// A full bucket says nothing and is forgotten first; under a flood of new addresses the longest unused one goes.
package actor RateLimiter {
    private struct Bucket {
        /// In milliseconds of refill, so that everything stays an integer.
        var credit: Int64
        var touched: Instant
        let limit: RateLimit
    }

    private let capacity: Int
    private var buckets: [String: Bucket] = [:]

    package init(capacity: Int = 20_000) {
        self.capacity = max(1, capacity)
    }

    /// Takes one token from each bucket, or none at all; answers how many seconds to wait, 0 when it may happen now.
    package func take(_ demands: [(key: String, limit: RateLimit)], at now: Instant) -> Int64 {
        var wait: Int64 = 0
        for demand in demands { wait = max(wait, missing(demand.key, demand.limit, at: now)) }
        guard wait == 0 else { return (wait + 999) / 1_000 }
        for demand in demands {
            // Making room for a later demand may have dropped an earlier, still full bucket.
            var bucket =
                buckets[demand.key] ?? Bucket(credit: RateLimiter.full(demand.limit), touched: now, limit: demand.limit)
            bucket.credit -= demand.limit.refillMilliseconds
            buckets[demand.key] = bucket
        }
        return 0
    }

    /// Gives one token back: what turned out well need not count (a right password after two wrong ones).
    package func giveBack(_ key: String) {
        guard var bucket = buckets[key] else { return }
        bucket.credit = min(bucket.credit + bucket.limit.refillMilliseconds, RateLimiter.full(bucket.limit))
        buckets[key] = bucket
    }

    /// How many buckets there are.
    package var count: Int { buckets.count }

    /// Refills the bucket and answers how many milliseconds are missing for one token.
    private func missing(_ key: String, _ limit: RateLimit, at now: Instant) -> Int64 {
        var bucket = buckets[key] ?? Bucket(credit: RateLimiter.full(limit), touched: now, limit: limit)
        if buckets[key] == nil && buckets.count >= capacity { makeRoom(at: now) }
        let elapsed = max(0, now.milliseconds - bucket.touched.milliseconds)
        bucket.credit = min(bucket.credit + elapsed, RateLimiter.full(limit))
        bucket.touched = max(now, bucket.touched)
        buckets[key] = bucket
        return max(0, limit.refillMilliseconds - bucket.credit)
    }

    private func makeRoom(at now: Instant) {
        let speaking = buckets.filter { _, bucket in
            bucket.credit + max(0, now.milliseconds - bucket.touched.milliseconds) < RateLimiter.full(bucket.limit)
        }
        buckets = speaking
        guard buckets.count >= capacity else { return }
        // Drop an eighth at a time, so that a flood does not sort the table for every request.
        let oldest = buckets.sorted { $0.value.touched < $1.value.touched }.prefix(max(1, capacity / 8))
        for (key, _) in oldest { buckets[key] = nil }
    }

    private static func full(_ limit: RateLimit) -> Int64 { limit.burst * limit.refillMilliseconds }
}
