import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Weighing

@testable import Waste

@Suite("Recyclables are sorted, sold and fetched") struct SaleTests {
    private static let house = Principal(
        person: TestStation.named("system"), role: .system, office: TestStation.named("system"), division: .root)
    private let sale: SaleID = TestStation.named("sale")

    private func sort(
        _ kilograms: Int64, _ material: Recyclable = .paper, site: String = "station", scale: String = "scale-station",
        back: Int = 0, isFromMixed: Bool = false, on station: TestStation
    ) -> SortRecyclables {
        SortRecyclables(
            site: TestStation.named(site), material: material, gross: kilograms + 50, tare: 50,
            scale: TestStation.named(scale), day: station.runner.now.date.adding(days: -back), isFromMixed: isFromMixed)
    }

    private func offer(
        _ kilograms: Int64, _ name: String = "sale", site: String = "station", seller: String = "sanitation",
        fen: Int64 = 50_000, days: Int = 60, on station: TestStation
    ) -> OfferRecyclables {
        OfferRecyclables(
            sale: TestStation.named(name), site: TestStation.named(site), material: .paper, kilograms: kilograms,
            seller: TestStation.named(seller), reserve: Money(fen: fen),
            fetchBy: station.runner.now.date.adding(days: days))
    }

    private var signed: NoteSale {
        NoteSale(sale: sale, contract: TestStation.named("contract"), total: Money(fen: 61_000))
    }

    private func fetch(
        _ kilograms: Int64, _ sale: String? = "sale", from: String = "station", to: String = "recycler",
        stream: WasteStream = .recyclable, ticket: String? = nil
    ) -> IssueTicket {
        var load = TestStation.load(
            [from], to: to, gross: kilograms + 3_290, tare: 3_290, scale: "scale-\(from)", stream: stream,
            ticket: ticket)
        load.sale = sale.map { TestStation.named($0) }
        return load
    }

    private func heap(_ station: TestStation) throws -> Heap? {
        try station.runner.database.read { try SaleQueries.heap(.paper, of: TestStation.named("station"), in: $0) }
    }

