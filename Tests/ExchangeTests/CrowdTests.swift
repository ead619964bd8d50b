import EventLog
import Kernel
import Registry
import Storage
import Testing

@testable import Exchange

/// Everything that grows with the number of bidders must fit into leaves, each 16 KiB at most.
@Suite("A crowded hall") struct CrowdTests {
    /// The largest leaf that these events become, in bytes; each as the writer encodes it.
    private func largest(_ events: [any Event<Exchange>]) throws -> Int {
        var largest = 0
        for event in events {
            var writer = FieldWriter(personal: .setAside)
            event.write(to: &writer)
            let commitment = try #require(Commitment(base64: String(repeating: "/", count: 42) + "8="))
            let leaf = Leaf(
                kind: "exchange.\(type(of: event).name)", stream: .lot(Village.lot),
                at: Village.at("2026-03-02T09:00:00+08:00"), division: event.division,
                office: Village.agent.office, role: .stationAgent, fields: writer.members,
                commitments: Dictionary(writer.personal.map { ($0.path, commitment) }) { first, _ in first },
                cause: 1_000_000, key: nil)
            largest = max(largest, try leaf.encoded().count)
        }
        return largest
    }

    @Test("Five hundred bidders are dealt their paddles in as many entries as that takes, and all may bid")
    func crowd() throws {
        var run = try LotRun.running(bidders: 500)
        #expect(Set(run.lot.map { Array($0.paddles.values) } ?? []) == Set(1...500))
        #expect(try largest(run.events) <= Leaf.largest)
        try run.bid(100_000, by: 500)
        #expect(run.lot?.auction?.bidCount == 1)
    }

    @Test("Five hundred bidders go to a station, which deals them the same paddles, and any of them may bid there")
    func station() throws {
        var run = try LotRun.listed()
        run.facts.roster = Village.roster(500)
        let opensAt = try #require(run.lot?.notice?.opensAt)
        run.wait(until: opensAt.adding(seconds: -3_600))
        let (key, _) = try StationCourseTests.keys()
        let taken = try run.give(
            TakeLotToStation(lot: Village.lot, key: key, digest: "digest"), by: Village.agent)
        #expect(try largest(taken) <= Leaf.largest)
        #expect(run.lot?.station?.paddles == Set(1...500))
        let terms = try #require(run.lot?.terms)
        var laptop = LotRun()
        laptop.now = opensAt
        let opened = try laptop.give(
            OpenStationHall(
                lot: Village.lot, asset: Village.id("field"), owner: Village.id("collective"),
                village: Village.id("v"), assetName: "East field", villageName: "Tanba", opensAt: opensAt,
                endsAt: opensAt.adding(seconds: 1_800), prioritySeconds: 60, takenEntry: 9, countyCheckpoint: "c",
                paddles: Paddle.dealt(to: Village.roster(500)), terms: terms),
            by: Village.system)
        #expect(try largest(opened) <= Leaf.largest)
        #expect(laptop.lot?.paddles == run.lot?.paddles)
        try laptop.bid(100_000, by: 500)
        #expect(laptop.lot?.auction?.leader == laptop.lot?.paddles[Village.id("person500")])
    }

    @Test("Five hundred sealed offers are opened in their order, whatever entry they stand in, and the best one wins")
    func sealed() throws {
        var run = try ModeTests.hall(ModeTests.terms(.sealed), bidders: 500)
        for bidder in 1...500 { try ModeTests.offer(80_000 + Int64(bidder * 7 % 500) * 100, by: bidder, in: &run) }
        ModeTests.finish(&run)
        let opened = run.lot?.hall.opened ?? []
        #expect(opened.count == 500)
        #expect(opened.map(\.price) == opened.map(\.price).sorted(by: >))
        #expect(run.lot?.award?.price == opened.first?.price && run.lot?.award?.paddle == opened.first?.paddle)
        #expect(try largest(run.events) <= Leaf.largest)
    }

    @Test("In the second shot of five hundred each is held to its own first offer, also to one in a later entry")
    func twoShot() throws {
        var run = try ModeTests.hall(ModeTests.terms(.twoShot), bidders: 500)
        for bidder in 1...500 { try ModeTests.offer(80_000 + Int64(bidder) * 100, by: bidder, in: &run) }
        run.wait(until: try #require(run.lot?.auction?.endsAt))
        #expect(run.lot?.hall.round == 2)
        let (first, last) = (80_000 + 100 * Int64(1), 80_000 + 100 * Int64(500))
        expectRefusal(.bidNotBeyond) { try ModeTests.offer(first - 1, by: 1, in: &run) }
        expectRefusal(.bidNotBeyond) { try ModeTests.offer(last - 1, by: 500, in: &run) }
    }

    @Test("Nine judges' points for a hundred and fifty offers fit into leaves, and no point is lost")
    func tender() throws {
        var run = try ModeTests.hall(ModeTests.terms(.tender, category: .e2, priceWeight: 5_000), bidders: 150)
        for bidder in 1...150 { try ModeTests.offer(80_000 - Int64(bidder) * 100, by: bidder, in: &run) }
        ModeTests.finish(&run)
        let scores = (1...9).flatMap { judge in
            (1...150).map { Score(judge: Int64(judge), paddle: Int64($0), points: Int64($0 * judge)) }
        }
        let recorded = try run.give(
            RecordScores(lot: Village.lot, scores: scores, protocolDigest: "p"), by: Village.agent)
        #expect(try largest(recorded) <= Leaf.largest)
        let told = recorded.compactMap { $0 as? ScoresRecorded }.flatMap(\.scores)
        #expect(Set(told) == Set(scores))
        #expect(run.lot?.award != nil)
    }
}
