import EventLog
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

extension RoundRun {
    /// What the house's policy gives after a round.
    var following: [any Command<Labour>] { offers + crewOffers }
}

extension Market {
    func seek(_ number: Int) throws {
        try room.give(SeekWork(worker: Market.worker(number), isSeeking: true), by: Market.clerk)
    }

    func openHall() throws {
        try room.give(OpenHall(place: Market.village, times: "18:00 05:15"), by: Market.clerk)
    }

    @discardableResult func round() throws -> RoundRun {
        try room.give(RunRound(hall: Market.village), by: Market.clerk)
        return try #require(room.all(RoundRun.self).last)
    }

    /// What the house's policy does with a round.
    func offer(_ round: RoundRun) throws {
        for offer in round.offers { try room.give(offer, by: Market.system) }
    }

    func answer(_ number: Int) throws -> RoundAnswer? {
        try room.database.read { try RoundQueries.listAnswers(to: Market.worker(number), in: $0).first }
    }

    var hall: Hall { get throws { try #require(room.state(of: StreamID("labourHall", "village")).hall) } }
}

@Suite("Morning rounds of the market") struct MorningRoundTests {
    /// Five seats, eight people of whom the first waited longest, one too young for nothing and one of another trade.
    static func morning() throws -> Market {
        let market = try Market()
        try market.verify()
        for number in 1...8 {
            try market.register(number)
            try market.seek(number)
            if number == 3 { market.room.now = market.room.now.adding(days: 1).adding(seconds: 60) }
        }
        try market.post()
        try market.openHall()
        return market
    }

    @Test("The clock holds a round at the hall's time, fills every seat, and whoever waited longer goes first")
    func clock() throws {
        let market = try Self.morning()
        let next = try #require(try market.hall.next)
        try market.room.advance(to: next.adding(seconds: 1), system: Market.system)
        let round = try #require(market.room.all(RoundRun.self).first)
        #expect(round.slot == next && round.offers.count == 5)
        #expect(Set(round.offers.map(\.worker)).isSuperset(of: (1...3).map(Market.worker)))
        try market.offer(round)
        #expect(try market.state.book.free == 0)
        #expect(try market.hall.next == next.adding(seconds: 11 * 3_600 + 15 * 60))
    }

    @Test("The proof holds from the rows alone; a seat moved, a price or a worth touched, another seed: each is found")
    func proof() throws {
        let market = try Self.morning()
        let opened = try #require(market.room.all(HallOpened.self).first)
        let round = try market.round()
        #expect(round.book.judge(committed: opened.commitment).finding == .ok)
        #expect(round.book.judge(committed: RoundBook.commitment(of: "another")).finding == .seed)
        func judged(_ change: (inout RoundSeeker) -> Void) throws -> [RoundBook.Finding] {
            round.seekers.indices.map { index in
                var seekers = round.seekers
                change(&seekers[index])
                return RoundBook(seed: round.seed, orders: round.orders, seekers: seekers)
                    .judge(committed: opened.commitment).finding
            }
        }
        #expect(try judged { $0.seat = $0.seat == nil ? 1 : nil }.allSatisfy { $0 == .certificate })
        for seat in [0, 9] as [Int64] { #expect(try judged { $0.seat = seat }.allSatisfy { $0 == .rows }) }
        let cheaper = round.orders.map { RoundOrder(order: $0.order, seats: $0.seats, price: 0) }
        let verdict = RoundBook(seed: round.seed, orders: cheaper, seekers: round.seekers)
            .judge(committed: opened.commitment)
        #expect(verdict.finding == .certificate && verdict.verdict == "matched at a loss")
    }

    @Test("Each idle seeker reads her own reason, in both languages, and it names nobody")
    func reasons() throws {
        let market = try Self.morning()
        try market.room.give(
            RegisterWorker(
                worker: Market.worker(9), place: Market.village, name: Personal("人9", of: .example),
                identityNumber: Personal(Market.identity(9), of: .example), trades: [.kitchen], hasConsented: true),
            by: Market.clerk)
        try market.seek(9)
        let round = try market.round()
        let placed = Set(round.offers.map(\.worker))
        var kinds: Set<RoundReason.Kind> = []
        for number in 1...9 {
            let answer = try #require(try market.answer(number))
            #expect((answer.seat != nil) == placed.contains(Market.worker(number)))
            guard answer.seat == nil else { continue }
            kinds.insert(try #require(answer.kind))
            let words = RoundText.reason(answer)
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
            for other in 1...9 {
                #expect(!words.zh.contains("人\(other)") && !words.zh.contains(Market.worker(other).text))
            }
        }
        #expect(try market.answer(9)?.rule == .trade)
        #expect(kinds == [.draw, .rule])
    }

    @Test("Who has accepted is in no later round, and a seat taken by hand before the round is not given twice")
    func accepted() throws {
        let market = try Self.morning()
        for number in 1...4 { try market.take(number) }
        let round = try market.round()
        #expect(round.orders.map(\.seats) == [1] && round.offers.count == 1)
        try market.offer(round)
        market.room.expectRefusal(
            .noSeatLeft, TakeSeat(order: Market.order(), worker: try Self.idle(round, market), mayWait: false),
            by: Market.clerk)
        #expect(try market.state.book.taken.count == 5)
        let again = try market.round()
        #expect(again.orders.isEmpty && again.offers.isEmpty && !again.seekers.isEmpty)
        // People and no seat, as on many an evening: the rows are whole.
        #expect(again.book.judge(committed: round.commitment).finding == .ok)
        #expect(Set(try market.state.book.taken).isSuperset(of: (1...4).map(Market.worker)))
    }

    private static func idle(_ round: RoundRun, _ market: Market) throws -> WorkerID {
        let placed = Set(round.offers.map(\.worker))
        return try #require((5...8).map(Market.worker).first { !placed.contains($0) })
    }

    @Test("A round whose time was held, a hall that is closed, times nobody can read: each has its answer")
    func refusals() throws {
        let market = try Self.morning()
        market.room.expectRefusal(
            .roundNotDue, RunRound(hall: Market.village, slot: market.room.now), by: Market.system)
        market.room.expectRefusal(
            .hallOpen, OpenHall(place: Market.village, times: "05:15"), by: Market.clerk)
        try market.room.give(CloseHall(hall: Market.village), by: Market.clerk)
        market.room.expectRefusal(.noSuchHall, RunRound(hall: Market.village), by: Market.clerk)
        for times in ["", "25:00", "5", "05:5", "soon"] {
            market.room.expectRefusal(
                .timesUnreadable, OpenHall(place: Market.village, times: times), by: Market.clerk)
        }
        #expect(try RoundTimes("6:15，18：00 06:15").text == "06:15 18:00")
    }

    @Test("A trade that needs a certificate is closed without one, in the round and at the desk, and open with one")
    func certificate() throws {
        let market = try Market()
        try market.verify()
        let name = Personal("甲", of: .example)
        try market.room.give(
            RegisterWorker(
                worker: Market.worker(1), place: Market.village, name: name,
                identityNumber: Personal(Market.identity(1), of: .example), trades: [.height], hasConsented: true),
            by: Market.clerk)
        try market.seek(1)
        try market.post(Market.terms(trade: .height, work: "擦外墙"))
        market.room.now = market.room.now.adding(days: 1)
        try market.openHall()
        #expect(try market.round().offers.isEmpty)
        #expect(try market.answer(1)?.rule == .certificate)
        market.room.expectRefusal(
            .certificateMissing, TakeSeat(order: Market.order(), worker: Market.worker(1), mayWait: false),
            by: Market.clerk)
        func note(_ until: CivilDate, _ isInForce: Bool) -> NoteCertificate {
            NoteCertificate(
                worker: Market.worker(1), trade: .height, until: until, isInForce: isInForce, paper: "T-1")
        }
        market.room.expectRefusal(.certificateEnded, note(CivilDate("2026-01-01")!, true), by: Market.clerk)
        try market.room.give(note(Market.start.date, true), by: Market.clerk)
        #expect(try market.round().offers.map(\.worker) == [Market.worker(1)])
        try market.room.give(note(Market.start.date, false), by: Market.clerk)
        #expect(try market.round().offers.isEmpty)
    }

    @Test("Nobody of a round can be named from what the log shows, and after erasure not from the table either")
    func sealed() throws {
        let market = try Self.morning()
        let round = try market.round()
        var writer = FieldWriter(personal: .setAside)
        round.write(to: &writer)
        let open = JSON.object(writer.members).canonicalText
        #expect(!open.contains("worker-"))
        #expect(round.seekers.map(\.number) == round.seekers.map(\.number).sorted())
        try market.room.give(EraseWorker(worker: Market.worker(8)), by: Market.clerk)
        #expect(try market.answer(8) == nil)
    }
}
