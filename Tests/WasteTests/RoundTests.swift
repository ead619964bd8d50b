import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Waste

@Suite("Rounds and their stops") struct RoundTests {
    private static let today = "2026-05-01"

    /// A station with a driver's account and a round to two points.
    private func planned() throws -> TestStation {
        let station = try TestStation()
        try station.runner.database.write { tx in
            for (office, role) in [("driver", Role.villager), ("desk", .villageClerk)] {
                try tx.run(
                    """
                    INSERT INTO office (id, role, division, person, title, is_open)
                    VALUES (\(office), \(role.rawValue), \(TestStation.county), \(office + "-person"), \(office), 1)
                    """)
            }
        }
        try station.runner.give(Self.plan("round", try #require(CivilDate(Self.today))), by: TestStation.clerk())
        return station
    }

    private static func plan(
        _ round: String, _ day: CivilDate, vehicle: String = "C1", driver: String = "driver",
        _ points: [String] = ["other-point", "point"]
    ) -> PlanRound {
        PlanRound(
            round: TestStation.named(round), day: day, vehicle: TestStation.named(vehicle),
            driver: TestStation.named(driver), points: points.map { TestStation.named($0) })
    }

    private static func mark(
        _ site: String, _ outcome: StopOutcome = .done, round: String = "round", _ kilograms: Int64? = nil,
        at: Instant? = nil
    ) -> MarkStop {
        MarkStop(
            round: TestStation.named(round), site: TestStation.named(site), outcome: outcome, kilograms: kilograms,
            at: at)
    }

    private func stops(_ station: TestStation) throws -> [StopLine] {
        try station.runner.database.read { try WasteRoundQueries.listStops(of: TestStation.named("round"), in: $0) }
    }

    @Test("Points stand in the order of the plan; what is marked last counts, in whichever order the marks arrive")
    func order() throws {
        let morning = try #require(Instant("2026-05-01T08:00:00+08:00"))
        let (first, second) = (morning.adding(seconds: 60), morning.adding(seconds: 120))
        let marks = [
            Self.mark("point", .roadBlocked, at: first), Self.mark("point", .done, 420, at: second),
            Self.mark("other-point", .nothingThere, 300, at: second),
        ]
        for arriving in [marks, marks.reversed(), [marks[1], marks[2], marks[0]]] {
            let station = try planned()
            station.runner.now = morning.adding(seconds: 3_600)
            for mark in arriving { try station.runner.give(mark, by: TestStation.clerk()) }
            let said = try stops(station)
            #expect(said.map(\.site.text) == ["other-point", "point"])
            #expect(said.map(\.mark?.outcome) == [.nothingThere, .done])
            #expect(said.map(\.mark?.kilograms) == [nil, 420], "what was not emptied weighs nothing")
            #expect(said.map(\.mark?.at) == [second, second])
            let line = try station.runner.database.read {
                try WasteRoundQueries.find(TestStation.named("round"), in: $0)
            }
            #expect(line?.done == 1 && line?.missed == 1 && line?.stops == 2)
        }
    }

    @Test("A phone five minutes fast is believed as now, a second more not; a round is marked on its day and the next")
    func times() throws {
        let station = try planned()
        let li = TestStation.clerk()
        let now = station.runner.now
        try station.runner.give(Self.mark("point", at: now.adding(seconds: 300)), by: li)
        #expect(try stops(station).last?.mark?.at == now)
        station.runner.expectRefusal(.markedLater, Self.mark("point", at: now.adding(seconds: 301)), by: li)
        station.runner.expectRefusal(.markedOtherDay, Self.mark("point", at: now.adding(days: -1)), by: li)
        station.runner.now = now.adding(days: 1)
        try station.runner.give(Self.mark("other-point"), by: li)
        station.runner.now = now.adding(days: 2)
        station.runner.expectRefusal(.markedOtherDay, Self.mark("point"), by: li)
        try station.runner.give(Self.mark("point", .vehicleFull, at: now.adding(seconds: 600)), by: li)
    }

    @Test("A round is planned whole, and marked where it calls; a cancelled one is not")
    func refusals() throws {
        let station = try planned()
        let li = TestStation.clerk()
        let today = station.runner.now.date
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand) {
            station.runner.expectRefusal(refusal, command, by: li)
        }
        refuse(.vehicleUnknown, Self.plan("new", today, vehicle: "none"))
        refuse(.roundKnown, Self.plan("round", today))
        refuse(.dayOver, Self.plan("new", today.adding(days: -1)))
        refuse(.driverUnknown, Self.plan("new", today, driver: "none"))
        refuse(.driverUnknown, Self.plan("new", today, driver: "desk"))
        refuse(.noPoints, Self.plan("new", today, []))
        refuse(.siteUnknown, Self.plan("new", today, ["nowhere"]))
        refuse(.notAPoint, Self.plan("new", today, ["station"]))
        refuse(.pointTwice, Self.plan("new", today, ["point", "point"]))
        refuse(.roundUnknown, Self.mark("point", round: "none"))
        refuse(.notOnRound, Self.mark("station"))
        let cancel = CancelRound(round: TestStation.named("round"))
        try station.runner.give(cancel, by: li)
        refuse(.roundCancelled, cancel)
        refuse(.roundCancelled, Self.mark("point"))
        refuse(.roundUnknown, CancelRound(round: TestStation.named("none")))
        try station.runner.give(RetireVehicle(vehicle: TestStation.named("C1"), reason: .sold), by: li)
        refuse(.vehicleRetired, Self.plan("new", today))
    }

    @Test("The driver of a round, and no other private person, has it")
    func holder() throws {
        let station = try planned()
        let mark = Self.mark("point")
        let round = try #require(station.runner.state(of: StreamID("wasteRound", "round")).round)
        let context = Context(
            now: station.runner.now, principal: TestStation.clerk(), calendar: .announced, sequence: 9,
            marks: .practice)
        let facts = try station.runner.database.read { try mark.facts(on: round, context, in: $0) }
        #expect(mark.holder(round, facts, context) == TestStation.named("driver-person"))
    }
}
