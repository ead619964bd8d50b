import Assembly
import Kernel
import Registry
import Storage
import Supervision
import TestSupport
import Testing
import Web

@testable import Platform

/// Who is in office, whom they declared, and what the supervisor is told of it in the whole house.
@Suite("Oversight in the house") struct OversightHouseTests {
    private static func number(_ digits: String) throws -> JSON {
        .string(try #require(IdentityNumber.completing(digits)).revealed)
    }

    /// A council member of Hetou, a child and an in-law of theirs, and somebody unrelated: each rents one thing of the village.
    private static func house() async throws -> (DemoHouse, contracts: [String: String]) {
        let house = try await DemoHouse()
        func give(_ office: String, _ command: String, _ arguments: JSON) async throws {
            let refused = try await house.give(office, command, arguments)
            #expect(refused == nil, "\(command) as \(office)")
        }
        let people = [
            ("officer", "14049819620704123"), ("child", "14049819881212321"), ("inlaw", "14049819630505444"),
            ("stranger", "14049819710101555"),
        ]
        for (name, digits) in people {
            try await give(
                "county-intake", "registry.registerParty",
                [
                    "party": .string("kin-\(name)"), "kind": "person", "name": .string("Planted \(name)"),
                    "identityNumber": try number(digits), "division": "p140498102201",
                ])
        }
        try await give(
            "hetou-clerk", "assembly.fillOffice",
            [
                "term": "t-1", "organisation": "hetou-collective", "office": "council", "name": "Planted Officer",
                "identityNumber": try number("14049819620704123"), "from": "2021-03-01",
            ])
        for (kin, relation, digits) in [("k-1", "child", people[1].1), ("k-2", "inLaw", people[2].1)] {
            try await give(
                "hetou-clerk", "assembly.declareKin",
                [
                    "term": "t-1", "kin": .string(kin), "relation": .string(relation), "name": "Planted Relative",
                    "identityNumber": try number(digits),
                ])
        }
        var contracts: [String: String] = [:]
        for (name, start) in people.map({ ($0.0, "2026-11-28") }) + [("officer", "2020-11-28")] {
            let id = "\(name)-\(start)"
            try await give(
                "hewan-station", "registry.registerAsset",
                [
                    "asset": .string("asset-of-\(id)"), "owner": "hetou-collective", "division": "p140498102201",
                    "class": "shop", "kind": "operating", "name": .string("Shop of \(id)"), "right": "ownership",
                    "use": "shop", "originalValueFen": 100_000,
                ])
            try await give(
                "hewan-station", "registry.registerContract",
                [
                    "contract": .string(id), "asset": .string("asset-of-\(id)"), "lessor": "hetou-collective",
                    "lessee": .string("kin-\(name)"), "category": "A2", "way": "lease", "start": .string(start),
                    "end": .string("2029-11-27"), "unitPriceFen": 100_000, "totalFen": 100_000, "use": "shop",
                    "instalments": [["number": 1, "due": .string(start), "amountFen": 100_000]],
                ])
            contracts[id] = "contract/\(id)"
        }
        return (house, contracts)
    }

    private static func flags(_ house: DemoHouse, _ contracts: [String: String]) throws -> [String] {
        let file = try house.database.read { try OversightFile(at: house.practice.clock.now(), in: $0) }
        let own = Set(contracts.values)
        return file.flags.filter { own.contains($0.object) }
            .map { "\($0.object.dropFirst(9)) \($0.rule.rawValue) \($0.level.rawValue)" }.sorted()
    }

    @Test(
        "A deal is held against the office and the declarations of its day: red, orange or yellow, and nobody else's at all"
    )
    func contracts() async throws {
        let (house, contracts) = try await Self.house()
        #expect(
            try Self.flags(house, contracts) == [
                "child-2026-11-28 F02 red", "inlaw-2026-11-28 F03 yellow", "officer-2026-11-28 F01 red",
            ])
        #expect(
            try await house.give(
                "hetou-clerk", "assembly.leaveOffice",
                ["term": "t-1", "until": "2026-11-27", "paper": "公告"]) == nil)
        #expect(try Self.flags(house, contracts).isEmpty, "whoever left before the day is in office no more")
    }

    @Test(
        "A payment is held against the office of its day, its account, its parts and its cash box; what is taken back is not"
    )
    func payments() async throws {
        let (house, _) = try await Self.house()
        let today = house.practice.clock.now().date
        func claim(_ name: String, _ payee: String, _ yuan: Int64, _ date: CivilDate) async throws {
            let refused = try await house.give(
                "hetou-clerk", "ledger.submitClaim",
                [
                    "organisation": "hetou-collective", "claim": .string(name), "date": date.field, "matter": "修水渠",
                    "payee": .string(payee), "amountFen": .integer(yuan * 100),
                    "photo": .string(String(repeating: "a", count: 64)),
                ])
            #expect(refused == nil, "\(name)")
        }
        func flags() throws -> Set<String> {
            let file = try house.database.read { try OversightFile(at: house.practice.clock.now(), in: $0) }
            return Set(
                file.flags.filter { $0.object.hasPrefix("claim/") }
                    .map { "\($0.object.dropFirst(6)) \($0.rule.rawValue) \($0.level.rawValue)" })
        }
        let coop = "hetou-cooperative"
        #expect(
            try await house.give(
                "county-intake", "registry.registerParty",
                [
                    "party": .string(coop), "kind": "familyFarm", "publicName": "河头家庭农场",
                    "division": "p140498102201",
                ]) == nil)
        let limit =
            try house.database.read {
                try ParameterQueries.value(
                    .claimReviewAmount, at: DivisionID("p140498102201") ?? .example, on: today, in: $0)
            }.value / 100
        try await claim("to-officer", "kin-officer", 100, today)
        try await claim("to-child", "kin-child", 100, today)
        try await claim("to-stranger", "kin-stranger", 100, today)
        try await claim("part-1", coop, limit - 1, today.adding(days: -20))
        #expect(
            try flags() == [
                "to-officer F09 red", "to-officer F10 red", "to-child F09 red", "to-child F10 orange",
                "to-stranger F09 red",
            ])
        try await claim("part-2", coop, 1, today)
        #expect(try flags().contains("part-2 F06 orange"))
        let file = try house.database.read { try OversightFile(at: house.practice.clock.now(), in: $0) }
        let cash = Set(file.flags.filter { $0.rule == .cash }.map(\.object))
        #expect(cash.count == 6, "each village of the demo has paid once out of the box")
        let own = try #require(file.things.first { cash.contains($0.id) && $0.villageName == "河头村" })
        #expect(
            try await house.give(
                "hetou-accountant", "ledger.reverseVoucher",
                [
                    "organisation": "hetou-collective", "voucher": .string(String(own.id.dropFirst(8))),
                    "date": today.field, "reason": "付错", "reviewer": "hewan-review",
                ]) == nil)
        let left = try house.database.read { try OversightFile(at: house.practice.clock.now(), in: $0) }.flags
        #expect(left.count { $0.rule == .cash } == 5 && !left.contains { $0.object == own.id })
    }

    @Test("A registered bidder who is in office is flagged at the lot once registration is over")
    func bidders() async throws {
        let house = try await DemoHouse()
        let refused = try await house.give(
            "hetou-clerk", "assembly.fillOffice",
            [
                "term": "t-1", "organisation": "hetou-collective", "office": "accounts", "name": "Planted Officer",
                "identityNumber": try Self.number("14049819800115001"), "from": "2021-03-01",
            ])
        #expect(refused == nil)
        let (file, open, over) = try house.database.read { tx in
            let now = house.practice.clock.now()
            let lots = try tx.rows(
                """
                SELECT DISTINCT l.id, CASE WHEN l.closes_at <= \(now) THEN 1 ELSE 0 END FROM lot l
                JOIN bidder b ON b.lot = l.id WHERE b.party = 'bidder-zhao' AND b.state <> 'refused'
                    AND (l.paddle IS NULL OR l.paddle = 0 OR l.paddle = b.paddle) ORDER BY l.id
                """
            ).map { (try $0.get(0, as: String.self), try $0.get(1, as: Int64.self)) }
            return (
                try OversightFile(at: now, in: tx), lots.filter { $0.1 == 0 }.map { "lot/" + $0.0 },
                lots.filter { $0.1 == 1 }.map { "lot/" + $0.0 }
            )
        }
        let found = file.flags.filter { $0.rule == .officeHolderLeases }.map(\.object)
        #expect(found.sorted() == over && !over.isEmpty && !open.isEmpty)
        #expect(Set(found).isDisjoint(with: open), "before that nobody learns that somebody came")
    }

    @Test("The supervisor's page names the deal and the rule, leads to paper and log, and says nothing of the relation")
    func page() async throws {
        let (house, _) = try await Self.house()
        let route = try #require(house.practice.installation.routes.first { $0.path == "/oversight" })
        guard case .page(let show) = route.handler else {
            Issue.record("no page")
            return
        }
        func body(_ office: String, _ query: [String: String] = [:], _ language: Language = .chinese) throws -> String?
        {
            let principal = try house.principal(office)
            #expect(route.rule.allows(principal))
            let request = PageRequest(
                path: "/oversight", query: query, language: language, now: house.practice.clock.now(),
                principal: principal)
            guard case .page(let page) = try show(request) else { return nil }
            return page.body.markup
        }
        for language in Language.allCases {
            let county = try #require(try body("county-intake", [:], language))
            let village = try #require(try body("county-intake", ["place": "p140498102201"], language))
            for page in [county, village] {
                #expect(page.contains("/contracts/child-2026-11-28") && page.contains("F02"))
                #expect(page.contains("about=contract%2Fchild-2026-11-28"))
                for word in ["Planted", "子女", "姻亲：", "Child", "By marriage", "kin-"] {
                    #expect(!page.contains(word), "\(word)")
                }
            }
            let one = try #require(try body("county-intake", ["rule": "F03"], language))
            #expect(one.contains("/contracts/inlaw-2026-11-28") && !one.contains("/contracts/child-2026-11-28"))
        }
        #expect(try body("hewan-review", ["place": "p140498101201"]) == nil, "another township's")
        let own = try #require(try body("hewan-review"))
        #expect(own.contains("/contracts/officer-2026-11-28"))
        let nobody = house.practice.installation.routes.first { $0.path == "/oversight/rules" }
        #expect(nobody?.rule == .everyone)
        #expect(!route.rule.allows(try house.principal("hetou-clerk")) && !route.rule.allows(nil))
    }
}
