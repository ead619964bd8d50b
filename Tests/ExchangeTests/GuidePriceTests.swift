import Kernel
import Registry
import Storage
import Testing

@testable import Exchange

@Suite("Guide prices")
struct GuidePriceTests {
    static let town: DivisionID = Village.id("p140421100")
    static let county: DivisionID = Village.id("p140421")

    static func deals(_ prices: [Int64], township: DivisionID = town, county: DivisionID = county) -> [GuideDeal] {
        prices.map { GuideDeal(township: township, county: county, assetClass: .dry, price: Money(fen: $0)) }
    }

    @Test("Floor, middle and high are the quartiles of the cell's deals")
    func quartiles() {
        let row = GuidePriceFormula.row(
            township: Self.town, county: Self.county, .dry,
            deals: Self.deals([60_000, 40_000, 50_000, 80_000, 70_000]),
            least: 5)
        #expect([row.floor.fen, row.middle.fen, row.high.fen] == [50_000, 60_000, 70_000])
        #expect(row.samples == 5 && row.borrowedFrom == .township)
        #expect(GuidePriceFormula.percentile(25, of: [1, 2]).fen == 1)
        #expect(GuidePriceFormula.percentile(50, of: [1, 2]).fen == 2)
        #expect(GuidePriceFormula.percentile(75, of: [10, 20, 30, 41]).fen == 33)
    }

    @Test("A cell with fewer than five deals borrows from the county, then from the class, and says so")
    func borrowing() {
        let few = Self.deals([10_000, 20_000])
        let near = Self.deals([30_000, 40_000, 50_000], township: Village.id("p140421101"))
        let far = Self.deals([90_000], township: Village.id("p1"), county: Village.id("p2"))
        func row(_ deals: [GuideDeal]) -> GuidePriceRow {
            GuidePriceFormula.row(township: Self.town, county: Self.county, .dry, deals: deals, least: 5)
        }
        #expect(row(few + near).borrowedFrom == .county && row(few + near).middle.fen == 30_000)
        #expect(row(few + far + near.dropLast()).borrowedFrom == .landClass)
        #expect(row(few).borrowedFrom == .none && row(few).samples == 2)
        #expect(row([]).middle == .zero)
    }

    static func publish(in installation: TestInstallation, floor: Int64) throws {
        try installation.give(
            PublishGuidePrices(
                division: county, documentNumber: "2026-1", validFrom: Village.day("2026-01-01"),
                rows: [
                    GuidePriceRow(
                        assetClass: .dry, floor: Money(fen: floor), middle: Money(fen: floor), high: Money(fen: floor),
                        samples: 5, borrowedFrom: .county)
                ]), by: Village.releaser)
    }

    @Test("Below the floor a collective lot needs a public reason; a household's own price is free")
    func floorBindsCollectives() throws {
        let installation = try TestInstallation()
        try Self.publish(in: installation, floor: 80_001)
        let collective = Village.terms(category: .a2, way: .lease, startsOn: nil, years: 5, payments: [])
        func draft(_ id: String, reason: String? = nil) -> DraftLot {
            DraftLot(
                lot: Village.id(id), asset: TestInstallation.asset, organisation: TestInstallation.collective,
                belowFloorReason: reason, terms: collective)
        }
        installation.expectRefusal(.belowFloor, draft("a"), by: Village.clerk)
        try installation.give(draft("b", reason: "stony"), by: Village.clerk)
        let house2 = try TestInstallation()
        try Self.publish(in: house2, floor: 80_001)
        try house2.list(Village.terms(startsOn: nil))
        #expect(try house2.view().line.state == .listed)
    }

    @Test("A table with two rows for one cell, or a floor above its middle, is refused")
    func unsoundTable() throws {
        let installation = try TestInstallation()
        let bad = GuidePriceRow(
            assetClass: .dry, floor: Money(fen: 2), middle: Money(fen: 1), high: Money(fen: 3), samples: 1,
            borrowedFrom: .county)
        let good = GuidePriceRow(
            assetClass: .dry, floor: Money(fen: 1), middle: Money(fen: 1), high: Money(fen: 3), samples: 1,
            borrowedFrom: .county)
        for rows in [[bad], [good, good], []] {
            let table = PublishGuidePrices(
                division: Self.county, documentNumber: "d", validFrom: Village.day("2026-01-01"), rows: rows)
            installation.expectRefusal(.guideRowsWrong, table, by: Village.releaser)
        }
    }
}

