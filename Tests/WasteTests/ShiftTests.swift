import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Waste

@Suite("Shifts of drivers and vehicles") struct ShiftTests {
    private func station() throws -> TestStation {
        let station = try TestStation()
        try station.runner.database.write { tx in
            for (office, role) in [("wang", Role.villager), ("zhou", .bidder), ("desk", .villageClerk)] {
                try tx.run(
                    """
                    INSERT INTO office (id, role, division, person, title, is_open)
                    VALUES (\(office), \(role.rawValue), \(TestStation.county), \(office + "-person"), \(office), 1)
                    """)
            }
        }
        try station.addVehicle("C2", tare: 3_000)
        return station
    }

    private func start(_ vehicle: String, _ driver: String, at: Instant? = nil) -> StartShift {
        StartShift(vehicle: TestStation.named(vehicle), driver: TestStation.named(driver), at: at)
    }

    private func end(_ vehicle: String, at: Instant? = nil) -> EndShift {
        EndShift(vehicle: TestStation.named(vehicle), at: at)
    }

    @Test("A vehicle has one driver at a time and a driver one vehicle; shifts of either do not overlap")
    func one() throws {
        let station = try station()
        let li = TestStation.clerk()
        let begun = station.runner.now
        try station.runner.give(start("C1", "wang"), by: li)
        station.runner.expectRefusal(.vehicleOnShift, start("C1", "zhou"), by: li)
        station.runner.expectRefusal(.driverOnShift, start("C2", "wang"), by: li)
        station.runner.now = begun.adding(seconds: 9 * 3_600)
        try station.runner.give(end("C1", at: begun.adding(seconds: 8 * 3_600)), by: li)
        // The driver may take another vehicle from the instant the first shift ended, not before.
        station.runner.expectRefusal(.shiftLongAgo, start("C2", "wang", at: begun.adding(seconds: 7 * 3_600)), by: li)
        station.runner.expectRefusal(.shiftLongAgo, start("C1", "zhou", at: begun.adding(seconds: 7 * 3_600)), by: li)
        try station.runner.give(start("C2", "wang", at: begun.adding(seconds: 8 * 3_600)), by: li)
        let lines = try station.runner.database.read { tx in
            try ShiftQueries.list(within: TestStation.county, from: begun, in: tx)
        }
        #expect(lines.map(\.plate) == ["C2", "C1"] && lines.map { $0.endedAt == nil } == [true, false])
        #expect(lines.map { $0.minutes(by: station.runner.now) } == [60, 480])
    }

    @Test("A weighing outside every shift of its vehicle is a finding, from the first shift that was kept on")
    func outside() throws {
        let station = try station()
        let li = TestStation.clerk()
        func weigh(_ gross: Int64) throws -> TicketID { try station.weigh(TestStation.load(gross: gross)).ticket }
        func found() throws -> [TicketID] {
            let now = station.runner.now
            return try station.runner.database.read {
                try ShiftQueries.listOutside(from: now.adding(days: -2), until: now.adding(days: 1), in: $0).map(
                    \.ticket)
            }
        }
        // Before any shift of the vehicle is kept, nothing can be said.
        _ = try weigh(9_000)
        #expect(try found().isEmpty)
        station.runner.now = station.runner.now.adding(seconds: 3_600)
        try station.runner.give(start("C1", "wang"), by: li)
        _ = try weigh(9_100)
        station.runner.now = station.runner.now.adding(seconds: 3_600)
        try station.runner.give(end("C1"), by: li)
        // The very instant it ends is still inside.
        _ = try weigh(9_200)
        #expect(try found().isEmpty)
        station.runner.now = station.runner.now.adding(seconds: 60)
        let late = try weigh(9_300)
        #expect(try found() == [late])
        try station.runner.give(
            VoidTicket(ticket: late, reason: "另一辆车"), by: TestStation.clerk("another"))
        #expect(try found().isEmpty)
    }

    @Test("What a shift cannot be is refused, each by its own reason")
    func refusals() throws {
        let station = try station()
        let li = TestStation.clerk()
        let now = station.runner.now
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand) {
            station.runner.expectRefusal(refusal, command, by: li)
        }
        refuse(.vehicleUnknown, start("none", "wang"))
        refuse(.driverUnknown, start("C1", "desk"))
        refuse(.shiftLater, start("C1", "wang", at: now.adding(seconds: 301)))
        refuse(.shiftLongAgo, start("C1", "wang", at: now.adding(seconds: -16 * 3_600 - 1)))
        refuse(.notOnShift, end("C1"))
        try station.runner.give(start("C1", "wang", at: now.adding(seconds: -16 * 3_600)), by: li)
        refuse(.endsBeforeStart, end("C1", at: now.adding(seconds: -16 * 3_600)))
        station.runner.now = now.adding(seconds: 1)
        refuse(.shiftTooLong, end("C1"))
        refuse(.shiftLater, end("C1", at: now.adding(seconds: 302)))
        try station.runner.give(end("C1", at: now), by: li)
        try station.runner.give(RetireVehicle(vehicle: TestStation.named("C2"), reason: .sold), by: li)
        refuse(.vehicleRetired, start("C2", "wang"))
    }

    @Test("A shift is its driver's to begin and to end")
    func holder() throws {
        let station = try station()
        let command = start("C1", "wang")
        func vehicle() throws -> Vehicle {
            try #require(station.runner.state(of: StreamID("vehicle", "C1")).vehicle)
        }
        let context = Context(
            now: station.runner.now, principal: TestStation.clerk(), calendar: .announced, sequence: 9,
            marks: .practice)
        let begins = try station.runner.database.read { try command.facts(on: vehicle(), context, in: $0) }
        #expect(command.holder(try vehicle(), begins, context) == TestStation.named("wang-person"))
        try station.runner.give(command, by: TestStation.clerk())
        let ending = end("C1")
        let ends = try station.runner.database.read { try ending.facts(on: vehicle(), context, in: $0) }
        #expect(ending.holder(try vehicle(), ends, context) == TestStation.named("wang-person"))
    }
}
