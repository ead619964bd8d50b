import Kernel
import Storage
import Testing
import Web

@testable import Exchange
@testable import Registry

@Suite("Money that should have moved") struct OpenMoneyTests {
    private let county: DivisionID = Village.id("p140421")

    private func open(_ installation: TestInstallation, within place: String = "p140421") throws -> [OpenMoney] {
        try installation.database.read {
            try OpenMoneyQueries.list(within: Village.id(place), at: installation.now, in: $0)
        }
    }

    private func page(_ installation: TestInstallation, _ path: String, _ role: Role, _ language: Language = .chinese)
        throws
        -> String
    {
        let route = try #require(Exchange.routes(database: installation.database).first { $0.path == path })
        let principal = Principal(person: Village.id("s"), role: role, office: Village.id("s"), division: county)
        let request = PageRequest(path: path, language: language, now: installation.now, principal: principal)
        guard case .page(let page) = route.handler, case .page(let shown) = try page(request) else { return "" }
        return shown.body.markup
    }

    /// Two losers' refunds became due with the confirmation.
    private func confirmed() throws -> (TestInstallation, Instant) {
        let installation = try TestInstallation.confirmed()
        return (installation, installation.now)
    }

    @Test("A refund is overdue with the end of its third working day and not before, and gone once it was made")
    func refunds() throws {
        let (installation, since) = try confirmed()
        let due = try WorkingCalendar.announced.end(ofWorkingDays: 3, from: since)
        installation.now = due
        #expect(try open(installation).isEmpty)
        #expect(try !page(installation, "/exchange/desk", .stationAgent).contains("/exchange/money"))
        installation.now = due.adding(milliseconds: 1)
        let late = try open(installation)
        #expect(late.map(\.kind) == [.refund, .refund] && late.allSatisfy { $0.since == since && $0.due == due })
        #expect(late.allSatisfy { $0.amount == Money(fen: 1_000_000) })
        for role in [Role.stationAgent, .countyOfficer] {
            #expect(try page(installation, "/exchange/desk", role).contains("2 笔款项逾期或待决"), "\(role)")
        }
        for language in Language.allCases {
            #expect(try page(installation, "/exchange/money", .supervisor, language).contains("¥10,000.00"))
        }
        try installation.give(RefundDeposit(bidder: late[0].bidder, reference: "back"), by: Village.agent)
        #expect(try open(installation).map(\.bidder) == [late[1].bidder])
    }

    @Test("The county's own figure moves the clock, and nobody sees another county's money")
    func figures() throws {
        let (installation, since) = try confirmed()
        try installation.register(
            SetParameter(division: county, key: .depositRefundDays, value: 5, validFrom: since.date, source: "x"))
        installation.now = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: since)
        #expect(try open(installation).isEmpty)
        installation.now = installation.now.adding(milliseconds: 1)
        #expect(try open(installation).count == 2 && open(installation, within: "p1499").isEmpty)
        #expect(!OpenMoneyPage.route(installation.database).rule.allows(Village.principal(.bidder, "person1")))
    }

    @Test("The winner's deposit waits from the signing until the payments of the contract reach it")
    func conversion() throws {
        let (installation, _) = try confirmed()
        try installation.give(SignContract(lot: Village.lot), by: Village.agent)
        let due = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: installation.now)
        func waiting() throws -> [OpenMoney.Kind] { try open(installation).map(\.kind).filter { $0 != .refund } }
        installation.now = due
        #expect(try waiting().isEmpty)
        installation.now = due.adding(milliseconds: 1)
        #expect(try waiting() == [.conversion])
        try installation.give(
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 999_999), reference: "t"), by: Village.agent)
        #expect(try waiting() == [.conversion])
        try installation.give(
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 1), reference: "u"), by: Village.agent)
        #expect(try waiting().isEmpty)
    }

    @Test("After a breach the page says who is next, what the rules allow, and where the forfeiture stands")
    func breach() throws {
        let (installation, _) = try confirmed()
        installation.now = try #require(installation.view().signBy).adding(milliseconds: 1)
        let winner = try #require(try installation.view().paddle)
        let bidder = try #require(
            try installation.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }.first {
                $0.paddle == winner
            }?.bidder)
        try installation.give(RecordBreach(lot: Village.lot, reasons: "did not come"), by: Village.reviewer)
        let after = try #require(try installation.view().afterBreach)
        let best = try #require(try installation.view().bids.last { $0.paddle != winner })
        #expect(after.next == Lot.Award(paddle: best.paddle, price: best.price))
        #expect(after.relists == 3 && after.relistsLeft == 3)
        let request = PageRequest(path: "/lots/L1", parameters: ["lot": "L1"], now: installation.now)
        let markup = LotPage(view: try installation.view()).page(request).body.markup
        #expect(markup.contains("\(best.paddle) 号竞买人") && markup.contains("还可 3 次（共 3 次）"))
        func kinds() throws -> [OpenMoney.Kind] { try open(installation).filter { $0.bidder == bidder }.map(\.kind) }
        #expect(try kinds().isEmpty)
        try installation.give(
            ProposeForfeiture(bidder: bidder, cause: .notSigned, decision: "d"), by: Village.reviewer)
        #expect(try kinds() == [.reply])
        installation.now = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: installation.now)
        #expect(try kinds() == [.approval])
        try installation.give(ApproveForfeiture(bidder: bidder), by: Village.releaser)
        #expect(try kinds().isEmpty)
    }
}
