import Kernel
import Testing

@testable import Registry

@Suite("A resolution is used once")
struct UseOnceTests {
    private let register: TestRegister
    private let resolution = ResolutionID("r1")!

    init() throws {
        register = try TestRegister.small()
        try register.give(
            RecordResolution(
                resolution: resolution, organisation: TestRegister.collective, matter: .assetLease, body: .assembly,
                entitled: 300, present: 250, inFavour: 210, date: day("2026-03-01"),
                evidence: [String(repeating: "0a", count: 32)]))
    }

    private func use(_ purpose: ResolutionPurpose, _ thing: String) -> UseResolution {
        UseResolution(resolution: resolution, for: ResolutionUse(purpose, thing))
    }

    private func use(lot: String) -> UseResolution { UseResolution(resolution: resolution, lot: LotID(lot)!) }

    @Test("On 30 April 2025 one about no single asset still opens any number of lots, and nothing is noted")
    func before() throws {
        register.now = Instant("2025-04-30T23:59:59+08:00")!
        for lot in ["lot-1", "lot-2"] { #expect(try register.give(use(lot: lot), by: .system).isEmpty) }
        #expect(try register.read { try ResolutionQueries.findUse(of: resolution, in: $0) } == nil)
    }

    @Test("From 1 May 2025, the day of the law, it opens one; forms offer it to that one alone")
    func fromTheLaw() throws {
        register.now = Instant("2025-05-01T00:00:00+08:00")!
        func free(or use: ResolutionUse? = nil) throws -> [ResolutionID] {
            try register.read { try ResolutionQueries.listFree(of: TestRegister.collective, or: use, in: $0) }.map(\.id)
        }
        #expect(try free() == [resolution])
        try register.give(use(lot: "lot-1"), by: .system)
        register.refuses(.resolutionUsed, use(lot: "lot-2"), by: .system)
        #expect(try free().isEmpty && free(or: ResolutionUse(.lot, "lot-2")).isEmpty)
        #expect(try free(or: ResolutionUse(.renewal, "lot-1")).isEmpty)
        #expect(try free(or: ResolutionUse(.lot, "lot-1")) == [resolution])
        let picked = try register.read { try FreeResolution.list("", within: .root, limit: 5, in: $0) }
        #expect(picked.isEmpty)
        #expect(
            try register.read { try ResolutionQueries.findUse(of: resolution, in: $0) }
                == StandingUse(use: ResolutionUse(.lot, "lot-1"), day: nil), "days are kept from December 2026 on")
    }

    @Test("The second is told by what and when it was used, the article and the next step")
    func once() throws {
        register.now = Instant("2026-12-01T00:00:00+08:00")!
        #expect(try register.give(use(lot: "lot-1"), by: .system).count == 1)
        #expect(try register.give(use(lot: "lot-1"), by: .system).isEmpty, "the same lot asks again")
        for other in [use(lot: "lot-2"), use(.distribution, "2026"), use(.contract, "c1"), use(.amendment, "c1/1")] {
            let refused = register.refuses(.resolutionUsed, other, by: .system)
            #expect(refused?.text.en.contains("lot “lot-1” already (on 2026-12-01)") == true)
            #expect(refused?.text.zh.contains("交易标的“lot-1”") == true)
            #expect(refused?.basis?.article.en.contains("art. 26") == true)
            #expect(refused?.next.en.contains("another one passed") == true)
        }
    }

    @Test("A purpose other than a lot uses it up alike; the year’s changes of one budget are one use")
    func purposes() throws {
        register.now = Instant("2026-12-01T09:00:00+08:00")!
        try register.give(use(.budgetChange, "2027"), by: .system)
        #expect(try register.give(use(.budgetChange, "2027"), by: .system).isEmpty)
        register.refuses(.resolutionUsed, use(.budgetChange, "2028"), by: .system)
        register.refuses(.resolutionUsed, use(.budget, "2027"), by: .system)
        register.refuses(.resolutionUsed, use(lot: "2027"), by: .system)
        let kept = try register.read { try ResolutionQueries.findUse(of: resolution, in: $0) }
        #expect(kept == StandingUse(use: ResolutionUse(.budgetChange, "2027"), day: day("2026-12-01")))
    }

    @Test("A distribution that names a resolution nobody recorded is refused from the same day on, not before")
    func unknown() throws {
        let strange = UseResolution(resolution: ResolutionID("nobody")!, for: ResolutionUse(.distribution, "2026"))
        register.now = Instant("2025-04-30T12:00:00+08:00")!
        #expect(try register.give(strange, by: .system).isEmpty)
        register.now = Instant("2025-05-01T12:00:00+08:00")!
        register.refuses(.resolutionUnknown, strange, by: .system)
    }
}
