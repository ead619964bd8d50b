import Kernel
import Storage
import Testing

@testable import Exchange
@testable import Registry

@Suite("Who may bid, and their deposits") struct BidderTests {
    private func register(_ number: Int, slip: String? = nil) -> RegisterBidder {
        RegisterBidder(
            lot: Village.lot, bidder: Village.id("b\(number)"), party: Village.id("person\(number)"),
            account: account(number), slip: slip)
    }

    private func account(_ number: Int) -> Personal<String> { Personal("6222 000\(number)", of: Village.id("x")) }

    private func bidder(_ number: Int) -> Principal { Village.principal(.bidder, "person\(number)") }

    private func record(
        _ number: Int, fen: Int64 = 1_000_000, from account: Personal<String>? = nil, reference: String? = nil
    )
        -> RecordDeposit
    {
        RecordDeposit(
            bidder: Village.id("b\(number)"), amount: Money(fen: fen), payerAccount: account ?? self.account(number),
            reference: reference ?? "t\(number)")
    }

    private func qualify(_ number: Int) -> QualifyBidder { QualifyBidder(bidder: Village.id("b\(number)")) }

    /// A listed lot for which so many have registered.
    private func listed(bidders: Int) throws -> TestInstallation {
        let installation = try TestInstallation()
        try installation.list()
        for number in 0..<bidders { try installation.give(register(number + 1), by: bidder(number + 1)) }
        return installation
    }

    private func line(_ number: Int, _ installation: TestInstallation) throws -> BidderLine {
        try #require(try installation.database.read { try BidderQueries.findLine(Village.id("b\(number)"), in: $0) })
    }

    // MARK: Registrations

    @Test("Registered is who the register knows, once, while the notice runs; a clerk needs the signed slip")
    func registrations() throws {
        let installation = try TestInstallation()
        installation.expectRefusal(.lotUnknown, register(1), by: bidder(1))
        try installation.list()
        installation.expectRefusal(.slipMissing, register(1), by: Village.agent)
        installation.expectRefusal(.slipMissing, register(1, slip: ""), by: Village.agent)
        installation.expectRefusal(.partyUnknown, register(9), by: bidder(9))
        try installation.give(register(1, slip: "digest"), by: Village.agent)
        installation.expectRefusal(.alreadyRegistered, register(1), by: bidder(1))
        installation.now = try #require(try installation.lot().notice).closesAt
        installation.expectRefusal(.registrationClosed, register(2), by: bidder(2))
        installation.now = installation.now.adding(milliseconds: -1)
        try installation.give(register(2), by: bidder(2))
    }

