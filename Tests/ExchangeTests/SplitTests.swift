import Kernel
import Storage
import Testing

@testable import Exchange
@testable import Registry

@Suite("One piece of business cut into several lots") struct SplitTests {
    /// A square of 100 m, its lower left corner so many centimetres east.
    private static func square(_ east: Int64, north: Int64 = 0) -> Parcel {
        Parcel(
            [(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)].map {
                // Far from the origin, as the national grid is.
                ParcelPoint(x: 37_500_000_00 + east + $0.0, y: 4_010_000_00 + north + $0.1)
            })
    }

    private static func other(_ owner: String, _ parcel: Parcel) -> SplitCheck.Other {
        SplitCheck.Other(owner: Village.id(owner), area: Area(mu: 20), total: Money(fen: 1), parcel: parcel)
    }

    @Test("Ten metres apart is adjacent, a centimetre more is not; corners, crossings and touching count")
    func near() {
        let square = Self.square(0)
        for (parcel, isNear) in [
            (Self.square(11_000), true), (Self.square(11_001), false), (Self.square(10_000), true),
            (Self.square(10_600, north: 10_800), true), (Self.square(10_600, north: 10_801), false),
            (Self.square(5_000, north: 5_000), true), (Self.square(-11_001), false), (Parcel([]), false),
        ] {
            #expect(square.isNear(parcel, within: 1_000) == isNear)
            #expect(parcel.isNear(square, within: 1_000) == isNear)
        }
        #expect(square.isNear(Self.square(10_000), within: 0))
        #expect(!square.isNear(Self.square(10_001), within: 0))
    }

    @Test("Neighbours of other owners count, also through a third; those apart and of nobody's outline do not")
    func chain() {
        let check = SplitCheck(owner: Village.id("a"), parcel: Self.square(0), centimetres: 1_000)
        let row = (1...3).map { Self.other("b\($0)", Self.square(10_500 * Int64($0))) }
        let apart = [Self.other("c", Self.square(90_000)), Self.other("d", Parcel([]))]
        let own = [Self.other("a", Self.square(500_000))]
        #expect(Set(check.related(apart + row + own)) == Set(row + own))
        #expect(check.related(apart + [row[1], row[2]]).isEmpty, "without the first the row does not reach")
        let byOwnField = own + [Self.other("e", Self.square(510_500))]
        #expect(check.related(byOwnField) == own, "a neighbour of an own field far away is no neighbour of this one")
    }

    @Test(
        "Three owners side by side offer 20 mu each: the third lot goes to the county; 12 months and a day later it does not"
    )
    func neighbours() throws {
        let installation = try TestInstallation()
        let rows = (1...3).map {
            DivisionRow(code: "14042110030\($0)", name: "第\($0)村", level: "", parent: "140421100")
        }
        try installation.register(
            ImportDivisions(codeSystem: .statistical, asOf: Village.day("2018-01-01"), rows: rows))
        for number in 1...3 {
            let village: DivisionID = Village.id("p14042110030\(number)")
            try installation.register(
                RegisterOrganisation(
                    organisation: Village.id("group\(number)"), division: village, kind: .collective,
                    name: "第\(number)组集体经济组织"))
            try installation.register(
                RegisterAsset(
                    asset: Village.id("field\(number)"),
                    card: AssetCard(
                        owner: Village.id("group\(number)"), division: village, assetClass: .dry,
                        kind: .resource, name: "第\(number)块", area: Area(mu: 20), right: .ownership, use: "grain",
                        parcel: Self.square(10_500 * Int64(number)).corners)))
        }
        func draft(_ number: Int) throws -> HandlingLevel {
            let lot: LotID = Village.id("L\(number)")
            try installation.give(
                DraftLot(
                    lot: lot, asset: Village.id("field\(number)"), organisation: Village.id("group\(number)"),
                    terms: RoutingTests.land(200_000)), by: Village.clerk)
            return try installation.view(lot).line.handling
        }
        #expect(try draft(1) == .townshipReviewed)
        #expect(try draft(3) == .townshipReviewed, "21 metres apart")
        #expect(try draft(2) == .county, "between both: 60 mu")
        try installation.give(
            WithdrawLot(lot: Village.id("L2"), cause: .sellerRequest, reasons: "r"), by: Village.clerk)
        installation.now = installation.now.date.adding(months: 12).adding(days: 1).start
        try installation.register(
            RegisterAsset(
                asset: Village.id("field4"),
                card: AssetCard(
                    owner: Village.id("group2"), division: Village.id("p140421100302"), assetClass: .dry,
                    kind: .resource,
                    name: "第4块", area: Area(mu: 20), right: .ownership, use: "grain",
                    parcel: Self.square(21_000).corners)))
        try installation.give(
            DraftLot(
                lot: Village.id("L4"), asset: Village.id("field4"), organisation: Village.id("group2"),
                terms: RoutingTests.land(200_000)), by: Village.clerk)
        #expect(try installation.view(Village.id("L4")).line.handling == .townshipReviewed)
    }

    @Test(
        "A revision to 49.99 mu stays with the township, to 50.00 it goes to the county, and one to less stays where it was",
        arguments: [(499_900, .townshipReviewed), (500_000, .county), (10_000, .townshipReviewed)]
            as [(Int64, HandlingLevel)])
    func revision(_ units: Int64, _ level: HandlingLevel) throws {
        var run = try LotRun.listed(RoutingTests.land(200_000))
        #expect(run.lot?.level == .townshipReviewed)
        run.wait(until: run.now.adding(days: 60))
        #expect(run.lot?.state == .relistDecision)
        run.facts.limits = Village.limits(area: nil)
        try run.give(
            ReviseLot(lot: Village.lot, resolution: Village.id("new"), terms: RoutingTests.land(units)),
            by: Village.clerk)
        #expect(run.lot?.level == level)
    }
}
