import EventLog
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Labour

extension Market {
    static func crew(_ number: Int = 1) -> CrewID { CrewID("crew-\(number)")! }

    /// The first leads.
    func form(_ members: [Int], as number: Int = 1) throws {
        try room.give(
            FormCrew(
                crew: Market.crew(number), place: Market.village, leader: Market.worker(members[0]),
                members: members.map(Market.worker), hasConsented: true), by: Market.clerk)
    }

    func leave(_ number: Int, _ crew: Int = 1) throws {
        try room.give(LeaveCrew(crew: Market.crew(crew), worker: Market.worker(number)), by: Market.clerk)
    }

    func phases(_ numbers: ClosedRange<Int>) throws -> [EngagementPhase?] {
        let state = try self.state
        return numbers.map { state.engagements[Market.worker($0)]?.phase }
    }

    /// So many who look for work since a day ago, an order of five seats, an open hall; what a round gives is offered.
    static func kerb(_ people: Int, seats: Int64 = 5) throws -> Market {
        let market = try Market.ready()
        market.room.follow = { event in (event as? RoundRun)?.following ?? [] }
        for number in 1...people {
            try market.register(number)
            try market.seek(number)
        }
        market.room.now = Market.start.adding(seconds: -12 * 3_600)
        try market.post(terms(seats: seats))
        try market.openHall()
        return market
    }
}

