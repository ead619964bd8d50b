import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Weighing

@testable import Waste

@Suite("Declared losses, and complaints that go on") struct LossTests {
    private static let agent = TestStation.clerk()

    private func declare(_ site: String, _ day: String, _ kilograms: Int64, _ reason: String = "渗滤液") throws
        -> DeclareLoss
    {
        DeclareLoss(
            site: TestStation.named(site), day: try #require(CivilDate(day)), kilograms: kilograms, cause: .drained,
            reason: reason)
    }

    @Test(
        "in = out + stock + declared loss: a gap closes by what is declared of its days, and opens when it is taken back"
    )
    func identity() throws {
        let station = try TestStation(now: "2026-05-02T08:00:00+08:00")
        func stock(_ day: String, _ kilograms: Int64) throws {
            try station.runner.give(
                ReadStock(site: TestStation.named("station"), day: try #require(CivilDate(day)), kilograms: kilograms),
                by: Self.agent)
        }
        try stock("2026-05-01", 0)
        try station.weigh(TestStation.load(gross: 13_290))
        try stock("2026-05-02", 9_200)
        #expect(try station.month().closures.last?.gap == 800)
        #expect(try station.month().verdict == .notProven)
        try station.runner.give(try declare("station", "2026-05-02", 800), by: Self.agent)
        let closed = try #require(try station.month().closures.last)
        #expect(closed.gap == 0 && closed.declared == 800 && closed.isClosed)
        #expect(try station.month().verdict == .proven)
        // Another weight of the same day takes its place, none takes it back.
        try station.runner.give(try declare("station", "2026-05-02", 300), by: Self.agent)
        #expect(try station.month().closures.last?.gap == 500)
        try station.runner.give(try declare("station", "2026-05-02", 0), by: Self.agent)
        #expect(try station.month().closures.last?.gap == 800)
        #expect(station.runner.all(LossDeclared.self).map(\.kilograms) == [800, 300, 0])
    }

    @Test("a loss is declared where waste lies, up to today, with weight and words")
    func refusals() throws {
        let station = try TestStation()
        func refuse(_ refusal: WasteRefusal, _ command: DeclareLoss) {
            station.runner.expectRefusal(refusal, command, by: Self.agent)
        }
        refuse(.siteUnknown, try declare("nowhere", "2026-05-01", 1))
        refuse(.noStockHere, try declare("point", "2026-05-01", 1))
        refuse(.dayToCome, try declare("station", "2026-05-02", 1))
        refuse(.nothingLost, try declare("station", "2026-05-01", 0))
        refuse(.lossWithoutReason, try declare("station", "2026-05-01", 1, " "))
    }

    @Test("a complaint waits at the village's desk within its time, and past it at the station's and the county's too")
    func escalation() throws {
        let station = try TestStation()
        let village: DivisionID = TestStation.named("village")
        try station.runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, parent, level, kind, name, code, opened)
                VALUES (\(village), '/county/village/', \(TestStation.county), 'village', 'village', 'w', '1401', '2017-01-01')
                """)
        }
        func desk(_ role: Role, _ place: DivisionID) -> Principal {
            Principal(person: TestStation.named("p"), role: role, office: TestStation.named("o"), division: place)
        }
        let clerk = desk(.villageClerk, village)
        let county = desk(.stationReviewer, TestStation.county)
        try station.runner.give(
            FileComplaint(
                complaint: TestStation.named("heap"), place: village, kind: .heap, words: Personal("x", of: .unnamed)),
            by: clerk)
        let end = station.runner.now.adding(seconds: 48 * 3_600)
        func waiting(_ principal: Principal, _ now: Instant) throws -> [Waiting] {
            try station.runner.database.read { try Waste.listWaiting(for: principal, at: now, in: $0) }
        }
        #expect(try waiting(clerk, end).map(\.count) == [1] && waiting(county, end).isEmpty)
        let late = end.adding(milliseconds: 1)
        #expect(try waiting(clerk, late).map(\.isLate) == [true] && waiting(county, late).map(\.isLate) == [true])
        #expect(try waiting(county, late).first?.title == ComplaintText.escalatedWait)
        #expect(try waiting(desk(.supervisor, TestStation.county), late).isEmpty)
    }
}
