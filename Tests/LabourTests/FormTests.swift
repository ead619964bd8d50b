import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Labour

@Suite("What a form of the market is about") struct FormTests {
    /// The words of the form at `path` as its reader sees them.
    private func words(_ market: Market, _ path: String, _ parameters: [String: String], for reader: Principal) throws
        -> String
    {
        let route = try #require(Labour.routes(database: market.room.database).first { $0.path == path })
        guard case .form(_, let page, _) = route.handler else { return "" }
        let request = PageRequest(
            path: path, parameters: parameters, now: market.room.now, principal: reader,
            origin: "https://county.example")
        guard case .page(let shown) = try page(request) else { return "" }
        return shown.body.markup
    }

    @Test("Pay, hours and seats say whose work on which order they are about; another village's desk is told no name")
    func about() throws {
        let market = try Market()
        try market.verify()
        try market.register(1)
        try market.register(2)
        try market.post()
        try market.take(1)
        let one = ["order": "order-1", "worker": "worker-1"]
        let covered = try market.room.database.read { try LabourQueries.findWorker(Market.worker(1), in: $0)?.name }
        let name = try #require(covered)
        for path in ["/pay", "/hours", "/checkin", "/giveup", "/noshow"] {
            let said = try words(market, "/labour/orders/{order}/workers/{worker}" + path, one, for: Market.clerk)
            #expect(said.contains("摘苹果") && said.contains("赵家农场") && said.contains(name), "\(path)")
        }
        let employer = try words(
            market, "/labour/employers/{employer}/block", ["employer": Market.farm.text], for: Market.county)
        #expect(employer.contains("赵家农场"))
        let seek = try words(market, "/labour/workers/{worker}/seek", ["worker": "worker-1"], for: Market.clerk)
        #expect(seek.contains(name))
        // Somebody without a seat is named to those alone who may open her page.
        let take = "/labour/workers/{worker}/orders/{order}/take"
        let two = ["order": "order-1", "worker": "worker-2"]
        #expect(try words(market, take, two, for: Market.clerk).contains("摘苹果"))
        let stranger = Principal(
            person: Market.clerk.person, role: .stationAgent, office: Market.clerk.office,
            division: DivisionID("elsewhere") ?? .example)
        let told = try words(market, take, two, for: stranger)
        let other = try market.room.database.read { try LabourQueries.findWorker(Market.worker(2), in: $0)?.name }
        let hidden = try #require(other)
        #expect(!told.contains(hidden))
    }
}
