import Kernel
import Server
import Testing

@Suite("The rate limiter") struct RateLimiterTests {
    private let limit = RateLimit(burst: 3, refillMilliseconds: 1_000)
    private func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

    @Test("A burst passes, then one each interval; the answer says how long to wait")
    func burst() async {
        let limiter = RateLimiter()
        for _ in 0..<3 { #expect(await limiter.take([("a", limit)], at: at(0)) == 0) }
        #expect(await limiter.take([("a", limit)], at: at(0)) == 1)
        #expect(await limiter.take([("a", limit)], at: at(999)) == 1)
        #expect(await limiter.take([("a", limit)], at: at(1_000)) == 0)
        #expect(await limiter.take([("a", limit)], at: at(1_000)) == 1)
        #expect(await limiter.take([("b", limit)], at: at(1_000)) == 0)
    }

    @Test("A long wait fills the bucket and no more")
    func refill() async {
        let limiter = RateLimiter()
        _ = await limiter.take([("a", limit)], at: at(0))
        for _ in 0..<3 { #expect(await limiter.take([("a", limit)], at: at(1_000_000)) == 0) }
        #expect(await limiter.take([("a", limit)], at: at(1_000_000)) == 1)
    }

    @Test("When one bucket is empty nothing is taken from the other")
    func together() async {
        let limiter = RateLimiter()
        let narrow = RateLimit(burst: 1, refillMilliseconds: 60_000)
        #expect(await limiter.take([("wide", limit), ("narrow", narrow)], at: at(0)) == 0)
        for _ in 0..<5 { #expect(await limiter.take([("wide", limit), ("narrow", narrow)], at: at(0)) == 60) }
        #expect(await limiter.take([("wide", limit)], at: at(0)) == 0)
        #expect(await limiter.take([("wide", limit)], at: at(0)) == 0)
    }

    @Test("What is given back can be taken again, and a bucket never overflows")
    func givenBack() async {
        let limiter = RateLimiter()
        for _ in 0..<3 { _ = await limiter.take([("a", limit)], at: at(0)) }
        await limiter.giveBack("a")
        #expect(await limiter.take([("a", limit)], at: at(0)) == 0)
        #expect(await limiter.take([("a", limit)], at: at(0)) == 1)
        for _ in 0..<10 { await limiter.giveBack("a") }
        for _ in 0..<3 { #expect(await limiter.take([("a", limit)], at: at(0)) == 0) }
        #expect(await limiter.take([("a", limit)], at: at(0)) == 1)
    }

    @Test("A clock that goes back neither fills nor breaks a bucket")
    func backwards() async {
        let limiter = RateLimiter()
        for _ in 0..<3 { _ = await limiter.take([("a", limit)], at: at(10_000)) }
        #expect(await limiter.take([("a", limit)], at: at(0)) == 1)
        #expect(await limiter.take([("a", limit)], at: at(11_000)) == 0)
    }

    @Test("A flood of names takes bounded memory and does not free the guilty of the moment")
    func bounded() async {
        let limiter = RateLimiter(capacity: 100)
        for number in 0..<5_000 { _ = await limiter.take([("flood-\(number)", limit)], at: at(Int64(number) / 50)) }
        #expect(await limiter.count <= 100)
        for _ in 0..<3 { _ = await limiter.take([("guilty", limit)], at: at(101)) }
        for number in 0..<20 { _ = await limiter.take([("more-\(number)", limit)], at: at(100)) }
        #expect(await limiter.take([("guilty", limit)], at: at(101)) == 1)
        #expect(await limiter.count <= 100)
    }

    @Test("Four commands a second are the limits that stand in the program, and no number allows a flood")
    func commandsPerSecond() {
        var limits = RequestLimits()
        limits.allowCommands(perSecond: 4)
        #expect(limits.commandsPerPerson == RequestLimits().commandsPerPerson)
        #expect(limits.commandsPerAddress == RequestLimits().commandsPerAddress)
        for count in RequestLimits.commandsPerSecond {
            limits.allowCommands(perSecond: count)
            #expect(limits.commandsPerPerson.refillMilliseconds > 0)
            #expect(limits.commandsPerAddress.refillMilliseconds > 0)
        }
    }
}
