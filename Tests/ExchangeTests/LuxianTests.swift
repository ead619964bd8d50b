import Kernel
import Registry
import Testing

@testable import Exchange

@Suite("The Luxian deal of 2019")
struct LuxianTests {
    @Test("Thirty years are too long for a lease, and the answer names the article")
    func leaseIsCapped() {
        var run = LotRun()
        let draft = DraftLot(
            lot: Village.lot, asset: Village.id("field"), organisation: Village.id("collective"),
            terms: Village.terms(category: .a2, way: .lease))
        #expect(
            throws: ExchangeRefusal.leaseTooLong(20, 30),
            performing: { try run.give(draft, by: Village.clerk) })
        #expect(ExchangeRejection.leaseTooLong(cap: 20, years: 30).basis?.article.en.contains("art. 705") == true)
        #expect(run.lot == nil)
    }

    @Test("A land operation right may not outlive what is left of the contract, to the day")
    func rightIsCapped() {
        func refused(until day: String) -> Int? {
            refusal {
                var run = LotRun(facts: ExchangeFacts(asset: Village.card(rightUntil: Village.day(day))))
                try run.give(
                    DraftLot(
                        lot: Village.lot, asset: Village.id("field"), organisation: Village.id("collective"),
                        terms: Village.terms()), by: Village.clerk)
            }
        }
        #expect(refused(until: "2049-05-31") == nil)
        #expect(refused(until: "2049-05-30") == 3012)
    }

    @Test("Twenty rounds of 20 yuan from 800 end at 1,200: 720,000 in all, 288,000/216,000/216,000 in years 1, 3 and 5")
    func dealIsExact() throws {
        var run = try LotRun.running(Village.terms(), bidders: 3)
        for round in 1...20 { try run.bid(80_000 + Int64(round) * 2_000, by: round % 3 + 1) }
        run.wait(until: run.now.adding(seconds: 7_200))
        #expect(run.lot?.state == .awardProposed)
        try run.give(PublishResult(lot: Village.lot), by: Village.agent)
        run.wait(until: run.now.adding(seconds: 30 * 86_400))
        #expect(run.lot?.state == .contractPending)
        run.facts.roster = Village.roster(3).enumerated().map { position, row in
            BidderRow(
                bidder: row.bidder, lot: row.lot, party: row.party, state: row.state, deposit: .locked,
                paddle: Int64(position) + 1)
        }
        let events = try run.give(SignContract(lot: Village.lot), by: Village.agent)
        guard case .contractSigned(let signed) = events.first else {
            Issue.record("no contract")
            return
        }
        #expect(signed.price == Money(fen: 120_000))
        #expect(signed.total == Money(fen: 72_000_000))
        #expect(signed.instalments.map(\.amount.fen) == [28_800_000, 21_600_000, 21_600_000])
        #expect(signed.instalments.map(\.due.description) == ["2019-06-01", "2021-06-01", "2023-06-01"])
        #expect(signed.endsOn.description == "2049-05-31")
        #expect(signed.lessee.text == "person3")
        #expect(refusal { try run.give(CertifyLot(lot: Village.lot), by: Village.agent) } == 3004)
        try run.give(
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 28_799_999), reference: "t1"), by: Village.agent)
        #expect(refusal { try run.give(CertifyLot(lot: Village.lot), by: Village.agent) } == 3072)
        try run.give(
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 1), reference: "t2"), by: Village.agent)
        try run.give(CertifyLot(lot: Village.lot), by: Village.agent)
        #expect(run.lot?.state == .certified)
    }

    @Test("Acceptance, review and release need three different persons")
    func sixEyes() throws {
        var run = LotRun()
        try run.give(
            DraftLot(
                lot: Village.lot, asset: Village.id("field"), organisation: Village.id("collective"),
                terms: Village.terms()), by: Village.clerk)
        try run.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        try run.give(AcceptLot(lot: Village.lot), by: Village.agent)
        let review = ReviewLot(lot: Village.lot, decision: .approve)
        #expect(refusal { try run.give(review, by: Village.agent) } == 3030)
        try run.give(review, by: Village.reviewer)
        #expect(refusal { try run.give(PublishNotice(lot: Village.lot), by: Village.agent) } == 3030)
        #expect(refusal { try run.give(PublishNotice(lot: Village.lot), by: Village.reviewer) } == 3030)
        try run.give(PublishNotice(lot: Village.lot), by: Village.releaser)
        #expect(run.lot?.state == .listed)
    }
}
