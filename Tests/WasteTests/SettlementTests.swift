import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Waste

@Suite("A month is settled with its hauler") struct SettlementTests {
    private static let house = Principal(
        person: TestStation.named("system"), role: .system, office: TestStation.named("system"), division: .root)
    private static let may = WasteMonth(CivilDate("2026-05-01") ?? .example)

    /// A station with a payer, the hauler's account and a contract from May to June at 95.55 yuan a tonne.
    private func contracted(price: Int64 = 9_555, basis: HaulageBasis = .collected) throws -> TestStation {
        let station = try TestStation()
        try station.runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO organisation (id, division, kind, name)
                VALUES ('village', \(TestStation.county), 'collective', 'Village')
                """)
            for (office, role) in [("hauler", Role.villager), ("desk", .villageClerk)] {
                try tx.run(
                    """
                    INSERT INTO office (id, role, division, person, title, is_open)
                    VALUES (\(office), \(role.rawValue), \(TestStation.county), \(office + "-person"), \(office), 1)
                    """)
            }
        }
        try station.runner.give(try Self.contract(price: price, basis: basis), by: TestStation.clerk())
        return station
    }

    private static func contract(
        _ id: String = "contract", hauler: String = "sanitation", payer: String = "village", agent: String = "hauler",
        place: DivisionID = TestStation.county, price: Int64 = 9_555, basis: HaulageBasis = .collected,
        from: String = "2026-05-01", until: String = "2026-06-30"
    ) throws -> RegisterHaulage {
        RegisterHaulage(
            haulage: TestStation.named(id), place: place, hauler: TestStation.named(hauler),
            payer: TestStation.named(payer), agent: TestStation.named(agent), basis: basis, price: Money(fen: price),
            from: try #require(CivilDate(from)), until: try #require(CivilDate(until)))
    }

    private var id: HaulageID { TestStation.named("contract") }
    private var draft: DraftSettlement { DraftSettlement(haulage: id, month: Self.may) }
    private var agree: AgreeSettlement { AgreeSettlement(haulage: id, month: Self.may) }
    private var confirm: ConfirmSettlement { ConfirmSettlement(haulage: id, month: Self.may) }
    private var agent: Principal {
        Principal(
            person: TestStation.named("hauler-person"), role: .villager, office: TestStation.named("hauler"),
            division: TestStation.county)
    }

    private func assess(_ fen: Int64, _ day: String = "2026-05-01") throws -> AssessHaulage {
        AssessHaulage(
            haulage: id, day: try #require(CivilDate(day)), kind: .missedStop, amount: Money(fen: fen))
    }

    private func pass(_ station: TestStation, _ instant: String) throws {
        try station.runner.advance(to: try #require(Instant(instant)), system: Self.house)
    }

    private func settlement(_ station: TestStation, _ month: WasteMonth = SettlementTests.may) throws
        -> WasteSettlement?
    {
        station.runner.state(of: StreamID("haulage", "contract")).haulage?.settlements[month]
    }

    @Test("The program reckons a month on its third day: tonnes by the price, rounded once, less what was taken off")
    func reckoned() throws {
        let station = try contracted()
        // 1,140 and 1,333 kg: 2.473 t at 95.55 yuan are 236.29515 yuan.
        try station.weigh(TestStation.load(ticket: "one"))
        station.runner.now = station.runner.now.adding(seconds: 3 * 3_600)
        try station.weigh(TestStation.load(gross: 4_623, ticket: "two"))
        // Void, of another hauler, and of the other basis: none of them counts.
        station.runner.now = station.runner.now.adding(seconds: 3 * 3_600)
        try station.weigh(TestStation.load(gross: 5_000, ticket: "void"))
        try station.runner.give(
            VoidTicket(ticket: TestStation.named("void"), reason: "wrong"), by: TestStation.clerk("zhang"))
        try station.weigh(TestStation.load(["station"], to: "plant", gross: 4_700, ticket: "out"))
        try station.runner.give(try assess(5_000), by: TestStation.clerk())
        try station.runner.give(try assess(1_000), by: TestStation.clerk())
        try station.runner.give(WithdrawAssessment(haulage: id, number: 2), by: TestStation.clerk())
        try pass(station, "2026-06-03T05:59:59+08:00")
        #expect(try settlement(station) == nil)
        try pass(station, "2026-06-03T06:00:00+08:00")
        let drafted = try #require(try settlement(station))
        #expect(drafted.weighed == WeighedMonth(tickets: 2, kilograms: 2_473))
        #expect(drafted.due == Money(fen: 23_630) && drafted.deducted == Money(fen: 5_000))
        #expect(drafted.net == Money(fen: 18_630) && drafted.phase == .drafted)
        let line = try station.runner.database.read { try HaulageQueries.findSettlement(id, Self.may, in: $0) }
        #expect(line?.net == drafted.net && line?.weighed == drafted.weighed)
        // The next month follows by itself, the one after the contract's end does not.
        try pass(station, "2026-09-30T00:00:00+08:00")
        let june = WasteMonth(Self.may.next)
        #expect(try settlement(station, june)?.weighed == WeighedMonth(tickets: 0, kilograms: 0))
        #expect(station.runner.all(SettlementDrafted.self).map(\.month) == [Self.may, june])
    }

    @Test("The hauler agrees, the township confirms; what came in late counts in the next month, and once")
    func agreed() throws {
        let station = try contracted()
        try station.weigh(TestStation.load(ticket: "one"))
        let last = try #require(Instant("2026-05-31T22:00:00+08:00"))
        station.runner.now = last
        try station.runner.give(
            SetTare(
                vehicle: TestStation.named("C1"), tare: 3_290, day: last.date,
                scale: TestStation.named("scale-station"),
                slip: "1"), by: TestStation.clerk())
        try pass(station, "2026-06-03T07:00:00+08:00")
        station.runner.expectRefusal(.settlementNotAgreed, confirm, by: TestStation.clerk())
        // A weighing of May entered in June makes the draft stale; reckoned again it counts.
        try station.weigh(TestStation.load(ticket: "late", at: last))
        station.runner.expectRefusal(.settlementStale, agree, by: agent)
        try station.runner.give(
            DisputeSettlement(haulage: id, month: Self.may, reason: .ticketMissing), by: agent)
        #expect(try settlement(station)?.phase == .disputed)
        try station.runner.give(draft, by: TestStation.clerk())
        #expect(try settlement(station)?.weighed.tickets == 2)
        try station.runner.give(agree, by: agent)
        // After that nothing of May moves.
        for command in [draft] { station.runner.expectRefusal(.settlementFixed, command, by: TestStation.clerk()) }
        station.runner.expectRefusal(.settlementFixed, agree, by: agent)
        station.runner.expectRefusal(.settlementFixed, try assess(100), by: TestStation.clerk())
        station.runner.expectRefusal(
            .ticketSettled, VoidTicket(ticket: TestStation.named("one"), reason: "wrong"), by: TestStation.clerk("w"))
        try station.weigh(TestStation.load(gross: 4_400, ticket: "later", at: last))
        station.runner.expectRefusal(.ownSettlement, confirm, by: TestStation.clerk("hauler-person"))
        let confirmed = try #require(
            try station.runner.give(confirm, by: TestStation.clerk()).first as? SettlementConfirmed)
        #expect(confirmed.net == Money(fen: 21_785) && confirmed.payer.text == "village")
        station.runner.expectRefusal(.settlementConfirmed, confirm, by: TestStation.clerk())
        try pass(station, "2026-07-03T06:00:00+08:00")
        let june = WasteMonth(Self.may.next)
        #expect(try settlement(station, june)?.weighed == WeighedMonth(tickets: 1, kilograms: 1_110))
        let counted = try station.runner.database.read { tx in
            try WasteQueries.listTickets(of: id, june, limit: 10, in: tx).map(\.id.text)
        }
        #expect(counted == ["later"])
    }

    @Test("Assessments take off what is due and no more; arrivals at the plant are paid where the contract says so")
    func bounds() throws {
        let station = try contracted(price: 10_000, basis: .arrived)
        try station.weigh(TestStation.load(ticket: "in"))
        try station.weigh(TestStation.load(["station"], to: "plant", gross: 4_290, ticket: "out"))
        try station.weigh(
            TestStation.load(
                ["station"], to: "plant", gross: 4_280, scale: "scale-plant", ticket: "arrived", departure: "out"))
        try station.runner.give(try assess(20_000), by: TestStation.clerk())
        try pass(station, "2026-06-03T06:00:00+08:00")
        let drafted = try #require(try settlement(station))
        #expect(drafted.weighed == WeighedMonth(tickets: 1, kilograms: 990))
        #expect(drafted.due == Money(fen: 9_900) && drafted.net == .zero)
    }

    @Test("What a contract or a month cannot be is refused, each by its own reason")
    func refusals() throws {
        let station = try contracted()
        let li = TestStation.clerk()
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand) {
            station.runner.expectRefusal(refusal, command, by: li)
        }
        refuse(.placeUnknown, try Self.contract("new", place: TestStation.named("nowhere")))
        refuse(.haulageKnown, try Self.contract())
        refuse(.haulerUnknown, try Self.contract("new", hauler: "nobody"))
        refuse(.payerUnknown, try Self.contract("new", payer: "nobody"))
        refuse(.ownHauler, try Self.contract("new", payer: "sanitation"))
        refuse(.agentUnknown, try Self.contract("new", agent: "desk"))
        refuse(.agentUnknown, try Self.contract("new", agent: "nobody"))
        refuse(.priceMissing, try Self.contract("new", price: 0))
        refuse(.endsBeforeBegin, try Self.contract("new", until: "2026-04-30"))
        refuse(.haulageTwice, try Self.contract("new", from: "2026-06-30", until: "2027-06-30"))
        try station.runner.give(
            try Self.contract("dear", price: Money.highest, basis: .arrived, from: "2026-05-01", until: "2026-05-31"),
            by: li)
        try station.runner.give(try Self.contract("after", from: "2026-07-01", until: "2026-07-31"), by: li)
        refuse(.haulageUnknown, DraftSettlement(haulage: TestStation.named("none"), month: Self.may))
        refuse(.monthOutside, DraftSettlement(haulage: id, month: try #require(WasteMonth("2026-04"))))
        refuse(.monthOutside, DraftSettlement(haulage: id, month: try #require(WasteMonth("2026-07"))))
        refuse(.monthNotOver, draft)
        refuse(.settlementMissing, confirm)
        station.runner.expectRefusal(.settlementMissing, agree, by: agent)
        refuse(.dayToCome, try assess(100, "2026-05-02"))
        refuse(.dayOutside, try assess(100, "2026-04-30"))
        refuse(.amountMissing, try assess(0, "2026-05-01"))
        refuse(.assessmentUnknown, WithdrawAssessment(haulage: id, number: 1))
        try station.weigh(TestStation.load(["station"], to: "plant", gross: 5_400, ticket: "out"))
        try station.weigh(
            TestStation.load(
                ["station"], to: "plant", gross: 5_400, scale: "scale-plant", ticket: "arrived", departure: "out"))
        station.runner.now = try #require(Instant("2026-06-03T06:00:00+08:00"))
        refuse(.amountTooLarge, DraftSettlement(haulage: TestStation.named("dear"), month: Self.may))
    }
}
