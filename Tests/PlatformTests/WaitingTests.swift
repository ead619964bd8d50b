import Foundation
import Kernel
import Storage
@testable import Platform
import TestSupport
import Testing

@Suite("What waits at each desk") struct WaitingTests {
    private let practice: PracticeHouse
    private let scenario: Scenario

    init() throws {
        practice = try PracticeHouse()
        scenario = try Scenario(
            parsing: Array(Data(contentsOf: Tree.root.appending(path: "scenarios/luxian-2019.jsonl"))))
    }

    /// What waits at `office`, as `count path`, with a `!` where time has passed and a `~` where others are to act.
    private func waiting(_ office: String) throws -> [String] {
        let principal = try practice.installation.findPrincipal(office: try #require(OfficeID(office)))
        return try principal.map { try practice.installation.listWaiting(for: $0) }?.map {
            "\($0.isElsewhere ? "~" : "")\($0.count) \($0.path)\($0.isLate ? "!" : "")"
        } ?? []
    }

    private func run(through last: String, each: (String) throws -> Void = { _ in }) async throws {
        let end = try #require(scenario.lines.firstIndex { $0.key == last })
        _ = try await ScenarioRunner(practice.installation, clock: practice.clock)
            .run(Scenario(Array(scenario.lines[...end]))) { try each($0.line.key) }
    }

    @Test("A lot waits at the desk that has the next act, and a running auction for a bidder while somebody else leads")
    func lots() async throws {
        let desks = ["tanba-clerk", "luxian-intake", "luxian-review", "luxian-release", "longcheng-account"]
        var seen: [String] = []
        try await run(through: "refund-shunhe") { key in
            let waits = try desks.flatMap { desk in try waiting(desk).map { "\(desk) \($0)" } }
            let line = waits.joined(separator: ", ")
            if seen.last?.hasSuffix("→ \(line)") != true { seen.append("\(key) → \(line)") }
        }
        // After each line that changed anything for one of the desks.
        #expect(
            seen == [
                "places → ",
                "draft → tanba-clerk 1 /exchange/desk",
                "submit → tanba-clerk ~1 /lots, luxian-intake 1 /exchange/desk",
                "accept → tanba-clerk ~1 /lots, luxian-intake 1 /exchange/desk, luxian-review 1 /exchange/desk",
                "review → tanba-clerk ~1 /lots, luxian-intake 1 /exchange/desk, luxian-review 1 /exchange/desk, luxian-release 1 /exchange/desk",
                "publish → ",
                "register-longcheng → luxian-intake 1 /exchange/desk, longcheng-account 1 /exchange/mine",
                "declare-longcheng → luxian-intake 1 /exchange/desk",
                "qualify-longcheng → ",
                "register-yusi-coop → luxian-intake 1 /exchange/desk",
                "qualify-yusi-coop → ",
                "register-shunhe → luxian-intake 1 /exchange/desk",
                "qualify-shunhe → ",
                "bid-between → longcheng-account 1 /exchange/mine",
                "bid-2 → ",
                "bid-3 → longcheng-account 1 /exchange/mine",
                "bid-5 → ",
                "bid-6 → longcheng-account 1 /exchange/mine",
                "bid-8 → ",
                "bid-9 → longcheng-account 1 /exchange/mine",
                "bid-11 → ",
                "bid-12 → longcheng-account 1 /exchange/mine",
                "bid-14 → ",
                "bid-15 → longcheng-account 1 /exchange/mine",
                "bid-17 → ",
                "bid-19 → longcheng-account 1 /exchange/mine",
                "bid-20 → ",
                "bid-late → tanba-clerk ~1 /lots, luxian-intake 1 /exchange/desk",
                "result → ",
                "sign → tanba-clerk ~1 /lots, luxian-intake 1 /exchange/desk",
                "first-payment → tanba-clerk ~1 /lots, luxian-intake 1 /exchange/desk, luxian-review 1 /exchange/desk, luxian-release 1 /exchange/desk",
                "certify → tanba-clerk ~1 /lots, luxian-intake 1 /exchange/desk",
                "file → luxian-intake 1 /exchange/desk",
                "refund-shunhe → ",
            ])
    }

    @Test("An instalment that was not paid in time waits for the accountant, and leads to what the village is owed")
    func arrears() async throws {
        try await run(through: "pay-1-twice")
        #expect(
            try waiting("tanba-accountant") == ["1 /books/tanba-collective/month"], "the month before is not closed")
        practice.clock.set(try #require(Instant("2021-06-02T09:00:00+08:00")))
        #expect(
            try waiting("tanba-accountant") == [
                "1 /books/tanba-collective/month", "1 /books/tanba-collective/receivables!",
            ])
        #expect(
            try waiting("luxian-intake").contains { $0.contains("/books") } == false,
            "the county keeps no village's books")
    }

    @Test("What is somebody's own is read from every room, for everybody who signs in by phone")
    func own() async throws {
        let house = try await DemoHouse()
        let people: [String] = try house.database.read { tx in
            try tx.rows("SELECT person FROM office WHERE role IN ('bidder', 'villager') ORDER BY person").map {
                try $0.get(0)
            }
        }
        #expect(people.count > 4)
        let own = try people.map { try house.practice.installation.listOwn(of: PersonID($0) ?? .example) }
        #expect(own.contains { !$0.isEmpty })
        let member = try house.practice.installation.listOwn(of: PersonID("nanzhuang-member-1") ?? .example)
        #expect(member.map(\.path) == ["/organisations/nanzhuang-collective/members/nanzhuang-member-1"])
    }
}