@Suite("People who go to work together or not at all") struct CrewTests {
    @Test("A desk enters a crew once each agreed; one of another crew, unknown, erased or from elsewhere is refused")
    func entered() throws {
        let market = try Market.kerb(4)
        func form(
            _ leader: Int, _ members: [Int], _ id: Int = 2, place: DivisionID = Market.village, agreed: Bool = true
        ) -> FormCrew {
            FormCrew(
                crew: Market.crew(id), place: place, leader: Market.worker(leader),
                members: members.map(Market.worker), hasConsented: agreed)
        }
        try market.form([1, 2])
        let state = try #require(market.room.state(of: StreamID("crew", "crew-1")).crew)
        #expect(state.leader == Market.worker(1) && state.members.count == 2)
        market.room.expectRefusal(.crewKnown, form(3, [4], 1), by: Market.clerk)
        market.room.expectRefusal(.inCrew, form(2, [3]), by: Market.clerk)
        market.room.expectRefusal(.crewSize, form(3, [3]), by: Market.clerk)
        market.room.expectRefusal(.crewSize, form(3, Array(30...60)), by: Market.clerk)
        market.room.expectRefusal(.noSuchWorker, form(3, [9]), by: Market.clerk)
        market.room.expectRefusal(.placeUnknown, form(3, [4], place: DivisionID("nowhere")!), by: Market.clerk)
        market.room.expectRefusal(.crewConsentMissing, form(3, [4], agreed: false), by: Market.clerk)
        try market.room.database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, parent, path, level, kind, name, code, opened)
                VALUES ('north', 'village', '/village/north/', 'county', 'village', '北', '140101', '2000-01-01')
                """)
        }
        market.room.expectRefusal(.crewElsewhere, form(3, [4], place: DivisionID("north")!), by: Market.clerk)
        try market.room.give(EraseWorker(worker: Market.worker(4)), by: Market.county)
        market.room.expectRefusal(.workerErased, form(3, [4]), by: Market.clerk)
        market.room.expectRefusal(.inCrew, EraseWorker(worker: Market.worker(2)), by: Market.county)
    }

    @Test("A round gives a crew seats for all or none, held until its leader answers, and then all of them have one")
    func whole() throws {
        let market = try Market.kerb(5)
        try market.form([2, 3, 4])
        let opened = try #require(market.room.all(HallOpened.self).first)
        let round = try market.round()
        #expect(round.rule == 2 && round.offers.count == 2 && round.crewOffers.count == 1)
        #expect(round.book.judge(committed: opened.commitment).finding == .ok)
        let found = try #require(try Market.audit(round, try market.leaves()))
        #expect(found.finding == .ok && found.groups == 1 && found.groupsOffered == 1 && found.offered == 5)
        #expect(try market.phases(1...5) == Array(repeating: .offered, count: 5))
        #expect(RoundText.reason(try #require(try market.answer(3))) == CrewText.offeredSeats)
        market.room.expectRefusal(
            .goesTogether, TakeSeat(order: Market.order(), worker: Market.worker(3), mayWait: false), by: Market.clerk)
        market.room.expectRefusal(
            .notLeader, SeatCrew(order: Market.order(), worker: Market.worker(3)), by: Market.clerk)
        market.room.expectRefusal(
            .crewAsked, LeaveCrew(crew: Market.crew(), worker: Market.worker(3)), by: Market.clerk)
        try market.room.give(SeatCrew(order: Market.order(), worker: Market.worker(2)), by: Market.clerk)
        #expect(try market.phases(1...5) == [.offered, .accepted, .accepted, .accepted, .offered])
        // From then on each has a seat of her own.
        try market.room.give(GiveUpSeat(order: Market.order(), worker: Market.worker(3)), by: Market.clerk)
        #expect(try market.phases(2...4) == [.accepted, .withdrawn, .accepted])
    }

    @Test("A no of one, and an offer that nobody answers in time, free all of the crew's seats at once")
    func freed() throws {
        for isLate in [false, true] {
            let market = try Market.kerb(8)
            try market.form([1, 2, 3])
            // The others waited as long as the crew and fill the seats; three more seats are for it.
            try market.round()
            #expect(try market.phases(1...3) == [nil, nil, nil] && market.state.book.free == 0)
            try market.room.give(ChangeSeats(order: Market.order(), seats: 8), by: Market.clerk)
            try market.settle()
            let refill = try #require(market.room.all(RoundRun.self).last)
            #expect(refill.isRefill && refill.crewOffers.count == 1 && refill.offers.isEmpty)
            #expect(try Market.audit(refill, try market.leaves())?.finding == .ok)
            #expect(try market.phases(1...3) == Array(repeating: .offered, count: 3))
            if isLate {
                try market.take(4)
                try market.room.advance(to: market.room.now.adding(seconds: 4 * 3_600), system: Market.system)
                #expect(try market.phases(1...4) == [.lapsed, .lapsed, .lapsed, .accepted])
            } else {
                try market.room.give(DeclineOffer(order: Market.order(), worker: Market.worker(2)), by: Market.clerk)
                #expect(try market.phases(1...3) == Array(repeating: .declined, count: 3))
                #expect(try market.state.book.free == 3)
            }
            let halls = market.room.all(SeatFreed.self).suffix(3).map { $0.hall != nil }
            #expect(isLate || halls == [false, false, true], "the hall looks once")
        }
    }

    @Test("An idle crew reads why, in both languages: the seats did not take all of it, or not all of it can go")
    func reasons() throws {
        let market = try Market.kerb(7)
        try market.form([1, 2])
        try market.form([3, 4, 5, 6, 7], as: 2)
        try market.room.give(SeekWork(worker: Market.worker(7), isSeeking: false), by: Market.clerk)
        try market.post(Market.terms(seats: 1, work: "装车"), as: "small")
        try market.room.give(ChangeSeats(order: Market.order(), seats: 2), by: Market.clerk)
        try market.round()
        #expect(try market.phases(1...2) == [.offered, .offered])
        let answer = try #require(try market.answer(5))
        #expect(answer.kind == .rule && answer.rule == .group && answer.amount == 2 && answer.group == nil)
        #expect(RoundText.reason(answer).zh == "有 2 单的活没法让你们整伙一起去：岗位不够，或者有人去不了。")
        #expect(RoundText.reason(answer).en.hasPrefix("2 orders that cannot take all of your crew"))
        // Two who waited longer than the crew leave no room for it.
        let other = try Market.kerb(4)
        for number in 3...4 {
            try other.room.give(SeekWork(worker: Market.worker(number), isSeeking: false), by: Market.clerk)
            try other.seek(number)
        }
        try other.form([3, 4])
        try other.room.give(ChangeSeats(order: Market.order(), seats: 3), by: Market.clerk)
        let round = try other.round()
        #expect(round.offers.count == 2 && round.crewOffers.isEmpty)
        let short = try #require(try other.answer(4))
        #expect(short.kind == .group && short.amount == 2 && short.group == 1)
        let words = RoundText.reason(short)
        #expect(words.zh == "“摘苹果”先紧着等得一样久或更久的人，剩下的岗位坐不下你们 2 个人。")
        #expect(words.en.contains("the 2 of you together"))
    }

    @Test("A single seeker who lost her seat to a crew that waited longer reads how many days she lacks")
    func displaced() throws {
        let market = try Market.kerb(3)
        try market.form([1, 2])
        try market.room.give(SeekWork(worker: Market.worker(3), isSeeking: false), by: Market.clerk)
        try market.seek(3)
        try market.room.give(ChangeSeats(order: Market.order(), seats: 2), by: Market.clerk)
        let round = try market.round()
        #expect(round.offers.isEmpty && round.crewOffers.count == 1)
        let answer = try #require(try market.answer(3))
        #expect(answer.kind == .waited && answer.amount == 1)
    }

    @Test("By hand a crew takes seats whole: with too few, with one who cannot go or has one already, nobody gets any")
    func byHand() throws {
        let market = try Market.kerb(6, seats: 3)
        try market.form([1, 2, 3])
        func seat(_ number: Int = 1) -> SeatCrew { SeatCrew(order: Market.order(), worker: Market.worker(number)) }
        market.room.expectRefusal(
            .goesTogether, TakeSeat(order: Market.order(), worker: Market.worker(1), mayWait: true), by: Market.clerk)
        market.room.expectRefusal(
            .goesTogether, OfferSeat(order: Market.order(), worker: Market.worker(1)), by: Market.clerk)
        market.room.expectRefusal(.notOfCrew, seat(5), by: Market.clerk)
        try market.take(4)
        market.room.expectRefusal(.crewTooLarge, seat(), by: Market.clerk)
        #expect(try market.phases(1...3) == [nil, nil, nil])
        try market.room.give(ChangeSeats(order: Market.order(), seats: 4), by: Market.clerk)
        try market.room.give(seat(), by: Market.clerk)
        #expect(try market.phases(1...4) == Array(repeating: .accepted, count: 4))
        market.room.expectRefusal(.seatTwice, seat(), by: Market.clerk)
        try market.post(as: "second")
        market.room.expectRefusal(
            .crewUnfit, SeatCrew(order: Market.order("second"), worker: Market.worker(1)), by: Market.clerk)
    }

    @Test("Whoever leaves goes alone and is looked at at once; where the leader leaves or one stays behind, it is over")
    func left() throws {
        let market = try Market.kerb(4, seats: 3)
        try market.form([1, 2, 3, 4])
        try market.round()
        #expect(try market.state.book.taken.isEmpty, "four do not fit three seats")
        try market.leave(4)
        try market.settle()
        // She is asked alone; the three others wait for three seats.
        #expect(try market.phases(1...4) == [nil, nil, nil, .offered])
        market.room.expectRefusal(
            .notOfCrew, LeaveCrew(crew: Market.crew(), worker: Market.worker(4)), by: Market.clerk)
        try market.leave(1)
        market.room.expectRefusal(
            .noSuchCrew, LeaveCrew(crew: Market.crew(), worker: Market.worker(2)), by: Market.clerk)
        try market.settle()
        #expect(try market.state.book.free == 0)
        try market.form([2, 3], as: 2)
        try market.leave(3, 2)
        #expect(market.room.state(of: StreamID("crew", "crew-2")).crew?.isOver == true)
        let crews = try market.room.database.read { try CrewQueries.sizes(in: $0) }
        #expect(crews.isEmpty)
    }

    @Test("The log tells how many go together and not who; what a group's rows say is no name")
    func sealed() throws {
        let market = try Market.kerb(4)
        try market.form([1, 2])
        let round = try market.round()
        let events: [any Event<Labour>] = [try #require(market.room.all(CrewFormed.self).first), round]
        for event in events {
            var writer = FieldWriter(personal: .setAside)
            event.write(to: &writer)
            #expect(!JSON.object(writer.members).canonicalText.contains("worker-"))
        }
        try market.room.give(SeatCrew(order: Market.order(), worker: Market.worker(1)), by: Market.clerk)
        #expect(round.seekers.compactMap(\.group).count == 2)
    }

    @Test("Pages show the crew to its leader and the desk, what it is asked, and who may answer; forms choose by name")
    func pages() throws {
        let market = try Market.kerb(4)
        try market.form([1, 2])
        func words(_ path: String, _ parameters: [String: String] = [:], as reader: Principal = Market.clerk) throws
            -> String
        {
            let route = try #require(Labour.routes(database: market.room.database).first { $0.path == path })
            let request = PageRequest(
                path: path, parameters: parameters, now: market.room.now, principal: reader,
                origin: "https://county.example")
            switch route.handler {
            case .form(_, let page, _): if case .page(let shown) = try page(request) { return shown.body.markup }
            case .page(let page): if case .page(let shown) = try page(request) { return shown.body.markup }
            default: break
            }
            return ""
        }
        let crew = ["crew": "crew-1"]
        let form = try words("/labour/crews/new")
        #expect(form.contains("worker-3") && !form.contains("worker-1") && !form.contains("type=\"text\""))
        #expect(try words("/labour/crews/{crew}", crew).contains("/labour/crews/crew-1/orders/order-1/take"))
        try market.round()
        let asked = try words("/labour/crews/{crew}", crew)
        #expect(asked.contains("/labour/workers/worker-1/orders/order-1/decline"))
        let own = try words("/labour/workers/{worker}", ["worker": "worker-2"])
        #expect(own.contains("/labour/crews/crew-1/orders/order-1/take"))
        #expect(own.contains("/labour/crews/crew-1/workers/worker-2/leave"))
        let alone = try words("/labour/workers/{worker}", ["worker": "worker-3"])
        #expect(alone.contains("/labour/workers/worker-3/orders/order-1/take"))
        #expect(alone.contains("/labour/workers/worker-3/orders/order-1/decline"))
        let slip = "/labour/orders/{order}/workers/{worker}/slip"
        #expect(try words(slip, ["order": "order-1", "worker": "worker-3"]).contains("摘苹果"))
        #expect(try words("/labour/seeking").contains("/labour/crews/crew-1"))
        #expect(try words("/labour/rounds/{round}", ["round": "village-1"]).contains(CrewText.numbered(1).zh))
    }
}
