import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Exchange

/// How a station is reached, and where a deposit goes.
@Suite("The station's contact") struct ContactTests {
    @Test("A bidder reads payee, account, reference and deadline until the deposit has arrived")
    func slip() throws {
        let installation = try TestInstallation()
        try installation.list()
        try installation.give(
            contact(phone: "0354-7221234", paying: ("长治县农村产权交易中心", "农商行营业部", "0505 0101 0000 1234 56")),
            by: TestInstallation.county)
        let person = Village.principal(.bidder, "person1")
        let account = Personal("6222 0000 0001", of: Village.id("x"))
        try installation.give(
            RegisterBidder(lot: Village.lot, bidder: Village.id("b1"), party: Village.id("person1"), account: account),
            by: person)
        let mine = try page(installation, "/exchange/mine", by: person)
        for part in ["0505 0101 0000 1234 56", "长治县农村产权交易中心", "转账附言写", "<code>b1</code>", "最迟到账", "第 2 步，共 4 步"] {
            #expect(mine.contains(part), "\(part)")
        }
        #expect(try page(installation, "/lots/{lot}").contains("tel:0354-7221234"), "everyone reads whom to ask")
        try installation.give(
            RecordDeposit(
                bidder: Village.id("b1"), amount: Money(fen: 1_000_000), payerAccount: account, reference: "t1"),
            by: Village.agent)
        #expect(try !page(installation, "/exchange/mine", by: person).contains("0505 0101"))
    }

    @Test("The nearest contact answers, with the account of the nearest place that has one")
    func nearest() throws {
        let installation = try TestInstallation()
        try installation.give(
            contact(phone: "0354-7221234", paying: ("中心", "农商行", "0505010100001234")), by: TestInstallation.county)
        try installation.give(contact(of: "p140421100", phone: "0354-7330000"), by: TestInstallation.county)
        let found = try installation.database.read { try ContactQueries.find(for: TestInstallation.village, in: $0) }
        #expect(found?.phone == "0354-7330000" && found?.deposit?.account == "0505010100001234")
        #expect(try installation.database.read { try ContactQueries.find(for: Village.id("p1404"), in: $0) } == nil)
    }

    @Test("A contact without an office, with half an account or with a number that is none is refused")
    func refused() throws {
        let installation = try TestInstallation()
        let county = TestInstallation.county
        installation.expectRefusal(.contactIncomplete, contact(office: " "), by: county)
        installation.expectRefusal(.contactIncomplete, contact(paying: ("中心", " ", "0505010100001234")), by: county)
        for phone in ["没有", "12345", "0354-7221234 转", String(repeating: "1", count: 21)] {
            installation.expectRefusal(.contactNumberWrong, contact(phone: phone), by: county)
        }
        installation.expectRefusal(.contactNumberWrong, contact(paying: ("中心", "农商行", "1234")), by: county)
    }

    private func contact(
        of place: String = "p140421", office: String = "农村产权交易中心", phone: String = "0354-7221234",
        paying: (payee: String, bank: String, account: String)? = nil
    ) -> PublishContact {
        PublishContact(
            division: Village.id(place), office: office, phone: phone, address: "东街 1 号", payee: paying?.payee,
            bank: paying?.bank, account: paying?.account)
    }

    private func page(_ installation: TestInstallation, _ path: String, by principal: Principal? = nil) throws -> String
    {
        let route = try #require(Exchange.routes(database: installation.database).first { $0.path == path })
        guard case .page(let show) = route.handler else { return "" }
        let request = PageRequest(
            path: path, parameters: ["lot": Village.lot.text], now: installation.now, principal: principal)
        guard case .page(let page) = try show(request) else { return "" }
        return page.body.markup
    }
}
