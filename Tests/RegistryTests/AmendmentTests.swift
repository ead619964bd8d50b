import Kernel
import Storage
import Testing

@testable import Registry

@Suite("A contract is changed by a supplementary agreement")
struct AmendmentTests {
    private let register: TestRegister
    private let id = ContractID("c1")!
    private let neighbour = PartyID("neighbour")!

    /// A member of the collective rents the field for ten years at 10,000 yuan, with 5 per cent after five.
    init() throws {
        register = try TestRegister.small()
        try register.give(
            RegisterParty(
                party: neighbour, kind: .person, name: Personal("李四", of: DataSubject("y")!),
                division: TestRegister.village, memberOf: TestRegister.collective))
        try register.give(RegisterContract(contract: id, terms: terms(neighbour)))
        register.now = Instant("2027-05-01T09:00:00+08:00")!
    }

    private func terms(
        _ lessee: PartyID, _ start: String = "2026-04-01", _ end: String = "2036-03-31",
        asset: AssetID = TestRegister.field
    ) -> ContractTerms {
        ContractTerms(
            asset: asset, lessor: TestRegister.collective, lessee: lessee, category: .a2, start: day(start),
            end: day(end), unitPrice: Money(fen: 50_000), total: .zero, use: "grain",
            schedule: RentSchedule(annual: Money(fen: 1_000_000), stepYears: 5, stepBasisPoints: 500))
    }

    private func resolved(
        _ name: String, _ matter: ResolutionMatter = .assetLease, by body: OrganisationID = TestRegister.collective,
        _ kind: ResolutionBody = .assembly
    ) throws -> ResolutionID {
        let resolution = ResolutionID(name)!
        try register.give(
            RecordResolution(
                resolution: resolution, organisation: body, matter: matter, body: kind, entitled: 300, present: 280,
                inFavour: 280, date: day("2027-04-20"), evidence: [String(repeating: "0a", count: 32)]))
        return resolution
    }

    private func amend(
        _ from: String, end: String? = nil, annual: Int64? = nil, resolution: ResolutionID? = nil
    ) -> AmendContract {
        AmendContract(
            contract: id, from: day(from), end: end.map(day),
            schedule: annual.map { RentSchedule(annual: Money(fen: $0)) }, paper: String(repeating: "b", count: 64),
            resolution: resolution)
    }

    private func parts() throws -> [Instalment] {
        try register.read { try ContractQueries.listInstalments(of: id, in: $0) }
    }

    @Test("Another rent from a year to come: the years before it stay to the fen, the sum and the price follow")
    func rent() throws {
        let before = try parts()
        try register.give(amend("2029-04-01", annual: 1_200_000))
        let after = try parts()
        #expect(after.prefix(3) == before.prefix(3))
        #expect(after.dropFirst(3).map(\.amount.fen) == Array(repeating: 1_200_000, count: 7))
        #expect(after.map(\.number) == [1, 2, 3] + Array(11...17), "numbers are never given twice")
        let contract = try #require(try register.read { try ContractQueries.find(id, in: $0) })
        #expect(contract.total == Money(fen: 3_000_000 + 7 * 1_200_000))
        #expect(contract.unitPrice == Money(fen: 60_000), "12,000 yuan over 20 mu")
        #expect(contract.end == day("2036-03-31"))
        try register.give(amend("2030-04-01", annual: 1_300_000))
        #expect(try parts().map(\.number) == [1, 2, 3, 11] + Array(18...23))
        let kept = try register.read { try ContractQueries.listAmendments(of: id, in: $0) }
        #expect(kept.map(\.number) == [1, 2] && kept.map(\.totalBefore.fen) == [10_250_000, 11_400_000])
    }

    @Test("A longer term goes on by its rule, takes a resolution, and moves the card’s last day with it")
    func longer() throws {
        register.refuses(.resolutionNeeded, amend("2036-04-01", end: "2041-03-31"))
        register.refuses(
            .resolutionUnknown, amend("2036-04-01", end: "2041-03-31", resolution: ResolutionID("nobody")!))
        let budget = try resolved("budget", .budget)
        register.refuses(.resolutionUnfit, amend("2036-04-01", end: "2041-03-31", resolution: budget))
        let others = try resolved("others", .committeeMatter, by: TestRegister.committee, .villagersMeeting)
        register.refuses(.resolutionUnfit, amend("2036-04-01", end: "2041-03-31", resolution: others))
        try register.give(amend("2036-04-01", end: "2041-03-31", resolution: resolved("lease")))
        #expect(try parts().dropFirst(10).map(\.amount.fen) == Array(repeating: 1_102_500, count: 5))
        let card = try register.read { try AssetQueries.find(TestRegister.field, in: $0) }
        #expect(card?.leasedUntil == day("2041-03-31"))
    }

    @Test("Article 705: from the first day of the contract on, twenty years and no day more")
    func cap() throws {
        let lease = try resolved("lease")
        let refused = register.refuses(.leaseTooLong, amend("2036-04-01", end: "2046-04-02", resolution: lease))
        #expect(refused?.basis?.article.en.contains("705") == true)
        try register.give(amend("2036-04-01", end: "2046-04-01", resolution: lease))
    }

