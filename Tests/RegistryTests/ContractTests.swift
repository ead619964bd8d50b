import Kernel
@testable import Registry
import Storage
import TestSupport
import Testing

@Suite("Assets and contracts")
struct ContractTests {
    private let lot = LotID("lot-1")!

    private func contract(_ terms: ContractTerms, _ id: String = "c1") -> RegisterContract {
        RegisterContract(contract: ContractID(id)!, terms: terms)
    }

    @Test("Thirty years is over the cap of twenty for a lease, and the refusal cites Civil Code art. 705")
    func leaseCap() throws {
        let register = try TestRegister.small()
        let refused = register.refuses(
            .leaseTooLong, contract(TestRegister.terms(start: "2019-07-01", end: "2049-06-30")))
        #expect(refused?.basis?.article.en.contains("705") == true)
        register.refuses(.leaseTooLong, contract(TestRegister.terms(start: "2026-07-01", end: "2046-07-02")))
        try register.give(contract(TestRegister.terms(start: "2026-07-01", end: "2046-07-01")))
    }

    @Test(
        "From 1 December 2026 an outsider's contract without a lot takes the members' resolution; a member's takes none"
    )
    func outsider() throws {
        let register = try TestRegister.small()
        let land = TestRegister.terms()
        let yesterday = "2026-11-30T23:59:59+08:00", today = "2026-12-01T00:00:00+08:00"
        func resolved(_ id: String, _ matter: ResolutionMatter, inFavour: Int64 = 290) throws -> ResolutionID {
            let resolution = ResolutionID(id)!
            try register.give(
                RecordResolution(
                    resolution: resolution, organisation: TestRegister.collective, matter: matter, body: .assembly,
                    entitled: 300, present: 295, inFavour: inFavour, date: day("2026-03-01"),
                    evidence: [String(repeating: "0a", count: 32)]))
            return resolution
        }
        func entered(_ resolution: ResolutionID?, _ id: String = "c1") -> RegisterContract {
            RegisterContract(contract: ContractID(id)!, terms: land, resolution: resolution)
        }
        register.now = Instant(today)!
        let refused = register.refuses(.outsiderResolution, entered(nil))
        #expect(refused?.basis?.article.en.contains("Rural Land Contracting Law, art. 52") == true)
        #expect(refused?.basis?.article.zh.contains("第五十二条") == true)
        register.refuses(.resolutionUnknown, entered(ResolutionID("nobody")!))
        register.refuses(.resolutionUnfit, entered(try resolved("lease", .assetLease)))
        try register.give(entered(try resolved("outsiders", .outsiderContracting)))
        let kept = register.runner.all(ContractRegistered.self).last
        #expect(kept?.resolution == ResolutionID("outsiders"))

        let member = PartyID("member")!
        try register.give(
            RegisterParty(
                party: member, kind: .person, name: Personal("李", of: DataSubject("x")!),
                division: TestRegister.village, memberOf: TestRegister.collective))
        let pond = AssetID("pond")!
        try register.give(RegisterAsset(asset: pond, card: TestRegister.card(.water, name: "南塘")))
        try register.give(contract(TestRegister.terms(pond, lessee: member), "c2"))

        let before = try TestRegister.small()
        before.now = Instant(yesterday)!
        try before.give(contract(land))
        #expect(before.runner.all(ContractRegistered.self).last?.resolution == nil)
    }

    @Test("An operation right may run thirty years, but not a day past its remaining term (art. 38)")
    func remainingTerm() throws {
        let register = try TestRegister.small()
        let id = AssetID("contracted")!
        try register.give(
            RegisterAsset(asset: id, card: TestRegister.card(right: .operation, until: "2057-08-31")))
        let over = register.refuses(
            .beyondRight, contract(TestRegister.terms(id, start: "2027-09-01", end: "2057-09-01")))
        #expect(over?.basis?.article.en.contains("art. 38") == true)
        register.refuses(
            .leaseTooLong, contract(TestRegister.terms(id, way: .lease, start: "2027-09-01", end: "2057-08-31")))
        try register.give(contract(TestRegister.terms(id, start: "2027-09-01", end: "2057-08-31")))
    }

