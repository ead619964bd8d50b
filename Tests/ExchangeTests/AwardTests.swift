import Kernel
import Storage
import Testing

@testable import Exchange
@testable import Registry

@Suite("From the hammer to the confirmed award") struct AwardTests {
    private static let villager = Village.principal(.villager, "v")

    private static func objection(_ grounds: String = "unfair") -> RaiseObjection {
        RaiseObjection(lot: Village.lot, grounds: Personal(grounds, of: .objections))
    }

    private static func answer(_ number: Int64, _ decision: ObjectionDecision, _ words: String = "fair")
        -> AnswerObjection
    {
        AnswerObjection(lot: Village.lot, number: number, decision: decision, answer: words)
    }

    @Test("The result is public for five working days and not a millisecond less, then the award is confirmed")
    func publicity() throws {
        let house = try TestHouse.published()
        let end = try #require(try house.lot().publicityEndsAt)
        #expect(end == (try WorkingCalendar.announced.end(ofWorkingDays: 5, from: house.now)))
        house.expectRefusal(.notYetDue, ConfirmAward(lot: Village.lot), by: Village.system)
        try house.wait(until: end.adding(milliseconds: -1))
        #expect(try house.view().line.state == .resultPublicity)
        try house.wait(until: end)
        #expect(try house.view().line.state == .contractPending)
        let signBy = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: end)
        #expect(try house.view().signBy == signBy && house.lot().signBy == signBy)
        house.expectRefusal(.wrongState, PublishResult(lot: Village.lot), by: Village.agent)
    }

    @Test("The county's own publicity counts, and a lot nobody knows has no result")
    func figures() throws {
        let house = try TestHouse.sold()
        try house.register(
            SetParameter(
                division: Village.id("p140421"), key: .resultPublicityDays, value: 7, validFrom: house.now.date,
                source: "x"))
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        let seven = try WorkingCalendar.announced.end(ofWorkingDays: 7, from: house.now)
        #expect(try house.view().publicityEndsAt == seven)
        house.expectRefusal(.lotUnknown, PublishResult(lot: Village.id("L9")), by: Village.agent)
    }

    @Test("An objection stops the clock; its answer lets the rest of it run on")
    func objectionStopsTheClock() throws {
        let house = try TestHouse.published()
        let end = try #require(try house.view().publicityEndsAt)
        house.now = end.adding(seconds: -3_600)
        try house.give(Self.objection(), by: Self.villager)
        try house.wait(until: end.adding(days: 1))
        #expect(try house.view().line.state == .objection)
        try house.give(Self.answer(1, .dismissed), by: Village.reviewer)
        let resumed = try #require(try house.view().publicityEndsAt)
        #expect(resumed == end.adding(days: 1).adding(seconds: 3_600))
        try house.wait(until: resumed.adding(milliseconds: -1))
        #expect(try house.view().line.state == .resultPublicity)
        try house.wait(until: resumed)
        #expect(try house.view().line.state == .contractPending)
    }

    @Test("Of two objections each is answered by its number; the clock stands until the last is")
    func twoObjections() throws {
        let house = try TestHouse.published()
        let end = try #require(try house.view().publicityEndsAt)
        try house.give(Self.objection("one"), by: Self.villager)
        let left = end.milliseconds - house.now.milliseconds
        house.now = house.now.adding(days: 1)
        try house.give(Self.objection("two"), by: Village.clerk)
        #expect(house.all(ObjectionRaised.self).map(\.remaining) == [left, 0])
        #expect(try house.view().steps.map(\.state).suffix(2) == [.resultPublicity, .objection])
        house.expectRefusal(.objectionUnknown, Self.answer(3, .dismissed), by: Village.reviewer)
        house.expectRefusal(.reasonsMissing, Self.answer(1, .dismissed, " "), by: Village.reviewer)
        try house.give(Self.answer(2, .dismissed), by: Village.reviewer)
        #expect(try house.view().line.state == .objection)
        house.expectRefusal(.objectionUnknown, Self.answer(2, .dismissed), by: Village.reviewer)
        try house.give(Self.answer(1, .dismissed), by: Village.reviewer)
        #expect(try house.view().publicityEndsAt == house.now.adding(milliseconds: left))
        #expect(try house.view().objections.map(\.decision) == [.dismissed, .dismissed])
        house.expectRefusal(.wrongState, Self.answer(1, .dismissed), by: Village.reviewer)
    }

    @Test("An upheld objection takes the award back, whatever else was open")
    func upheld() throws {
        let house = try TestHouse.published()
        try house.give(Self.objection("one"), by: Self.villager)
        try house.give(Self.objection("two"), by: Self.villager)
        try house.give(Self.answer(1, .upheld, "so it is"), by: Village.reviewer)
        let view = try house.view()
        #expect(view.line.state == .relistDecision && view.paddle == nil && view.total == nil)
        #expect(view.remark == "so it is")
        let lot = try house.lot()
        #expect(lot.award == nil && lot.openObjections.isEmpty && lot.stop == nil)
        try house.wait(until: house.now.adding(days: 30))
        #expect(try house.view().line.state == .relistDecision, "the clock of the old result does nothing")
    }

    @Test("Before the result there is nothing to object to, and after its last instant it is too late")
    func tooLate() throws {
        let house = try TestHouse.sold()
        house.expectRefusal(.wrongState, Self.objection(), by: Self.villager)
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        // The clock's own command has not come yet.
        house.now = try #require(try house.view().publicityEndsAt)
        house.expectRefusal(.objectionTooLate, Self.objection(), by: Self.villager)
        house.now = house.now.adding(milliseconds: -1)
        try house.give(Self.objection(), by: Self.villager)
    }

    @Test("No award is confirmed over an open objection, nor without anybody who holds it")
    func guards() throws {
        let house = try TestHouse.published()
        let end = try #require(try house.lot().publicityEndsAt)
        var lot = try house.lot()
        lot.openObjections = [1]
        let context = Village.context(end, Village.system)
        let open = #expect(throws: Rejection.self) {
            try ConfirmAward(lot: lot.id).decide(lot, ConfirmAward.Facts(signDays: 5), context)
        }
        #expect(open?.number == ExchangeRefusal.objectionsOpen.number)
        lot.state = .contractPending
        let nobody = #expect(throws: Rejection.self) {
            try RecordBreach(lot: lot.id, reasons: "r").decide(
                lot, RecordBreach.Facts(winner: nil, barMonths: 12), context)
        }
        #expect(nobody?.number == ExchangeRefusal.winnerUnknown.number)
    }

    @Test("What somebody wrote stands in no leaf")
    func groundsStayOut() throws {
        let house = try TestHouse.published()
        try house.give(Self.objection("my neighbour was paid"), by: Self.villager)
        let raised = try #require(house.all(ObjectionRaised.self).first)
        var writer = FieldWriter(personal: .setAside)
        raised.write(to: &writer)
        #expect(!JSON.object(writer.members).canonicalText.contains("neighbour"))
        #expect(writer.personal.map(\.path) == ["grounds", "raiser"])
    }

    // MARK: When the winner does not sign

    @Test("A breach is recorded only when the time to sign is over; the winner is barred, the next best one follows")
    func breach() throws {
        let house = try TestHouse.confirmed()
        let signBy = try #require(try house.view().signBy)
        let breach = RecordBreach(lot: Village.lot, reasons: "did not come")
        house.now = signBy.adding(milliseconds: -1)
        house.expectRefusal(.deadlineNotPassed, breach, by: Village.reviewer)
        house.now = signBy
        house.expectRefusal(.reasonsMissing, RecordBreach(lot: Village.lot, reasons: ""), by: Village.reviewer)
        house.expectRefusal(.wrongState, AwardNext(lot: Village.lot), by: Village.reviewer)
        try house.give(breach, by: Village.reviewer)
        let view = try house.view()
        #expect(view.line.state == .breached && view.paddle == nil && view.remark == "did not come")
        let bar = try #require(try house.database.read { try BarQueries.list(in: $0) }.first)
        #expect(bar.until == signBy.date.adding(months: 12))
        try house.give(AwardNext(lot: Village.lot), by: Village.reviewer)
        #expect(try house.view().paddle == 2 && house.view().line.price == Money(fen: 118_000))
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        #expect(try house.view().line.state == .resultPublicity)
    }

    @Test("Where nobody else bid, nobody is next")
    func nobodyNext() throws {
        let house = try TestHouse()
        try house.list()
        try house.admit(2)
        try house.wait(until: try #require(try house.lot().notice).opensAt)
        try house.give(
            PlaceBid(lot: Village.lot, price: Money(fen: 80_000)), by: Village.principal(.bidder, "person1"))
        try house.wait(until: house.now.adding(days: 1))
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        try house.wait(until: try #require(try house.view().publicityEndsAt))
        try house.wait(until: try #require(try house.view().signBy))
        try house.give(RecordBreach(lot: Village.lot, reasons: "did not come"), by: Village.reviewer)
        house.expectRefusal(.winnerUnknown, AwardNext(lot: Village.lot), by: Village.reviewer)
    }
}
