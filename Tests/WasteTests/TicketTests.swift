import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Weighing

@testable import Waste

/// A station, a plant and their scales on a store of their own.
final class TestStation {
    static let county: DivisionID = named("county")
    let runner: ModuleRunner<Waste>
    private var plates: Set<String> = []

    static func named<Named>(_ text: String) -> Identifier<Named> { Identifier(text) ?? .example }

    static func clerk(_ person: String = "li") -> Principal {
        Principal(person: named(person), role: .stationAgent, office: named("station"), division: .root)
    }

    init(now: String = "2026-05-01T08:00:00+08:00", hasVehicle: Bool = true) throws {
        let database = try temporaryDatabase(Registry.migrations + Waste.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES (\(Self.county), '/county/', 'province', 'village', 'v', '14', '2017-01-01')
                """)
        }
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO organisation (id, division, kind, name)
                VALUES ('sanitation', \(Self.county), 'company', 'Sanitation')
                """)
        }
        runner = ModuleRunner(database, now: try #require(Instant(now)))
        for (site, kind) in [
            ("point", SiteKind.point), ("other-point", .point), ("station", .station), ("plant", .plant),
            ("landfill", .landfill), ("recycler", .recycler),
        ] { try register(site, kind) }
        for site in ["station", "plant"] { try addScale("scale-\(site)", site) }
        if hasVehicle { try addVehicle("C1", tare: 3_290) }
    }

    /// A vehicle of the name and the plate.
    func addVehicle(_ plate: String, tare: Int64, capacity: Int64 = 60_000, carries: [WasteStream]? = nil) throws {
        plates.insert(plate)
        try runner.give(
            RegisterVehicle(
                vehicle: Self.named(plate), place: Self.county, plate: plate, carries: carries ?? WasteStream.allCases,
                capacity: capacity, tare: tare, owner: Self.named("sanitation")), by: Self.clerk())
    }

    func register(_ site: String, _ kind: SiteKind) throws {
        try runner.give(
            RegisterSite(site: Self.named(site), place: Self.county, siteName: site, kind: kind), by: Self.clerk())
    }

