import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

@Suite("Seats that come free between the rounds") struct RefillTests {
    /// The morning of eight people and five seats, with the round of 18:00 held: five are asked, three stand idle.
    private static func held() throws -> (market: Market, round: RoundRun) {
        let market = try MorningRoundTests.morning()
        market.room.follow = { event in (event as? RoundRun)?.following ?? [] }
        try market.room.advance(to: try #require(try market.hall.next), system: Market.system)
        return (market, try #require(market.room.all(RoundRun.self).last))
    }

    private static func number(_ worker: WorkerID) -> Int { Int(worker.text.split(separator: "-").last ?? "") ?? 0 }

    @Test(
        "Whoever declines is followed at once by who is next; who has accepted or is being asked stays, and the proof holds"
    )
    func declined() throws {
        let (market, round) = try Self.held()
        let asked = round.offers.map(\.worker)
        try market.take(Self.number(asked[0]))
        let next = try market.hall.next
        try market.room.give(DeclineOffer(order: Market.order(), worker: asked[4]), by: Market.clerk)
        try market.settle()
        let refill = try #require(market.room.all(RoundRun.self).last)
        #expect(refill.isRefill && !round.isRefill && refill.number == round.number + 1)
        #expect(refill.orders.map(\.seats) == [1] && refill.offers.count == 1)
        // The three who stood idle, and she who declined: whoever has a seat has her answer.
        #expect(refill.seekers.count == 4)
        #expect(refill.book.judge(committed: round.commitment).finding == .ok)
        let taken = try market.state.book.taken
        #expect(taken == Array(asked[0...3]) + refill.offers.map(\.worker))
        #expect(try market.state.engagements[asked[0]]?.phase == .accepted)
        #expect(try market.hall.next == next, "the clock's next round stays where it was")
        let leaves = try market.leaves()
        #expect(try Market.audit(round, leaves)?.finding == .ok)
        let found = try #require(try Market.audit(refill, leaves))
        #expect(found.finding == .ok && found.isRefill && found.offered == 1 && found.certificate == "ok")
    }

    @Test("Each reads her own reason: the next is asked, the idle read what they lacked, whoever declined that she did")
    func reasons() throws {
        let (market, round) = try Self.held()
        let gone = try #require(round.offers.last?.worker)
        try market.room.give(DeclineOffer(order: Market.order(), worker: gone), by: Market.clerk)
        try market.settle()
        let refill = try #require(market.room.all(RoundRun.self).last)
        let next = try #require(refill.offers.first?.worker)
        func answers(_ number: Int) throws -> [RoundAnswer] {
            try market.room.database.read { try RoundQueries.listAnswers(to: Market.worker(number), in: $0) }
        }
        for number in 1...8 {
            let mine = try answers(number)
            let first = try #require(mine.first)
            let words = RoundText.reason(first)
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
            switch Market.worker(number) {
            case next:
                #expect(mine.map(\.isRefill) == [true, false] && first.hasSeat)
                #expect(words == RoundText.offeredSeat)
            case gone:
                #expect(first.isRefill && first.rule == .declined)
                #expect(mine.last.map(RoundText.reason) == RoundText.seatWas)
            case let worker where round.offers.map(\.worker).contains(worker):
                #expect(mine.map(\.isRefill) == [false] && first.hasSeat)
            default: #expect(first.isRefill && first.kind == .draw)
            }
        }
        let lines = try market.room.database.read {
            try RoundQueries.listPeople(of: "\(refill.place)-\(refill.number)", in: $0)
        }
        #expect(lines.first?.worker == next && lines.first?.offered == "摘苹果" && lines.count == 4)
    }

    @Test("Somebody who comes late, asks for less, or brings a certificate is asked at once for a seat that was left")
    func late() throws {
        let market = try Market.ready()
        for number in 1...3 { try market.register(number) }
        try market.room.give(
            RegisterWorker(
                worker: Market.worker(4), place: Market.village, name: Personal("人4", of: .example),
                identityNumber: Personal(Market.identity(4), of: .example), trades: [.height], hasConsented: true),
            by: Market.clerk)
        market.room.now = Market.start.adding(days: -1)
        try market.post()
        try market.post(Market.terms(trade: .height, work: "擦外墙"), as: "height")
        try market.openHall()
        try market.round()
        func asked() throws -> [WorkerID] {
            try market.settle()
            return market.room.all(RoundRun.self).filter(\.isRefill).last?.offers.map(\.worker) ?? []
        }
        try market.seek(1)
        #expect(try asked() == [Market.worker(1)])
        try market.room.give(
            StateConditions(
                worker: Market.worker(2), reserve: Personal(Money(fen: 20_000), of: .example), reach: .anywhere),
            by: Market.clerk)
        try market.seek(2)
        #expect(try asked() == [Market.worker(1)], "what is paid is less than she asks")
        try market.room.give(
            StateConditions(worker: Market.worker(2), reserve: nil, reach: .anywhere), by: Market.clerk)
        #expect(try asked() == [Market.worker(2)])
        try market.seek(4)
        #expect(try asked() == [Market.worker(2)])
        try market.room.give(
            NoteCertificate(
                worker: Market.worker(4), trade: .height, until: Market.start.date, isInForce: true, paper: "T-1"),
            by: Market.clerk)
        #expect(try asked() == [Market.worker(4)])
        try market.room.give(SeekWork(worker: Market.worker(4), isSeeking: false), by: Market.clerk)
        #expect(try asked() == [Market.worker(4)] && market.room.all(WorkSought.self).last?.hall == nil)
    }

    @Test("An order posted after the round waits for the next one, whoever comes in between")
    func posted() throws {
        let (market, _) = try Self.held()
        try market.post(as: "later")
        try market.register(9)
        try market.seek(9)
        try market.settle()
        #expect(market.room.all(RoundRun.self).count == 1)
        market.room.expectRefusal(.nothingToFill, FillSeats(hall: Market.village), by: Market.clerk)
        let round = try market.round()
        #expect(!round.isRefill && round.offers.map(\.order).contains(Market.order("later")))
    }

    @Test("When an order is taken back, its people are asked at once for the seats that others left")
    func cancelled() throws {
        let market = try MorningRoundTests.morning()
        market.room.follow = { event in (event as? RoundRun)?.following ?? [] }
        try market.post(Market.terms(seats: 3, work: "装车"), as: "second")
        try market.round()
        let second = market.room.all(SeatOffered.self).filter { $0.order == Market.order("second") }.map(\.worker)
        #expect(second.count == 3)
        for worker in second.prefix(2) {
            try market.room.give(DeclineOffer(order: Market.order("second"), worker: worker), by: Market.clerk)
        }
        try market.settle()
        #expect(market.room.all(RoundRun.self).filter(\.isRefill).isEmpty, "everybody else has a seat")
        try market.room.give(CancelOrder(order: Market.order(), reason: "下雨"), by: Market.clerk)
        try market.settle()
        let refill = try #require(market.room.all(RoundRun.self).last)
        #expect(refill.isRefill && refill.offers.count == 2)
        #expect(Set(refill.offers.map(\.order)) == [Market.order("second")])
        #expect(Set(refill.offers.map(\.worker)).isDisjoint(with: second))
    }

    @Test("Who did not come is replaced within the hour, and nobody is sent to a shift that is half over")
    func noShow() throws {
        let (market, round) = try Self.held()
        let asked = round.offers.map(\.worker)
        for worker in asked { try market.take(Self.number(worker)) }
        try market.room.advance(to: Market.start.adding(seconds: 1_800), system: Market.system)
        try market.room.give(RecordNoShow(order: Market.order(), worker: asked[0]), by: Market.clerk)
        try market.settle()
        let refill = try #require(market.room.all(RoundRun.self).last)
        #expect(refill.isRefill && refill.offers.count == 1)
        func noShows(_ worker: WorkerID, since: Instant) throws -> Int64 {
            try market.room.database.read { try LabourQueries.countNoShows(of: worker, since: since, in: $0) }
        }
        #expect(try noShows(asked[0], since: Market.start) == 1 && noShows(asked[1], since: Market.start) == 0)
        #expect(try noShows(asked[0], since: Market.start.adding(seconds: 1)) == 0)
        try market.room.advance(to: Market.start.adding(seconds: 3_600), system: Market.system)
        let rounds = market.room.all(RoundRun.self).count
        try market.room.give(RecordNoShow(order: Market.order(), worker: asked[1]), by: Market.clerk)
        try market.settle()
        #expect(market.room.all(RoundRun.self).count == rounds)
    }

    @Test("A hall that is closed fills nothing, and a seat given up is free")
    func closed() throws {
        let (market, round) = try Self.held()
        try market.room.give(CloseHall(hall: Market.village), by: Market.clerk)
        market.room.expectRefusal(.noSuchHall, FillSeats(hall: Market.village), by: Market.clerk)
        try market.room.give(DeclineOffer(order: Market.order(), worker: round.offers[0].worker), by: Market.clerk)
        try market.settle()
        #expect(try market.state.book.free == 1 && market.room.all(SeatFreed.self).last?.hall == nil)
    }

    @Test("Public bytes show a round that gives out a seat which somebody has")
    func twice() throws {
        let (market, round) = try Self.held()
        try market.room.give(DeclineOffer(order: Market.order(), worker: round.offers[0].worker), by: Market.clerk)
        try market.settle()
        let refill = try #require(market.room.all(RoundRun.self).last)
        let leaves = try market.leaves()
        // Without the entry that freed the seat, it was nobody's to give.
        let without = leaves.filter { !String(decoding: $0, as: UTF8.self).contains("labour.seatFreed") }
        #expect(without.count == leaves.count - 1)
        #expect(try Market.audit(refill, without)?.finding == .seats)
    }

    /// 10,000 changes in a long run, 400 in every run (`QIANMO_CHANGES`).
    private static var changes: Int {
        ProcessInfo.processInfo.environment["QIANMO_CHANGES"].flatMap(Int.init) ?? 400
    }

    @Test(
        "Through random days each refill proves itself, nobody who has a seat is moved, and no seat waits for somebody idle"
    )
    func days() throws {
        var kerb = try Kerb(seed: 29)
        for _ in 0..<Self.changes {
            let before = try kerb.seats()
            try kerb.step()
            try kerb.checkKept(before)
            try kerb.checkRounds()
            try kerb.checkFull()
        }
        #expect(kerb.refills > Self.changes / 100 && kerb.refilled >= kerb.refills)
        // Changes happen among people who have seats, or they would show nothing: through each change stood, on average, more
        // than one seat that somebody else had taken, and through every fourth one that was held for an answer.
        let (taken, asked) = (kerb.kept[.accepted, default: 0], kerb.kept[.offered, default: 0])
        #expect(taken > Self.changes && asked > Self.changes / 4, "\(taken) taken, \(asked) held")
        #expect(kerb.together > Self.changes / 200, "\(kerb.together) groups had seats")
        let rounds = kerb.market.room.all(RoundRun.self)
        let leaves = try kerb.market.leaves()
        for round in rounds.suffix(3) { #expect(try Market.audit(round, leaves)?.finding == .ok) }
        if let word = ProcessInfo.processInfo.environment["QIANMO_CHANGES"] {
            print(
                "\(word) changes: \(rounds.count) rounds, \(kerb.refills) of them refills of \(kerb.refilled) seats; "
                    + "\(kerb.together) times a group had its seats; \(taken) times a seat taken stood through a change, \(asked) times one that was held"
            )
        }
    }

    @Test("The same days give the same seats")
    func repeated() throws {
        var (one, other) = (try Kerb(seed: 3), try Kerb(seed: 3))
        for _ in 0..<80 {
            try one.step()
            try other.step()
        }
        #expect(try one.market.leaves() == other.market.leaves())
    }
}
