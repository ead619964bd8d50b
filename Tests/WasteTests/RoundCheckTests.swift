import Kernel
import Storage
import TestSupport
import Testing

@testable import Waste

@Suite("A round's weights against the weighbridge") struct RoundCheckTests {
    private static func site(_ name: String) -> SiteID { TestStation.named(name) }

    private func mark(_ outcome: StopOutcome = .done, _ kilograms: Int64? = nil) throws -> StopMark {
        StopMark(
            outcome: outcome, kilograms: kilograms, at: try #require(Instant("2026-05-01T08:00:00+08:00")))
    }

    private func check(_ marks: [String: StopMark], _ tickets: [(net: Int64, points: [String])]) -> RoundCheck {
        RoundCheck(
            points: ["a", "b", "c"].map(Self.site),
            marks: Dictionary(marks.map { (Self.site($0), $1) }, uniquingKeysWith: { $1 }),
            tickets: tickets.enumerated().map { number, ticket in
                RoundTicket(
                    id: TestStation.named("t\(number)"), net: ticket.net, points: Set(ticket.points.map(Self.site)))
            })
    }

    @Test(
        "Within 3.6 % the two weights agree, a kilogram further they do not; both trips of a round count",
        arguments: [(965, true), (1_035, true), (1_036, true), (1_037, false), (963, false), (964, true)])
    func weights(_ weighed: Int64, _ agrees: Bool) throws {
        let marks = ["a": try mark(.done, 400), "b": try mark(.done, 600), "c": try mark(.nothingThere)]
        let found = check(marks, [(weighed - 100, ["a", "b"]), (100, ["b"])])
        #expect(found.marked == 1_000 && found.weighed == weighed && found.difference == weighed - 1_000)
        #expect(found.agrees == agrees && found.isTooFar != agrees)
    }

    @Test("Each point that stands on one side alone is named, and then no weight is compared")
    func points() throws {
        let marks = [
            "a": try mark(.done, 400), "b": try mark(.done, nil), "c": try mark(.roadBlocked),
        ]
        let found = check(marks, [(900, ["a", "c", "elsewhere"])])
        #expect(found.onNoTicket == [Self.site("b")])
        #expect(found.notMarked == [Self.site("c")])
        #expect(found.notOnRound == [Self.site("elsewhere")])
        #expect(found.withoutWeight == [Self.site("b")])
        #expect(found.difference == nil && !found.agrees && !found.isTooFar)
        let unweighed = check(marks, [])
        #expect(unweighed.tickets.isEmpty && unweighed.onNoTicket.isEmpty && unweighed.difference == nil)
    }

    @Test("Tickets of the round's vehicle until the next morning are found with their points, others and void ones not")
    func found() throws {
        let station = try TestStation()
        try station.runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO office (id, role, division, person, title, is_open)
                VALUES ('driver', 'villager', \(TestStation.county), 'driver-person', 'driver', 1)
                """)
        }
        try station.runner.give(
            PlanRound(
                round: TestStation.named("round"), day: station.runner.now.date, vehicle: TestStation.named("C1"),
                driver: TestStation.named("driver"), points: [Self.site("point"), Self.site("other-point")]),
            by: TestStation.clerk())
        try station.weigh(TestStation.load(ticket: "both"))
        try station.weigh(TestStation.load(gross: 4_500, vehicle: "C2", ticket: "other-vehicle"))
        try station.weigh(TestStation.load(gross: 4_600, ticket: "void"))
        try station.runner.give(
            VoidTicket(ticket: TestStation.named("void"), reason: "wrong"), by: TestStation.clerk("zhang"))
        station.runner.now = try #require(Instant("2026-05-02T05:59:00+08:00"))
        try station.weigh(TestStation.load(["point", "other-point"], gross: 4_700, ticket: "night"))
        station.runner.now = try #require(Instant("2026-05-02T06:00:00+08:00"))
        try station.weigh(TestStation.load(gross: 4_800, ticket: "next-day"))
        let tickets = try station.runner.database.read { tx in
            try WasteRoundQueries.find(TestStation.named("round"), in: tx).map {
                try WasteRoundQueries.listTickets(of: $0, in: tx)
            } ?? []
        }
        #expect(tickets.map(\.id.text) == ["both", "night"])
        #expect(tickets.last?.points == [Self.site("point"), Self.site("other-point")])
    }
}
