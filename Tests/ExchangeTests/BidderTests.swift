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
    private func listed(bidders: Int) throws -> TestHouse {
        let house = try TestHouse()
        try house.list()
        for number in 0..<bidders { try house.give(register(number + 1), by: bidder(number + 1)) }
        return house
    }

    private func line(_ number: Int, _ house: TestHouse) throws -> BidderLine {
        try #require(try house.database.read { try BidderQueries.findLine(Village.id("b\(number)"), in: $0) })
    }

    // MARK: Registrations

    @Test("Registered is who the register knows, once, while the notice runs; a clerk needs the signed slip")
    func registrations() throws {
        let house = try TestHouse()
        house.expectRefusal(.lotUnknown, register(1), by: bidder(1))
        try house.list()
        house.expectRefusal(.slipMissing, register(1), by: Village.agent)
        house.expectRefusal(.slipMissing, register(1, slip: ""), by: Village.agent)
        house.expectRefusal(.partyUnknown, register(9), by: bidder(9))
        try house.give(register(1, slip: "digest"), by: Village.agent)
        house.expectRefusal(.alreadyRegistered, register(1), by: bidder(1))
        house.now = try #require(try house.lot().notice).closesAt
        house.expectRefusal(.registrationClosed, register(2), by: bidder(2))
        house.now = house.now.adding(milliseconds: -1)
        try house.give(register(2), by: bidder(2))
    }

    @Test("Shares of the collective are for its members, and a stranger is not even registered")
    func members() throws {
        let house = try TestHouse()
        try house.resolve("shares")
        try house.give(
            DraftLot(
                lot: Village.lot, asset: TestHouse.asset, organisation: TestHouse.collective,
                terms: Village.terms(
                    category: .d3, way: .other, startsOn: nil, unit: .fenTotal, payments: [],
                    resolution: Village.id("shares"))), by: Village.clerk)
        try house.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        try house.give(
            AttachMaterial(
                lot: Village.lot, material: .collectiveCharter, digest: String(repeating: "ab", count: 32)),
            by: Village.clerk)
        try house.give(AcceptLot(lot: Village.lot), by: Village.agent)
        try house.give(ReviewLot(lot: Village.lot, decision: .approve), by: Village.reviewer)
        try house.give(PublishNotice(lot: Village.lot), by: Village.releaser)
        house.expectRefusal(.membersOnly, register(1), by: bidder(1))
        try house.register(
            RegisterParty(
                party: Village.id("person4"), kind: .person, name: Personal("李强", of: Village.id("x4")),
                division: TestHouse.village, memberOf: TestHouse.collective))
        try house.give(register(4), by: bidder(4))
        #expect(
            try house.database.read { try BidderQueries.listRoster(of: Village.lot, in: $0) }.map(\.isMember) == [true])
    }

    @Test("A barred party is refused until its last day is over, or until the bar is lifted; the record stays")
    func bars() throws {
        let house = try TestHouse()
        try house.list()
        let party: PartyID = Village.id("person1")
        func bar(_ cause: BarCause, source: String = "No. 7") -> BarParty {
            BarParty(party: party, cause: cause, reasons: "r", source: source)
        }
        house.expectRefusal(.barTermMissing, bar(.falsePapers), by: Village.reviewer)
        house.expectRefusal(.reasonsMissing, bar(.breach, source: " "), by: Village.reviewer)
        try house.give(bar(.collusion), by: Village.reviewer)
        let line = try #require(try house.database.read { try BarQueries.list(in: $0) }.first)
        #expect(line.until == house.now.date.adding(months: 36) && line.source == "No. 7")
        house.expectRefusal(.barred, register(1), by: bidder(1))
        try house.give(LiftBar(party: party, reasons: "annulled"), by: Village.reviewer)
        house.expectRefusal(.notBarred, LiftBar(party: party, reasons: "again"), by: Village.reviewer)
        try house.give(register(1), by: bidder(1))
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
                OpenOffice(
                    office: Village.id(office), role: role, division: Village.id(place), person: Village.id(person),
                    title: office))
        }
        try open("town-desk", .stationAgent, "p140421100", "person1")
        try open("own-account", .bidder, "p140421100201", "person2")
        house.expectRefusal(.conflicted, register(1), by: bidder(1))
        try house.give(register(2), by: bidder(2))
        try house.register(CloseOffice(office: Village.id("town-desk")))
        try house.give(register(1), by: bidder(1))
    }

    // MARK: Deposits

    @Test("A deposit goes from declared to matched to due for refund and back to its payer, and no step is left out")
    func deposits() throws {
        let house = try listed(bidders: 1)
        let b1: BidderID = Village.id("b1")
        house.expectRefusal(.bidderUnknown, record(2), by: Village.agent)
        house.expectRefusal(.depositStep, RefundDeposit(bidder: b1, reference: "r"), by: Village.agent)
        try house.give(DeclareDeposit(bidder: b1, reference: "slip 4"), by: bidder(1))
        house.expectRefusal(.depositStep, DeclareDeposit(bidder: b1), by: bidder(1))
        house.expectRefusal(.depositMissing, qualify(1), by: Village.agent)
        house.expectRefusal(.depositTooSmall, record(1, fen: 999_999, from: account(2)), by: Village.agent)
        try house.give(record(1), by: Village.agent)
        #expect(try line(1, house).deposit == .matched && line(1, house).paid == Money(fen: 1_000_000))
        house.expectRefusal(.arrivalRecorded, record(1), by: Village.agent)
        house.expectRefusal(.depositStep, record(1, reference: "again"), by: Village.agent)
        let refuse = RefuseBidder(bidder: b1, reasons: "no farmer")
        house.expectRefusal(.reasonsMissing, RefuseBidder(bidder: b1, reasons: " "), by: Village.agent)
        try house.give(refuse, by: Village.agent)
        #expect(try line(1, house).state == .refused && line(1, house).deposit == .refundDue)
        house.expectRefusal(.bidderUnknown, refuse, by: Village.agent)
        house.expectRefusal(.bidderUnknown, qualify(1), by: Village.agent)
        try house.give(RefundDeposit(bidder: b1, reference: "back"), by: Village.agent)
        #expect(try line(1, house).deposit == .refunded)
    }

    @Test("Nobody is admitted or refused once the notice has ended, and a lot somebody registered for is not withdrawn")
    func afterTheNotice() throws {
        let house = try listed(bidders: 1)
        try house.give(record(1), by: Village.agent)
        house.expectRefusal(
            .biddersThere, WithdrawLot(lot: Village.lot, cause: .sellerRequest, reasons: "r"),
            by: Village.principal(.countyOfficer, "o"))
        try house.wait(until: try #require(try house.lot().notice).closesAt)
        house.expectRefusal(.registrationClosed, qualify(1), by: Village.agent)
        house.expectRefusal(
            .registrationClosed, RefuseBidder(bidder: Village.id("b1"), reasons: "late"), by: Village.agent)
    }

    @Test("A deposit is taken for good only by a second person, after the time for a reply, and a late reply is none")
    func forfeiture() throws {
        let house = try TestHouse.confirmed()
        let winner: BidderID = Village.id("\(Village.lot)-b\(try #require(try house.view().paddle))")
        let reply = ReplyToForfeiture(bidder: winner, reply: Personal("ill", of: Village.id("x")))
        let approve = ApproveForfeiture(bidder: winner)
        let person = Village.principal(.bidder, "person\(try #require(try house.view().paddle))")
        house.expectRefusal(.noForfeiture, reply, by: person)
        house.expectRefusal(.noForfeiture, approve, by: Village.releaser)
        house.expectRefusal(
            .reasonsMissing, ProposeForfeiture(bidder: winner, cause: .notSigned, decision: ""), by: Village.reviewer)
        try house.give(ProposeForfeiture(bidder: winner, cause: .notSigned, decision: "d"), by: Village.reviewer)
        let until = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: house.now)
        house.expectRefusal(.sameEyes, approve, by: Village.reviewer)
        house.now = until.adding(milliseconds: -1)
        house.expectRefusal(.notYetDue, approve, by: Village.releaser)
        try house.give(reply, by: person)
        house.now = until
        house.expectRefusal(.noForfeiture, reply, by: person)
        try house.give(approve, by: Village.releaser)
        house.expectRefusal(.depositStep, approve, by: Village.releaser)
    }

    // MARK: The bank's file

    private static let station = Principal(
        person: Village.id("agent"), role: .stationAgent, office: Village.id("desk"),
        division: Village.id("p140421100"))

    private func bank(_ rows: String...) -> ImportDeposits {
        let head = "流水号,日期,金额,付款户名,付款账号,附言"
        return ImportDeposits(csv: Personal(([head] + rows).joined(separator: "\n"), of: .accounts))
    }

    @Test("A bank's file matches arrivals to registrations; a stranger's account arrives but is not matched")
    func bankFile() throws {
        let house = try listed(bidders: 2)
        house.now = Village.at("2026-03-04T16:00:00+08:00")
        try house.give(
            bank("T1,2026-03-04,\"10,000.00\",王,62220001,b1", "T2,2026-03-04,10000,李,62220009,b2"), by: Self.station)
        let lines = try house.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(lines.sorted { $0.bidder < $1.bidder }.map(\.deposit) == [.matched, .arrived])
        // The same file again: the arrival is recorded.
        expectRefusal(.arrivalRecorded) { try house.give(bank("T1,2026-03-04,10000,王,62220001,b1"), by: Self.station) }
    }

    @Test("Every bad row of a bank's file is reported at once, and nothing of it is recorded")
    func badRows() throws {
        let house = try listed(bidders: 2)
        house.now = Village.at("2026-03-04T16:00:00+08:00")
        func refusals(_ file: ImportDeposits) -> [Int]? {
            #expect(throws: Rejection.self) { try house.give(file, by: Self.station) }?.flattened.map(\.number)
        }
        let unreadable = bank(
            "T1,2026-03-04,10000,王,62220001,b1", ",2026-02-30,-5,王,,b2", "T1,2026-03-04,1.234,王,62220002,b2")
        let row = ExchangeRefusal.bankRow.number
        #expect(refusals(unreadable) == [row, row, row, row, row, ExchangeRefusal.bankTwice.number])
        let unfitting = bank(
            "T1,2026-03-04,9999.99,王,62220009,b1", "T2,2026-03-04,10000,李,62220002,nobody",
            "T3,2026-03-04,10000,李,62220002,b2")
        // The row that names no registration is set aside, not bad; alone it is a file in which nothing is new.
        #expect(refusals(unfitting) == [ExchangeRefusal.depositTooSmall.number])
        #expect(
            refusals(bank("T2,2026-03-04,10000,李,62220002,nobody")) == [ExchangeRefusal.bankUnmatched.number])
        let headless = ImportDeposits(csv: Personal("a,b\n1,2", of: .accounts))
        expectRefusal(.bankColumns) { try house.give(headless, by: Self.station) }
        let lines = try house.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(Set(lines.map(\.deposit)) == [.required])
    }

    @Test("A file handed in by a desk elsewhere finds nobody; one account for two bidders is a sign of collusion")
    func elsewhere() throws {
        let house = try listed(bidders: 2)
        house.now = Village.at("2026-03-04T16:00:00+08:00")
        let other = Principal(
            person: Village.id("agent"), role: .stationAgent, office: Village.id("far"), division: Village.id("p999"))
        expectRefusal(.bankUnmatched) { try house.give(bank("T1,2026-03-04,10000,王,62220001,b1"), by: other) }
        try house.give(bank("T1,2026-03-04,10000,王,62220002,b1"), by: Self.station)
        let line = try #require(try house.database.read { try BidderQueries.findLine(Village.id("b1"), in: $0) })
        #expect(line.isShared && line.deposit == .arrived)
    }
}
