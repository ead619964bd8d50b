import Kernel
import Registry
import Storage
import Testing
import Web

@testable import Exchange

@Suite("A lot's life in the store")
struct LifeTests {
    @Test("From the draft to the certificate, every state stands in the store with its instant")
    func wholeLife() throws {
        let installation = try TestInstallation.signed()
        let signed = try installation.view()
        #expect(signed.total == Money(fen: 72_000_000) && signed.lesseeName == "王**")
        try installation.give(
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 28_800_000), reference: "t"), by: Village.agent)
        try installation.certify()
        try installation.give(FileLot(lot: Village.lot), by: Village.agent)
        let view = try installation.view()
        #expect(
            view.steps.map(\.state) == [
                .draft, .submitted, .accepted, .reviewing, .approved, .listed, .closed, .auctionScheduled,
                .auctionRunning, .awardProposed, .resultPublicity, .awardConfirmed, .contractPending, .contractSigned,
                .settling, .certified, .filed, .performing,
            ])
        #expect(view.bids.count == 21 && view.line.price == Money(fen: 120_000) && view.bidders == 3)
        let deposits = try installation.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(Set(deposits.map(\.deposit)) == [.refundDue, .convertedToPrice])
        #expect(deposits.filter { $0.deposit == .convertedToPrice }.count == 1)
    }

    @Test("A notice over New Year's Day ends with the last of its working days, make-up days counted")
    func noticeClock() throws {
        let installation = try TestInstallation()
        installation.now = Village.at("2026-02-10T15:00:00+08:00")
        try installation.list()
        // Ten working days after 10 February 2026: 11–14 (Saturday the 14th is worked), then the festival until the 23rd.
        var day = Village.day("2026-02-10")
        var left = 10
        while left > 0 {
            day = day.adding(days: 1)
            if try WorkingCalendar.announced.isWorkingDay(day) { left -= 1 }
        }
        let closes = try #require(installation.view().line.closesAt)
        #expect(closes == day.end)
        #expect(try WorkingCalendar.announced.isWorkingDay(Village.day("2026-02-14")))
        #expect(day.dayNumber - Village.day("2026-02-10").dayNumber > 14)
        try installation.wait(until: closes.adding(milliseconds: -1))
        #expect(try installation.view().line.state == .listed)
        try installation.wait(until: closes)
        #expect(try installation.view().line.state == .relistDecision)
    }

    @Test("A deposit from another's account does not qualify; one account for two bidders is refused")
    func foreignMoney() throws {
        let installation = try TestInstallation()
        try installation.list()
        let one = Village.principal(.bidder, "person1")
        let mine = Personal("6222 1", of: Village.id("x"))
        let theirs = Personal("6222 2", of: Village.id("x"))
        try installation.give(
            RegisterBidder(lot: Village.lot, bidder: Village.id("b1"), party: Village.id("person1"), account: mine),
            by: one)
        installation.expectRefusal(
            .accountShared, RegisterBidder(lot: Village.lot, party: Village.id("person2"), account: mine),
            by: Village.principal(.bidder, "person2"))
        installation.expectRefusal(
            .slipNotFromDesk,
            RegisterBidder(lot: Village.lot, party: Village.id("person2"), account: theirs, slip: "x"), by: one)
        installation.expectRefusal(
            .slipMissing, RegisterBidder(lot: Village.lot, party: Village.id("person2"), account: theirs),
            by: Village.agent)
        try installation.give(
            RecordDeposit(
                bidder: Village.id("b1"), amount: Money(fen: 1_000_000), payerAccount: theirs, reference: "t"),
            by: Village.agent)
        installation.expectRefusal(.depositMissing, QualifyBidder(bidder: Village.id("b1")), by: Village.agent)
        let rows = try installation.database.read { try BidderQueries.listRoster(of: Village.lot, in: $0) }
        #expect(rows.map(\.deposit) == [.arrived])
    }

    @Test("No leaf of a registration says for which lot or by whom")
    func registrationsAreSealed() throws {
        let installation = try TestInstallation()
        try installation.list()
        try installation.admit(2)
        let registered = installation.all(BidderRegistered.self)
        #expect(registered.count == 2)
        for event in registered {
            var writer = FieldWriter(personal: .setAside)
            event.write(to: &writer)
            #expect(writer.members.keys.sorted() == ["bidder"])
            #expect(Set(writer.personal.map(\.path)) == ["lot", "party", "account", "accountMark"])
            #expect(event.division == nil)
        }
    }

    @Test("A suspended lot comes back to where it stood, with at least three working days on its clock")
    func suspension() throws {
        let installation = try TestInstallation()
        try installation.list()
        let closes = try #require(installation.view().line.closesAt)
        installation.now = closes.adding(seconds: -60)
        try installation.give(
            SuspendLot(lot: Village.lot, cause: .ownershipDispute, reasons: "boundary"), by: Village.reviewer)
        try installation.wait(until: closes.adding(seconds: 10))
        #expect(try installation.view().line.state == .suspended)
        try installation.give(ResumeLot(lot: Village.lot), by: Village.reviewer)
        let again = try #require(installation.view().line.closesAt)
        #expect(again == (try WorkingCalendar.announced.end(ofWorkingDays: 3, from: installation.now)))
        try installation.wait(until: again)
        #expect(try installation.view().line.state == .relistDecision)
    }

    @Test("Every page of a lot is there in both languages, and what a bidder sees before the start hides the count")
    func pages() throws {
        let installation = try TestInstallation()
        try installation.list()
        try installation.admit(2)
        let view = try installation.view()
        #expect(view.bidders == 0)
        for language in Language.allCases {
            for role in Role.allCases {
                let request = PageRequest(
                    path: "/lots/L1", language: language, now: installation.now, principal: Village.principal(role, "p")
                )
                #expect(LotPage(view: view).page(request).body.markup.contains("河东二十亩"))
                for act in LotAct.all {
                    #expect(LotActPage(view: view, act: act).page(request).body.markup.contains("name=\"lot\""))
                }
            }
        }
        let paths = Exchange.routes(database: installation.database).map(\.path)
        #expect(Set(paths).count == paths.count)
    }

    @Test("A lot is found by words of its name, by place, category, price and state")
    func search() throws {
        let installation = try TestInstallation()
        try installation.list()
        func found(_ search: LotSearch) throws -> Int {
            try installation.database.read { try LotQueries.list(search, in: $0).count }
        }
        #expect(try found(LotSearch(text: "二十亩")) == 1)
        #expect(try found(LotSearch(text: "河西")) == 0)
        #expect(try found(LotSearch(village: Village.id("p140421"))) == 1)
        #expect(try found(LotSearch(category: .c1)) == 0)
        #expect(try found(LotSearch(category: .a1, state: .listed, lowest: Money(fen: 80_000))) == 1)
        #expect(try found(LotSearch(highest: Money(fen: 79_999))) == 0)
    }
}