    @Test("A shorter term takes no resolution of a member’s contract: what would have come after it is owed no more")
    func shorter() throws {
        try register.give(amend("2030-04-01", end: "2030-03-31"))
        #expect(try parts().count == 4)
        let contract = try #require(try register.read { try ContractQueries.find(id, in: $0) })
        #expect(contract.total == Money(fen: 4_000_000) && contract.end == day("2030-03-31"))
        register.now = Instant("2030-03-31T23:00:00+08:00")!
        register.refuses(.termBackwards, amend("2030-04-02", annual: 1))
        register.now = Instant("2030-04-01T00:00:00+08:00")!
        register.refuses(.contractOver, amend("2031-04-01", annual: 1_000_000))
    }

    @Test("Art. 543: neither today nor a year under way is changed; a year begins on its own day")
    func days() throws {
        register.now = Instant("2028-04-01T09:00:00+08:00")!
        let past = register.refuses(.amendmentInPast, amend("2028-04-01", annual: 1_200_000))
        #expect(past?.text.en.contains("2028-04-02") == true && past?.basis?.article.en.contains("543") == true)
        let middle = register.refuses(.amendmentMidYear, amend("2028-04-02", annual: 1_200_000))
        #expect(middle?.text.en.contains("2029-04-01") == true)
        register.now = Instant("2028-03-31T09:00:00+08:00")!
        try register.give(amend("2028-04-01", annual: 1_200_000))
        register.refuses(.noChange, amend("2029-04-01"))
        register.refuses(.noChange, amend("2029-04-01", end: "2036-03-31"))
        register.refuses(.termBackwards, amend("2029-04-01", end: "2029-03-30", annual: 1))
        let odd = AmendContract(
            contract: id, from: day("2029-04-01"), end: nil,
            schedule: RentSchedule(annual: Money(fen: 1_000_000), stepYears: 3),
            paper: String(repeating: "b", count: 64),
            resolution: nil)
        register.refuses(.scheduleUnclear, odd)
    }

    @Test("Contracting Law art. 52: an outsider on land takes a resolution on outsiders, whatever is changed")
    func outsider() throws {
        let pond = AssetID("pond")!
        try register.give(RegisterAsset(asset: pond, card: TestRegister.card(.water, name: "南塘")))
        let other = ContractID("c2")!
        try register.give(
            RegisterContract(
                contract: other, terms: terms(TestRegister.company, "2027-06-01", "2032-05-31", asset: pond),
                resolution: try resolved("letting", .outsiderContracting)))
        func change(_ resolution: ResolutionID?) -> AmendContract {
            AmendContract(
                contract: other, from: day("2028-06-01"), end: nil,
                schedule: RentSchedule(annual: Money(fen: 1_100_000)),
                paper: String(repeating: "b", count: 64), resolution: resolution)
        }
        let refused = register.refuses(.resolutionNeeded, change(nil))
        #expect(refused?.basis?.article.en.contains("art. 52") == true)
        register.refuses(.resolutionUnfit, change(try resolved("lease")))
        try register.give(change(try resolved("outsiders", .outsiderContracting)))
    }

    @Test("Two contracts hold one card on no day: a longer term stops the day before the next begins")
    func overlap() throws {
        try register.give(amend("2030-04-01", end: "2030-03-31"))
        register.now = Instant("2030-03-01T09:00:00+08:00")!
        try register.database.write { tx in
            try tx.run(
                """
                INSERT INTO contract (id, asset, division, lessor, lessee, category, way, starts, ends, unit_price_fen,
                    total_fen, contract_use)
                SELECT 'next', asset, division, lessor, lessee, category, way, '2031-04-01', '2032-03-31',
                    unit_price_fen, total_fen, contract_use FROM contract WHERE id = 'c1'
                """)
        }
        let lease = try resolved("lease")
        let refused = register.refuses(.termOverlaps, amend("2030-04-01", end: "2031-04-01", resolution: lease))
        #expect(refused?.text.en.contains("next") == true)
        try register.give(amend("2030-04-01", end: "2031-03-31", resolution: lease))
    }

    @Test("A contract of one sum has no rent to go on with, and no contract ends before its sublease")
    func bounds() throws {
        let pond = AssetID("pond")!
        let other = ContractID("c2")!
        try register.give(RegisterAsset(asset: pond, card: TestRegister.card(.water, name: "南塘")))
        try register.give(
            RegisterContract(
                contract: other,
                terms: TestRegister.terms(pond, start: "2027-06-01", end: "2032-05-31", lessee: neighbour)))
        let longer = AmendContract(
            contract: other, from: day("2032-06-01"), end: day("2033-05-31"), schedule: nil,
            paper: String(repeating: "b", count: 64), resolution: try resolved("lease"))
        register.refuses(.rentMissing, longer)
        try register.give(
            SubletContract(
                contract: id, sublessee: TestRegister.farmer, start: day("2028-01-01"), end: day("2030-12-31"),
                annual: Amount(Money(fen: 1_000)), consent: String(repeating: "a", count: 64)))
        register.refuses(.subletOutlives, amend("2030-04-01", end: "2030-03-31"))
        try register.give(amend("2031-04-01", end: "2031-03-31"))
    }
}
