import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Labour

@Suite("The evidence of wages in arrears") struct CaseTests {
    private let market: Market

    /// Two people have worked; one of them is paid half, and the day passes.
    init() throws {
        market = try Market()
        try market.verify()
        for number in 1...2 { try market.register(number) }
        try market.post()
        for number in 1...2 { try market.take(number) }
        try market.work(all: Array(1...2))
        try market.pay(1, fen: 6_000, reference: "cash-1")
        try market.pay(2, fen: 16_000, reference: "cash-2")
        try market.room.advance(to: Market.start.date.end.adding(seconds: 1), system: Market.system)
    }

    /// The log as a desk reads it.
    private var desk: DeskReading {
        let kept = market.room.events.map { PastEvent($0.entry, $0.event) }
        return DeskReading(
            rehearse: { _, _ in .success([]) }, history: { stream, _ in kept.filter { $0.entry.stream == stream } })
    }

    private func history(_ number: Int) throws -> CaseHistory {
        try market.room.database.read {
            try CaseHistory(of: Market.worker(number), on: Market.order(), desk, in: $0)
        }
    }

    private func advance(_ step: ArrearStep, paper: String? = nil) -> AdvanceArrear {
        AdvanceArrear(order: Market.order(), worker: Market.worker(1), step: step, paper: paper)
    }

    @Test("A case holds what concerns her and nobody else: the order, her coming, slip, payment, reminder")
    func mine() throws {
        let kinds = try history(1).steps.map { type(of: $0.event).name }
        #expect(
            kinds == ["orderPosted", "seatTaken", "checkedIn", "wagesDue", "wagesPaid", "arrearAdvanced"])
        #expect(try history(2).steps.map { type(of: $0.event).name }.contains("arrearAdvanced") == false)
        #expect(try history(1).lines.map(\.amount.fen) == [16_000])
        let entries = try history(1).steps.map(\.entry)
        #expect(entries == entries.sorted() && Set(entries).count == entries.count)
    }

    @Test("The page says what is owed and how it came about, in both languages")
    func page() throws {
        for (language, words) in [(Language.chinese, "还欠 ¥100.00"), (.english, "¥100.00 left")] {
            let request = PageRequest(
                path: "/", parameters: ["order": "order-1", "worker": "worker-1"], language: language,
                now: market.room.now, principal: Market.county)
            let page = try market.room.database.read { try CasePage(request, desk, in: $0)?.page(request) }
            let markup = try #require(page?.body.markup)
            #expect(markup.contains(words) && markup.contains("¥100.00"))
            #expect(markup.contains("/case.tar") && markup.contains("/case/next"))
        }
    }

    @Test("A desk goes on step by step; a hand-over names its letter, the clock's does not")
    func steps() throws {
        market.room.expectRefusal(.stepTaken, advance(.mediation), by: Market.county)
        for step in [ArrearStep.open, .blocked, .mediation] { try market.room.give(advance(step), by: Market.county) }
        market.room.expectRefusal(.paperMissing, advance(.handedOver), by: Market.county)
        market.room.expectRefusal(.paperMissing, advance(.handedOver, paper: " "), by: Market.county)
        try market.room.give(advance(.handedOver, paper: "移交函〔2026〕3号"), by: Market.county)
        #expect(market.room.all(ArrearAdvanced.self).last?.paper == "移交函〔2026〕3号")
        market.room.expectRefusal(.stepTaken, advance(.handedOver, paper: "x"), by: Market.county)
    }
}
