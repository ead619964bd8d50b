import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Waste

@Suite("Vehicles and their tares") struct VehicleTests {
    private static func tare(_ tare: Int64, _ day: CivilDate, scale: String = "scale-station", slip: String = "7")
        -> SetTare
    {
        SetTare(
            vehicle: TestStation.named("C1"), tare: tare, day: day, scale: TestStation.named(scale), slip: slip)
    }

    @Test("A tare up to 2 % off the registered one passes, a kilogram more does not; a new tare moves the border")
    func border() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        try station.addVehicle("C9", tare: 3_000)
        func load(_ tare: Int64, gross: Int64 = 4_430) -> IssueTicket {
            TestStation.load(gross: gross, tare: tare, vehicle: "C9")
        }
        station.runner.expectRefusal(.tareOff, load(3_061), by: li)
        station.runner.expectRefusal(.tareOff, load(2_939), by: li)
        try station.weigh(load(3_060))
        try station.weigh(load(2_940, gross: 4_431))
        let day = station.runner.now.date
        try station.runner.give(
            SetTare(
                vehicle: TestStation.named("C9"), tare: 3_200, day: day, scale: TestStation.named("scale-station"),
                slip: "8"), by: li)
        station.runner.expectRefusal(.tareOff, load(3_060, gross: 4_500), by: li)
        try station.weigh(load(3_264, gross: 4_500))
        #expect(station.runner.all(TicketIssued.self).count == 3)
        let tares = try station.runner.database.read {
            try VehicleQueries.listTares(of: TestStation.named("C9"), in: $0)
        }
        #expect(tares.map(\.tare) == [3_200, 3_000] && tares.map(\.slip) == ["8", nil])
    }

    @Test("A county that allows half a percent is obeyed from the day it said so")
    func county() throws {
        let station = try TestStation()
        try station.runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO parameter (division, key, value, valid_from, version, source)
                VALUES (\(TestStation.county), \(ParameterKey.wasteTareStray), 50, '2026-05-02', 1, 'county')
                """)
        }
        try station.weigh(TestStation.load(tare: 3_340))
        station.runner.now = station.runner.now.adding(days: 1)
        station.runner.expectRefusal(.tareOff, TestStation.load(tare: 3_340), by: TestStation.clerk())
        try station.weigh(TestStation.load(tare: 3_306))
    }

    @Test("A tare holds for thirty days; the day after, the vehicle is weighed empty first")
    func old() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        station.runner.now = station.runner.now.adding(days: 30)
        try station.weigh(TestStation.load())
        station.runner.now = station.runner.now.adding(days: 1)
        station.runner.expectRefusal(.tareOld, TestStation.load(), by: li)
        try station.runner.give(Self.tare(3_300, station.runner.now.date), by: li)
        try station.weigh(TestStation.load())
    }

    @Test("A ticket is refused for a stream the vehicle does not carry, and for more than it may have")
    func loads() throws {
        let station = try TestStation()
        try station.addVehicle("K1", tare: 3_000, capacity: 1_000, carries: [.kitchen])
        func load(_ gross: Int64, _ stream: WasteStream) -> IssueTicket {
            TestStation.load(gross: gross, tare: 3_000, stream: stream, vehicle: "K1")
        }
        station.runner.expectRefusal(.notCarried, load(3_900, .other), by: TestStation.clerk())
        station.runner.expectRefusal(.overloaded, load(4_101, .kitchen), by: TestStation.clerk())
        try station.weigh(load(4_100, .kitchen))
    }

    @Test("Vehicles are entered whole, one plate once; a retired one is on no ticket and leaves its plate to another")
    func register() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand) {
            station.runner.expectRefusal(refusal, command, by: li)
        }
        func vehicle(
            _ id: String, _ plate: String, place: DivisionID = TestStation.county, owner: String = "sanitation",
            _ carries: [WasteStream] = [.other]
        ) -> RegisterVehicle {
            RegisterVehicle(
                vehicle: TestStation.named(id), place: place, plate: plate, carries: carries, capacity: 8_000,
                tare: 6_000, owner: TestStation.named(owner))
        }
        refuse(.placeUnknown, vehicle("V", "P", place: TestStation.named("nowhere")))
        refuse(.vehicleKnown, vehicle("C1", "P"))
        refuse(.vehicleMissing, vehicle("V", " "))
        refuse(.plateKnown, vehicle("V", "C1"))
        refuse(.ownerUnknown, vehicle("V", "P", owner: "nobody"))
        refuse(.nothingCarried, vehicle("V", "P", []))
        let today = station.runner.now.date
        refuse(.scaleUnknown, Self.tare(3_300, today, scale: "none"))
        refuse(.dayToCome, Self.tare(3_300, today.adding(days: 1)))
        refuse(.tareOlder, Self.tare(3_300, today.adding(days: -1)))
        refuse(.slipMissing, Self.tare(3_300, today, slip: " "))
        try station.addScale("old", "station", until: today.description)
        station.runner.now = station.runner.now.adding(days: 1)
        refuse(.scaleNotVerified, Self.tare(3_300, station.runner.now.date, scale: "old"))
        let retire = RetireVehicle(vehicle: TestStation.named("C1"), reason: .scrapped)
        refuse(.vehicleUnknown, RetireVehicle(vehicle: TestStation.named("none"), reason: .sold))
        try station.runner.give(retire, by: li)
        refuse(.vehicleRetired, retire)
        refuse(.vehicleRetired, Self.tare(3_300, station.runner.now.date))
        refuse(.vehicleUnknown, TestStation.load())
        try station.runner.give(vehicle("V", "C1"), by: li)
        let lines = try station.runner.database.read { try VehicleQueries.list(in: $0) }
        #expect(lines.map(\.vehicle.id.text) == ["V", "C1"])
        #expect(lines.map(\.ending) == [nil, .scrapped])
    }
}
