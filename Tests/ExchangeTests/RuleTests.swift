import Kernel
import Registry
import Storage
import Testing

@testable import Exchange

@Suite("Papers, bars, conflicts and clocks") struct RuleTests {
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
        let house = try TestHouse()
        try house.give(
            DraftLot(
                lot: Village.lot, asset: TestHouse.asset, organisation: TestHouse.collective,
                terms: Village.terms(category: .b1, startsOn: nil)), by: Village.clerk)
        try house.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        #expect(refusal { try house.give(AcceptLot(lot: Village.lot), by: Village.agent) } == 3023)
        #expect(
            refusal {
                try house.give(
                    AttachMaterial(lot: Village.lot, material: .departmentOpinion, digest: "scan"), by: Village.clerk)
            } == 3024)
        try house.give(
            AttachMaterial(lot: Village.lot, material: .departmentOpinion, digest: Self.paper), by: Village.clerk)
        try house.give(AcceptLot(lot: Village.lot), by: Village.agent)
        #expect(try house.view().papers.map(\.digest) == [Self.paper])
        #expect(
            refusal {
                try house.give(
                    AttachMaterial(lot: Village.lot, material: .other, digest: Self.paper), by: Village.clerk)
            } == 3004)
    }

    // MARK: Who may bid

    private func register(_ number: Int, in house: TestHouse, account: String? = nil) -> Int? {
        refusal {
            try house.give(
                RegisterBidder(
                    lot: Village.lot, party: Village.id("person\(number)"),
                    account: Personal(account ?? "acc \(number)", of: Village.id("x"))),
                by: Village.principal(.bidder, "person\(number)"))
        }
    }

    @Test("A barred party is refused until its last day is over, or until the bar is lifted; the record stays")
    func bars() throws {
        let house = try TestHouse()
        try house.list()
        let party: PartyID = Village.id("person1")
        func bar(_ cause: BarCause, until: CivilDate? = nil, source: String = "No. 7") -> Int? {
            refusal {
                try house.give(
                    BarParty(party: party, cause: cause, until: until, reasons: "r", source: source),
                    by: Village.reviewer)
            }
        }
        #expect(bar(.falsePapers) == 3100 && bar(.breach, source: " ") == 3031)
        #expect(bar(.collusion) == nil)
        let line = try #require(try house.database.read { try BarQueries.list(in: $0) }.first)
        #expect(line.until == house.now.date.adding(months: 36) && line.source == "No. 7")
        #expect(register(1, in: house) == 3083)
        try house.give(LiftBar(party: party, reasons: "annulled"), by: Village.reviewer)
        #expect(
            refusal { try house.give(LiftBar(party: party, reasons: "again"), by: Village.reviewer) } == 3101)
        #expect(register(1, in: house) == nil)
        #expect(try house.database.read { try BarQueries.list(in: $0) }.map(\.lifted) == [house.now.date])
    }

    @Test("A shorter bar never shortens a longer one")
    func twoBars() throws {
        let house = try TestHouse()
        try house.list()
        let party: PartyID = Village.id("person1")
        for cause in [BarCause.collusion, .breach] {
            try house.give(BarParty(party: party, cause: cause, reasons: "r", source: "s"), by: Village.reviewer)
        }
        house.now = house.now.adding(days: 500)
        #expect(
            try house.database.read { try BidderQueries.findBar(of: party, in: $0) }
                == Village.day("2026-03-02").adding(months: 36))
    }

    @Test("Who sits at an open desk over the village may not bid for its lots; a bidder's own account does not matter")
    func officials() throws {
        let house = try TestHouse()
        try house.list()
        func open(_ office: String, _ role: Role, _ place: String, _ person: String) throws {
            try house.register(
                .openOffice(
                    OpenOffice(
                        office: Village.id(office), role: role, division: Village.id(place), person: Village.id(person),
                        title: office)))
        }
        try open("town-desk", .stationAgent, "p140421100", "person1")
        try open("own-account", .bidder, "p140421100201", "person2")
        #expect(register(1, in: house) == 3084)
        #expect(register(2, in: house) == nil)
        try house.register(.closeOffice(CloseOffice(office: Village.id("town-desk"))))
        #expect(register(1, in: house) == nil)
    }

    // MARK: The only bidder, and stops

    @Test("A county lot with one bidder is offered once more before it is agreed; a smaller one is agreed at once")
    func singleBidder() throws {
        // Thirty years: a county lot.
        let house = try TestHouse()
        try house.list()
        try house.admit(1)
        try house.wait(until: house.now.adding(days: 30))
        #expect(try house.view().line.state == .singleBidder)
        let agree = AgreePrice(lot: Village.lot, price: Money(fen: 80_000))
        #expect(refusal { try house.give(agree, by: Village.agent) } == 3102)
        try house.give(RelistLot(lot: Village.lot), by: Village.agent)
        try house.wait(until: house.now.adding(days: 30))
        try house.give(agree, by: Village.agent)
        #expect(try house.view().line.state == .awardProposed)
        let small = try TestHouse()
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
        #expect(
            refusal { try run.give(SuspendLot(lot: Village.lot, cause: .fraud, reasons: "r"), by: Village.reviewer) }
                != nil)
        try run.give(ExtendSuspension(lot: Village.lot, reasons: "r"), by: Village.reviewer)
        #expect(
            refusal { try run.give(ExtendSuspension(lot: Village.lot, reasons: "r"), by: Village.reviewer) } == 3099)
        run.wait(until: stopped.adding(days: 60).adding(milliseconds: -1))
        #expect(run.lot?.state == .suspended)
        run.wait(until: stopped.adding(days: 60))
        #expect(run.lot?.state == .listed)
    }

    @Test("Only listed causes stop a lot, each in its own way; natural delisting only when nobody took it")
    func causes() throws {
        var run = try LotRun.listed()
        let officer = Village.principal(.countyOfficer, "o")
        func stop(_ verb: any Verb) -> Int? { refusal { try run.give(verb, by: officer) } }
        #expect(stop(SuspendLot(lot: Village.lot, cause: .fraud, reasons: "r")) == 3103)
        #expect(stop(TerminateLot(lot: Village.lot, cause: .systemFailure, reasons: "r")) == 3103)
        #expect(stop(WithdrawLot(lot: Village.lot, cause: .forceMajeure, reasons: "r")) == 3103)
        #expect(stop(WithdrawLot(lot: Village.lot, cause: .naturalDelisting, reasons: "r")) == 3004)
        run.wait(until: run.now.adding(days: 40))
        #expect(run.lot?.state == .relistDecision)
        #expect(stop(WithdrawLot(lot: Village.lot, cause: .naturalDelisting, reasons: "r")) == nil)
        #expect(run.lot?.state == .withdrawn)
    }

    // MARK: The bank's file

    private func bank(_ rows: String...) -> ImportDeposits {
        let head = "流水号,日期,金额,付款户名,付款账号,附言"
        return ImportDeposits(csv: Personal(([head] + rows).joined(separator: "\n"), of: .accounts))
    }

    private func listed(bidders: Int) throws -> TestHouse {
        let house = try TestHouse()
        try house.list()
        for number in 1...bidders {
            try house.give(
                RegisterBidder(
                    lot: Village.lot, bidder: Village.id("b\(number)"), party: Village.id("person\(number)"),
                    account: Personal("6222 000\(number)", of: Village.id("x"))),
                by: Village.principal(.bidder, "person\(number)"))
        }
        return house
    }

    private static let station = Principal(
        person: Village.id("agent"), role: .stationAgent, office: Village.id("desk"),
        division: Village.id("p140421100"))

    @Test("A bank's file matches arrivals to registrations; a stranger's account arrives but is not matched")
    func bankFile() throws {
        let house = try listed(bidders: 2)
        try house.give(
            bank("T1,2026-03-04,\"10,000.00\",王,62220001,b1", "T2,2026-03-04,10000,李,62220009,b2"), by: Self.station)
        let lines = try house.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(lines.sorted { $0.bidder < $1.bidder }.map(\.deposit) == [.matched, .arrived])
        // The same file again: nothing waits for a deposit any more.
        #expect(refusal { try house.give(bank("T1,2026-03-04,10000,王,62220001,b1"), by: Self.station) } == 3112)
    }

    @Test("Every bad row of a bank's file is reported at once, and nothing of it is recorded")
    func badRows() throws {
        let house = try listed(bidders: 2)
        do {
            try house.give(
                bank(
                    "T1,2026-03-04,10000,王,62220001,b1", ",2026-02-30,-5,王,,b2", "T1,2026-03-04,1.234,王,62220002,b2"),
                by: Self.station)
            Issue.record("a bad file was taken")
        } catch let rejection as Rejection {
            #expect(rejection.flattened.map(\.number) == [3111, 3111, 3111, 3111, 3111, 3113])
        }
        do {
            try house.give(
                bank(
                    "T1,2026-03-04,9999.99,王,62220001,b1", "T2,2026-03-04,10000,李,62220002,nobody",
                    "T3,2026-03-04,10000,李,62220002,b2"), by: Self.station)
            Issue.record("a file that fits nobody was taken")
        } catch let rejection as Rejection {
            #expect(rejection.flattened.map(\.number) == [3088, 3112])
        }
        let headless = ImportDeposits(csv: Personal("a,b\n1,2", of: .accounts))
        #expect(refusal { try house.give(headless, by: Self.station) } == 3110)
        let lines = try house.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(Set(lines.map(\.deposit)) == [.required])
    }

    @Test(
        "A bank's whole statement is read as banks write it; an amount with two readings is refused and both are named")
    func wholeStatement() throws {
        let house = try listed(bidders: 2)
        let head = "某某银行账户明细\n,,,,,,\n交易流水号\t交易日期\t借方发生额\t贷方发生额（元）\t对方户名\t对方账号\t附言\n"
        let rows = "T1\t2026.3.4 14:02:33\t\t\"10,000.00\"\t王\t6222 0001\tb1\nT2\t20260304\t3,000.00\t\t张\t1\t取现\n"
        let rest =
            "T3\t2026年3月4日\t\t3.17\t\t\t结息\nT4\t2026/3/4\t0\t10000元\t李\t62220009\tｂ２\n合计\t\t3000\t20003.17\t\t\t\n"
        try house.give(ImportDeposits(csv: Personal(head + rows + rest, of: .accounts)), by: Self.station)
        let lines = try house.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(lines.sorted { $0.bidder < $1.bidder }.map(\.deposit) == [.matched, .arrived])
        let answers = try BankLine.answers(head + rows + rest)
        #expect(answers.map(\.line) == [1, 2, 4, 5, 6, 7, 8])
        do {
            try house.give(bank("T1,2026-03-04,\"100,00\",王,62220001,b1"), by: Self.station)
            Issue.record("an amount with two readings was taken")
        } catch let rejection as Rejection {
            #expect(rejection.number == 1025)
            #expect(rejection.text.en.contains("100.00") && rejection.text.en.contains("10000"))
        }
    }

    @Test("A file handed in by a desk elsewhere finds nobody; one account for two bidders is a sign of collusion")
    func elsewhere() throws {
        let house = try listed(bidders: 2)
        let other = Principal(
            person: Village.id("agent"), role: .stationAgent, office: Village.id("far"), division: Village.id("p999"))
        #expect(refusal { try house.give(bank("T1,2026-03-04,10000,王,62220001,b1"), by: other) } == 3112)
        try house.give(bank("T1,2026-03-04,10000,王,62220002,b1"), by: Self.station)
        let line = try #require(try house.database.read { try BidderQueries.findLine(Village.id("b1"), in: $0) })
        #expect(line.isShared && line.deposit == .arrived)
    }
}
