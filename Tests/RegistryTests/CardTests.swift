import Kernel
import Storage
import Testing

@testable import Registry

@Suite("A card is put right, and leaves the register")
struct CardTests {
    private let register: TestRegister
    private let field = TestRegister.field
    private let lot = LotID("lot-1")!

    init() throws { register = try TestRegister.small() }

    private func card(_ id: AssetID? = nil) throws -> Asset {
        try #require(try register.read { try AssetQueries.find(id ?? field, in: $0) })
    }

    private func correct(
        _ id: AssetID? = nil, reason: String = "重新丈量", seen: Int64? = nil, _ change: (inout CardContents) -> Void
    ) throws -> CorrectAsset {
        var contents = CardContents(try card(id))
        change(&contents)
        return CorrectAsset(asset: id ?? field, contents: contents, reason: reason, seen: seen)
    }

    private func retire(
        _ id: AssetID? = nil, _ cause: RetirementCause = .sold, on date: String = "2026-03-02", by other: AssetID? = nil
    ) -> RetireAsset {
        RetireAsset(asset: id ?? field, cause: cause, day: day(date), successor: other)
    }

    private func tally() throws -> LandTally {
        try register.read { tx in
            let path = try DivisionQueries.findPath(TestRegister.village, in: tx)
            return try LandQueries.tallies(within: try #require(path), on: register.now.date, in: tx)
                .reduce(LandTally()) { $0 + $1.tally }
        }
    }

    @Test("What was typed wrong is put right; what stood before is kept with the reason and its entry in the log")
    func corrected() throws {
        let events = try register.give(
            correct {
                $0.name = "河东二十五亩"
                $0.area = Area(mu: 25)
                $0.boundaries = nil
                $0.originalValue = Money(fen: 100)
            }, by: .villageClerk)
        let now = try card()
        #expect(now.name == "河东二十五亩" && now.area == Area(mu: 25) && now.boundaries == nil)
        #expect(now.originalValue == Money(fen: 100))
        let written = try #require(events.first as? AssetCorrected)
        #expect(try AssetCorrected.read(.object(written.openFields)).before == written.before)
        try register.give(correct(reason: "笔误") { $0.use = "orchard" }, by: .stationAgent)
        let kept = try register.read { try CardQueries.listCorrections(of: field, in: $0) }
        #expect(kept.map(\.number) == [2, 1] && kept.map(\.reason) == ["笔误", "重新丈量"])
        #expect(kept[0].before.changes(to: kept[0].after) == [.use])
        #expect(kept[1].before.changes(to: kept[1].after) == [.name, .area, .originalValue, .boundaries])
        #expect(kept[1].before.area == Area(mu: 20) && kept[1].before.boundaries?.east == "路")
        #expect(kept[0].entry == kept[1].entry + 1)
        #expect(try tally().area == Area(mu: 25))
    }

    @Test("A correction says why, changes something, and leaves a card that could be registered")
    func sound() throws {
        register.refuses(.reasonMissing, try correct(reason: " ") { $0.use = "x" })
        register.refuses(.noChange, try correct { _ in })
        register.refuses(.textMissing, try correct { $0.name = " " })
        register.refuses(.needsArea, try correct { $0.area = nil })
        register.refuses(.needsTerm, try correct { $0.right = .operation })
        register.refuses(
            .rightOver,
            try correct {
                $0.right = .operation
                $0.rightUntil = day("2026-03-01")
            })
        register.refuses(.organisationUnknown, try correct { $0.owner = OrganisationID("x")! })
        let unknown = CorrectAsset(asset: AssetID("x")!, contents: CardContents(try card()), reason: "x")
        register.refuses(.assetUnknown, unknown)
        let group = OrganisationID("group")!
        try register.give(
            RegisterOrganisation(
                organisation: group, division: DivisionID("p140421100201001")!, kind: .groupCollective,
                name: "潭坝村第一村民小组集体经济组织"))
        register.refuses(.ownerElsewhere, try correct { $0.owner = group })
        try register.give(correct { $0.owner = TestRegister.committee })
        #expect(try card().owner == TestRegister.committee)
    }

    @Test("A right that has run out does not stand in the way of another name")
    func runOut() throws {
        let bundle = AssetID("bundle")!
        try register.give(
            RegisterAsset(asset: bundle, card: TestRegister.card(.orchard, right: .operation, until: "2026-04-01")))
        register.now = Instant("2026-05-01T09:00:00+08:00")!
        try register.give(correct(bundle) { $0.name = "西坡果园" })
        register.refuses(.rightOver, try correct(bundle) { $0.rightUntil = day("2026-04-30") })
        try register.give(correct(bundle) { $0.rightUntil = day("2028-04-01") })
    }

    @Test("Who looked at a card before it was corrected again is told so")
    func stale() throws {
        try register.give(correct(seen: 0) { $0.use = "orchard" })
        register.refuses(.cardChanged, try correct(seen: 0) { $0.name = "x" })
        try register.give(correct(seen: 1) { $0.name = "x" })
    }

    @Test("A lot under way keeps owner, kind, area, right and boundaries; name, use and value may be put right")
    func inLot() throws {
        try register.give(ReserveAsset(asset: field, lot: lot), by: .system)
        let changes: [(inout CardContents) -> Void] = [
            { $0.owner = TestRegister.committee }, { $0.assetClass = .slope }, { $0.kind = .operating },
            { $0.area = Area(mu: 21) }, { $0.rightUntil = day("2030-01-01") }, { $0.households = 3 },
            { $0.boundaries = nil },
        ]
        for change in changes { register.refuses(.cardInLot, try correct(nil, change)) }
        register.refuses(.retiredInLot, retire())
        try register.give(
            correct {
                $0.name = "x"
                $0.use = "y"
                $0.originalValue = Money(fen: 1)
            })
        try register.give(ReleaseAsset(asset: field, lot: lot), by: .system)
        try register.give(correct(nil, changes[3]))
    }

    @Test("A contract in force or to come keeps them, too; from the day after its end the card is free")
    func underContract() throws {
        try register.give(
            RegisterContract(contract: ContractID("c1")!, terms: TestRegister.terms(end: "2026-12-31")))
        let rejection = register.refuses(.cardUnderContract, try correct { $0.area = Area(mu: 21) })
        #expect(rejection?.text.en.contains("2026-12-31") ?? false)
        register.refuses(.retiredUnderContract, retire())
        try register.give(correct { $0.name = "x" })
        register.now = Instant("2027-01-01T09:00:00+08:00")!
        register.refuses(.retiredUnderContract, retire(on: "2026-12-31"))
        try register.give(correct { $0.area = Area(mu: 21) })
        try register.give(retire(on: "2027-01-01"))
    }

    @Test("A lease ended early frees the card for both")
    func endedEarly() throws {
        let contract = ContractID("c1")!
        try register.give(RegisterContract(contract: contract, terms: TestRegister.terms()))
        register.now = Instant("2026-06-01T09:00:00+08:00")!
        try register.give(EndLease(asset: field, contract: contract, endedOn: day("2026-05-31")), by: .system)
        try register.give(correct { $0.area = Area(mu: 21) })
        try register.give(retire(on: "2026-06-01"))
    }

    @Test("What is disputed waits for the end of the dispute")
    func disputed() throws {
        try register.give(SetAssetDispute(asset: field, dispute: "boundary"))
        register.refuses(.assetDisputed, try correct { $0.boundaries = nil })
        register.refuses(.assetDisputed, retire())
        try register.give(correct { $0.name = "x" })
        try register.give(SetAssetDispute(asset: field))
        try register.give(correct { $0.boundaries = nil })
    }

    @Test("A parcel drawn for the card keeps its owner and keeps it land; it ends with the card where the land is gone")
    func drawn() throws {
        let outline = try #require(LandOutline(text: "38 43000000,402000000 9000,0 0,8000 -9000,0"))
        try register.give(
            EnterParcel(
                owner: TestRegister.collective, division: TestRegister.village, number: "A1", name: "河东", asset: field,
                outline: outline))
        register.refuses(.cardDrawn, try correct { $0.owner = TestRegister.committee })
        register.refuses(.cardDrawn, try correct { $0.assetClass = .yard })
        let other = AssetID("other")!
        try register.give(RegisterAsset(asset: other, card: TestRegister.card(.slope, name: "坡地")))
        register.refuses(.cardDrawn, retire(nil, .mistaken))
        register.refuses(.cardDrawn, retire(nil, .duplicate, by: other))
        try register.give(
            correct {
                $0.area = Area(mu: 11)
                $0.assetClass = .irrigated
            })
        // Land that is gone leaves the map of the day it was entered, and stays on those before.
        register.now = Instant("2026-06-01T09:00:00+08:00")!
        try register.give(retire(nil, .requisitioned, on: "2026-05-20"))
        let path = try register.read { try DivisionQueries.findPath(TestRegister.village, in: $0) ?? "" }
        for (date, count) in [("2026-05-31", 1), ("2026-06-01", 0)] {
            let found = try register.read { try ParcelQueries.list(within: path, on: day(date), in: $0) }
            #expect(found.count == count, "\(date)")
        }
        #expect(try register.read { try ParcelQueries.list(of: field, in: $0) }.isEmpty)
    }

    @Test("What is retired is counted, listed and offered nowhere, is still shown, and has no acts")
    func retired() throws {
        let twin = AssetID("twin")!
        try register.give(RegisterAsset(asset: twin, card: TestRegister.card(name: "河东地（重复）")))
        #expect(try tally().cards == 2 && tally().area == Area(mu: 40))
        try register.give(retire(twin, .duplicate, by: field), by: .villageClerk)
        #expect(try tally() == LandTally(cards: 1, area: Area(mu: 20)))
        try register.read { tx in
            let standing = try AssetQueries.list(within: TestRegister.village, in: tx)
            #expect(standing.map(\.asset.id) == [field])
            let gone = try AssetQueries.list(
                within: TestRegister.village, only: AssetStatus.retired.condition(on: register.now.date), in: tx)
            #expect(gone.map(\.asset.id) == [twin] && gone[0].asset.status(on: day("2020-01-01")) == .retired)
            #expect(gone[0].asset.retirement?.successor == field && gone[0].asset.retirement?.cause == .duplicate)
            #expect(try AssetName.list("", within: .root, limit: 9, in: tx).map(\.id) == ["field"])
            #expect(try AssetQueries.listTwins(of: field, at: TestRegister.village, in: tx).isEmpty)
            #expect(try FoundAsset.list("重复", within: .root, limit: 9, in: tx).map(\.id) == ["twin"])
        }
        register.refuses(.cardRetired, retire(twin))
        register.refuses(.cardRetired, try correct(twin) { $0.name = "x" })
        register.refuses(.cardRetired, ReserveAsset(asset: twin, lot: lot), by: .system)
        register.refuses(.cardRetired, RegisterContract(terms: TestRegister.terms(twin)))
        register.refuses(.cardRetired, SetAssetDispute(asset: twin, dispute: "x"))
        let outline = try #require(LandOutline(text: "38 43000000,402000000 9000,0 0,8000 -9000,0"))
        register.refuses(
            .cardRetired,
            EnterParcel(
                owner: TestRegister.collective, division: TestRegister.village, number: "A1", name: "河东", asset: twin,
                outline: outline))
    }

    @Test("What was merged or registered twice names the card that stands; nothing else does")
    func successors() throws {
        let (other, foreign) = (AssetID("other")!, AssetID("foreign")!)
        try register.give(RegisterAsset(asset: other, card: TestRegister.card(.slope, name: "坡地")))
        try register.give(RegisterAsset(asset: foreign, card: TestRegister.card(.waste, name: "荒地")))
        try register.give(correct(foreign) { $0.owner = TestRegister.committee })
        register.refuses(.assetUnknown, retire(AssetID("x")!))
        register.refuses(.retiredInFuture, retire(on: "2026-03-03"))
        for cause in [RetirementCause.merged, .duplicate] {
            register.refuses(.successorMissing, retire(nil, cause))
            for unfit in [field, foreign, AssetID("x")!] {
                register.refuses(.successorUnfit, retire(nil, cause, by: unfit))
            }
        }
        register.refuses(.successorUnfit, retire(nil, .demolished, by: other))
        try register.give(retire(other, .requisitioned))
        register.refuses(.successorUnfit, retire(nil, .merged, by: other))
    }

    @Test("A contract is registered with its paper or without; what is no paper is refused")
    func paper() throws {
        let (one, mark) = (ContractID("c1")!, String(repeating: "c", count: 64))
        register.refuses(
            .paperUnreadable, RegisterContract(contract: one, terms: TestRegister.terms(), paper: "a photo"))
        try register.give(RegisterContract(contract: one, terms: TestRegister.terms(), paper: mark))
        let shop = AssetID("shop")!
        try register.give(RegisterAsset(asset: shop, card: TestRegister.card(.shop, name: "门面")))
        try register.give(RegisterContract(contract: ContractID("c2")!, terms: TestRegister.terms(shop)))
        #expect(try register.read { try ContractQueries.findPaper(of: one, in: $0) } == mark)
        #expect(try register.read { try ContractQueries.findPaper(of: ContractID("c2")!, in: $0) } == nil)
    }
}
