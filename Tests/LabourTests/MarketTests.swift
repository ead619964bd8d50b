import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

@Suite("The labour market") struct MarketTests {
    @Test("Nothing of an employer is public before an office has verified them (Order 700, art. 26)")
    func verifiedFirst() throws {
        let market = try Market()
        market.room.expectRefusal(
            .employerNotVerified, PostOrder(order: Market.order(), terms: Market.terms()), by: Market.clerk)
        try market.verify()
        try market.post()
        #expect(try market.state.book.seats == 5)
    }

    @Test("Whoever was refused by a rule of section 1.3 is told which: child, words, wage, insurance, hours, cycle")
    func refusals() throws {
        let market = try Market()
        try market.verify()
        let cases: [(LabourRefusal, OrderTerms)] = [
            (.wordForbidden, Market.terms(work: "摘苹果，限男")),
            (.wordForbidden, Market.terms(work: "carry boxes, men only")),
            (.wordForbidden, Market.terms(work: "乙 肝携带者勿扰")), (.wordForbidden, Market.terms(work: "先交押金")),
            (.belowMinimum, Market.terms(yuan: 86)), (.belowMinimum, Market.terms(workKind: .partTime)),
            (.insuranceMissing, Market.terms(trade: .demolition, insurance: .none)),
            (.shiftTooLong, Market.terms(hours: 12)),
            (.startsInPast, Market.terms(start: Market.start.adding(days: -3))),
            (.cycleTooLong, Market.terms(yuan: 200, cycle: .month, workKind: .partTime)),
            (.factMissing, Market.terms(work: " ")), (.seatsOutOfRange, Market.terms(seats: 501)),
        ]
        for (refusal, terms) in cases {
            market.room.expectRefusal(refusal, PostOrder(order: Market.order(), terms: terms), by: Market.clerk)
        }
        let lawful = ["摘苹果，男女不限", "砌女儿墙", "搬货，不收押金", "human labour"]
        for (number, work) in lawful.enumerated() { try market.post(Market.terms(work: work), as: "lawful-\(number)") }
        let child = RegisterWorker(
            worker: Market.worker(1), place: Market.village, name: Personal("甲", of: .example),
            identityNumber: Personal(Market.identity(1, born: "20110303"), of: .example), trades: [], hasConsented: true
        )
        market.room.expectRefusal(.tooYoung, child, by: Market.clerk)
    }

    @Test("Sixteen is counted to the day, at the desk and again on the day of the shift; some trades ask for eighteen")
    func age() throws {
        let market = try Market()
        try market.verify()
        try market.register(1, born: "20100301")
        try market.register(2, born: "20080303")
        try market.post(Market.terms(trade: .construction))
        market.room.expectRefusal(
            .tooYoung, TakeSeat(order: Market.order(), worker: Market.worker(1), mayWait: false), by: Market.clerk)
        try market.take(2)
        #expect(try market.state.book.taken == [Market.worker(2)])
        #expect(throws: LabourRefusal.tooYoung(16)) { try market.register(3, born: "20100302") }
    }

