import Kernel
import Storage
import Testing

@testable import Exchange
@testable import Registry

@Suite("From the hammer to the confirmed award") struct AwardTests {
    private static let villager = Village.principal(.villager, "v")

    private static func objection(_ grounds: String = "unfair") -> RaiseObjection {
        RaiseObjection(lot: Village.lot, grounds: Personal(grounds, of: .example))
    }

    private static func answer(_ number: Int64, _ decision: ObjectionDecision, _ words: String = "fair")
        -> AnswerObjection
    {
        AnswerObjection(lot: Village.lot, number: number, decision: decision, answer: words)
    }

    @Test("The result is public for five working days and not a millisecond less, then the award is confirmed")
    func publicity() throws {
        let installation = try TestInstallation.published()
        let end = try #require(try installation.lot().publicityEndsAt)
        #expect(end == (try WorkingCalendar.announced.end(ofWorkingDays: 5, from: installation.now)))
        installation.expectRefusal(.notYetDue, ConfirmAward(lot: Village.lot), by: Village.system)
        try installation.wait(until: end.adding(milliseconds: -1))
        #expect(try installation.view().line.state == .resultPublicity)
        try installation.wait(until: end)
        #expect(try installation.view().line.state == .contractPending)
        let signBy = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: end)
        #expect(try installation.view().signBy == signBy && installation.lot().signBy == signBy)
        installation.expectRefusal(.wrongState, PublishResult(lot: Village.lot), by: Village.agent)
    }

    @Test("The county's own publicity counts, and a lot nobody knows has no result")
    func figures() throws {
        let installation = try TestInstallation.sold()
        try installation.register(
            SetParameter(
                division: Village.id("p140421"), key: .resultPublicityDays, value: 7, validFrom: installation.now.date,
                source: "x"))
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        let seven = try WorkingCalendar.announced.end(ofWorkingDays: 7, from: installation.now)
        #expect(try installation.view().publicityEndsAt == seven)
        installation.expectRefusal(.lotUnknown, PublishResult(lot: Village.id("L9")), by: Village.agent)
    }

    @Test("An objection stops the clock; its answer lets the rest of it run on")
    func objectionStopsTheClock() throws {
        let installation = try TestInstallation.published()
        let end = try #require(try installation.view().publicityEndsAt)
        installation.now = end.adding(seconds: -3_600)
        try installation.give(Self.objection(), by: Self.villager)
        try installation.wait(until: end.adding(days: 1))
        #expect(try installation.view().line.state == .objection)
        try installation.give(Self.answer(1, .dismissed), by: Village.reviewer)
        let resumed = try #require(try installation.view().publicityEndsAt)
        #expect(resumed == end.adding(days: 1).adding(seconds: 3_600))
        try installation.wait(until: resumed.adding(milliseconds: -1))
        #expect(try installation.view().line.state == .resultPublicity)
        try installation.wait(until: resumed)
        #expect(try installation.view().line.state == .contractPending)
    }

    @Test("Of two objections each is answered by its number; the clock stands until the last is")
    func twoObjections() throws {
        let installation = try TestInstallation.published()
        let end = try #require(try installation.view().publicityEndsAt)
        try installation.give(Self.objection("one"), by: Self.villager)
        let left = end.milliseconds - installation.now.milliseconds
        installation.now = installation.now.adding(days: 1)
        try installation.give(Self.objection("two"), by: Village.clerk)
        #expect(installation.all(ObjectionRaised.self).map(\.remaining) == [left, 0])
        #expect(try installation.view().steps.map(\.state).suffix(2) == [.resultPublicity, .objection])
        installation.expectRefusal(.objectionUnknown, Self.answer(3, .dismissed), by: Village.reviewer)
        installation.expectRefusal(.reasonsMissing, Self.answer(1, .dismissed, " "), by: Village.reviewer)
        try installation.give(Self.answer(2, .dismissed), by: Village.reviewer)
        #expect(try installation.view().line.state == .objection)
        installation.expectRefusal(.objectionUnknown, Self.answer(2, .dismissed), by: Village.reviewer)
        try installation.give(Self.answer(1, .dismissed), by: Village.reviewer)
        #expect(try installation.view().publicityEndsAt == installation.now.adding(milliseconds: left))
        #expect(try installation.view().objections.map(\.decision) == [.dismissed, .dismissed])
        installation.expectRefusal(.wrongState, Self.answer(1, .dismissed), by: Village.reviewer)
    }

    @Test("An upheld objection takes the award back, whatever else was open")
    func upheld() throws {
        let installation = try TestInstallation.published()
        try installation.give(Self.objection("one"), by: Self.villager)
        try installation.give(Self.objection("two"), by: Self.villager)
        try installation.give(Self.answer(1, .upheld, "so it is"), by: Village.reviewer)
        let view = try installation.view()
        #expect(view.line.state == .relistDecision && view.paddle == nil && view.total == nil)
        #expect(view.remark == "so it is")
        let lot = try installation.lot()
        #expect(lot.award == nil && lot.openObjections.isEmpty && lot.stop == nil)
        try installation.wait(until: installation.now.adding(days: 30))
        #expect(try installation.view().line.state == .relistDecision, "the clock of the old result does nothing")
    }

    @Test("Before the result there is nothing to object to, and after its last instant it is too late")
    func tooLate() throws {
        let installation = try TestInstallation.sold()
        installation.expectRefusal(.wrongState, Self.objection(), by: Self.villager)
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        // The clock's own command has not come yet.
        installation.now = try #require(try installation.view().publicityEndsAt)
        installation.expectRefusal(.objectionTooLate, Self.objection(), by: Self.villager)
        installation.now = installation.now.adding(milliseconds: -1)
        try installation.give(Self.objection(), by: Self.villager)
    }

    @Test("No award is confirmed over an open objection, nor without anybody who holds it")
    func guards() throws {
        let installation = try TestInstallation.published()
        let end = try #require(try installation.lot().publicityEndsAt)
        var lot = try installation.lot()
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
        let installation = try TestInstallation.published()
        try installation.give(Self.objection("my neighbour was paid"), by: Self.villager)
        let raised = try #require(installation.all(ObjectionRaised.self).first)
        var writer = FieldWriter(personal: .setAside)
        raised.write(to: &writer)
        #expect(!JSON.object(writer.members).canonicalText.contains("neighbour"))
        #expect(writer.personal.map(\.path) == ["raiser", "grounds"])
    }

    // MARK: When the winner does not sign

    @Test("A breach is recorded only when the time to sign is over; the winner is barred, the next best one follows")
    func breach() throws {
        let installation = try TestInstallation.confirmed()
        let signBy = try #require(try installation.view().signBy)
        let breach = RecordBreach(lot: Village.lot, reasons: "did not come")
        installation.now = signBy.adding(milliseconds: -1)
        installation.expectRefusal(.deadlineNotPassed, breach, by: Village.reviewer)
        installation.now = signBy
        installation.expectRefusal(.reasonsMissing, RecordBreach(lot: Village.lot, reasons: ""), by: Village.reviewer)
        installation.expectRefusal(.wrongState, AwardNext(lot: Village.lot), by: Village.reviewer)
        try installation.give(breach, by: Village.reviewer)
        let view = try installation.view()
        #expect(view.line.state == .breached && view.paddle == nil && view.remark == "did not come")
        let bar = try #require(try installation.database.read { try DebarmentQueries.list(in: $0) }.first)
        #expect(bar.until == signBy.date.adding(months: 12))
        try installation.give(AwardNext(lot: Village.lot), by: Village.reviewer)
        #expect(try installation.view().paddle == 2 && installation.view().line.price == Money(fen: 118_000))
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        #expect(try installation.view().line.state == .resultPublicity)
    }

    @Test("Where nobody else bid, nobody is next")
    func nobodyNext() throws {
        let installation = try TestInstallation()
        try installation.list()
        try installation.admit(2)
        try installation.wait(until: try #require(try installation.lot().notice).opensAt)
        try installation.give(
            PlaceBid(lot: Village.lot, price: Money(fen: 80_000)), by: Village.principal(.bidder, "person1"))
        try installation.wait(until: installation.now.adding(days: 1))
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        try installation.wait(until: try #require(try installation.view().publicityEndsAt))
        try installation.wait(until: try #require(try installation.view().signBy))
        try installation.give(RecordBreach(lot: Village.lot, reasons: "did not come"), by: Village.reviewer)
        installation.expectRefusal(.winnerUnknown, AwardNext(lot: Village.lot), by: Village.reviewer)
    }
}
