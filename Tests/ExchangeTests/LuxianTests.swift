import Kernel
import Testing

@testable import Exchange
@testable import Registry

/// Twenty mu of contracted land in Luxian county, given for thirty years from June 2019.
@Suite("The Luxian deal of 2019")
struct LuxianTests {
    private static func installation() throws -> TestInstallation {
        try TestInstallation(at: Village.at("2019-04-08T09:00:00+08:00"))
    }

    private static func draft(_ terms: LotTerms, asset: AssetID = TestInstallation.asset) -> DraftLot {
        DraftLot(lot: Village.lot, asset: asset, organisation: TestInstallation.collective, terms: terms)
    }

    @Test("Thirty years are too long for a lease, and the answer names the article")
    func leaseIsCapped() throws {
        let draft = Self.draft(Village.terms(category: .a2, way: .lease))
        try Self.installation().expectRefusal(.leaseTooLong, draft, by: Village.clerk)
        #expect(ExchangeRefusal.leaseTooLong.statement.basis?.article.en.contains("art. 705") == true)
    }

    @Test("A land operation right may not outlive what is left of the contract, to the day")
    func rightIsCapped() throws {
        let installation = try Self.installation()
        for (field, until) in [("a", "2049-05-31"), ("b", "2049-05-30")] {
            try installation.register(
                RegisterAsset(
                    asset: Village.id(field),
                    card: AssetCard(
                        owner: TestInstallation.collective, division: TestInstallation.village, assetClass: .dry,
                        kind: .resource,
                        name: field, area: Area(mu: 20), right: .contractedManagement, rightUntil: Village.day(until),
                        use: "grain")))
        }
        installation.expectRefusal(
            .beyondRight, Self.draft(Village.terms(), asset: Village.id("b")), by: Village.clerk)
        try installation.give(Self.draft(Village.terms(), asset: Village.id("a")), by: Village.clerk)
    }

    @Test("Twenty rounds of 20 yuan from 800 end at 1,200: 720,000 in all, 288,000/216,000/216,000 in years 1, 3 and 5")
    func dealIsExact() throws {
        let installation = try Self.installation()
        try installation.list(Village.terms())
        try installation.admit(3)
        try installation.sell()
        #expect(try installation.lot().state == .awardProposed)
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        #expect(installation.all(ResultPublished.self).map(\.total.fen) == [72_000_000])
        try installation.wait(until: try #require(try installation.lot().publicityEndsAt))
        #expect(try installation.lot().state == .contractPending)
        try installation.give(SignContract(lot: Village.lot), by: Village.agent)
        let signed = try #require(installation.all(ContractSigned.self).first)
        #expect(signed.price == Money(fen: 120_000) && signed.yearly == Money(fen: 2_400_000))
        #expect(signed.total == Money(fen: 72_000_000))
        #expect(signed.instalments.map(\.amount.fen) == [28_800_000, 21_600_000, 21_600_000])
        #expect(signed.instalments.map(\.due.description) == ["2019-06-01", "2021-06-01", "2023-06-01"])
        #expect(signed.endsOn.description == "2049-05-31")
        #expect(signed.lessee.text == "person3")
        installation.expectRefusal(.wrongState, CertifyLot(lot: Village.lot), by: Village.reviewer)
        func pay(_ fen: Int64) throws {
            try installation.give(
                RecordFirstPayment(lot: Village.lot, amount: Money(fen: fen), reference: "t"), by: Village.agent)
        }
        try pay(28_799_999)
        installation.expectRefusal(.firstPaymentShort, CertifyLot(lot: Village.lot), by: Village.reviewer)
        try pay(1)
        try installation.give(CertifyLot(lot: Village.lot), by: Village.reviewer)
        #expect(try installation.lot().state == .certified)
    }

    @Test("Acceptance, review and release need three different persons")
    func sixEyes() throws {
        let installation = try Self.installation()
        try installation.give(Self.draft(Village.terms()), by: Village.clerk)
        try installation.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        try installation.give(AcceptLot(lot: Village.lot), by: Village.agent)
        let review = ReviewLot(lot: Village.lot, decision: .approve)
        installation.expectRefusal(.samePerson, review, by: Village.agent)
        try installation.give(review, by: Village.reviewer)
        for person in [Village.agent, Village.reviewer] {
            installation.expectRefusal(.samePerson, PublishNotice(lot: Village.lot), by: person)
        }
        try installation.give(PublishNotice(lot: Village.lot), by: Village.releaser)
        #expect(try installation.lot().state == .listed)
    }
}