    func addScale(_ scale: String, _ site: String, until: String = "2026-12-31") throws {
        try runner.give(
            RegisterScale(
                scale: Self.named(scale), site: Self.named(site), scaleName: scale,
                until: try #require(CivilDate(until))), by: Self.clerk())
    }

    static func load(
        _ from: [String] = ["point"], to: String = "station", gross: Int64 = 4_430, tare: Int64 = 3_290,
        scale: String = "scale-station", stream: WasteStream = .other, vehicle: String = "C1", ticket: String? = nil,
        departure: String? = nil, at: Instant? = nil
    ) -> IssueTicket {
        IssueTicket(
            ticket: ticket.map { named($0) },
            load: Load(
                vehicle: vehicle, from: from.map { named($0) }, to: named(to), stream: stream, gross: gross, tare: tare,
                scale: named(scale), onBoard: nil),
            departure: departure.map { named($0) }, weighedAt: at)
    }

    /// Weighs a load; a vehicle that is not known yet is registered with the tare it has here.
    @discardableResult
    func weigh(_ load: IssueTicket) throws -> TicketIssued {
        if !plates.contains(load.load.vehicle) { try addVehicle(load.load.vehicle, tare: load.load.tare) }
        return try #require(try runner.give(load, by: Self.clerk()).first as? TicketIssued)
    }

    /// Weighs a vehicle empty again where its tare gets old.
    func renew(_ plate: String, _ tares: [String: Int64]) throws {
        let found = try runner.database.read { try VehicleQueries.findInUse(plate, in: $0) }
        guard let vehicle = found, let tare = tares[plate], vehicle.tareDay.adding(days: 20) < runner.now.date else {
            return
        }
        try runner.give(
            SetTare(
                vehicle: vehicle.id, tare: tare, day: runner.now.date, scale: Self.named("scale-station"), slip: "1"),
            by: Self.clerk())
    }

    func month() throws -> MassBalance {
        let month = WasteMonth(runner.now)
        return try runner.database.read { try MassBalance(WasteQueries.file(of: month, in: $0)) }
    }
}

@Suite("Tickets") struct TicketTests {
    @Test(
        "What a weighing is follows from both sites, the stream and where the scale stands",
        arguments: [
            (WasteStream.other, SiteKind.point, SiteKind.station, false, TicketKind.collect),
            (.other, .station, .plant, true, .transferOut), (.other, .station, .plant, false, .plantIn),
            (.slag, .plant, .landfill, true, .slagOut), (.flyash, .plant, .landfill, true, .flyAshOut),
            (.kitchen, .station, .landfill, true, .landfillOut), (.other, .plant, .landfill, true, .landfillOut),
            (.recyclable, .station, .recycler, true, .recycleOut), (.kitchen, .station, .compost, true, .rawOut),
        ])
    func kinds(_ stream: WasteStream, _ from: SiteKind, _ to: SiteKind, _ isAtOrigin: Bool, _ kind: TicketKind) {
        #expect(TicketKind.of(stream, from: from, to: to, isAtOrigin: isAtOrigin) == kind)
    }

    @Test("What a second look would find wrong is refused at the scale, each by its own reason")
    func refusals() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        func refuse(_ refusal: WasteRefusal, _ load: IssueTicket) {
            station.runner.expectRefusal(refusal, load, by: li)
        }
        refuse(.scaleUnknown, TestStation.load(scale: "none"))
        refuse(.siteUnknown, TestStation.load(["nowhere"]))
        refuse(.siteUnknown, TestStation.load([]))
        refuse(.siteUnknown, TestStation.load(to: "nowhere"))
        refuse(.sameSite, TestStation.load(["station"]))
        refuse(.severalOrigins, TestStation.load(["station", "point"], to: "plant"))
        refuse(.scaleElsewhere, TestStation.load(scale: "scale-plant"))
        refuse(.vehicleMissing, TestStation.load(vehicle: " "))
        refuse(.vehicleUnknown, TestStation.load(vehicle: "C2"))
        refuse(.tareNotBelowGross, TestStation.load(gross: 3_290))
        refuse(.weighedLater, TestStation.load(at: station.runner.now.adding(seconds: 1)))
        refuse(.weighedLongAgo, TestStation.load(at: station.runner.now.adding(seconds: -7 * 86_400 - 1)))
        refuse(.departureMissing, TestStation.load(["station"], to: "plant", scale: "scale-plant"))
        refuse(.departureUnknown, TestStation.load(["station"], to: "plant", scale: "scale-plant", departure: "none"))
        #expect(station.runner.all(TicketIssued.self).isEmpty)
        try station.weigh(TestStation.load(ticket: "t-1"))
        refuse(.ticketKnown, TestStation.load(gross: 5_000, ticket: "t-1"))
        refuse(.enteredTwice, TestStation.load(ticket: "t-2"))
        station.runner.now = try #require(Instant("2027-01-01T00:00:00+08:00"))
        refuse(.scaleNotVerified, TestStation.load(gross: 5_000))
    }

    @Test("The same weights two hours later are another load, a millisecond before not")
    func twins() throws {
        let station = try TestStation()
        try station.weigh(TestStation.load())
        station.runner.now = station.runner.now.adding(milliseconds: 7_199_999)
        station.runner.expectRefusal(.enteredTwice, TestStation.load(), by: TestStation.clerk())
        station.runner.now = station.runner.now.adding(milliseconds: 1)
        try station.weigh(TestStation.load())
        #expect(station.runner.all(TicketIssued.self).count == 2)
    }

    @Test("A load arrives once, where it was sent; a void arrival lets it arrive again")
    func trips() throws {
        let station = try TestStation()
        let out = try station.weigh(
            TestStation.load(["station"], to: "plant", gross: 16_000, tare: 6_000, vehicle: "T1", ticket: "out"))
        #expect(out.kind == .transferOut)
        let arrival = TestStation.load(
            ["station"], to: "plant", gross: 15_990, tare: 6_000, scale: "scale-plant", vehicle: "T1", ticket: "in",
            departure: "out")
        #expect(try station.weigh(arrival).kind == .plantIn)
        let again = TestStation.load(
            ["station"], to: "plant", gross: 15_980, tare: 6_000, scale: "scale-plant", vehicle: "T1", departure: "out")
        station.runner.expectRefusal(.departureUnknown, again, by: TestStation.clerk())
        let void = VoidTicket(ticket: TestStation.named("in"), reason: "wrong load")
        station.runner.expectRefusal(.ownTicket, void, by: TestStation.clerk())
        station.runner.expectRefusal(
            .reasonMissing, VoidTicket(ticket: TestStation.named("in"), reason: " "), by: TestStation.clerk("wang"))
        try station.runner.give(void, by: TestStation.clerk("wang"))
        station.runner.expectRefusal(.ticketIsVoid, void, by: TestStation.clerk("wang"))
        station.runner.expectRefusal(
            .ticketUnknown, VoidTicket(ticket: TestStation.named("none"), reason: "x"), by: TestStation.clerk())
        #expect(try station.weigh(again).departure == out.ticket)
    }

    @Test("Sites and scales are registered once and whole; stock is read where waste lies, up to today")
    func sites() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        let today = station.runner.now.date
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand) {
            station.runner.expectRefusal(refusal, command, by: li)
        }
        func site(_ id: String, _ name: String, _ place: DivisionID = TestStation.county) -> RegisterSite {
            RegisterSite(site: TestStation.named(id), place: place, siteName: name, kind: .point)
        }
        refuse(.placeUnknown, site("new", "n", TestStation.named("nowhere")))
        refuse(.siteKnown, site("point", "n"))
        refuse(.nameMissing, site("new", " "))
        func scale(_ id: String, _ site: String, _ name: String, _ until: CivilDate) -> RegisterScale {
            RegisterScale(
                scale: TestStation.named(id), site: TestStation.named(site), scaleName: name, until: until)
        }
        refuse(.siteUnknown, scale("s", "nowhere", "n", today))
        refuse(.scaleKnown, scale("scale-plant", "plant", "n", today))
        refuse(.nameMissing, scale("s", "plant", "", today))
        refuse(.verificationOver, scale("s", "plant", "n", today.adding(days: -1)))
        func verify(_ id: String, _ until: String, _ certificate: String) throws -> VerifyScale {
            VerifyScale(
                scale: TestStation.named(id), until: try #require(CivilDate(until)), certificate: certificate)
        }
        refuse(.scaleUnknown, try verify("none", "2027-12-31", "J1"))
        refuse(.verificationOver, try verify("scale-plant", "2026-12-31", "J1"))
        refuse(.certificateMissing, try verify("scale-plant", "2027-12-31", " "))
        try station.runner.give(try verify("scale-plant", "2027-12-31", "J1"), by: li)
        func read(_ site: String, _ day: CivilDate, _ reason: String? = nil) -> ReadStock {
            ReadStock(site: TestStation.named(site), day: day, kilograms: 100, reason: reason)
        }
        refuse(.siteUnknown, read("nowhere", today))
        refuse(.noStockHere, read("point", today))
        refuse(.dayToCome, read("station", today.adding(days: 1)))
        try station.runner.give(read("station", today), by: li)
        refuse(.reasonMissing, read("station", today))
        try station.runner.give(read("station", today, "read again"), by: li)
        #expect(station.runner.all(StockRead.self).count == 2)
    }
}

