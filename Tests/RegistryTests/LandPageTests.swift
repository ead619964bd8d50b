import Foundation
import Geometry
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Registry

private func at(_ east: Int64, _ north: Int64) -> GridPoint {
    GridPoint(east: 43_000_000 + east, north: 402_000_000 + north)
}

private func box(_ west: Int64, _ south: Int64, _ width: Int64, _ height: Int64) -> Outline {
    Outline(
        zone: .zone38,
        pieces: [
            Piece(outer: [
                at(west, south), at(west + width, south), at(west + width, south + height), at(west, south + height),
            ])
        ])
}

/// The pages of parcels, and how outlines are typed and cut.
@Suite("Pages of land") struct LandPageTests {
    private static let clerk = Principal(
        person: PersonID("zhang")!, role: .stationAgent, office: OfficeID("station")!,
        division: DivisionID("p140421100")!)

    private func page(
        _ register: TestRegister, _ target: String, _ language: Language = .chinese, query: [String: String] = [:],
        as principal: Principal? = nil, late: Set<ContractID> = []
    ) throws -> String {
        let table = try RouteTable(Registry.routes(database: register.database, late: { _, _, _ in late }))
        guard case .found(let route, let parameters) = table.match("GET", target) else { return "" }
        let request = PageRequest(
            path: target, parameters: parameters, query: query, language: language, now: register.now,
            principal: principal, csrfToken: "token")
        switch route.handler {
        case .page(let handler), .form(_, let handler, _):
            guard case .page(let page) = try handler(request) else { return "" }
            return page.body.markup
        default: return ""
        }
    }

    @discardableResult
    private func enter(
        _ register: TestRegister, _ id: String, _ outline: Outline, asset: AssetID? = nil, contract: Area? = nil
    ) throws -> ParcelID {
        let parcel = try #require(ParcelID(id))
        try register.give(
            EnterParcel(
                parcel: parcel, owner: TestRegister.collective, division: TestRegister.village, number: id.uppercased(),
                name: "南坡", asset: asset, outline: LandOutline(outline), contractArea: contract), by: .villageClerk)
        return parcel
    }

    @Test("A map of five hundred parcels weighs at most 150 kB and names every one")
    func manyParcels() throws {
        let register = try TestRegister.small()
        var random = SeededRandom(seed: 7)
        func bend(_ number: Int64) -> Int64 { number * 6_000 + Int64.random(in: 0...700, using: &random) }
        var corners: [[GridPoint]] = []
        for row in Int64(0)...20 { corners.append((Int64(0)...25).map { at(bend($0), bend(row)) }) }
        for number in 0..<500 {
            let (row, column) = (number / 25, number % 25)
            let ring = [
                corners[row][column], corners[row][column + 1], corners[row + 1][column + 1], corners[row + 1][column],
            ]
            try enter(register, "p\(number)", Outline(zone: .zone38, pieces: [Piece(outer: ring)]))
        }
        let markup = try page(register, "/places/\(TestRegister.village)/land")
        #expect(markup.utf8.count <= 150_000, "\(markup.utf8.count) bytes")
        #expect(markup.components(separatedBy: "class=\"parcel ").count - 1 >= 500)
        #expect(markup.contains("P499 南坡"))
    }

    @Test("The map colours a parcel by its card: late rent before a lease, and says so in words")
    func states() throws {
        let register = try TestRegister.small()
        let contract = try #require(ContractID("c1"))
        try register.give(RegisterContract(contract: contract, terms: TestRegister.terms(lessee: TestRegister.farmer)))
        register.now = try #require(Instant("2026-05-02T09:00:00+08:00"))
        try enter(register, "a1", box(0, 0, 9_000, 8_000), asset: TestRegister.field)
        try enter(register, "a2", box(9_000, 0, 3_000, 8_000))
        let let_ = try page(register, "/places/\(TestRegister.village)/land")
        #expect(let_.contains("parcel good") && let_.contains("已出租") && !let_.contains("拖欠租金"))
        let behind = try page(register, "/places/\(TestRegister.village)/land", late: [contract])
        #expect(behind.contains("parcel bad") && behind.contains("拖欠租金") && !behind.contains("parcel good"))
        let own = try page(register, "/parcels/a1", late: [contract])
        #expect(own.contains("拖欠租金") && own.contains("王**") && !own.contains("王小明"))
    }

    @Test(
        "A parcel's page holds the registered area against the outline and the contract, and keeps grid figures to the desks"
    )
    func areas() throws {
        let register = try TestRegister.small()
        try enter(register, "a1", box(0, 0, 10_000, 8_000), contract: Area(units: 90_000))
        let open = try page(register, "/parcels/a1")
        // 80 million cm² are 12 mu.
        #expect(open.contains("12 亩") && open.contains("9 亩") && open.contains("图形比合同多 3 亩"))
        #expect(!open.contains("4020000.00"))
        let desk = try page(register, "/parcels/a1", as: Self.clerk)
        #expect(desk.contains("4020000.00") && desk.contains("38430000.00") && desk.contains("/parcels/a1/split"))
        for language in Language.allCases {
            #expect(try page(register, "/parcels/a1", language).components(separatedBy: "<h1>").count == 2)
        }
    }

