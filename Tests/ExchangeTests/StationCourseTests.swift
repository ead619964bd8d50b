import EventLog
import Kernel
import Registry
import Storage
import Testing

@testable import Exchange

/// A station's log, forged in every way its clock and its rules forbid: the county judges it leaf by leaf.
@Suite("A station's log is judged") struct StationCourseTests {
    /// A key of a station's log: the text of its public half, and the whole.
    static func keys() throws -> (text: String, key: SigningKey) {
        let key = try #require(SigningKey(name: "station.test/log", seed: [UInt8](repeating: 7, count: 32)))
        return (key.verifier.text, key)
    }

    /// The county's lot, given to the station on the eve.
    private func county() throws -> LotRun {
        var run = try LotRun.listed()
        run.facts.roster = Village.roster(3)
        let opensAt = try #require(run.lot?.notice?.opensAt)
        run.wait(until: opensAt.adding(seconds: -3_600))
        try run.give(
            TakeLotToStation(lot: Village.lot, key: try Self.keys().text, digest: "digest"), by: Village.agent)
        return run
    }

    /// The leaves of a hall that opens at `opensAt`, has a bid a minute later and ends after its time.
    private func hall(of county: LotRun, at opensAt: Instant) throws -> [Leaf] {
        var laptop = LotRun()
        laptop.now = opensAt
        let terms = try #require(county.lot?.terms)
        let notice = try #require(county.lot?.notice)
        let system = Village.system
        var leaves: [Leaf] = []
        func write(_ events: [any Event<Exchange>]) throws {
            for event in events {
                leaves.append(
                    Leaf(
                        kind: "exchange.\(type(of: event).name)", stream: .lot(Village.lot), at: laptop.now,
                        division: event.division, office: system.office, role: system.role,
                        fields: event.openFields, commitments: [:], cause: nil, key: nil))
            }
        }
        try write(
            laptop.give(
                OpenStationHall(
                    lot: Village.lot, asset: Village.id("field"), owner: Village.id("collective"),
                    village: Village.id("v"), assetName: "East field", villageName: "Tanba",
                    opensAt: opensAt,
                    endsAt: opensAt.adding(milliseconds: notice.endsAt.milliseconds - notice.opensAt.milliseconds),
                    prioritySeconds: 60, takenEntry: 9,
                    countyCheckpoint: "c", paddles: Paddle.dealt(to: Village.roster(3)), terms: terms),
                by: system))
        laptop.now = opensAt.adding(seconds: 60)
        try write(
            laptop.give(
                PlaceBid(lot: Village.lot, price: Money(fen: 82_000)), by: Village.principal(.bidder, "person1")))
        laptop.now = try #require(laptop.lot?.auction?.endsAt)
        try write(laptop.give(EndAuction(lot: Village.lot), by: system))
        return leaves
    }

    /// What the station hands in: its leaves, with the checkpoint as `key` signs it.
    private func handIn(_ leaves: [Leaf], signedBy key: SigningKey? = nil) throws -> ReturnLotFromStation {
        let texts = try leaves.map { String(decoding: try $0.encoded(), as: UTF8.self) }
        var range = CompactRange()
        let hashes = texts.map { Hash.leaf(Array($0.utf8)) }
        for hash in hashes { range.append(hash) }
        let key = try key ?? Self.keys().key
        let checkpoint = Checkpoint(origin: key.verifier.name, size: range.size, root: range.root).signed(by: key)
        return ReturnLotFromStation(
            lot: Village.lot,
            checkpoint: try Verbatim(
                field: .string(String(decoding: checkpoint.bytes, as: UTF8.self)), notation: .exact),
            leaves: texts.map { LeafText($0) }, hashes: hashes.map(\.base64))
    }

    /// What the county answers to these leaves, signed as the station signs; nil when it takes the lot back.
    private func answer(_ leaves: [Leaf], _ county: LotRun, at now: Instant) throws -> Int? {
        var run = county
        run.now = now
        let command = try handIn(leaves)
        return refusal { try run.give(command, by: Village.agent) }
    }

    @Test("An honest log is taken back; its clock may be slow by as much as the laptop was opened late")
    func honest() throws {
        let county = try county()
        let opensAt = try #require(county.lot?.notice?.opensAt)
        for late in [Int64(0), 1_800] {
            let leaves = try hall(of: county, at: opensAt.adding(seconds: late))
            #expect(try answer(leaves, county, at: opensAt.adding(seconds: 86_400)) == nil)
        }
    }

