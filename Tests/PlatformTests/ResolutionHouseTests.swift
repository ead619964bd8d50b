import Kernel
import TestSupport
import Testing

@testable import Platform

/// What the whole house asks of a resolution: the roll when it is recorded, the county's chain when it is used.
@Suite("Resolutions in the house") struct ResolutionHouseTests {
    private static let paper: JSON = .string(String(repeating: "5a", count: 32))

    private static func house() async throws -> DemoHouse {
        let house = try await DemoHouse()
        house.practice.clock.set(try #require(Instant("2026-12-01T10:00:00+08:00")))
        return house
    }

    private static func record(
        _ house: DemoHouse, _ village: String, _ id: String, matter: String = "distribution", body: String = "assembly",
        entitled: Int64 = 240, day: String = "2026-12-01"
    ) async throws -> Int? {
        try await house.give(
            "\(village)-clerk", "registry.recordResolution",
            [
                "resolution": .string(id), "organisation": .string("\(village)-collective"),
                "matter": .string(matter), "body": .string(body), "entitled": .integer(entitled),
                "present": .integer(entitled), "inFavour": .integer(entitled), "date": .string(day),
                "evidence": [paper],
            ])
    }

    @Test("A clerk's count is refused where the house has the roll, and nothing of it is written")
    func roll() async throws {
        let house = try await Self.house()
        #expect(try await Self.record(house, "nanzhuang", "r0", day: "2026-11-30") == nil)
        let size = try house.size
        #expect(try await Self.record(house, "nanzhuang", "r1") == 6067)
        #expect(try await Self.record(house, "nanzhuang", "r1", matter: "charter") == 6066)
        #expect(try house.size == size)
        #expect(try await Self.record(house, "nanzhuang", "r1", matter: "charter", entitled: 18) == nil)
        #expect(try await Self.record(house, "hetou", "r2") == nil, "a village without a roll types its counts")
    }

    @Test("A contract is refused until its resolution is through the county's chain, then taken, once")
    func chain() async throws {
        let house = try await Self.house()
        func give(_ office: String, _ command: String, _ arguments: JSON) async throws {
            let refused = try await house.give(office, command, arguments)
            #expect(refused == nil, "\(command)")
        }
        func rent(_ id: String, _ resolution: String) async throws -> Int? {
            try await give(
                "hewan-station", "registry.registerAsset",
                [
                    "asset": .string("shop-\(id)"), "owner": "hetou-collective", "division": "p140498102201",
                    "class": "shop", "kind": "operating", "name": .string("Shop \(id)"), "right": "ownership",
                    "use": "shop", "originalValueFen": 100_000,
                ])
            return try await house.give(
                "hewan-station", "registry.registerContract",
                [
                    "contract": .string("rent-\(id)"), "asset": .string("shop-\(id)"), "lessor": "hetou-collective",
                    "lessee": "kin-stranger", "category": "A2", "way": "lease", "start": "2027-01-01",
                    "end": "2029-12-31", "unitPriceFen": 100_000, "totalFen": 300_000, "use": "shop",
                    "resolution": .string(resolution),
                    "instalments": [["number": 1, "due": "2027-01-01", "amountFen": 300_000]],
                ])
        }
        try await give(
            "county-intake", "registry.registerParty",
            [
                "party": "kin-stranger", "kind": "person", "name": "Planted Stranger", "division": "p140498102201",
            ])
        try await give(
            "county-intake", "registry.setParameter",
            [
                "division": "p140498", "key": "deliberation.ofAssets", "value": 1, "validFrom": "2026-12-01",
                "source": "county notice 1",
            ])
        #expect(try await Self.record(house, "hetou", "bare", matter: "assetLease") == nil)
        #expect(try await rent("1", "bare") == 6089)
        try await give(
            "hetou-clerk", "assembly.openDeliberation",
            [
                "deliberation": "d1", "organisation": "hetou-collective", "matter": "assetLease",
                "subject": "letting the shops",
            ])
        func step(_ step: String) async throws -> Int? {
            try await house.give(
                "hetou-clerk", "assembly.takeStep",
                ["deliberation": "d1", "step": .string(step), "day": "2026-12-01", "minutes": [Self.paper]])
        }
        #expect(try await step("partyReviews") == 6079)
        for one in ["branchProposes", "committeesConsult", "partyReviews"] { #expect(try await step(one) == nil) }
        #expect(try await Self.record(house, "hetou", "through", matter: "assetLease") == nil)
        try await give("hetou-clerk", "assembly.decideDeliberation", ["deliberation": "d1", "resolution": "through"])
        #expect(try await rent("2", "through") == 6090)
        #expect(try await step("resolutionShown") == nil)
        #expect(try await rent("3", "through") == 6090)
        house.practice.clock.set(try #require(Instant("2026-12-09T10:00:00+08:00")))
        #expect(try await rent("4", "through") == nil)
        #expect(try await rent("5", "through") != nil, "a resolution is used once")
    }
}