    @Test(
        "A loan for use is capped as a lease is, and waste land at its own cap; the day of the same number is allowed")
    func otherCaps() throws {
        let register = try TestRegister.small()
        let loan = { TestRegister.terms(way: .loan, start: "2026-07-01", end: $0) }
        register.refuses(.leaseTooLong, contract(loan("2046-07-02")))
        try register.give(contract(loan("2046-07-01")))
        let waste = AssetID("waste")!
        try register.give(RegisterAsset(asset: waste, card: TestRegister.card(.waste, name: "东荒坡")))
        let given = { TestRegister.terms(waste, way: .contractOut, start: "2026-07-01", end: $0) }
        register.refuses(.wasteTooLong, contract(given("2076-07-02"), "c2"))
        try register.give(contract(given("2076-07-01"), "c2"))
    }

    @Test("A contract that ends early frees its asset from the next day on, once")
    func endedEarly() throws {
        let register = try TestRegister.small()
        try register.give(contract(TestRegister.terms()))
        let ending = { (contract: String) in
            EndLease(asset: TestRegister.field, contract: ContractID(contract)!, endedOn: day("2027-12-31"))
        }
        register.refuses(.noChange, ending("other"), by: .system)
        try register.give(ending("c1"), by: .system)
        let card = try #require(try register.read { try AssetQueries.find(TestRegister.field, in: $0) })
        #expect(card.status(on: day("2027-12-31")) == .leased)
        #expect(card.status(on: day("2028-01-01")) == .idle)
        register.refuses(.noChange, ending("c1"), by: .system)
    }

    @Test("A certificate needs a contract, and a county whose numbers it can count in")
    func withoutCounty() throws {
        let register = try TestRegister.small()
        let company = OrganisationID("province-company")!
        let shop = AssetID("shop")!
        let province = DivisionID("p14")!
        try register.give(
            RegisterOrganisation(organisation: company, division: province, kind: .company, name: "省农业公司"))
        let card = AssetCard(
            owner: company, division: province, assetClass: .shop, kind: .operating, name: "门面", right: .ownership,
            use: "shop")
        try register.give(RegisterAsset(asset: shop, card: card))
        try register.give(contract(TestRegister.terms(shop, lessor: company)))
        register.refuses(.noCounty, AuthenticateContract(contract: ContractID("c1")!, level: .county))
        register.refuses(.contractUnknown, AuthenticateContract(contract: ContractID("c9")!, level: .county))
        register.refuses(.contractUnknown, ReprintCertificate(contract: ContractID("c9")!, reason: "lost"))
    }

    @Test("Instalments must make up the total to the fen, in order")
    func instalments() throws {
        let register = try TestRegister.small()
        let short = register.refuses(.instalmentSum, contract(TestRegister.terms(parts: [4_000_000, 3_999_999])))
        #expect(short?.text.en.contains("79999.99") == true)
        register.refuses(.instalmentOrder, contract(TestRegister.terms(parts: [8_000_000, 0])))
        register.refuses(.instalmentSum, contract(TestRegister.terms(parts: [])))
        register.refuses(.amountNotPositive, contract(TestRegister.terms(total: 0, parts: [])))
        let luxian = TestRegister.terms(total: 72_000_000, parts: [28_800_000, 21_600_000, 21_600_000])
        try register.give(contract(luxian))
    }

    @Test("One lot holds an asset at a time; the contract of that lot lets it; then nobody can take it")
    func reservation() throws {
        let register = try TestRegister.small()
        let other = LotID("lot-2")!
        let field = TestRegister.field
        try register.give(ReserveAsset(asset: field, lot: lot), by: .system)
        #expect(try register.give(ReserveAsset(asset: field, lot: lot)).isEmpty)
        register.refuses(.assetReserved, ReserveAsset(asset: field, lot: other))
        register.refuses(.notHeldByLot, ReleaseAsset(asset: field, lot: other))
        register.refuses(.assetReserved, contract(TestRegister.terms(lot: other)))
        try register.give(contract(TestRegister.terms(lot: lot)))
        let card = try #require(try register.read { try AssetQueries.find(field, in: $0) })
        #expect(card.status(on: day("2026-03-02")) == .leased)
        #expect(card.status(on: day("2031-04-01")) == .idle)
        register.refuses(.assetLeased, ReserveAsset(asset: field, lot: other))
        register.refuses(.assetLeased, contract(TestRegister.terms(), "c2"))
        register.now = day("2031-04-01").start
        try register.give(ReserveAsset(asset: field, lot: other))
        try register.give(ReleaseAsset(asset: field, lot: other))
    }