    @Test("A clock that ran backwards, one before the opening and one after the merge are each refused by name")
    func clocks() throws {
        let county = try county()
        let opensAt = try #require(county.lot?.notice?.opensAt)
        let merge = opensAt.adding(seconds: 86_400)
        var leaves = try hall(of: county, at: opensAt)
        #expect(try answer(leaves, county, at: try #require(leaves.last?.at)) == nil, "merged at the very end")
        #expect(try answer(leaves, county, at: opensAt.adding(seconds: 30)) == ExchangeRefusal.clockAhead.number)
        #expect(
            try answer(try hall(of: county, at: opensAt.adding(milliseconds: -1)), county, at: merge)
                == ExchangeRefusal.clockBehind.number)
        leaves.insert(leaves[leaves.count - 1], at: leaves.count - 2)
        #expect(
            try answer(leaves, county, at: merge) == ExchangeRefusal.logOther.number, "an end before the bid that won")
        leaves = try hall(of: county, at: opensAt)
        // Something else of the laptop, an hour later, in front.
        leaves.insert(
            Leaf(
                kind: "registry.officeOpened", stream: StreamID("office", "x"), at: opensAt.adding(seconds: 3_600),
                division: nil, office: Village.agent.office, role: .stationAgent, fields: [:], commitments: [:],
                cause: nil, key: nil), at: 0)
        #expect(try answer(leaves, county, at: merge) == ExchangeRefusal.clockBackwards.number)
    }

    @Test("A changed leaf, another key's checkpoint and a log that stops before the end are each refused by name")
    func forged() throws {
        var county = try county()
        let opensAt = try #require(county.lot?.notice?.opensAt)
        let leaves = try hall(of: county, at: opensAt)
        county.now = opensAt.adding(seconds: 86_400)
        let honest = try handIn(leaves)
        let other = try #require(SigningKey(name: "station.test/log", seed: [UInt8](repeating: 8, count: 32)))
        var texts = honest.leaves
        texts[3] = LeafText(texts[3].text.replacing("82000", with: "84000"))
        #expect(texts[3] != honest.leaves[3])
        let changed = ReturnLotFromStation(
            lot: Village.lot, checkpoint: honest.checkpoint, leaves: texts, hashes: honest.hashes)
        let changedThroughout = ReturnLotFromStation(
            lot: Village.lot, checkpoint: honest.checkpoint, leaves: texts,
            hashes: texts.map { Hash.leaf(Array($0.text.utf8)).base64 })
        expectRefusal(.logBad) { try county.give(changed, by: Village.agent) }
        expectRefusal(.checkpointBad) { try county.give(changedThroughout, by: Village.agent) }
        expectRefusal(.checkpointBad) { try county.give(try handIn(leaves, signedBy: other), by: Village.agent) }
        expectRefusal(.notEnded) { try county.give(try handIn(Array(leaves.dropLast())), by: Village.agent) }
        try county.give(honest, by: Village.agent)
        #expect(county.lot?.award == Lot.Award(paddle: 1, price: Money(fen: 82_000)))
    }

    @Test("A lot is not given to a station without the public key of the station's log")
    func noKey() throws {
        var run = try LotRun.listed()
        run.facts.roster = Village.roster(3)
        run.wait(until: try #require(run.lot?.notice?.closesAt))
        expectRefusal(.keyWrong) {
            try run.give(TakeLotToStation(lot: Village.lot, key: "no key", digest: "digest"), by: Village.agent)
        }
    }

    @Test("At a station the house bids for nobody, and nothing but the auction is done there")
    func onlyTheHall() throws {
        let county = try county()
        let opensAt = try #require(county.lot?.notice?.opensAt)
        var laptop = LotRun()
        laptop.now = opensAt
        let terms = try #require(county.lot?.terms)
        try laptop.give(
            OpenStationHall(
                lot: Village.lot, asset: Village.id("field"), owner: Village.id("collective"), village: Village.id("v"),
                assetName: "East field", villageName: "Tanba", opensAt: opensAt,
                endsAt: opensAt.adding(seconds: 1_800), prioritySeconds: 60, takenEntry: 9, countyCheckpoint: "c",
                paddles: Paddle.dealt(to: Village.roster(3)), terms: terms), by: Village.system)
        let limit = Confidential(Money(fen: 100_000), of: Village.id("x"))
        expectRefusal(.proxyNotAtStation) {
            try laptop.give(
                SetProxyLimit(lot: Village.lot, limit: limit), by: Village.principal(.bidder, "person1"))
        }
        expectRefusal(.wrongState) {
            try laptop.give(
                SuspendLot(lot: Village.lot, cause: .systemFailure, reasons: "why"),
                by: Village.principal(.supervisor, "s"))
        }
        try laptop.bid(82_000, by: 1)
        laptop.wait(until: opensAt.adding(seconds: 7_200))
        #expect(laptop.lot?.state == .awardProposed)
        expectRefusal(.wrongState) { try laptop.give(PublishResult(lot: Village.lot), by: Village.agent) }
    }

    @Test("Only open auctions that go up or down step by step go to a station", arguments: TradingMode.allCases)
    func modes(_ mode: TradingMode) throws {
        guard ![.ascending, .reverse].contains(mode) else { return }
        var run = try LotRun.listed()
        run.facts.roster = Village.roster(3)
        run.wait(until: try #require(run.lot?.notice?.opensAt).adding(seconds: -3_600))
        run.state.lot?.terms = ModeTests.terms(mode)
        let key = try Self.keys().text
        expectRefusal(.modeNotForStation) {
            try run.give(TakeLotToStation(lot: Village.lot, key: key, digest: "digest"), by: Village.agent)
        }
    }
}
