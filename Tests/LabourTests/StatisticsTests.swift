import Kernel
import Storage
import TestSupport
import Testing

@testable import Labour

/// Every figure is what the log’s own events add up to, counted again by another hand.
@Suite("The market’s figures") struct StatisticsTests {
    /// A market after a random week.
    private func week(_ seed: UInt64) throws -> Market {
        let market = try Market()
        try market.verify()
        var random = SeededRandom(seed: seed)
        for number in 1...9 { try market.register(number) }
        for day in 0..<5 {
            market.room.now = max(market.room.now, Market.start.adding(days: Int64(day) - 1))
            let name = day == 0 ? "order-1" : "order-\(day + 1)"
            try market.post(
                Market.terms(
                    seats: 1 + Int64.random(in: 0..<5, using: &random), start: Market.start.adding(days: Int64(day))),
                as: name)
            for number in 1...9 where Bool.random(using: &random) {
                try? market.take(number, name, mayWait: true)
            }
            if Int.random(in: 0..<5, using: &random) == 0 {
                try market.room.give(CancelOrder(order: Market.order(name), reason: "下雨"), by: Market.clerk)
                continue
            }
            market.room.now = Market.start.adding(days: Int64(day))
            for number in 1...9 {
                let (order, worker) = (Market.order(name), Market.worker(number))
                guard Int.random(in: 0..<4, using: &random) > 0 else { continue }
                _ = try? market.room.give(CheckIn(order: order, worker: worker), by: Market.clerk)
                market.room.now = market.room.now.adding(seconds: 3_000)
                let minutes = Int64.random(in: 0...480, using: &random)
                _ = try? market.room.give(
                    ConfirmHours(order: order, worker: worker, minutes: minutes, isSentHome: false), by: Market.clerk)
                guard Bool.random(using: &random) else { continue }
                _ = try? market.room.give(
                    PayWages(
                        order: order, worker: worker, payee: worker, amount: Money(fen: minutes * 16_000 / 480),
                        method: .cash, reference: Personal("r-\(day)-\(number)", of: .example)), by: Market.clerk)
            }
        }
        return market
    }

    @Test(
        "In random weeks each figure equals a recount of the events, and people never outnumber person-times",
        arguments: 1...6)
    func recount(_ seed: UInt64) throws {
        let market = try week(seed)
        let events = market.room.events.map(\.event)
        func all<Kind>(_ kind: Kind.Type) -> [Kind] { events.compactMap { $0 as? Kind } }
        let (from, until) = (CivilDate("2026-03-01")!, CivilDate("2026-03-31")!)
        let found = try market.room.database.read {
            try StatisticsQueries.statistics(from: from, until: until, at: market.room.now, in: $0)
        }
        let gone = Set(all(OrderCancelled.self).map(\.order))
        let orders = all(OrderPosted.self).filter { !gone.contains($0.order) }
        #expect(found.counts[.orders] == Int64(orders.count))
        #expect(found.counts[.posts] == orders.reduce(0) { $0 + $1.terms.seats })
        #expect(found.counts[.employers] == (orders.isEmpty ? 0 : 1))
        #expect(found.counts[.registered] == 9)
        #expect(found.counts[.served] == 9)
        #expect(found.counts[.intentions] == Int64(all(SeatTaken.self).count))
        let arrived = Set(all(CheckedIn.self).map { "\($0.order) \($0.worker)" })
        #expect(found.counts[.arrived] == Int64(arrived.count))
        let worked = all(WagesDue.self).filter { $0.minutes > 0 }
        #expect(found.counts[.workedDays] == Int64(worked.count))
        #expect(found.counts[.persons] == Int64(Set(worked.map(\.worker)).count))
        let due = all(WagesDue.self).reduce(0) { $0 + $1.net.fen }
        #expect(found.denominators[.paidInTime] == due)
        let settled = Set(all(WagesPaid.self).filter { $0.left == .zero }.map { "\($0.order) \($0.worker)" })
        let inTime = all(WagesDue.self).filter { settled.contains("\($0.order) \($0.worker)") }
        #expect(found.counts[.paidInTime] == inTime.reduce(0) { $0 + $1.net.fen })
        #expect((found.counts[.persons] ?? 0) <= (found.counts[.workedDays] ?? 0))
        #expect((found.counts[.arrived] ?? 0) <= (found.counts[.intentions] ?? 0))
    }
}