    @Test("A disputed asset can be neither reserved nor let until the mark is lifted")
    func dispute() throws {
        let register = try TestRegister.small()
        let field = TestRegister.field
        try register.give(SetAssetDispute(asset: field, dispute: "boundary"))
        register.refuses(.assetDisputed, ReserveAsset(asset: field, lot: lot))
        register.refuses(.assetDisputed, contract(TestRegister.terms()))
        try register.give(SetAssetDispute(asset: field))
        register.refuses(.noChange, SetAssetDispute(asset: field))
        try register.give(contract(TestRegister.terms()))
    }

    @Test("Only the owner lets, to a registered party, for a term that goes forward")
    func parties() throws {
        let register = try TestRegister.small()
        register.refuses(.lessorNotOwner, contract(TestRegister.terms(lessor: TestRegister.committee)))
        register.refuses(.organisationUnknown, contract(TestRegister.terms(lessor: OrganisationID("x")!)))
        register.refuses(.partyUnknown, contract(TestRegister.terms(lessee: PartyID("x")!)))
        register.refuses(.assetUnknown, contract(TestRegister.terms(AssetID("x")!)))
        register.refuses(.termBackwards, contract(TestRegister.terms(end: "2026-04-01")))
    }

    @Test("Certificates count within the county and the year, and every print has its number")
    func certificates() throws {
        let register = try TestRegister.small()
        let first = ContractID("c1")!
        let second = ContractID("c2")!
        try register.give(
            RegisterAsset(asset: AssetID("yard")!, card: TestRegister.card(.yard, name: "院子")))
        register.refuses(.notHeldByLot, contract(TestRegister.terms(lot: lot)))
        try register.give(ReserveAsset(asset: TestRegister.field, lot: lot), by: .system)
        try register.give(contract(TestRegister.terms(lot: lot)))
        try register.give(contract(TestRegister.terms(AssetID("yard")!), "c2"))
        register.refuses(.notAuthenticated, ReprintCertificate(contract: first, reason: "lost"))
        register.refuses(.otherLot, AuthenticateContract(contract: first, lot: LotID("other")!, level: .county))
        try register.give(AuthenticateContract(contract: first, lot: lot, level: .county))
        try register.give(AuthenticateContract(contract: second, level: .township))
        register.refuses(.alreadyAuthenticated, AuthenticateContract(contract: first, level: .county))
        try register.give(ReprintCertificate(contract: first, reason: "lost"))
        register.refuses(.reasonMissing, ReprintCertificate(contract: first, reason: " "))
        try register.read { (tx) throws in
            let certificate = try #require(try CertificateQueries.find(of: first, in: tx))
            #expect(certificate.number.text == "140421-2026-C-A2-00001")
            #expect(certificate.prints == 2)
            #expect(try CertificateQueries.listPrints(of: certificate.number, in: tx).map(\.reason) == ["", "lost"])
            #expect(
                try CertificateQueries.find(of: second, in: tx)?.number.text == "140421-2026-T-A2-00002")
        }
    }

    @Test("Land needs an area, a contracted right its last day, a parcel three corners")
    func cards() throws {
        let register = try TestRegister.small()
        register.refuses(.needsTerm, RegisterAsset(card: TestRegister.card(right: .operation)))
        register.refuses(.rightOver, RegisterAsset(card: TestRegister.card(right: .operation, until: "2026-03-01")))
        register.refuses(.textMissing, RegisterAsset(card: TestRegister.card(name: " ")))
        let bare = AssetCard(
            owner: TestRegister.collective, division: TestRegister.village, assetClass: .dry, kind: .resource,
            name: "a", right: .ownership, use: "grain")
        register.refuses(.needsArea, RegisterAsset(card: bare))
        let elsewhere = AssetCard(
            owner: TestRegister.collective, division: DivisionID("p140421100")!, assetClass: .shop, kind: .operating,
            name: "a", right: .ownership, use: "shop")
        register.refuses(.ownerElsewhere, RegisterAsset(card: elsewhere))
        let group = AssetCard(
            owner: TestRegister.collective, division: DivisionID("p140421100201001")!, assetClass: .shop,
            kind: .operating, name: "a", right: .ownership, use: "shop",
            parcel: [ParcelPoint(x: 0, y: 0), ParcelPoint(x: 1, y: 0)])
        register.refuses(.parcelCorners, RegisterAsset(card: group))
    }
}
