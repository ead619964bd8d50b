import Kernel
import Testing

@testable import Exchange
@testable import Registry

/// Twenty mu of contracted land in Luxian county, given for thirty years from June 2019.
@Suite("The Luxian deal of 2019")
struct LuxianTests {
    private static func house() throws -> TestHouse { try TestHouse(at: Village.at("2019-04-08T09:00:00+08:00")) }

    private static func draft(_ terms: LotTerms, asset: AssetID = TestHouse.asset) -> DraftLot {
        DraftLot(lot: Village.lot, asset: asset, organisation: TestHouse.collective, terms: terms)
    }

    @Test("Thirty years are too long for a lease, and the answer names the article")
    func leaseIsCapped() throws {
        let draft = Self.draft(Village.terms(category: .a2, way: .lease))
        try Self.house().expectRefusal(.leaseTooLong, draft, by: Village.clerk)
        #expect(ExchangeRefusal.leaseTooLong.statement.basis?.article.en.contains("art. 705") == true)
    }

    @Test("A land operation right may not outlive what is left of the contract, to the day")
    func rightIsCapped() throws {
        let house = try Self.house()
        for (field, until) in [("a", "2049-05-31"), ("b", "2049-05-30")] {
            try house.register(
                RegisterAsset(
                    asset: Village.id(field),
                    card: AssetCard(
                        owner: TestHouse.collective, division: TestHouse.village, assetClass: .dry, kind: .resource,
                        name: field, area: Area(mu: 20), right: .contractedManagement, rightUntil: Village.day(until),
                        use: "grain")))
        }
        house.expectRefusal(
            .beyondRight, Self.draft(Village.terms(), asset: Village.id("b")), by: Village.clerk)
        try house.give(Self.draft(Village.terms(), asset: Village.id("a")), by: Village.clerk)
    }

    @Test("Twenty rounds of 20 yuan from 800 end at 1,200: 720,000 in all, 288,000/216,000/216,000 in years 1, 3 and 5")
    func dealIsExact() throws {
        let house = try Self.house()
        try house.list(Village.terms())
        try house.admit(3)
        try house.sell()
        #expect(try house.lot().state == .awardProposed)
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        #expect(house.all(ResultPublished.self).map(\.total.fen) == [72_000_000])
        try house.wait(until: try #require(try house.lot().publicityEndsAt))
        #expect(try house.lot().state == .contractPending)
        try house.give(SignContract(lot: Village.lot), by: Village.agent)
        let signed = try #require(house.all(ContractSigned.self).first)
        #expect(signed.price == Money(fen: 120_000) && signed.yearly == Money(fen: 2_400_000))
        #expect(signed.total == Money(fen: 72_000_000))
        #expect(signed.instalments.map(\.amount.fen) == [28_800_000, 21_600_000, 21_600_000])
        #expect(signed.instalments.map(\.due.description) == ["2019-06-01", "2021-06-01", "2023-06-01"])
        #expect(signed.endsOn.description == "2049-05-31")
        #expect(signed.lessee.text == "person3")
        house.expectRefusal(.wrongState, CertifyLot(lot: Village.lot), by: Village.reviewer)
        func pay(_ fen: Int64) throws {
            try house.give(
                RecordFirstPayment(lot: Village.lot, amount: Money(fen: fen), reference: "t"), by: Village.agent)
        }
        try pay(28_799_999)
        house.expectRefusal(.firstPaymentShort, CertifyLot(lot: Village.lot), by: Village.reviewer)
        try pay(1)
        try house.give(CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try house.lot().state == .certified)
    }

    @Test("Acceptance, review and release need three different persons")
    func sixEyes() throws {
        let house = try Self.house()
        try house.give(Self.draft(Village.terms()), by: Village.clerk)
        try house.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        try house.give(AcceptLot(lot: Village.lot), by: Village.agent)
        let review = ReviewLot(lot: Village.lot, decision: .approve)
        house.expectRefusal(.sameEyes, review, by: Village.agent)
        try house.give(review, by: Village.reviewer)
        for person in [Village.agent, Village.reviewer] {
            house.expectRefusal(.sameEyes, PublishNotice(lot: Village.lot), by: person)
        }
        try house.give(PublishNotice(lot: Village.lot), by: Village.releaser)
        #expect(try house.lot().state == .listed)
    }
}
