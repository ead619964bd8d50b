import Kernel
import Registry
import Testing

@testable import Exchange

@Suite("A price far from the last one is asked about once") struct JumpTests {
    private let first = Village.principal(.bidder, "person1")

    private func bid(_ price: Int64, isMeant: Bool = false) -> PlaceBid {
        PlaceBid(lot: Village.lot, price: Money(fen: price), isMeant: isMeant)
    }

    @Test("A bid of ten times the last price or more waits for its tick; one step less does not")
    func bids() throws {
        var run = try LotRun.running()
        // Before anybody has bid it is held against the start of 800.00.
        expectRefusal(.priceJumps) { try run.give(bid(800_000), by: first) }
        try run.give(bid(798_000), by: first)
        let second = Village.principal(.bidder, "person2")
        expectRefusal(.priceJumps) { try run.give(bid(798_000 * 10), by: second) }
        #expect(run.all(BidPlaced.self).count == 1)
        try run.give(bid(798_000 * 10, isMeant: true), by: second)
        #expect(run.lot?.auction?.price == Money(fen: 7_980_000))
    }

    @Test("A limit, a sealed offer, a hammer and an agreed price are held against what stands")
    func otherPrices() throws {
        var run = try LotRun.running()
        func limit(_ fen: Int64, isMeant: Bool = false) -> SetProxyLimit {
            SetProxyLimit(lot: Village.lot, limit: Confidential(Money(fen: fen), of: Village.id("x")), isMeant: isMeant)
        }
        expectRefusal(.priceJumps) { try run.give(limit(800_000), by: first) }
        try run.give(limit(800_000, isMeant: true), by: first)

        var sealed = try ModeTests.hall(ModeTests.terms(.sealed))
        func offer(_ fen: Int64, isMeant: Bool) -> PlaceOffer {
            PlaceOffer(lot: Village.lot, price: Confidential(Money(fen: fen), of: Village.id("x")), isMeant: isMeant)
        }
        expectRefusal(.priceJumps) { try sealed.give(offer(8_000_000, isMeant: false), by: first) }
        try sealed.give(offer(8_000_000, isMeant: true), by: first)

        var live = try ModeTests.hall(ModeTests.terms(.liveAuction))
        let hammer = RecordHammer(lot: Village.lot, paddle: 2, price: Money(fen: 800_000), protocolDigest: "p")
        expectRefusal(.priceJumps) { try live.give(hammer, by: Village.agent) }

        var agreed = try ModeTests.hall(ModeTests.terms(.agreement), bidders: 1)
        expectRefusal(.priceJumps) {
            try agreed.give(AgreePrice(lot: Village.lot, price: Money(fen: 800_000)), by: Village.agent)
        }
    }

    @Test("What is bought falls: a tenth of the start is asked about")
    func falling() throws {
        var run = try ModeTests.hall(ModeTests.terms(.agreement, category: .e1), bidders: 1)
        expectRefusal(.priceFallsFar) {
            try run.give(AgreePrice(lot: Village.lot, price: Money(fen: 8_000)), by: Village.agent)
        }
        let meant = AgreePrice(lot: Village.lot, price: Money(fen: 8_000), isMeant: true)
        try run.give(meant, by: Village.agent)
        #expect(run.lot?.award?.price == Money(fen: 8_000))
    }

    @Test("A start price is held against the guide price, where there is one and the two can be compared")
    func starts() throws {
        var run = LotRun()
        run.facts.limits.guide = Money(fen: 800)
        func draft(isMeant: Bool) -> DraftLot {
            DraftLot(
                lot: Village.lot, asset: Village.id("field"), organisation: Village.id("collective"),
                terms: Village.terms(), isMeant: isMeant)
        }
        let asked = #expect(throws: Rejection.self) { try run.give(draft(isMeant: false), by: Village.clerk) }
        #expect(asked?.number == ExchangeRefusal.priceJumps.number)
        #expect(asked?.text.en == "800.00 yuan is 100 times the guide price (8.00 yuan): is that meant?")
        try run.give(draft(isMeant: true), by: Village.clerk)
        #expect(run.lot?.state == .draft)
    }
}

@Suite("The words of a draw, typed with the notice") struct DrawSeedTests {
    @Test("Only their commitment is kept, and the same words draw")
    func seed() throws {
        var run = LotRun()
        try run.list(ModeTests.terms(.draw), drawSeed: "spring, fifteen")
        #expect(run.lot?.hall.drawCommitment == Draw.commitment(of: "spring, fifteen"))
        var blank = LotRun()
        expectRefusal(.seedWrong) { try blank.list(ModeTests.terms(.draw), drawSeed: " ") }
    }
}

@Suite("An objection to the notice holds up its lot") struct HoldTests {
    private let board = BoardObjection(notice: Village.id("n"), objection: Village.id("o"))
    private let other = BoardObjection(notice: Village.id("n"), objection: Village.id("p"))

    @Test("No auction opens before the answer; then at nine on the next working day, for as long as the notice said")
    func auction() throws {
        var run = try LotRun.listed()
        run.facts.roster = Village.roster(2)
        let planned = try #require(run.lot?.notice)
        try run.give(HoldLot(lot: Village.lot, board: board), by: Village.system)
        try run.give(HoldLot(lot: Village.lot, board: other), by: Village.system)
        run.wait(until: planned.opensAt.adding(seconds: 60))
        #expect(run.lot?.state == .auctionScheduled, "registration closed as the notice said")
        expectRefusal(.objectionsOpen) { try run.give(OpenAuction(lot: Village.lot), by: Village.system) }
        try run.give(ReleaseLot(lot: Village.lot, board: board), by: Village.system)
        #expect(run.all(LotReleased.self).map(\.opensAt) == [nil], "another objection is open")
        expectRefusal(.objectionUnknown) {
            try run.give(ReleaseLot(lot: Village.lot, board: board), by: Village.system)
        }
        try run.give(ReleaseLot(lot: Village.lot, board: other), by: Village.system)
        let opensAt = try #require(run.all(LotReleased.self).last?.opensAt)
        #expect(opensAt > run.now && opensAt == opensAt.date.start.adding(seconds: 9 * 3_600))
        let open = planned.endsAt.milliseconds - planned.opensAt.milliseconds
        #expect(run.lot?.notice?.endsAt == opensAt.adding(milliseconds: open))
        run.wait(until: opensAt)
        #expect(run.lot?.state == .auctionRunning)
    }

    @Test("Answered in time, the auction opens at its hour")
    func inTime() throws {
        var run = try LotRun.listed()
        run.facts.roster = Village.roster(2)
        let opensAt = try #require(run.lot?.notice?.opensAt)
        try run.give(HoldLot(lot: Village.lot, board: board), by: Village.system)
        try run.give(ReleaseLot(lot: Village.lot, board: board), by: Village.system)
        run.wait(until: opensAt)
        #expect(run.lot?.state == .auctionRunning)
    }

    @Test("No price is agreed and no station takes the lot before the answer")
    func others() throws {
        var run = try ModeTests.hall(ModeTests.terms(.agreement), bidders: 1)
        try run.give(HoldLot(lot: Village.lot, board: board), by: Village.system)
        let price = AgreePrice(lot: Village.lot, price: Money(fen: 80_000))
        expectRefusal(.objectionsOpen) { try run.give(price, by: Village.agent) }
        try run.give(ReleaseLot(lot: Village.lot, board: board), by: Village.system)
        try run.give(price, by: Village.agent)
        #expect(run.lot?.state == .awardProposed)
    }
}