    @Test("The outline of a past day is shown on the parcel's page and on the map of its village")
    func pastDays() throws {
        let register = try TestRegister.small()
        let parcel = try enter(register, "a1", box(0, 0, 10_000, 8_000))
        register.now = try #require(Instant("2027-05-01T09:00:00+08:00"))
        try register.give(
            RedrawParcel(parcel: parcel, outline: LandOutline(box(0, 0, 5_000, 8_000)), reason: "重新测绘"),
            by: .villageClerk)
        #expect(try page(register, "/parcels/a1").contains("重新测绘"))
        #expect(try page(register, "/parcels/a1", query: ["on": "2026-12-31"]).contains("2026年3月2日 的界线"))
        let map = "/places/\(TestRegister.village)/land"
        #expect(try page(register, map).contains("6 亩"))
        let before = try page(register, map, query: ["on": "2026-12-31"])
        #expect(before.contains("12 亩") == false && before.contains("2026年12月31日 的地块图"))
        #expect(before.contains("/parcels/a1?on=2026-12-31"))
    }

    @Test("A parcel is cut along a line between two places of its edge; both parts are filled in and pass the rule")
    func cutting() throws {
        let register = try TestRegister.small()
        let parcel = try enter(register, "a1", box(0, 0, 10_001, 8_001))
        let form = try page(register, "/parcels/a1/split", query: ["from": "1.5", "to": "3.5"], as: Self.clerk)
        let parts = try #require(ParcelCut(box(0, 0, 10_001, 8_001))?.parts(from: "1.5", to: "3.5"))
        for part in parts { #expect(form.contains(SurveyTable(part).text)) }
        let typed = try parts.map { try LandOutline(field: .string(SurveyTable($0).text), notation: .typed) }
        let answer = try register.give(
            SplitParcel(
                parcel: parcel,
                parts: typed.enumerated().map { ParcelPart(number: "A1-\($0.offset)", name: "块", outline: $0.element) },
                reason: "分地"), by: .villageClerk)
        let split = try #require(answer.first as? ParcelSplit)
        #expect(split.parts.reduce(Int64(0)) { $0 + $1.area.units } == box(0, 0, 10_001, 8_001).areaUnits)
        let merge = try page(register, "/parcels/\(split.parts[0].parcel)/merge", as: Self.clerk)
        #expect(merge.contains(split.parts[1].parcel.text))
        #expect(try page(register, "/parcels/a1", as: Self.clerk).contains("已拆分、合并或注销"))
        #expect(try page(register, "/parcels/a1", as: Self.clerk).contains("/parcels/a1/split") == false)
    }

    @Test("Every line between two places of a field parts it without losing ground, or cuts nothing off")
    func everyCut() throws {
        var random = SeededRandom(seed: 3)
        var cuts = 0
        for _ in 0..<40 {
            func near(_ east: Int64, _ north: Int64) -> GridPoint {
                at(east + Int64.random(in: 0...900, using: &random), north + Int64.random(in: 0...900, using: &random))
            }
            let whole = Outline(
                zone: .zone38, pieces: [Piece(outer: [near(0, 0), near(9_000, 0), near(9_000, 5_000), near(0, 5_000)])])
            let cut = try #require(ParcelCut(whole))
            for from in cut.places {
                for to in cut.places {
                    guard let parts = cut.parts(from: from.key, to: to.key) else { continue }
                    let sum = parts.reduce(Int128(0)) { $0 + $1.twiceArea }
                    // A middle of an odd side is rounded by half a centimetre: at most its side's length of ground.
                    #expect(abs(sum - whole.twiceArea) <= 2 * 22_000)
                    cuts += 1
                }
            }
        }
        #expect(cuts > 1_000)
        #expect(ParcelCut(Outline(zone: .zone38, pieces: [])) == nil)
    }

    @Test("A survey's table is read with and without point numbers, zones and a closing corner; nonsense is refused")
    func tables() throws {
        let field = box(0, 0, 10_000, 8_000)
        let pond = Outline(
            zone: .zone37,
            pieces: [
                Piece(
                    outer: [at(0, 0), at(9_000, 0), at(9_000, 9_000)],
                    holes: [[at(5_000, 1_000), at(6_000, 1_000), at(6_000, 2_000)]]),
                Piece(outer: [at(20_000, 0), at(21_000, 0), at(21_000, 1_000)]),
            ])
        for outline in [field, pond] { #expect(SurveyTable(text: SurveyTable(outline).text)?.outline == outline) }
        let plain =
            "38\nJ1 4020000.000 430000.000\nJ2, 4020000, 430100\nJ3 4020080 430100\nJ4 4020080 430000\nJ1 4020000 430000"
        #expect(SurveyTable(text: plain)?.outline == field)
        let bad = [
            "", "4020000 430000", "38430000 4020000", "37\n4020000 38430000", "4020000 38430000\n4020000 37430000",
            "abc def", "1 2 3 4", "- \n4020000 38430000", "4020000 38430000 -1", "4020000. 38430000", "38",
            "4020000 38430000\n-\n", "99999999999999999999 38430000",
        ]
        for text in bad {
            #expect(SurveyTable(text: text) == nil, "\(text)")
            #expect(throws: Rejection.self) { try LandOutline(field: .string(text), notation: .typed) }
        }
        #expect(throws: Rejection.self) {
            try LandOutline(field: .string(SurveyTable(field).text), notation: .exact)
        }
    }

    @Test("A parcel that is named twice is refused")
    func named() throws {
        let register = try TestRegister.small()
        try enter(register, "a1", box(0, 0, 10_000, 8_000))
        register.refuses(
            .parcelTwice,
            EnterParcel(
                parcel: ParcelID("a1"), owner: TestRegister.collective, division: TestRegister.village, number: "B",
                name: "南坡", outline: LandOutline(box(20_000, 0, 900, 900))), by: .villageClerk)
    }
}
