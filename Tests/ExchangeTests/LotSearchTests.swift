import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Exchange
@testable import Registry

/// A county of ten thousand lots in two hundred villages, always the same, and the same lots as plain values.
final class SearchCounty {
    struct Listed {
        let id: LotID
        let words: [String]
        let village: DivisionID
        let township: DivisionID
        let category: TradeCategory
        let price: Money
        let state: LotState
        let listedAt: Instant?
    }

    let installation: TestInstallation
    private(set) var lots: [Listed] = []
    static let townships: [DivisionID] = (10..<20).map { Village.id("p1404212\($0)") }
    static let states: [LotState] = [.approved, .listed, .auctionRunning, .resultPublicity, .performing, .failed]
    static let places = ["红旗", "向阳", "东山", "西河", "大庄", "石桥", "柳林", "杏花", "南坡", "北寨"]
    static let things = ["耕地", "鱼塘", "果园", "厂房", "林地", "商铺", "四荒地", "农机", "葡萄大棚", "养殖场"]

    init(lots count: Int = 10_000) throws {
        installation = try TestInstallation()
        var rows: [DivisionRow] = []
        for (number, place) in Self.places.enumerated() {
            rows.append(DivisionRow(code: "1404212\(10 + number)", name: "\(place)镇", level: "", parent: "140421"))
            for village in 0..<20 {
                rows.append(
                    DivisionRow(
                        code: "1404212\(10 + number)\(200 + village)", name: "\(place)\(village)村", level: "",
                        parent: "1404212\(10 + number)"))
            }
        }
        try installation.register(
            ImportDivisions(codeSystem: .statistical, asOf: Village.day("2018-01-01"), rows: rows))
        var random = Seeded(state: 7)
        for number in 0..<count { lots.append(Self.lot(number, &random)) }
        try installation.database.write { tx in for lot in lots { try Self.write(lot, in: tx) } }
    }

    private static func lot(_ number: Int, _ random: inout Seeded) -> Listed {
        let township = Int.random(in: 0..<10, using: &random)
        let village = Int.random(in: 0..<20, using: &random)
        let state = states[Int.random(in: 0..<states.count, using: &random)]
        let thing = things[Int.random(in: 0..<things.count, using: &random)]
        return Listed(
            id: Village.id("L\(number)"),
            words: ["L\(number)", "\(thing)土地经营权流转第\(number)号", "\(places[township])\(village)村", "grain"],
            village: Village.id("p1404212\(10 + township)\(200 + village)"), township: townships[township],
            category: TradeCategory.allCases[Int.random(in: 0..<TradeCategory.allCases.count, using: &random)],
            price: Money(fen: Int64.random(in: 1...200_000, using: &random)), state: state,
            listedAt: state == .approved
                ? nil : Instant(milliseconds: 1_700_000_000_000 + Int64.random(in: 0..<5_000, using: &random) * 60_000))
    }

    private static func write(_ lot: Listed, in tx: any WriteTransaction) throws {
        let header = EntryHeader(
            index: 0, at: Instant(milliseconds: 1_600_000_000_000), stream: .lot(lot.id), office: Village.id("o"),
            role: .villageClerk)
        let drafted = LotDrafted(
            lot: lot.id, village: lot.village, asset: TestInstallation.asset, owner: TestInstallation.collective,
            assetName: lot.words[1], villageName: lot.words[2], level: .township, expectedTotal: lot.price,
            drafter: Village.id("clerk"),
            terms: Village.terms(category: lot.category, startsOn: nil, start: lot.price.fen))
        var state = ExchangeState()
        drafted.change(&state, at: header.at)
        try drafted.project(from: Exchange.standing(of: ExchangeState()), to: state, header, in: tx)
        try tx.run("UPDATE lot SET state = \(lot.state), listed_at = \(lot.listedAt) WHERE id = \(lot.id)")
    }

    /// What a reader with a pencil would find, the latest listed first.
    func scan(_ search: LotSearch) -> [LotID] {
        let typed = (search.text ?? "").lowercased().split(separator: " ")
        return lots.filter { lot in
            lot.listedAt != nil && search.state.map { $0 == lot.state } ?? true
                && search.category.map { $0 == lot.category } ?? true
                && search.lowest.map { lot.price >= $0 } ?? true && search.highest.map { lot.price <= $0 } ?? true
                && search.village.map { $0 == lot.village || $0 == lot.township || $0.text == "p140421" } ?? true
                && typed.allSatisfy { word in lot.words.contains { $0.lowercased().contains(word) } }
        }.sorted { ($1.listedAt?.milliseconds ?? 0, $1.id.text) < ($0.listedAt?.milliseconds ?? 0, $0.id.text) }
            .map(\.id)
    }