@Suite("Zero landfill of a month") struct ZeroLandfillTests {
    /// A day: a round in, a container out that arrives, the stock read.
    private func day(_ station: TestStation, _ number: Int64) throws {
        func read(_ kilograms: Int64) throws {
            try station.runner.give(
                ReadStock(
                    site: TestStation.named("station"), day: station.runner.now.date, kilograms: kilograms, reason: nil),
                by: TestStation.clerk())
        }
        try station.weigh(TestStation.load(gross: 4_000 + number, tare: 3_000, vehicle: "C3"))
        try station.weigh(
            TestStation.load(
                ["station"], to: "plant", gross: 7_000 + number, tare: 6_000, vehicle: "T1",
                ticket: "out-\(number)"))
        try station.weigh(
            TestStation.load(
                ["station"], to: "plant", gross: 7_000 + number, tare: 6_000, scale: "scale-plant",
                vehicle: "T1",
                departure: "out-\(number)"))
        try read(0)
        station.runner.now = station.runner.now.adding(days: 1)
    }

    @Test("Nothing is proven before a ticket is there; whole days prove it; one load to the landfill ends it")
    func verdicts() throws {
        let station = try TestStation()
        #expect(try station.month().verdict == .notProven)
        for number in 1...5 { try day(station, Int64(number)) }
        #expect(try station.month().verdict == .proven)
        try station.weigh(TestStation.load(["station"], to: "landfill", gross: 5_000, tare: 4_000, vehicle: "T2"))
        let after = try station.month()
        #expect(after.verdict == .landfilled && after.landfilled == 1_000)
    }