    @Test(
        "What was sorted lies there by the scale; what is offered is held; what is fetched leaves; the rest is free again"
    )
    func life() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        for kilograms: Int64 in [700, 500] { try station.runner.give(sort(kilograms, on: station), by: li) }
        #expect(try heap(station) == Heap(material: .paper, lies: 1_200, held: 0))
        try station.runner.give(offer(1_000, on: station), by: li)
        #expect(try heap(station) == Heap(material: .paper, lies: 1_200, held: 1_000))
        station.runner.expectRefusal(.beyondHeap, offer(201, "more", on: station), by: li)
        station.runner.expectRefusal(.saleMissing, fetch(300, nil), by: li)
        station.runner.expectRefusal(.saleNotSold, fetch(300), by: li)
        try station.runner.give(signed, by: Self.house)
        try station.runner.give(fetch(600, ticket: "first"), by: li)
        #expect(try heap(station) == Heap(material: .paper, lies: 600, held: 400))
        station.runner.expectRefusal(.beyondSale, fetch(421), by: li)
        station.runner.expectRefusal(
            .handedOtherwise, FinishSale(sale: sale), by: li)
        try station.runner.give(fetch(420, ticket: "second"), by: li)
        try station.runner.give(FinishSale(sale: sale), by: li)
        #expect(try heap(station) == Heap(material: .paper, lies: 180, held: 0))
        station.runner.expectRefusal(.saleNotSold, FinishSale(sale: sale), by: li)
        let month = try station.month()
        #expect(month.totals[.recycleOut] == 1_020, "what was sold left under the code of recyclables")
        let moved = try station.runner.database.read {
            try SaleQueries.month(
                from: station.runner.now.date.monthStart, until: station.runner.now.date, in: $0)
        }
        #expect(moved.map(\.sorted) == [1_200] && moved.map(\.handed) == [1_020] && moved.map(\.counted) == [0])
    }

    @Test(
        "A void ticket gives its weight back; a sale that is not whole ends with a reason; a heap is counted with one")
    func corrections() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        station.runner.expectRefusal(.saleUnknown, FinishSale(sale: sale), by: li)
        try station.runner.give(sort(1_000, on: station), by: li)
        try station.runner.give(offer(1_000, on: station), by: li)
        try station.runner.give(signed, by: Self.house)
        try station.runner.give(fetch(900, ticket: "wrong"), by: li)
        try station.runner.give(
            VoidTicket(ticket: TestStation.named("wrong"), reason: "wrong load"), by: TestStation.clerk("wang"))
        #expect(try heap(station)?.lies == 1_000)
        // The scale's book says so much; more than lies there by it cannot leave, whatever was sold.
        let count = CountRecyclables(
            site: TestStation.named("station"), material: .paper, kilograms: 400, reason: "rained through")
        try station.runner.give(count, by: li)
        station.runner.expectRefusal(.countedAlready, count, by: li)
        station.runner.expectRefusal(
            .reasonMissing,
            CountRecyclables(site: TestStation.named("station"), material: .paper, kilograms: 1, reason: " "), by: li)
        station.runner.expectRefusal(.beyondStock, fetch(409), by: li)
        try station.runner.give(fetch(408), by: li)
        try station.runner.give(FinishSale(sale: sale, reason: "rained through"), by: li)
        #expect(try heap(station) == Heap(material: .paper, lies: -8, held: 0))
        #expect(try heap(station)?.free == 0)
    }

    @Test("A lot that ended, or its contract before its day, frees the heap; other lots are nothing to this room")
    func ended() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        let end = EndSale(sale: sale)
        #expect(try station.runner.give(end, by: Self.house).isEmpty)
        #expect(try station.runner.give(signed, by: Self.house).isEmpty)
        try station.runner.give(sort(1_000, on: station), by: li)
        try station.runner.give(offer(1_000, on: station), by: li)
        try station.runner.give(end, by: Self.house)
        #expect(try heap(station)?.free == 1_000)
        #expect(try station.runner.give(signed, by: Self.house).isEmpty, "an ended sale is not signed for")
        station.runner.expectRefusal(.saleKnown, offer(1_000, on: station), by: li)
        try station.runner.give(offer(1_000, "again", on: station), by: li)
        #expect(try heap(station)?.free == 0)
    }

    @Test("Only what was weighed on a verified scale of the site, in the last week, is sorted there")
    func sorting() throws {
        let station = try TestStation()
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand) {
            station.runner.expectRefusal(refusal, command, by: TestStation.clerk())
        }
        refuse(.siteUnknown, sort(1, site: "nowhere", on: station))
        refuse(.nothingSortedHere, sort(1, site: "recycler", on: station))
        refuse(.scaleUnknown, sort(1, scale: "none", on: station))
        refuse(.scaleElsewhere, sort(1, scale: "scale-plant", on: station))
        refuse(.dayToCome, sort(1, back: -1, on: station))
        refuse(.sortedLongAgo, sort(1, back: 8, on: station))
        refuse(.tareNotBelowGross, sort(0, on: station))
        refuse(
            .nothingSortedHere,
            CountRecyclables(site: TestStation.named("landfill"), material: .paper, kilograms: 1, reason: "x"))
        refuse(
            .siteUnknown,
            CountRecyclables(site: TestStation.named("nowhere"), material: .paper, kilograms: 1, reason: "x"))
        station.runner.now = try #require(Instant("2027-01-01T08:00:00+08:00"))
        refuse(.scaleNotVerified, sort(1, on: station))
        #expect(station.runner.all(RecyclablesSorted.self).isEmpty)
    }

    @Test("An offer names a quantity that lies there, a seller at home there, a price and a day that can be met")
    func offers() throws {
        let station = try TestStation()
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand) {
            station.runner.expectRefusal(refusal, command, by: TestStation.clerk())
        }
        try station.runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES ('other', '/other/', 'province', 'village', 'o', '15', '2017-01-01')
                """)
            try tx.run(
                "INSERT INTO organisation (id, division, kind, name) VALUES ('far', 'other', 'company', 'Far')")
        }
        refuse(.beyondHeap, offer(1, on: station))
        try station.runner.give(sort(100, on: station), by: TestStation.clerk())
        refuse(.siteUnknown, offer(1, site: "nowhere", on: station))
        refuse(.nothingOffered, offer(0, on: station))
        refuse(.sellerUnknown, offer(1, seller: "none", on: station))
        refuse(.sellerElsewhere, offer(1, seller: "far", on: station))
        refuse(.reserveMissing, offer(1, fen: 0, on: station))
        refuse(.fetchTooSoon, offer(1, days: 29, on: station))
        try station.runner.give(offer(100, days: 30, on: station), by: TestStation.clerk())
        try station.runner.give(signed, by: Self.house)
        refuse(.saleUnknown, fetch(10, "none"))
        refuse(.saleElsewhere, fetch(10, from: "plant"))
        refuse(.saleElsewhere, fetch(10, to: "landfill"))
        refuse(.saleElsewhere, fetch(10, stream: .other))
        #expect(station.runner.all(TicketIssued.self).isEmpty)
    }

    @Test(
        "A day closes with recyclables collected apart and with some taken out of mixed waste, whatever their weights: 200 days by chance"
    )
    func closes() throws {
        var random = SeededRandom(seed: 19)
        for _ in 0..<200 {
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
            let mixed = number(1_000...9_000)
            let taken = (0..<number(0...3)).map { _ in number(10...150) }
            let (apart, left) = (number(100...2_000), number(0...500))
            let out = mixed - taken.reduce(0, +) - left
            func ticket(
                _ line: Int, _ kind: WeighingTicket.Kind, _ from: String, _ to: String, _ net: Int, _ stream: String
            )
                -> WeighingTicket
            {
                WeighingTicket(
                    line: line, number: "t\(line)", minute: 500 + line, day: "2026-05-02", kind: kind,
                    vehicle: "v\(line)", from: from, to: to, stream: stream, gross: net + 3_000, tare: 3_000, net: net,
                    scale: "s", onBoard: nil, trip: kind == .transferOut || kind == .plantIn ? "trip" : nil)
            }
            func balance(_ sorted: [Int]) -> MassBalance {
                MassBalance(
                    WeighingFile(
                        known: [
                            ticket(0, .collect, "p", "station", mixed, "other"),
                            ticket(1, .collect, "p", "station", apart, "recyclable"),
                            ticket(2, .recycleOut, "station", "recycler", apart, "recyclable"),
                            ticket(3, .transferOut, "station", "plant", out, "other"),
                            ticket(4, .plantIn, "station", "plant", out, "other"),
                        ],
                        stocks: [
                            StockReading(day: "2026-05-01", place: "station", kilograms: 0),
                            StockReading(day: "2026-05-02", place: "station", kilograms: left),
                        ],
                        sorted: sorted.map { StockReading(day: "2026-05-02", place: "station", kilograms: $0) }))
            }
            let whole = balance(taken)
            #expect(whole.closures.last?.gap == 0 && whole.verdict == .proven)
            #expect(whole.totals[.recycleOut] == apart)
            // Had nobody weighed what was taken out, the day would miss just that.
            #expect(balance([]).closures.last?.gap == taken.reduce(0, +))
        }
    }
}