@Suite("After things went wrong")
struct RecoveryTests {
    @Test("A winner who does not sign loses the deposit only by a second person and after the time to reply")
    func forfeiture() throws {
        let installation = try TestInstallation.sold()
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        try installation.wait(until: installation.now.adding(seconds: 20 * 86_400))
        let signBy = try #require(installation.view().signBy)
        try installation.wait(until: signBy)
        try installation.give(RecordBreach(lot: Village.lot, reasons: "did not come"), by: Village.reviewer)
        let winner: BidderID = Village.id("L1-b3")
        try installation.give(ProposeForfeiture(bidder: winner, cause: .notSigned, decision: "d"), by: Village.reviewer)
        installation.expectRefusal(.samePerson, ApproveForfeiture(bidder: winner), by: Village.reviewer)
        installation.expectRefusal(.notYetDue, ApproveForfeiture(bidder: winner), by: Village.releaser)
        try installation.give(
            ReplyToForfeiture(bidder: winner, reply: Personal("ill", of: Village.id("x"))),
            by: Village.principal(.bidder, "person3"))
        try installation.wait(until: installation.now.adding(seconds: 20 * 86_400))
        try installation.give(ApproveForfeiture(bidder: winner), by: Village.releaser)
        let lines = try installation.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(lines.first { $0.bidder == winner }?.deposit == .forfeited)
        #expect(lines.filter { $0.deposit == .refundDue }.count == 2)
        // The next best bidder, at that bidder's own price.
        try installation.give(AwardNext(lot: Village.lot), by: Village.agent)
        #expect(try installation.view().paddle == 2 && installation.view().line.price == Money(fen: 118_000))
    }

    @Test("A price may be cut by a tenth with a new resolution, and by a fifth in all")
    func priceCuts() throws {
        var run = try LotRun.listed()
        run.wait(until: try #require(run.lot?.notice?.closesAt))
        #expect(run.lot?.state == .relistDecision)
        func revise(_ start: Int64, _ resolution: String) throws(Rejection) {
            try run.give(
                ReviseLot(lot: Village.lot, resolution: Village.id(resolution), terms: Village.terms(start: start)),
                by: Village.clerk)
        }
        expectRefusal(.cutTooDeep) { try revise(71_999, "r2") }
        try revise(72_000, "r2")
        #expect(run.lot?.state == .resolving && run.lot?.terms.startPrice == Money(fen: 72_000))
        run.force(.relistDecision)
        expectRefusal(.cutTooDeep) { try revise(63_999, "r3") }
        try revise(64_800, "r3")
    }

    @Test("A lot is relisted on the same terms three times, then it must change or go")
    func relisting() throws {
        var run = try LotRun.listed()
        for _ in 0..<3 {
            run.wait(until: try #require(run.lot?.notice?.closesAt))
            try run.give(RelistLot(lot: Village.lot), by: Village.releaser)
            #expect(run.lot?.state == .listed)
        }
        run.wait(until: try #require(run.lot?.notice?.closesAt))
        expectRefusal(.relistingsUsedUp) { try run.give(RelistLot(lot: Village.lot), by: Village.releaser) }
    }

    @Test("An amended notice starts its clock again in full, and the old end closes nothing")
    func amendment() throws {
        var run = try LotRun.listed()
        let first = try #require(run.lot?.notice?.closesAt)
        run.wait(until: first.adding(seconds: -60))
        try run.give(AmendNotice(lot: Village.lot, reasons: "dates"), by: Village.releaser)
        let second = try #require(run.lot?.notice?.closesAt)
        #expect(second > first.adding(seconds: 9 * 86_400))
        run.wait(until: first.adding(seconds: 60))
        #expect(run.lot?.state == .listed && run.lot?.notice?.number == 2)
    }
}