    @Test("A load that left and never arrived, and a stock that does not agree, are named and leave it unproven")
    func unproven() throws {
        let station = try TestStation()
        for number in 1...3 { try day(station, Int64(number)) }
        try station.weigh(
            TestStation.load(["station"], to: "plant", gross: 9_000, tare: 6_000, vehicle: "C9", ticket: "lost"))
        try station.runner.give(
            ReadStock(
                site: TestStation.named("station"), day: station.runner.now.date, kilograms: 500, reason: nil),
            by: TestStation.clerk())
        let month = try station.month()
        #expect(month.verdict == .notProven)
        #expect(month.reasons.map(\.reason) == [.tripBroken, .notClosed])
        #expect(month.faults.contains { $0.kind == .neverArrived && $0.ticket == "lost" && $0.kilograms == 3_000 })
    }

    @Test(
        "The clean tickets of the shared data pass the scale, and the room comes to the file's own sums",
        .enabled(if: sharedData("waste") != nil, "needs ../shared/data"))
    func cleanSet() throws {
        let folder = try #require(sharedData("waste"))
        let file = try WeighingFile(
            tickets: [UInt8](Data(contentsOf: folder.appending(path: "mb_clean_tickets.csv"))),
            stocks: [UInt8](Data(contentsOf: folder.appending(path: "mb_clean_stock.csv"))))
        #expect(file.tickets.count > 100)
        let sums = try play(file)
        for (kind, total) in MassBalance(file).totals { #expect(sums[kind] == total, "\(kind)") }
    }

    /// Gives every ticket of a file to the room in order of time; answers what the room's month comes to.
    private func play(_ file: WeighingFile) throws -> [WeighingTicket.Kind: Int] {
        let station = try TestStation(now: "2026-04-30T08:00:00+08:00", hasVehicle: false)
        var known: Set<String> = []
        var departures: [String: String] = [:]
        func site(_ name: String, _ kind: SiteKind) throws -> String {
            if known.insert(name).inserted {
                try station.register(name, kind)
                if kind != .point { try station.addScale("scale-\(name)", name) }
            }
            return name
        }
        let tares = Dictionary(grouping: file.tickets, by: \.vehicle).mapValues { tickets in
            tickets.map { Int64($0.gross - $0.net) }.sorted()[tickets.count / 2]
        }
        for (plate, tare) in tares.sorted(by: { $0.key < $1.key }) { try station.addVehicle(plate, tare: tare) }
        let plants = Set(file.tickets.filter { $0.kind == .plantIn }.map(\.to))
        func kind(_ name: String, _ ticket: WeighingTicket) -> SiteKind {
            if plants.contains(name) { return .plant }
            switch ticket.kind {
            case .collect: return name == ticket.to ? .station : .point
            case .recycleOut: return name == ticket.to ? .recycler : .station
            default: return name == ticket.to ? .landfill : .station
            }
        }
        for ticket in file.tickets.sorted(by: { ($0.minute, $0.line) < ($1.minute, $1.line) }) {
            station.runner.now = Instant(milliseconds: Int64(ticket.minute) * 60_000)
            try station.renew(ticket.vehicle, tares)
            let from = try ticket.from.split(separator: "+").map { try site(String($0), kind(String($0), ticket)) }
            let to = try site(ticket.to, kind(ticket.to, ticket))
            let isArrival = ticket.kind == .plantIn || ticket.kind == .collect
            if ticket.kind == .transferOut, let trip = ticket.trip { departures[trip] = ticket.number }
            try station.weigh(
                TestStation.load(
                    from, to: to, gross: Int64(ticket.gross), tare: Int64(ticket.gross - ticket.net),
                    scale: "scale-\(isArrival ? to : from[0])",
                    stream: WasteStream(rawValue: ticket.stream) ?? .other, vehicle: ticket.vehicle,
                    ticket: ticket.number, departure: ticket.kind == .plantIn ? departures[ticket.trip ?? ""] : nil))
        }
        return try station.month().totals
    }
}
