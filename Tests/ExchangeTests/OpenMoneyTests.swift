import Kernel
import Storage
import Testing
import Web

@testable import Exchange
@testable import Registry

@Suite("Money that should have moved") struct OpenMoneyTests {
    private let county: DivisionID = Village.id("p140421")

    private func open(_ house: TestHouse, within place: String = "p140421") throws -> [OpenMoney] {
        try house.database.read {
            try OpenMoneyQueries.list(within: Village.id(place), at: house.now, in: $0)
        }
    }

    private func page(_ house: TestHouse, _ path: String, _ role: Role, _ language: Language = .chinese) throws
        -> String
    {
        let route = try #require(Exchange.routes(database: house.database).first { $0.path == path })
        let principal = Principal(person: Village.id("s"), role: role, office: Village.id("s"), division: county)
        let request = PageRequest(path: path, language: language, now: house.now, principal: principal)
        guard case .page(let page) = route.handler, case .page(let shown) = try page(request) else { return "" }
        return shown.body.markup
    }

    /// Two losers' refunds became due with the confirmation.
    private func confirmed() throws -> (TestHouse, Instant) {
        let house = try TestHouse.confirmed()
        return (house, house.now)
    }

    @Test("A refund is overdue with the end of its third working day and not before, and gone once it was made")
    func refunds() throws {
        let (house, since) = try confirmed()
        let due = try WorkingCalendar.announced.end(ofWorkingDays: 3, from: since)
        house.now = due
        #expect(try open(house).isEmpty)
        #expect(try !page(house, "/exchange/desk", .stationAgent).contains("/exchange/money"))
        house.now = due.adding(milliseconds: 1)
        let late = try open(house)
        #expect(late.map(\.kind) == [.refund, .refund] && late.allSatisfy { $0.since == since && $0.due == due })
        #expect(late.allSatisfy { $0.amount == Money(fen: 1_000_000) })
        for role in [Role.stationAgent, .countyOfficer] {
            #expect(try page(house, "/exchange/desk", role).contains("2 笔款项逾期或待决"), "\(role)")
        }
        for language in Language.allCases {
            #expect(try page(house, "/exchange/money", .supervisor, language).contains("¥10,000.00"))
        }
        try house.give(RefundDeposit(bidder: late[0].bidder, reference: "back"), by: Village.agent)
        #expect(try open(house).map(\.bidder) == [late[1].bidder])
    }

    @Test("The county's own figure moves the clock, and nobody sees another county's money")
    func figures() throws {
        let (house, since) = try confirmed()
        try house.register(
            SetParameter(division: county, key: .depositRefundDays, value: 5, validFrom: since.date, source: "x"))
        house.now = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: since)
        #expect(try open(house).isEmpty)
        house.now = house.now.adding(milliseconds: 1)
        #expect(try open(house).count == 2 && open(house, within: "p1499").isEmpty)
        #expect(!OpenMoneyPage.route(house.database).rule.allows(Village.principal(.bidder, "person1")))
    }

    @Test("The winner's deposit waits from the signing until the payments of the contract reach it")
    func conversion() throws {
        let (house, _) = try confirmed()
        try house.give(SignContract(lot: Village.lot), by: Village.agent)
        let due = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: house.now)
        func waiting() throws -> [OpenMoney.Kind] { try open(house).map(\.kind).filter { $0 != .refund } }
        house.now = due
        #expect(try waiting().isEmpty)
        house.now = due.adding(milliseconds: 1)
        #expect(try waiting() == [.conversion])
        try house.give(
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 999_999), reference: "t"), by: Village.agent)
        #expect(try waiting() == [.conversion])
        try house.give(RecordFirstPayment(lot: Village.lot, amount: Money(fen: 1), reference: "u"), by: Village.agent)
        #expect(try waiting().isEmpty)
    }

    @Test("After a breach the page says who is next, what the rules allow, and where the forfeiture stands")
    func breach() throws {
        let (house, _) = try confirmed()
        house.now = try #require(house.view().signBy).adding(milliseconds: 1)
        let winner = try #require(try house.view().paddle)
        let bidder = try #require(
            try house.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }.first {
                $0.paddle == winner
            }?.bidder)
        try house.give(RecordBreach(lot: Village.lot, reasons: "did not come"), by: Village.reviewer)
        let after = try #require(try house.view().afterBreach)
        let best = try #require(try house.view().bids.last { $0.paddle != winner })
        #expect(after.next == Lot.Award(paddle: best.paddle, price: best.price))
        #expect(after.relists == 3 && after.relistsLeft == 3)
        let request = PageRequest(path: "/lots/L1", parameters: ["lot": "L1"], now: house.now)
        let markup = LotPage(view: try house.view()).page(request).body.markup
        #expect(markup.contains("\(best.paddle) 号竞买人") && markup.contains("还可 3 次（共 3 次）"))
        func kinds() throws -> [OpenMoney.Kind] { try open(house).filter { $0.bidder == bidder }.map(\.kind) }
        #expect(try kinds().isEmpty)
        try house.give(
            ProposeForfeiture(bidder: bidder, cause: .notSigned, decision: "d"), by: Village.reviewer)
        #expect(try kinds() == [.reply])
        house.now = try WorkingCalendar.announced.end(ofWorkingDays: 5, from: house.now)
        #expect(try kinds() == [.approval])
        try house.give(ApproveForfeiture(bidder: bidder), by: Village.releaser)
        #expect(try kinds().isEmpty)
    }
}