    /// Any mixture of what can be asked for.
    func search(_ random: inout Seeded) -> LotSearch {
        func sometimes<Value>(_ value: Value) -> Value? { Int.random(in: 0..<3, using: &random) == 0 ? value : nil }
        func any<Value>(_ list: [Value]) -> Value { list[Int.random(in: 0..<list.count, using: &random)] }
        let words = [
            any(Self.things), any(Self.places), "\(any(Self.places)) \(any(Self.things))", "经营权", "权", "流转第12",
            "l\(Int.random(in: 0..<10_000, using: &random))", "\(Int.random(in: 0..<10_000, using: &random))号", "没有的",
            "GRAIN",
        ]
        let lowest = Int64.random(in: 1...200_000, using: &random)
        return LotSearch(
            text: Bool.random(using: &random) ? any(words) : nil,
            village: sometimes(any(Self.townships + lots.prefix(5).map(\.village) + [Village.id("p140421")])),
            category: sometimes(any(TradeCategory.allCases)), state: sometimes(any(Self.states)),
            lowest: sometimes(Money(fen: lowest)), highest: sometimes(Money(fen: lowest + 20_000)),
            offset: any([0, 0, 50]))
    }
}

/// SplitMix64: the same county on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Searching the lots of a county")
struct LotSearchTests {
    @Test("A lot drafted before there were words to be found by is found after the step that fills them in")
    func filledIn() throws {
        let installation = try TestInstallation()
        try installation.list()
        let search = LotSearch(text: "河东")
        func found() throws -> [LotID] {
            try installation.database.read { try LotQueries.list(search, in: $0).map(\.id) }
        }
        try installation.database.write { tx in
            try tx.run("DELETE FROM lot_word")
            try tx.run("DELETE FROM lot_word_gram")
            try tx.run("DELETE FROM schema_migration WHERE id = 'exchange-search-006'")
        }
        #expect(try found().isEmpty)
        let steps = try Migrator(Registry.migrations + Exchange.migrations).migrate(
            installation.database, at: installation.now)
        #expect(steps == ["exchange-search-006"])
        #expect(try found() == [Village.lot])
    }

    @Test(
        "In ten thousand lots, 600 mixed searches find and count exactly what a plain scan finds; the times are printed"
    )
    func sameAsScan() throws {
        let county = try SearchCounty()
        var random = Seeded(state: 11)
        var times: [Duration] = []
        var found = 0
        for _ in 0..<600 {
            let search = county.search(&random)
            let wanted = county.scan(search)
            let start = ContinuousClock.now
            let page = try county.installation.database.read { try LotQueries.page(search, in: $0) }
            times.append(start.duration(to: .now))
            #expect(page.lots.map(\.id) == Array(wanted.dropFirst(search.offset).prefix(search.limit)), "\(search)")
            #expect(page.count == Int64(wanted.count), "\(search)")
            found += wanted.isEmpty ? 0 : 1
        }
        #expect(found > 200)
        times.sort()
        print("search of 10,000 lots: median \(times[300]), 99th percentile \(times[594]), longest \(times[599])")
    }

    @Test("No search reads a whole table", .enabled(if: !TestPostgres.isDefault, "SQLite's plans"))
    func plans() throws {
        let county = try SearchCounty(lots: 50)
        var random = Seeded(state: 3)
        try county.installation.database.read { tx in
            for _ in 0..<200 {
                let search = county.search(&random)
                guard let listing = try LotQueries.listing(search, in: tx) else { continue }
                for row in try tx.rows("EXPLAIN QUERY PLAN \(listing)") {
                    let step: String = try row.get(3)
                    #expect(
                        !step.hasPrefix("SCAN") || step == "SCAN found" || step.hasPrefix("SCAN (subquery"),
                        "\(step): \(listing.text)")
                }
            }
        }
    }

    @Test("A figure in the address that is too large, or no figure, asks for nothing")
    func badFigures() {
        for typed in ["9223372036854775807", "-5", "many", "99999999999999999999"] {
            let request = PageRequest(
                path: "/lots", query: ["from": typed, "to": typed, "page": typed], now: Instant(milliseconds: 0))
            let search = LotSearch(request)
            #expect(search.lowest == nil && search.highest == nil && search.offset >= 0)
        }
    }

    @Test("A revised lot is found by its new use and no longer by its old one")
    func revised() throws {
        let installation = try TestInstallation()
        try installation.list()
        func found(_ text: String) throws -> Int {
            try installation.database.read { try LotQueries.list(LotSearch(text: text), in: $0).count }
        }
        #expect(try found("grain") == 1)
        try installation.wait(until: try #require(try installation.lot().notice).closesAt)
        try installation.resolve("r1")
        var terms = JSON.object(Village.terms(startsOn: nil).openFields).object ?? [:]
        terms["use"] = "orchard"
        try installation.give(
            ReviseLot(lot: Village.lot, resolution: Village.id("r1"), terms: try LotTerms.read(.object(terms))),
            by: Village.clerk)
        #expect(try found("orchard") == 1)
        #expect(try found("grain") == 0)
        #expect(try found("二十亩") == 1)
    }
}
