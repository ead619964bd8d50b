import Kernel
@testable import Registry
import Testing

@testable import Exchange

/// A lot on land where nothing may be built (village-register 6.5).
@Suite("Lots and the lines of the spatial plan") struct RedLineLotTests {
    private static func lay(_ kind: RedLineKind, _ number: String) throws -> LayRedLine {
        LayRedLine(
            kind: kind, division: Village.id("p140421"), number: number,
            outline: try #require(LandOutline(text: "38 43005000,402000000 90000,0 0,80000 -90000,0")),
            source: "县国土空间规划", from: Village.day("2026-01-01"))
    }

    private static func installation(_ use: String) throws -> TestInstallation {
        let installation = try TestInstallation()
        try installation.register(
            EnterParcel(
                owner: TestInstallation.collective, division: TestInstallation.village, number: "A1", name: "河东",
                asset: TestInstallation.asset,
                outline: try #require(LandOutline(text: "38 43000000,402000000 10000,0 0,8000 -10000,0"))),
            by: Village.clerk)
        let plain = Village.terms(startsOn: nil)
        let terms = LotTerms(
            category: plain.category, transferWay: plain.transferWay, mode: plain.mode, use: use, area: plain.area,
            years: plain.years, startPrice: plain.startPrice, priceUnit: plain.priceUnit, step: plain.step,
            extensionSeconds: plain.extensionSeconds, deposit: plain.deposit, payments: plain.payments)
        try installation.give(
            DraftLot(
                lot: Village.lot, asset: TestInstallation.asset, organisation: TestInstallation.collective,
                terms: terms), by: Village.clerk)
        return installation
    }

    @Test("A lot for building on basic farmland is refused with the line and its area, and goes once the line is gone")
    func building() throws {
        let installation = try Self.installation("建厂房")
        let laid = try installation.register(try Self.lay(.farmland, "JB-1")).first as? RedLineLaid
        let rejection = #expect(throws: Rejection.self) {
            try installation.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        }
        #expect(rejection?.number == 3151 && rejection?.text.zh.contains("永久基本农田 6 亩") == true)
        #expect(try installation.view().lined == [LinedGround(kind: .farmland, area: Area(mu: 6))])
        try installation.register(WithdrawRedLine(redLine: try #require(laid).redLine, reason: "规划调整"))
        try installation.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        #expect(try installation.view().lined == [])
    }

    @Test("A lot for farming goes, and its page says what line it lies in; the urban boundary forbids nothing")
    func farming() throws {
        let grain = try Self.installation("种植")
        try grain.register(try Self.lay(.ecology, "ST-1"))
        try grain.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        #expect(try grain.view().lined.map(\.kind) == [.ecology])
        let town = try Self.installation("建厂房")
        try town.register(try Self.lay(.urban, "CZ-1"))
        try town.give(SubmitLot(lot: Village.lot), by: Village.clerk)
    }
}
