import Foundation
import Kernel
import Registry
import Testing

@testable import Exchange

@Suite("The nine modes")
struct ModeTests {
    static let sale = Village.terms(years: 5, payments: [])

    static func terms(
        _ mode: TradingMode, category: TradeCategory = .a1, tieRule: TieRule = .earliest, lowest: Int64? = nil,
        interval: Int64? = nil, priority: PriorityRule = .none, priceWeight: Int64? = nil
    ) -> LotTerms {
        let base = sale
        return LotTerms(
            category: category, transferWay: category.isBuying ? .other : base.transferWay, mode: mode, use: base.use,
            area: base.area, years: 5, startPrice: base.startPrice, priceUnit: .fenTotal, step: base.step,
            extensionSeconds: 0, deposit: base.deposit, tieRule: tieRule, priority: priority,
            lowestPrice: lowest.map { Money(fen: $0) }, intervalSeconds: interval, priceWeight: priceWeight)
    }

    static func hall(_ terms: LotTerms, bidders: Int = 3, members: Set<Int> = [], seed: String? = nil) throws -> LotRun
    {
        var run = try LotRun.listed(terms, drawCommitment: seed.map { Draw.commitment(of: $0) })
        run.facts.roster = Village.roster(bidders).enumerated().map { position, row in
            BidderRow(
                bidder: row.bidder, lot: row.lot, party: row.party, state: row.state, deposit: row.deposit,
                isMember: members.contains(position + 1))
        }
        run.wait(until: try #require(run.lot?.notice?.opensAt))
        return run
    }

    static func offer(_ price: Int64, by bidder: Int, in run: inout LotRun) throws(Rejection) {
        try run.give(
            PlaceOffer(lot: Village.lot, price: Confidential(Money(fen: price), of: Village.id("x"))),
            by: Village.principal(.bidder, "person\(bidder)"))
    }

    static func finish(_ run: inout LotRun) { run.wait(until: run.now.adding(seconds: 4 * 3_600)) }

    @Test("Only a paddle bids: its holder's own, or through a clerk with the slip that its holder signed")
    func paddles() throws {
        var run = try LotRun.running()
        func bid(_ paddle: Int64?, slip: String? = nil, by principal: Principal) throws {
            try run.give(
                PlaceBid(lot: Village.lot, price: Money(fen: 80_000), paddle: paddle, slip: slip), by: principal)
        }
        let first = Village.principal(.bidder, "person1")
        let stranger = Village.principal(.bidder, "person9")
        expectRefusal(.notAdmitted) { try bid(nil, by: stranger) }
        expectRefusal(.slipNotFromDesk) { try bid(1, slip: "signed", by: stranger) }
        expectRefusal(.notAdmitted) { try bid(2, by: first) }
        expectRefusal(.notAdmitted) { try bid(3, slip: "signed", by: Village.agent) }
        for slip in [nil, ""] { expectRefusal(.slipMissing) { try bid(2, slip: slip, by: Village.agent) } }
        #expect(run.all(BidPlaced.self).isEmpty)
        try bid(2, slip: "signed", by: Village.agent)
        #expect(run.lot?.auction?.leader == 2 && run.all(BidPlaced.self).map(\.slip) == ["signed"])
        try run.bid(82_000, by: 1)
        #expect(run.lot?.auction?.leader == 1)
    }

    @Test("Sealed: the best offer wins, the earlier of two equal ones, a changed offer counts as new, once only")
    func sealed() throws {
        var run = try Self.hall(Self.terms(.sealed))
        try Self.offer(90_000, by: 1, in: &run)
        try Self.offer(90_000, by: 2, in: &run)
        try Self.offer(85_001, by: 3, in: &run)
        expectRefusal(.bidNotBeyond) { try Self.offer(79_999, by: 3, in: &run) }
        expectRefusal(.notAnOpenAuction) { try run.bid(100_000, by: 1) }
        try Self.offer(90_000, by: 1, in: &run)
        expectRefusal(.offerChangedAlready) { try Self.offer(95_000, by: 1, in: &run) }
        for placed in run.all(OfferPlaced.self) {
            var writer = FieldWriter(personal: .setAside)
            placed.write(to: &writer)
            #expect(writer.members["priceFen"] == nil && writer.personal.map(\.path) == ["priceFen"])
        }
        Self.finish(&run)
        #expect(run.lot?.award == Lot.Award(paddle: 2, price: Money(fen: 90_000)))
        #expect(run.lot?.hall.opened.map(\.paddle) == [2, 1, 3])
    }

    @Test("Two-shot: the first offers are shown, the second may only be better, and decide")
    func twoShot() throws {
        var run = try Self.hall(Self.terms(.twoShot))
        try Self.offer(90_000, by: 1, in: &run)
        try Self.offer(88_000, by: 2, in: &run)
        let end = try #require(run.lot?.auction?.endsAt)
        run.wait(until: end)
        #expect(run.lot?.state == .auctionRunning && run.lot?.hall.opened.count == 2 && run.lot?.hall.round == 2)
        expectRefusal(.bidNotBeyond) { try Self.offer(87_000, by: 2, in: &run) }
        try Self.offer(91_000, by: 2, in: &run)
        Self.finish(&run)
        #expect(run.lot?.award == Lot.Award(paddle: 2, price: Money(fen: 91_000)))
    }

    @Test("Descending: the price falls by a step an interval to its floor, and the first to take it has it")
    func descending() throws {
        var run = try Self.hall(Self.terms(.descending, lowest: 70_000, interval: 60))
        let opened = run.now
        let terms = try #require(run.lot?.terms)
        let expected: [(Int64, Int64)] = [(0, 80_000), (59, 80_000), (60, 78_000), (300, 70_000), (9_999, 70_000)]
        for (seconds, price) in expected {
            #expect(terms.fallingPrice(openedAt: opened, at: opened.adding(seconds: seconds)).fen == price)
        }
        run.wait(until: opened.adding(seconds: 120))
        expectRefusal(.bidNotBeyond) { try run.bid(75_999, by: 1) }
        try run.bid(76_000, by: 2)
        #expect(run.lot?.award == Lot.Award(paddle: 2, price: Money(fen: 76_000)) && run.lot?.state == .awardProposed)
        expectRefusal(.wrongState) { try run.bid(76_000, by: 1) }
    }

    @Test("Reverse: three bidders at least, and the lowest price has the village's works")
    func reverse() throws {
        var run = try Self.hall(Self.terms(.reverse, category: .e1))
        try run.bid(80_000, by: 1)
        expectRefusal(.bidNotBeyond) { try run.bid(82_000, by: 2) }
        try run.bid(70_000, by: 2)
        Self.finish(&run)
        #expect(run.lot?.award == Lot.Award(paddle: 2, price: Money(fen: 70_000)))
        #expect(try Self.hall(Self.terms(.reverse, category: .e1), bidders: 2).lot?.state == .relistDecision)
        expectRefusal(.modeNotForCategory) { _ = try Self.hall(Self.terms(.reverse, category: .a1)) }
    }

    @Test("Draw: only the committed seed counts, and anyone can draw again with the same result")
    func draw() throws {
        expectRefusal(.seedWrong) { _ = try Self.hall(Self.terms(.draw)) }
        var run = try Self.hall(Self.terms(.draw), seed: "rain on the ninth")
        Self.finish(&run)
        #expect(run.lot?.state == .auctionRunning)
        expectRefusal(.waitsForPeople) { try run.give(EndAuction(lot: Village.lot), by: Village.system) }
        expectRefusal(.seedWrong) { try run.give(HoldDraw(lot: Village.lot, seed: "another"), by: Village.agent) }
        try run.give(HoldDraw(lot: Village.lot, seed: "rain on the ninth"), by: Village.agent)
        let winner = Draw.winner(seed: "rain on the ninth", lot: Village.lot, candidates: [1, 2, 3])
        #expect(run.lot?.award?.paddle == winner && run.lot?.award?.price == Money(fen: 80_000))
        var counts: [Int64: Int] = [:]
        for number in 0..<3_000 {
            counts[Draw.winner(seed: "seed\(number)", lot: Village.lot, candidates: [1, 2, 3]) ?? 0, default: 0] += 1
        }
        #expect(counts.count == 3 && counts.values.allSatisfy { (900...1_100).contains($0) })
    }

    @Test("A lot listed again keeps its draw while the seed is secret; once shown, a new one must be published")
    func drawAgain() throws {
        var run = try Self.hall(Self.terms(.draw), bidders: 0, seed: "rain on the ninth")
        #expect(run.lot?.state == .relistDecision)
        try run.give(RelistLot(lot: Village.lot), by: Village.agent)
        run.facts.roster = Village.roster(3)
        run.wait(until: try #require(run.lot?.notice?.opensAt))
        Self.finish(&run)
        try run.give(HoldDraw(lot: Village.lot, seed: "rain on the ninth"), by: Village.agent)
        #expect(run.lot?.award != nil)
        try run.give(PublishResult(lot: Village.lot), by: Village.agent)
        try run.give(
            RaiseObjection(lot: Village.lot, grounds: Personal("mine", of: Village.id("x"))), by: Village.clerk)
        try run.give(
            AnswerObjection(lot: Village.lot, number: 1, decision: .upheld, answer: "so it is"), by: Village.reviewer)
        expectRefusal(.seedWrong) { try run.give(RelistLot(lot: Village.lot), by: Village.agent) }
        try run.give(
            RelistLot(lot: Village.lot, drawCommitment: Draw.commitment(of: "snow on the tenth")), by: Village.agent)
        #expect(run.lot?.state == .listed)
    }

    @Test("Where the notice says so, a draw decides between equal sealed offers and between nobody else")
    func tieByDraw() throws {
        var run = try Self.hall(Self.terms(.sealed, tieRule: .draw), seed: "s")
        try Self.offer(90_000, by: 1, in: &run)
        try Self.offer(90_000, by: 3, in: &run)
        try Self.offer(85_000, by: 2, in: &run)
        Self.finish(&run)
        #expect(run.lot?.state == .auctionRunning && run.lot?.hall.candidates == [1, 3])
        try run.give(HoldDraw(lot: Village.lot, seed: "s"), by: Village.agent)
        #expect(run.lot?.award?.price == Money(fen: 90_000) && [1, 3].contains(run.lot?.award?.paddle))
    }

    @Test("Tender: price and panel are weighed to the point; an even or incomplete panel is refused")
    func tender() throws {
        var run = try Self.hall(Self.terms(.tender, category: .e2, priceWeight: 6_000))
        try Self.offer(50_000, by: 1, in: &run)
        try Self.offer(60_000, by: 2, in: &run)
        try Self.offer(80_000, by: 3, in: &run)
        Self.finish(&run)
        #expect(run.lot?.hall.opened.map(\.paddle) == [1, 2, 3])
        let points: [[Int64]] = [[6_000, 9_500, 9_000], [5_000, 9_000, 9_000], [5_500, 9_700, 8_000]]
        let scores = points.enumerated().flatMap { judge, row in
            row.enumerated().map { Score(judge: Int64(judge), paddle: Int64($0) + 1, points: $1) }
        }
        let short = RecordScores(lot: Village.lot, scores: Array(scores.prefix(6)), protocolDigest: "p")
        expectRefusal(.scoresWrong) { try run.give(short, by: Village.agent) }
        try run.give(RecordScores(lot: Village.lot, scores: scores, protocolDigest: "p"), by: Village.agent)
        // 1: 10,000·60 % + 5,500·40 % = 8,200; 2: 8,333·60 % + 9,400·40 % = 8,759.8; 3: 6,250·60 % + 8,667·40 % = 7,216.8.
        #expect(run.all(ScoresRecorded.self).map { $0.results.map(\.points) } == [[8_760, 8_200, 7_217]])
        #expect(run.lot?.award == Lot.Award(paddle: 2, price: Money(fen: 60_000)))
    }

    @Test("Live auction: only the hammer counts, with its protocol")
    func live() throws {
        var run = try Self.hall(Self.terms(.liveAuction))
        expectRefusal(.notAnOpenAuction) { try run.bid(80_000, by: 1) }
        let hammer = RecordHammer(lot: Village.lot, paddle: 2, price: Money(fen: 96_000), protocolDigest: "p")
        try run.give(hammer, by: Village.agent)
        #expect(run.lot?.award == Lot.Award(paddle: 2, price: Money(fen: 96_000)))
    }

    @Test("Agreement: the one bidder after a full notice, never below the start")
    func agreement() throws {
        var run = try Self.hall(Self.terms(.agreement), bidders: 1)
        #expect(run.lot?.state == .singleBidder)
        expectRefusal(.belowStart) {
            try run.give(AgreePrice(lot: Village.lot, price: Money(fen: 79_999)), by: Village.agent)
        }
        try run.give(AgreePrice(lot: Village.lot, price: Money(fen: 80_000)), by: Village.agent)
        #expect(run.lot?.award?.paddle == 1)
        var two = try Self.hall(Self.terms(.agreement), bidders: 2)
        let agreed = AgreePrice(lot: Village.lot, price: Money(fen: 80_000), bidder: Village.id("b2"))
        expectRefusal(.winnerUnknown) {
            try two.give(AgreePrice(lot: Village.lot, price: Money(fen: 80_000)), by: Village.agent)
        }
        try two.give(agreed, by: Village.agent)
        #expect(two.lot?.award?.paddle == 2)
    }

    @Test("A member may match the best price within the window; nobody else, and not a second time")
    func priority() throws {
        var run = try Self.hall(Self.terms(.ascending, priority: .members), members: [2, 3])
        try run.bid(80_000, by: 2)
        try run.bid(84_000, by: 1)
        let end = try #require(run.lot?.auction?.endsAt)
        run.wait(until: end)
        #expect(run.lot?.state == .priorityWindow && run.lot?.hall.priorityEndsAt == end.adding(seconds: 600))
        expectRefusal(.notYetDue) { try run.give(PublishResult(lot: Village.lot), by: Village.agent) }
        let match = MatchPrice(lot: Village.lot)
        expectRefusal(.noPriority) { try run.give(match, by: Village.principal(.bidder, "person1")) }
        try run.give(match, by: Village.principal(.bidder, "person2"))
        #expect(run.lot?.award == Lot.Award(paddle: 2, price: Money(fen: 84_000)))
        expectRefusal(.noPriority) { try run.give(match, by: Village.principal(.bidder, "person3")) }
        run.wait(until: end.adding(seconds: 600))
        expectRefusal(.bidTooLate) { try run.give(match, by: Village.principal(.bidder, "person3")) }
        try run.give(PublishResult(lot: Village.lot), by: Village.agent)
        #expect(run.lot?.state == .resultPublicity)
    }

    @Test("A proxy bids as little as it takes, up to its limit; of two limits the higher leads a step over the lower")
    func proxy() throws {
        var run = try Self.hall(Self.terms(.ascending))
        func limit(_ amount: Int64, by bidder: Int) throws(Rejection) {
            try run.give(
                SetProxyLimit(lot: Village.lot, limit: Confidential(Money(fen: amount), of: Village.id("x"))),
                by: Village.principal(.bidder, "person\(bidder)"))
        }
        func leads(_ paddle: Int64, at price: Int64) -> Bool {
            run.lot?.auction?.leader == paddle && run.lot?.auction?.price?.fen == price
        }
        try limit(100_000, by: 1)
        #expect(leads(1, at: 80_000))
        try run.bid(84_000, by: 2)
        #expect(leads(1, at: 86_000))
        try limit(95_000, by: 3)
        #expect(leads(1, at: 96_000))
        expectRefusal(.bidNotBeyond) { try limit(96_000, by: 2) }
        try limit(120_000, by: 2)
        #expect(leads(2, at: 102_000))
        try run.bid(122_000, by: 1)
        #expect(leads(1, at: 122_000))
    }
}
