import Kernel
import Storage
import Testing

@testable import Exchange
@testable import Registry

@Suite("Papers, the only bidder, and stops") struct RuleTests {
    private static let paper = String(repeating: "ab", count: 32)

    // MARK: Papers

    @Test("Every row of the list of papers has its source, and a sale needs a valuation in every mode")
    func rows() {
        #expect(Checklist.shipped.count >= 25)
        #expect(Checklist.shipped.allSatisfy { !$0.source.isEmpty })
        for mode in TradingMode.allCases {
            let terms = Village.terms(category: .c2, mode: mode)
            let list = Checklist(terms, .collective, on: Village.day("2026-03-02"), hasResolution: true)
            #expect(list.missing([]).contains(.valuationReport))
            #expect(!list.missing([.valuationReport]).contains(.valuationReport))
        }
    }

    @Test("Category, seller, mode and day each decide what is asked; what the register proves is not asked again")
    func cells() {
        func missing(
            _ category: TradeCategory, _ seller: SellerKind, _ mode: TradingMode = .ascending,
            way: TransferWay = .lease, day: String = "2026-03-02", hasResolution: Bool = true
        ) -> [Material] {
            Checklist(
                Village.terms(category: category, way: way, mode: mode), seller, on: Village.day(day),
                hasResolution: hasResolution
            ).missing([])
        }
        #expect(missing(.a1, .household) == [])
        #expect(missing(.a1, .bundle) == [.householdMandates, .parcelList])
        #expect(missing(.a2, .collective) == [])
        #expect(missing(.a2, .collective, hasResolution: false) == [.resolutionMinutes])
        #expect(missing(.b1, .collective) == [.departmentOpinion])
        #expect(missing(.c1, .collective, .liveAuction) == [.auctioneerLicence])
        #expect(missing(.c1, .collective, way: .shareholding) == [.valuationReport])
        #expect(missing(.e1, .collective, .tender) == [.projectPlan, .scoringRules])
        #expect(missing(.c2, .collective, day: "2017-12-31") == [])
    }

    @Test("A lot is not accepted before its papers are there; the refusal names what is missing")
    func acceptance() throws {
        let installation = try TestInstallation()
        try installation.give(
            DraftLot(
                lot: Village.lot, asset: TestInstallation.asset, organisation: TestInstallation.collective,
                terms: Village.terms(category: .b1, startsOn: nil)), by: Village.clerk)
        try installation.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        expectRefusal(.checklistIncomplete) { try installation.give(AcceptLot(lot: Village.lot), by: Village.agent) }
        expectRefusal(.digestWrong) {
            try installation.give(
                AttachMaterial(lot: Village.lot, material: .departmentOpinion, digest: "scan"), by: Village.clerk)
        }
        try installation.give(
            AttachMaterial(lot: Village.lot, material: .departmentOpinion, digest: Self.paper), by: Village.clerk)
        try installation.give(AcceptLot(lot: Village.lot), by: Village.agent)
        #expect(try installation.view().papers.map(\.digest) == [Self.paper])
        expectRefusal(.wrongState) {
            try installation.give(
                AttachMaterial(lot: Village.lot, material: .other, digest: Self.paper), by: Village.clerk)
        }
    }

    // MARK: The only bidder, and stops

    @Test("A county lot with one bidder is offered once more before it is agreed; a smaller one is agreed at once")
    func singleBidder() throws {
        // Thirty years: a county lot.
        let installation = try TestInstallation()
        try installation.list()
        try installation.admit(1)
        try installation.wait(until: installation.now.adding(days: 30))
        #expect(try installation.view().line.state == .singleBidder)
        let agree = AgreePrice(lot: Village.lot, price: Money(fen: 80_000))
        expectRefusal(.relistFirst) { try installation.give(agree, by: Village.agent) }
        try installation.give(RelistLot(lot: Village.lot), by: Village.agent)
        try installation.wait(until: installation.now.adding(days: 30))
        try installation.give(agree, by: Village.agent)
        #expect(try installation.view().line.state == .awardProposed)
        let small = try TestInstallation()
        try small.list(Village.terms(startsOn: nil, years: 3, payments: []))
        try small.admit(1)
        try small.wait(until: small.now.adding(days: 30))
        try small.give(agree, by: Village.agent)
    }

    @Test("A suspension ends by itself after its longest time, which may be prolonged once")
    func suspension() throws {
        var run = try LotRun.listed()
        let stopped = run.now
        try run.give(SuspendLot(lot: Village.lot, cause: .forceMajeure, reasons: "r"), by: Village.reviewer)
        expectRefusal(.wrongState) {
            try run.give(SuspendLot(lot: Village.lot, cause: .forceMajeure, reasons: "r"), by: Village.reviewer)
        }
        try run.give(ExtendSuspension(lot: Village.lot, reasons: "r"), by: Village.reviewer)
        expectRefusal(.extensionUsedUp) {
            try run.give(ExtendSuspension(lot: Village.lot, reasons: "r"), by: Village.reviewer)
        }
        run.wait(until: stopped.adding(days: 60).adding(milliseconds: -1))
        #expect(run.lot?.state == .suspended)
        run.wait(until: stopped.adding(days: 60))
        #expect(run.lot?.state == .listed)
    }

    @Test("Only listed causes stop a lot, each in its own way; natural delisting only when nobody took it")
    func causes() throws {
        var run = try LotRun.listed()
        let officer = Village.principal(.countyOfficer, "o")
        let wrong: [any Command<Exchange>] = [
            SuspendLot(lot: Village.lot, cause: .fraud, reasons: "r"),
            TerminateLot(lot: Village.lot, cause: .systemFailure, reasons: "r"),
            WithdrawLot(lot: Village.lot, cause: .forceMajeure, reasons: "r"),
        ]
        for verb in wrong { expectRefusal(.causeNotListed) { try run.give(verb, by: officer) } }
        let delist = WithdrawLot(lot: Village.lot, cause: .naturalDelisting, reasons: "r")
        expectRefusal(.wrongState) { try run.give(delist, by: officer) }
        run.wait(until: run.now.adding(days: 40))
        #expect(run.lot?.state == .relistDecision)
        try run.give(delist, by: officer)
        #expect(run.lot?.state == .withdrawn)
    }
}
