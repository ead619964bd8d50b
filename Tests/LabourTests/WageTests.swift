import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Labour

@Suite("The pay ledger and the slip") struct WageTests {
    private func words(_ market: Market, _ path: String, _ parameters: [String: String]) throws -> String {
        let route = try #require(Labour.routes(database: market.room.database).first { $0.path == path })
        guard case .page(let page) = route.handler else { return "" }
        let request = PageRequest(
            path: path, parameters: parameters, now: market.room.now, principal: Market.clerk,
            origin: "https://county.example")
        guard case .page(let shown) = try page(request) else { return "" }
        return shown.body.markup
    }

    @Test("Each day's wage stands in the ledger with what was due, taken off, paid and is owed, and on her slip")
    func ledger() throws {
        let market = try Market()
        try market.verify()
        for number in 1...2 { try market.register(number) }
        try market.post()
        for number in 1...2 { try market.take(number) }
        let path = "/labour/employers/{employer}/wages"
        let before = try words(market, path, ["employer": Market.farm.text])
        #expect(before.contains(WageText.noWages.zh) && !before.contains("worker-1"))
        market.room.now = Market.start
        for number in 1...2 {
            try market.room.give(CheckIn(order: Market.order(), worker: Market.worker(number)), by: Market.clerk)
        }
        market.room.now = Market.start.adding(seconds: 8 * 3_600)
        try market.room.give(
            ConfirmHours(
                order: Market.order(), worker: Market.worker(1), minutes: 480, isSentHome: false,
                meal: Money(fen: 1_250)), by: Market.clerk)
        try market.confirm(2)
        try market.pay(1, fen: 10_000, reference: "B-1")
        try market.pay(2, fen: 16_000, reference: "B-2")
        let wages = try market.room.database.read { try WageQueries.listWages(of: Market.farm, limit: 9, in: $0) }
        #expect(wages.map(\.gross) == [Money(fen: 16_000), Money(fen: 16_000)])
        #expect(wages.map(\.work.net) == [Money(fen: 14_750), Money(fen: 16_000)])
        #expect(wages.map(\.work.owed) == [Money(fen: 4_750), .zero])
        #expect(wages.map { $0.paidOn != nil } == [false, true])
        let ledger = try words(market, path, ["employer": Market.farm.text])
        #expect(["worker-1", "worker-2", "147.50", "12.50", "47.50"].allSatisfy(ledger.contains))
        let slip = try words(
            market, "/labour/orders/{order}/workers/{worker}/slip", ["order": "order-1", "worker": "worker-1"])
        #expect(["147.50", "12.50", "47.50", "赵家农场", "摘苹果"].allSatisfy(slip.contains))
        #expect(!slip.contains("worker-2"))
    }
}
