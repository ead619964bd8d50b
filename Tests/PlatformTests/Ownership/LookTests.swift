import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// A supervisor sees the person behind a bid with a reason, and the person is told (decision record 0391).
@Suite("Who looks behind a bid") struct LookTests {
    private static let address = ["lot": "xiyao-lot", "paddle": "1"]

    private func page(_ house: DemoHouse, _ path: String, _ parameters: [String: String], _ office: String?) throws
        -> String?
    {
        let principal = try office.map { try house.principal($0) }
        let route = try #require(house.practice.installation.routes.first { $0.path == path })
        guard route.rule.allows(principal) else { return nil }
        let request = PageRequest(
            path: path, parameters: parameters, language: .chinese, now: house.practice.clock.now(),
            principal: principal)
        let result: PageResult =
            switch route.handler {
            case .page(let handle), .form(_, let handle, _): try handle(request)
            default: .notFound
            }
        guard case .page(let page) = result else { return nil }
        return page.body.markup
    }

    @Test("without a reason nobody sees the name; with one the desk that asked does, and nobody else")
    func looks() async throws {
        let house = try await DemoHouse()
        let form = "/lots/{lot}/paddles/{paddle}"
        let (bidder, party): (String, String) = try house.database.read { tx in
            let row = try #require(
                try tx.first("SELECT id, party FROM bidder WHERE lot = 'xiyao-lot' AND paddle = 1"))
            return (try row.get(0), try row.get(1))
        }
        #expect(bidder.hasPrefix("xiyao-"))
        let name: String = try house.database.read { try $0.get("SELECT display_name FROM party WHERE id = \(party)") }
        let before = try #require(try page(house, form, Self.address, "county-supervisor"))
        #expect(before.contains("<textarea") && !before.contains("DEMO-\(party)"))
        let command = "exchange.lookBehindBid"
        func look(_ reasons: String) -> JSON { ["lot": "xiyao-lot", "paddle": 1, "reasons": .string(reasons)] }
        #expect(try await house.give("county-supervisor", command, look(" ")) == 3031)
        for office in ["shiqiao-station", "county-review", "xiyao-clerk", "bidder-coop-account", "villager-1"] {
            #expect(try await house.give(office, command, look("x")) == 1205, "\(office)")
            #expect(try page(house, form, Self.address, office) == nil, "\(office)")
        }
        #expect(try page(house, form, Self.address, nil) == nil)
        let nobody: JSON = ["lot": "xiyao-lot", "paddle": 99, "reasons": "x"]
        #expect(try await house.give("county-supervisor", command, nobody) == 3086)
        #expect(try await house.give("county-supervisor", command, look("举报串标")) == nil)
        let after = try #require(try page(house, form, Self.address, "county-supervisor"))
        #expect(after.contains("DEMO-\(party)") && !name.isEmpty)
        let other = try #require(try page(house, form, Self.address, "county-intake"))
        #expect(!other.contains("DEMO-\(party)"), "each desk asks for itself")
        let own = try #require(try page(house, "/exchange/mine", [:], "\(party)-account"))
        #expect(own.contains("举报串标"), "the person is told")
        let stranger = try #require(try page(house, "/exchange/mine", [:], "bidder-farm-account"))
        #expect(party == "bidder-farm" || !stranger.contains("举报串标"))
        let entry = try house.size - 1
        let told = try #require(try page(house, "/log/{entry}", ["entry": String(entry)], nil))
        #expect(told.contains("写明事由查看了竞买人") && told.contains("举报串标") && !told.contains(bidder))
        #expect(try house.practice.verify().size == house.size)
    }
}
