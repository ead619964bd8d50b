import Kernel
@testable import Registry
import Storage
import Testing

@Suite("Assets and contracts")
struct ContractTests {
    private let lot = LotID("lot-1")!

    private func contract(_ register: TestRegister, _ terms: ContractTerms, _ id: String = "c1") -> Rejection? {
        refusal {
            try register.give(RegisterContract(contract: ContractID(id)!, terms: terms))
        }
    }

    @Test("Thirty years is over the cap of twenty for a lease, and the refusal cites Civil Code art. 705")
    func leaseCap() throws {
        let register = try TestRegister.small()
        let refused = contract(register, TestRegister.terms(start: "2019-07-01", end: "2049-06-30"))
        #expect(refused?.number == 2102)
        #expect(refused?.basis?.article.en.contains("705") == true)
        #expect(contract(register, TestRegister.terms(start: "2026-07-01", end: "2046-07-02"))?.number == 2102)
        #expect(contract(register, TestRegister.terms(start: "2026-07-01", end: "2046-07-01")) == nil)
    }

    @Test("An operation right may run thirty years, but not a day past its remaining term (art. 38)")
    func remainingTerm() throws {
        let register = try TestRegister.small()
        let id = AssetID("contracted")!
        try register.give(
            RegisterAsset(asset: id, card: TestRegister.card(right: .operation, until: "2057-08-31")))
        let over = contract(register, TestRegister.terms(id, start: "2027-09-01", end: "2057-09-01"))
        #expect(over?.number == 2103)
        #expect(over?.basis?.article.en.contains("art. 38") == true)
        let lease = contract(
            register, TestRegister.terms(id, way: .lease, start: "2027-09-01", end: "2057-08-31"))
        #expect(lease?.number == 2102)
        #expect(contract(register, TestRegister.terms(id, start: "2027-09-01", end: "2057-08-31")) == nil)
    }

    @Test("Instalments must make up the total to the fen, in order")
    func instalments() throws {
        let register = try TestRegister.small()
        let short = contract(register, TestRegister.terms(parts: [4_000_000, 3_999_999]))
        #expect(short?.number == 2107)
        #expect(short?.text.en.contains("79999.99") == true)
        #expect(contract(register, TestRegister.terms(parts: [8_000_000, 0]))?.number == 2106)
        #expect(contract(register, TestRegister.terms(parts: []))?.number == 2107)
        let luxian = TestRegister.terms(total: 72_000_000, parts: [28_800_000, 21_600_000, 21_600_000])
        #expect(contract(register, luxian) == nil)
    }

    @Test("One lot holds an asset at a time; the contract of that lot lets it; then nobody can take it")
    func reservation() throws {
        let register = try TestRegister.small()
        let other = LotID("lot-2")!
        let field = TestRegister.field
        try register.give(ReserveAsset(asset: field, lot: lot), by: .system)
        #expect(try register.give(ReserveAsset(asset: field, lot: lot)).isEmpty)
        #expect(refusal { try register.give(ReserveAsset(asset: field, lot: other)) }?.number == 2067)
        #expect(refusal { try register.give(ReleaseAsset(asset: field, lot: other)) }?.number == 2068)
        #expect(contract(register, TestRegister.terms(lot: other))?.number == 2067)
        #expect(contract(register, TestRegister.terms(lot: lot)) == nil)
        let card = try #require(try register.read { try AssetQueries.find(field, in: $0) })
        #expect(card.status(on: day("2026-03-02")) == .leased)
        #expect(card.status(on: day("2031-04-01")) == .idle)
        #expect(refusal { try register.give(ReserveAsset(asset: field, lot: other)) }?.number == 2066)
        #expect(contract(register, TestRegister.terms(), "c2")?.number == 2066)
        register.now = day("2031-04-01").start
        try register.give(ReserveAsset(asset: field, lot: other))
        try register.give(ReleaseAsset(asset: field, lot: other))
    }

    @Test("A disputed asset can be neither reserved nor let until the mark is lifted")
    func dispute() throws {
        let register = try TestRegister.small()
        let field = TestRegister.field
        try register.give(SetAssetDispute(asset: field, dispute: "boundary"))
        #expect(refusal { try register.give(ReserveAsset(asset: field, lot: lot)) }?.number == 2065)
        #expect(contract(register, TestRegister.terms())?.number == 2065)
        try register.give(SetAssetDispute(asset: field))
        #expect(refusal { try register.give(SetAssetDispute(asset: field)) }?.number == 2069)
        #expect(contract(register, TestRegister.terms()) == nil)
    }

    @Test("Only the owner lets, to a registered party, for a term that goes forward")
    func parties() throws {
        let register = try TestRegister.small()
        #expect(contract(register, TestRegister.terms(lessor: TestRegister.committee))?.number == 2100)
        #expect(contract(register, TestRegister.terms(lessor: OrganisationID("x")!))?.number == 2022)
        #expect(contract(register, TestRegister.terms(lessee: PartyID("x")!))?.number == 2023)
        #expect(contract(register, TestRegister.terms(AssetID("x")!))?.number == 2024)
        #expect(contract(register, TestRegister.terms(end: "2026-04-01"))?.number == 2101)
    }

    @Test("Certificates count within the county and the year, and every print has its number")
    func certificates() throws {
        let register = try TestRegister.small()
        let first = ContractID("c1")!
        let second = ContractID("c2")!
        try register.give(
            RegisterAsset(asset: AssetID("yard")!, card: TestRegister.card(.yard, name: "院子")))
        #expect(contract(register, TestRegister.terms(lot: lot)) == nil)
        #expect(contract(register, TestRegister.terms(AssetID("yard")!), "c2") == nil)
        #expect(
            refusal {
                try register.give(ReprintCertificate(contract: first, reason: "lost"))
            }?.number == 2122)
        #expect(
            refusal {
                try register.give(
                    AuthenticateContract(contract: first, lot: LotID("other")!, level: .county))
            }?.number == 2121)
        try register.give(AuthenticateContract(contract: first, lot: lot, level: .county))
        try register.give(AuthenticateContract(contract: second, level: .township))
        let again = refusal {
            try register.give(AuthenticateContract(contract: first, level: .county))
        }
        #expect(again?.number == 2120)
        try register.give(ReprintCertificate(contract: first, reason: "lost"))
        #expect(
            refusal { try register.give(ReprintCertificate(contract: first, reason: " ")) }?
                .number == 2123)
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
        func card(_ card: AssetCard) -> Int? {
            refusal { try register.give(RegisterAsset(card: card)) }?.number
        }
        #expect(card(TestRegister.card(right: .operation)) == 2061)
        #expect(card(TestRegister.card(right: .operation, until: "2026-03-01")) == 2062)
        #expect(card(TestRegister.card(name: " ")) == 2143)
        let bare = AssetCard(
            owner: TestRegister.collective, division: TestRegister.village, assetClass: .dry, kind: .resource,
            name: "a", right: .ownership, use: "grain")
        #expect(card(bare) == 2060)
        let elsewhere = AssetCard(
            owner: TestRegister.collective, division: DivisionID("p140421100")!, assetClass: .shop, kind: .operating,
            name: "a", right: .ownership, use: "shop")
        #expect(card(elsewhere) == 2064)
        let group = AssetCard(
            owner: TestRegister.collective, division: DivisionID("p140421100201001")!, assetClass: .shop,
            kind: .operating, name: "a", right: .ownership, use: "shop",
            parcel: [ParcelPoint(x: 0, y: 0), ParcelPoint(x: 1, y: 0)])
        #expect(card(group) == 2063)
    }
}