    @Test("However many ask, exactly as many seats are given as there are, in every order of asking and leaving")
    func seats() throws {
        let market = try Market()
        try market.verify()
        try market.post()
        for number in 1...12 { try market.register(number) }
        var random = SeededRandom(seed: 5)
        var refused = 0
        for _ in 0..<150 {
            let number = Int.random(in: 1...12, using: &random)
            do {
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    try market.room.give(
                        GiveUpSeat(order: Market.order(), worker: Market.worker(number)), by: Market.clerk)
                case 1:
                    try market.room.give(
                        OfferSeat(order: Market.order(), worker: Market.worker(number)), by: Market.clerk)
                case 2: try market.room.advance(to: market.room.now.adding(seconds: 400), system: Market.system)
                default: try market.take(number, mayWait: Bool.random(using: &random))
                }
            } catch is Rejection { refused += 1 }
            let order = try market.state
            #expect(order.book.taken.count <= 5)
            let row: Int64? = try market.room.database.read { try $0.find("SELECT taken FROM labour_order") }
            #expect(row == Int64(order.book.taken.count))
        }
        #expect(refused > 10)
    }

    @Test("Nobody is on two overlapping shifts; back to back is lawful; a refusal writes nothing")
    func overlap() throws {
        let market = try Market()
        try market.verify()
        try market.register(1)
        try market.post()
        try market.post(Market.terms(start: Market.start.adding(seconds: 7 * 3_600)), as: "late")
        try market.post(Market.terms(start: Market.start.adding(seconds: 8 * 3_600)), as: "next")
        try market.take(1)
        let events = market.room.events.count
        market.room.expectRefusal(
            .overlaps, TakeSeat(order: Market.order("late"), worker: Market.worker(1), mayWait: false), by: Market.clerk
        )
        #expect(market.room.events.count == events)
        try market.take(1, "next")
    }

    @Test("Whoever leaves frees one seat, and whoever waits is offered it; an offer nobody answers goes on")
    func waiting() throws {
        let market = try Market()
        try market.verify()
        try market.post(Market.terms(seats: 1))
        for number in 1...3 {
            try market.register(number)
            try market.take(number, mayWait: true)
        }
        try market.room.give(GiveUpSeat(order: Market.order(), worker: Market.worker(1)), by: Market.clerk)
        #expect(try market.state.engagements[Market.worker(2)]?.phase == .offered)
        try market.room.advance(to: market.room.now.adding(seconds: 601), system: Market.system)
        #expect(try market.state.engagements[Market.worker(2)]?.phase == .lapsed)
        #expect(try market.state.book.taken == [Market.worker(3)])
        try market.take(3)
        #expect(try market.state.engagements[Market.worker(3)]?.phase == .accepted)
    }

    @Test("Fewer seats than people who accepted are refused; a cancelled order pays those who set out")
    func cancel() throws {
        let market = try Market()
        try market.verify()
        try market.post()
        for number in 1...3 {
            try market.register(number)
            try market.take(number)
        }
        market.room.expectRefusal(
            .fewerThanAccepted, ChangeSeats(order: Market.order(), seats: 2), by: Market.clerk)
        market.room.now = Market.start.adding(seconds: -3_600)
        try market.room.give(CancelOrder(order: Market.order(), reason: "下雨"), by: Market.clerk)
        #expect(market.room.all(WagesDue.self).map(\.net.fen) == [4_000, 4_000, 4_000])
        try market.pay(2, fen: 4_000, reference: "b-1")
        #expect(try market.state.engagements[Market.worker(2)]?.owed == .zero)
    }

    @Test("Who did not come half an hour after the start loses the seat to whoever waits")
    func noShow() throws {
        let market = try Market()
        try market.verify()
        try market.post(Market.terms(seats: 1))
        for number in 1...2 {
            try market.register(number)
            try market.take(number, mayWait: true)
        }
        let noShow = RecordNoShow(order: Market.order(), worker: Market.worker(1))
        market.room.now = Market.start.adding(seconds: 1_799)
        market.room.expectRefusal(.tooEarly, noShow, by: Market.clerk)
        market.room.now = Market.start.adding(seconds: 1_800)
        try market.room.give(noShow, by: Market.clerk)
        #expect(try market.state.book.taken == [Market.worker(2)])
    }

    @Test("Two check-ins are one, at the earlier time; wages are paid once, to the worker, in parts, to the fen")
    func workAndPay() throws {
        let market = try Market()
        try market.verify()
        try market.register(1)
        try market.post()
        try market.take(1)
        try market.work()
        try market.room.give(
            CheckIn(order: Market.order(), worker: Market.worker(1), deviceAt: Market.start.adding(seconds: -120)),
            by: Market.clerk)
        #expect(try market.state.engagements[Market.worker(1)]?.came == Market.start.adding(seconds: -120))
        #expect(market.room.all(CheckedIn.self).count == 2)
        #expect(throws: LabourRefusal.tooManyMinutes(660)) { try market.confirm(minutes: 661) }
        try market.confirm(minutes: 500)
        #expect(market.room.all(WagesDue.self).map(\.net.fen) == [17_000])
        #expect(throws: LabourRefusal.noSeat("worker-1")) { try market.confirm() }
        try market.register(2)
        #expect(throws: LabourRefusal.payeeNotWorker()) { try market.pay(fen: 100, reference: "b", payee: 2) }
        try market.pay(fen: 10_001, reference: "b-1")
        #expect(throws: LabourRefusal.paidBefore()) { try market.pay(fen: 10_001, reference: "b-1") }
        #expect(throws: LabourRefusal.moreThanDue("69.99")) { try market.pay(fen: 7_000, reference: "b-2") }
        try market.pay(fen: 6_999, reference: "b-2")
        #expect(market.room.all(WagesPaid.self).map(\.left.fen) == [6_999, 0])
    }

    @Test("Wages unpaid on their day start the arrears clock, and payment ends it")
    func arrears() throws {
        let market = try Market()
        try market.verify()
        try market.register(1)
        try market.post()
        try market.take(1)
        try market.work()
        try market.confirm()
        func advance(to day: String) throws {
            let end = try #require(CivilDate(day)).end
            try market.room.advance(to: end.adding(milliseconds: 1), system: Market.system)
        }
        try advance(to: "2026-03-03")
        #expect(try market.state.engagements[Market.worker(1)]?.arrear == .due)
        try advance(to: "2026-03-06")
        #expect(try market.state.engagements[Market.worker(1)]?.arrear == .blocked)
        try market.room.give(
            BlockEmployer(employer: Market.farm, ground: .arrears, paper: "order-1"), by: Market.system)
        market.room.expectRefusal(
            .stillInArrears, UnblockEmployer(employer: Market.farm, paper: "已付"), by: Market.county)
        let later = Market.terms(start: Market.start.adding(days: 30))
        market.room.expectRefusal(
            .employerBlocked, PostOrder(order: Market.order("later"), terms: later), by: Market.clerk)
        try advance(to: "2026-03-17")
        #expect(market.room.all(ArrearAdvanced.self).map(\.step) == ArrearStep.allCases)
        try market.pay(fen: 16_000, reference: "b-1")
        try market.room.give(UnblockEmployer(employer: Market.farm, paper: "b-1"), by: Market.county)
        try market.post(later, as: "later")
    }

    @Test("An order is repeated for another day with everything that was agreed, and held against the rules again")
    func repeated() throws {
        let market = try Market()
        try market.verify()
        try market.post(Market.terms(hours: 10))
        try market.room.give(
            RepeatOrder(earlier: Market.order(), order: Market.order("again"), day: CivilDate("2026-03-05")!),
            by: Market.clerk)
        let again = try #require(market.room.state(of: StreamID("labourOrder", "again")).order)
        #expect(again.terms == Market.terms(start: Market.start.adding(days: 2), hours: 10))
        market.room.expectRefusal(
            .startsInPast, RepeatOrder(earlier: Market.order(), order: nil, day: CivilDate("2026-02-28")!),
            by: Market.clerk)
    }

    @Test(
        "The figures of a market may not contradict each other: 6,000 people in 600 contacts are refused, 600 accepted")
    func seedFigures() throws {
        let market = try Market()
        func file(persons: Int64) -> FileFigures {
            FileFigures(
                place: Market.village, from: CivilDate("2025-03-01")!, until: CivilDate("2025-12-31")!,
                figures: MarketFigures(employers: 48, posts: 1_944, served: 600, persons: persons, intentions: 200),
                source: "零工市场月报")
        }
        market.room.expectRefusal(.personsBeyondServed, file(persons: 6_000), by: Market.county)
        try market.room.give(file(persons: 600), by: Market.county)
        #expect(market.room.all(FiguresFiled.self).count == 1)
        #expect(Suppressed(4, least: 5) == .fewer(than: 5))
        #expect(Suppressed(0, least: 5) == .number(0) && Suppressed(5, least: 5) == .number(5))
    }

    @Test("A worker is erased only when nothing is open, and nothing of her stays in the tables")
    func erasure() throws {
        let market = try Market()
        try market.verify()
        try market.register(1)
        try market.post()
        try market.take(1)
        market.room.expectRefusal(.workOpen, EraseWorker(worker: Market.worker(1)), by: Market.county)
        try market.room.give(GiveUpSeat(order: Market.order(), worker: Market.worker(1)), by: Market.clerk)
        try market.room.give(EraseWorker(worker: Market.worker(1)), by: Market.county)
        let kept: Int64? = try market.room.database.read {
            try $0.find("SELECT count(*) FROM labour_worker WHERE mark IS NOT NULL OR born IS NOT NULL")
        }
        #expect(kept == 0)
        market.room.expectRefusal(
            .workerErased, TakeSeat(order: Market.order(), worker: Market.worker(1), mayWait: false), by: Market.clerk)
    }

    @Test("An employer is erased only when no order is open and nothing is owed, and hires no more")
    func employerErasure() throws {
        let market = try Market()
        try market.verify()
        try market.register(1)
        try market.post()
        let erase = EraseEmployer(employer: Market.farm)
        market.room.expectRefusal(.employerBusy, erase, by: Market.county)
        try market.take(1)
        try market.work()
        try market.confirm()
        market.room.now = Market.start.adding(days: 2)
        market.room.expectRefusal(.employerBusy, erase, by: Market.county)
        try market.pay(fen: 16_000, reference: "R1")
        try market.room.give(erase, by: Market.county)
        market.room.expectRefusal(.employerErased, erase, by: Market.county)
        market.room.expectRefusal(
            .employerErased, VerifyEmployer(employer: Market.farm, paper: "营业执照"), by: Market.clerk)
        market.room.expectRefusal(
            .employerErased,
            PostOrder(order: Market.order("order-2"), terms: Market.terms(start: Market.start.adding(days: 9))),
            by: Market.clerk)
        // A unit's public name is no secret; a household's covered name goes.
        #expect(try name(market, Market.farm) == "赵家农场")
        let household = try #require(EmployerID("household"))
        try market.room.give(
            RegisterEmployer(
                employer: household, kind: .household, place: Market.village, name: Personal("赵春生", of: .example)),
            by: Market.clerk)
        #expect(try name(market, household) == "赵*生")
        try market.room.give(EraseEmployer(employer: household), by: Market.county)
        #expect(try name(market, household) == LabourText.masked(nil))
        #expect(market.room.all(EmployerErased.self).last?.erased == DataSubject(ofEmployer: household))
    }

    private func name(_ market: Market, _ employer: EmployerID) throws -> String? {
        try market.room.database.read { try LabourQueries.findEmployer(employer, in: $0)?.name }
    }

    @Test("The same person is registered once, whatever name is given")
    func samePerson() throws {
        let market = try Market()
        try market.register(1)
        let again = RegisterWorker(
            worker: Market.worker(2), place: Market.village, name: Personal("别名", of: .example),
            identityNumber: Personal(Market.identity(1), of: .example), trades: [], hasConsented: true)
        market.room.expectRefusal(.personKnown, again, by: Market.clerk)
    }
}