    @Test("Shares of the collective are for its members, and a stranger is not even registered")
    func members() throws {
        let installation = try TestInstallation()
        try installation.resolve("shares")
        try installation.give(
            DraftLot(
                lot: Village.lot, asset: TestInstallation.asset, organisation: TestInstallation.collective,
                terms: Village.terms(
                    category: .d3, way: .other, startsOn: nil, unit: .fenTotal, payments: [],
                    resolution: Village.id("shares"))), by: Village.clerk)
        try installation.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        try installation.give(
            AttachMaterial(
                lot: Village.lot, material: .collectiveCharter, digest: String(repeating: "ab", count: 32)),
            by: Village.clerk)
        try installation.give(AcceptLot(lot: Village.lot), by: Village.agent)
        try installation.give(ReviewLot(lot: Village.lot, decision: .approve), by: Village.reviewer)
        try installation.give(PublishNotice(lot: Village.lot), by: Village.releaser)
        installation.expectRefusal(.membersOnly, register(1), by: bidder(1))
        try installation.register(
            RegisterParty(
                party: Village.id("person4"), kind: .person, name: Personal("李强", of: Village.id("x4")),
                division: TestInstallation.village, memberOf: TestInstallation.collective))
        try installation.give(register(4), by: bidder(4))
        #expect(
            try installation.database.read { try BidderQueries.listRoster(of: Village.lot, in: $0) }.map(\.isMember)
                == [true])
    }

    @Test("A barred party is refused until its last day is over, or until the bar is lifted; the record stays")
    func bars() throws {
        let installation = try TestInstallation()
        try installation.list()
        let party: PartyID = Village.id("person1")
        func bar(_ cause: DebarmentCause, source: String = "No. 7") -> DebarParty {
            DebarParty(party: party, cause: cause, reasons: "r", source: source)
        }
        installation.expectRefusal(.barTermMissing, bar(.falsePapers), by: Village.reviewer)
        installation.expectRefusal(.reasonsMissing, bar(.breach, source: " "), by: Village.reviewer)
        try installation.give(bar(.collusion), by: Village.reviewer)
        let line = try #require(try installation.database.read { try DebarmentQueries.list(in: $0) }.first)
        #expect(line.until == installation.now.date.adding(months: 36) && line.source == "No. 7")
        installation.expectRefusal(.barred, register(1), by: bidder(1))
        try installation.give(LiftDebarment(party: party, reasons: "annulled"), by: Village.reviewer)
        installation.expectRefusal(.notBarred, LiftDebarment(party: party, reasons: "again"), by: Village.reviewer)
        try installation.give(register(1), by: bidder(1))
        #expect(
            try installation.database.read { try DebarmentQueries.list(in: $0) }.map(\.lifted) == [
                installation.now.date
            ])
    }

    @Test("A shorter bar never shortens a longer one")
    func twoBars() throws {
        let installation = try TestInstallation()
        try installation.list()
        let party: PartyID = Village.id("person1")
        for cause in [DebarmentCause.collusion, .breach] {
            try installation.give(
                DebarParty(party: party, cause: cause, reasons: "r", source: "s"), by: Village.reviewer)
        }
        installation.now = installation.now.adding(days: 500)
        #expect(
            try installation.database.read { try BidderQueries.findBar(of: party, in: $0) }
                == Village.day("2026-03-02").adding(months: 36))
    }

    @Test("Who sits at an open desk over the village may not bid for its lots; a bidder's own account does not matter")
    func officials() throws {
        let installation = try TestInstallation()
        try installation.list()
        func open(_ office: String, _ role: Role, _ place: String, _ person: String) throws {
            try installation.register(
                OpenOffice(
                    office: Village.id(office), role: role, division: Village.id(place), person: Village.id(person),
                    title: office))
        }
        try open("town-desk", .stationAgent, "p140421100", "person1")
        try open("own-account", .bidder, "p140421100201", "person2")
        installation.expectRefusal(.conflicted, register(1), by: bidder(1))
        try installation.give(register(2), by: bidder(2))
        try installation.register(CloseOffice(office: Village.id("town-desk")))
        try installation.give(register(1), by: bidder(1))
    }

    // MARK: Deposits

    @Test("A deposit goes from declared to matched to due for refund and back to its payer, and no step is left out")
    func deposits() throws {
        let installation = try listed(bidders: 1)
        let b1: BidderID = Village.id("b1")
        installation.expectRefusal(.bidderUnknown, record(2), by: Village.agent)
        installation.expectRefusal(.depositStep, RefundDeposit(bidder: b1, reference: "r"), by: Village.agent)
        try installation.give(DeclareDeposit(bidder: b1, reference: "slip 4"), by: bidder(1))
        installation.expectRefusal(.depositStep, DeclareDeposit(bidder: b1), by: bidder(1))
        installation.expectRefusal(.depositMissing, qualify(1), by: Village.agent)
        installation.expectRefusal(.depositTooSmall, record(1, fen: 999_999, from: account(2)), by: Village.agent)
        try installation.give(record(1), by: Village.agent)
        #expect(try line(1, installation).deposit == .matched && line(1, installation).paid == Money(fen: 1_000_000))
        installation.expectRefusal(.arrivalRecorded, record(1), by: Village.agent)
        installation.expectRefusal(.depositStep, record(1, reference: "again"), by: Village.agent)
        let refuse = RefuseBidder(bidder: b1, reasons: "no farmer")
        installation.expectRefusal(.reasonsMissing, RefuseBidder(bidder: b1, reasons: " "), by: Village.agent)
        try installation.give(refuse, by: Village.agent)
        #expect(try line(1, installation).state == .refused && line(1, installation).deposit == .refundDue)
        installation.expectRefusal(.bidderUnknown, refuse, by: Village.agent)
        installation.expectRefusal(.bidderUnknown, qualify(1), by: Village.agent)
        try installation.give(RefundDeposit(bidder: b1, reference: "back"), by: Village.agent)
        #expect(try line(1, installation).deposit == .refunded)
    }

    @Test("Nobody is admitted or refused once the notice has ended, and a lot somebody registered for is not withdrawn")
    func afterTheNotice() throws {
        let installation = try listed(bidders: 1)
        try installation.give(record(1), by: Village.agent)
        installation.expectRefusal(
            .biddersRegistered, WithdrawLot(lot: Village.lot, cause: .sellerRequest, reasons: "r"),
            by: Village.principal(.countyOfficer, "o"))
        try installation.wait(until: try #require(try installation.lot().notice).closesAt)
        installation.expectRefusal(.registrationClosed, qualify(1), by: Village.agent)
        installation.expectRefusal(
            .registrationClosed, RefuseBidder(bidder: Village.id("b1"), reasons: "late"), by: Village.agent)
    }

    @Test("A deposit is taken for good only by a second person, after the time for a reply, and a late reply is none")
    func forfeiture() throws {
        let installation = try TestInstallation.confirmed()
        let winner: BidderID = Village.id("\(Village.lot)-b\(try #require(try installation.view().paddle))")
        let reply = ReplyToForfeiture(bidder: winner, reply: Personal("ill", of: Village.id("x")))
        let approve = ApproveForfeiture(bidder: winner)
        let person = Village.principal(.bidder, "person\(try #require(try installation.view().paddle))")
        installation.expectRefusal(.noForfeiture, reply, by: person)
        installation.expectRefusal(.noForfeiture, approve, by: Village.releaser)
        installation.expectRefusal(
            .reasonsMissing, ProposeForfeiture(bidder: winner, cause: .notSigned, decision: ""), by: Village.reviewer)
        try installation.give(ProposeForfeiture(bidder: winner, cause: .notSigned, decision: "d"), by: Village.reviewer)
        let until = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: installation.now)
        installation.expectRefusal(.samePerson, approve, by: Village.reviewer)
        installation.now = until.adding(milliseconds: -1)
        installation.expectRefusal(.notYetDue, approve, by: Village.releaser)
        try installation.give(reply, by: person)
        installation.now = until
        installation.expectRefusal(.noForfeiture, reply, by: person)
        try installation.give(approve, by: Village.releaser)
        installation.expectRefusal(.depositStep, approve, by: Village.releaser)
    }

    // MARK: The bank's file

    private static let station = Principal(
        person: Village.id("agent"), role: .stationAgent, office: Village.id("desk"),
        division: Village.id("p140421100"))

    private func bank(_ rows: String...) -> ImportDeposits {
        let head = "流水号,日期,金额,付款户名,付款账号,附言"
        return ImportDeposits(csv: Personal(([head] + rows).joined(separator: "\n"), of: .example))
    }

    @Test("A bank's file matches arrivals to registrations; a stranger's account arrives but is not matched")
    func bankFile() throws {
        let installation = try listed(bidders: 2)
        installation.now = Village.at("2026-03-04T16:00:00+08:00")
        try installation.give(
            bank("T1,2026-03-04,\"10,000.00\",王,62220001,b1", "T2,2026-03-04,10000,李,62220009,b2"), by: Self.station)
        let lines = try installation.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(lines.sorted { $0.bidder < $1.bidder }.map(\.deposit) == [.matched, .arrived])
        // The same file again: the arrival is recorded.
        expectRefusal(.arrivalRecorded) {
            try installation.give(bank("T1,2026-03-04,10000,王,62220001,b1"), by: Self.station)
        }
    }

    @Test("A file in which nothing is new is refused with the reason of every row, and nothing of it is recorded")
    func badRows() throws {
        let installation = try listed(bidders: 2)
        installation.now = Village.at("2026-03-04T16:00:00+08:00")
        func refusals(_ file: ImportDeposits) -> [Int]? {
            #expect(throws: Rejection.self) { try installation.give(file, by: Self.station) }?.flattened.map(\.number)
        }
        let unreadable = bank(",2026-02-30,5x,王,,b2", "T1,2026-03-04,1.234,王,62220002,b2", "T1,2026-03-04,5,王,1,b2")
        let row = ExchangeRefusal.bankRow.number
        #expect(refusals(unreadable) == [row, row, row, row, row, ExchangeRefusal.bankTwice.number])
        let unfitting = bank("T1,2026-03-04,9999.99,王,62220009,b1", "T2,2026-03-04,10000,李,62220002,nobody")
        #expect(
            refusals(unfitting) == [ExchangeRefusal.depositTooSmall.number, ExchangeRefusal.bankUnmatched.number])
        #expect(
            refusals(bank("T2,2026-03-04,10000,李,62220002,nobody")) == [ExchangeRefusal.bankUnmatched.number])
        let headless = ImportDeposits(csv: Personal("a,b\n1,2", of: .example))
        expectRefusal(.bankColumns) { try installation.give(headless, by: Self.station) }
        let lines = try installation.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(Set(lines.map(\.deposit)) == [.required])
    }

    @Test(
        "A row that cannot be read or does not fit keeps nobody else's deposit out: it is set aside with its reason",
        arguments: [
            // Somebody else pays a yuan with the remark of a rival.
            ("X1,2026-03-04,1,马,62229999,b1", ExchangeRefusal.depositTooSmall),
            ("X1,2026-03-05,10000,王,62220001,b1", .datedAhead), ("X1,2020-01-01,10000,王,62220001,b1", .datedBefore),
            ("X1,2026-03-04,5x,王,62220001,b1", .bankRow), ("T2,2026-03-04,10000,王,62220001,b1", .bankTwice),
            ("X1,2026-03-04,\"100,00\",王,62220001,b1", nil),
        ] as [(String, ExchangeRefusal?)])
    func badRowSetAside(bad: String, reason: ExchangeRefusal?) throws {
        let installation = try listed(bidders: 2)
        installation.now = Village.at("2026-03-04T16:00:00+08:00")
        let events = try installation.give(
            bank("T2,2026-03-04,10000,李,62220002,b2", bad, "T3,2026-03-04,800,马,1,rent"), by: Self.station)
        let file = try #require(events.lazy.compactMap { $0 as? BankFileImported }.first)
        #expect(file.lines == 1 && file.sum.fen == 1_000_000 && file.foreign == [4])
        #expect(file.refused == [3] && file.refusedFor == [Int64(reason?.number ?? 1_025)])
        let lines = try installation.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(lines.sorted { $0.bidder < $1.bidder }.map(\.deposit) == [.required, .matched])
        // The corrected file is given again: what was recorded is known, the rest is taken.
        let again = try installation.give(
            bank("T2,2026-03-04,10000,李,62220002,b2", "T9,2026-03-04,10000,王,62220001,b1"), by: Self.station)
        let second = try #require(again.lazy.compactMap { $0 as? BankFileImported }.first)
        #expect(second.lines == 1 && second.known == [2] && second.refused.isEmpty)
    }

    @Test("A file handed in by a desk elsewhere finds nobody; one account for two bidders is a sign of collusion")
    func elsewhere() throws {
        let installation = try listed(bidders: 2)
        installation.now = Village.at("2026-03-04T16:00:00+08:00")
        let other = Principal(
            person: Village.id("agent"), role: .stationAgent, office: Village.id("far"), division: Village.id("p999"))
        expectRefusal(.bankUnmatched) { try installation.give(bank("T1,2026-03-04,10000,王,62220001,b1"), by: other) }
        try installation.give(bank("T1,2026-03-04,10000,王,62220002,b1"), by: Self.station)
        let line = try #require(try installation.database.read { try BidderQueries.findLine(Village.id("b1"), in: $0) })
        #expect(line.isShared && line.deposit == .arrived)
    }
}
