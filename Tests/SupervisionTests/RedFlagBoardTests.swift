import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Exchange
@testable import ExchangeTests
@testable import Registry
@testable import Supervision

@Suite("The supervisor's page")
struct RedFlagBoardTests {
    /// Two lots of the village, both won by the only bidder there at the starting price, by agreement or single.
    private static func installation() throws -> TestInstallation {
        let installation = try TestInstallation.published()
        try installation.wait(until: installation.now.adding(days: 20))
        try installation.list(Village.terms(startsOn: nil), lot: Village.id("L2"))
        try installation.admit(2, lot: Village.id("L2"))
        try installation.give(
            RefuseBidder(bidder: Village.id("L2-b2"), reasons: "not a farmer"), by: Village.agent)
        return installation
    }

    private static func lots(_ installation: TestInstallation) throws -> [RedFlagLot] {
        try installation.database.read { try RedFlagQueries.list(on: installation.now.date, in: $0) }
    }

    @Test("A lot is read with everybody who came, what each offered, who has it, and the desk that took it")
    func reading() throws {
        let installation = try Self.installation()
        let lots = try Self.lots(installation)
        #expect(lots.map(\.item.id) == ["L1", "L2"])
        let first = try #require(lots.first)
        #expect(first.item.offers?.count == 21 && first.item.awards?.map(\.winners) == [["person3"]])
        #expect(first.item.soleWinner == "person3" && first.item.bidderCount == 3)
        #expect(first.clerk == Village.agent.office.text && first.item.limits.map(\.limit) == [500_000])
        #expect(lots[1].item.offers?.map(\.state) == [.valid, .disqualified])
        #expect(lots[1].item.awards?.isEmpty == true)
    }

    @Test("Counts by indicator, village and desk agree with one another and end at the area's border")
    func counting() throws {
        let lots = try Self.lots(Self.installation())
        let board = RedFlagBoard(lots.map(Self.withShortNotice))
        #expect(board.lots(flagged: .shortNotice).count == 2)
        #expect(board.total.lots == 2 && board.lotCount == 2)
        #expect(board.villages.map(\.flags).reduce(0, +) == board.total.flags)
        #expect(board.clerks.map(\.flags).reduce(0, +) == board.total.flags)
        let elsewhere = RedFlagBoard(lots.map(Self.withShortNotice), within: "/nowhere/")
        #expect(elsewhere.lotCount == 0 && elsewhere.entries.isEmpty)
    }

    private static func withShortNotice(_ lot: RedFlagLot) -> RedFlagLot {
        var item = lot.item
        item.closesAt = item.opensAt
        return RedFlagLot(
            item: item, isBuying: lot.isBuying, state: lot.state, assetName: lot.assetName, village: lot.village,
            villageName: lot.villageName, clerk: lot.clerk, path: lot.path)
    }

    @Test("The page has every indicator in both languages, opens down to the lot and is the supervisors' only")
    func page() throws {
        let installation = try Self.installation()
        let route = try #require(
            Supervision.routes(database: installation.database).first { $0.path == "/exchange/flags" })
        #expect(route.rule == .roles([.supervisor, .countyOfficer]))
        guard case .page(let handler) = route.handler else {
            Issue.record("no page")
            return
        }
        for language in Language.allCases {
            let board = RedFlagBoard(try Self.lots(installation))
            let plain = try body(handler, installation, language)
            for flag in RedFlag.allCases {
                #expect(plain.contains(language(RedFlagText.name(flag))))
                // Only an indicator that points at something is a door.
                let stands = board.entries.contains { $0.flag == flag }
                #expect(plain.contains("flag=\(flag.rawValue)") == stands)
            }
            let opened = try body(handler, installation, language, ["village": TestInstallation.village.text])
            for entry in board.entries { #expect(opened.contains("href=\"/lots/\(entry.lot.item.id)\"")) }
            #expect(!board.entries.isEmpty)
            #expect(!opened.contains("person1") && !opened.contains("<script"))
        }
    }

    private func body(
        _ handler: (PageRequest) throws -> PageResult, _ installation: TestInstallation, _ language: Language,
        _ query: [String: String] = [:]
    ) throws -> String {
        let supervisor = Principal(
            person: Village.id("sun"), role: .supervisor, office: Village.id("county"), division: .root)
        let request = PageRequest(
            path: "/exchange/flags", query: query, language: language, now: installation.now, principal: supervisor)
        guard case .page(let page) = try handler(request) else { return "" }
        return page.body.markup
    }

    @Test(
        "A flag says its value against its line, on the board and on the lot's own page, which ends at the area's border"
    )
    func valueAgainstLine() throws {
        let installation = try Self.installation()
        let lots = try Self.lots(installation).map(Self.withShortNotice)
        let board = RedFlagBoard(lots)
        let request = PageRequest(path: "/exchange/flags", now: installation.now)
        let page = RedFlagPage(board: board, notes: []).page(request).body.markup
        #expect(page.contains("1 天，界线 10 天"))
        let english = PageRequest(path: "/exchange/flags", language: .english, now: installation.now)
        let first = try #require(lots.first)
        let own = LotFlagsPage.page(board, lot: first, english).body.markup
        #expect(own.contains("the line is at 10 days") && !own.contains("L2"))
        let route = try #require(
            Supervision.routes(database: installation.database).first { $0.path == "/lots/{lot}/flags" })
        guard case .page(let handler) = route.handler else { return }
        func opens(_ division: DivisionID) throws -> Bool {
            let reviewer = Principal(
                person: Village.id("sun"), role: .stationReviewer, office: Village.id("county"), division: division)
            let request = PageRequest(
                path: "/lots/L1/flags", parameters: ["lot": "L1"], now: installation.now, principal: reviewer)
            guard case .page = try handler(request) else { return false }
            return true
        }
        #expect(try opens(.root) && !opens(Village.id("elsewhere")))
    }

    @Test("Money that should have moved stands on the page, and the way to it")
    func money() throws {
        let installation = try TestInstallation.confirmed()
        let route = try #require(Supervision.routes(database: installation.database).first)
        guard case .page(let handler) = route.handler else {
            Issue.record("no page")
            return
        }
        #expect(try !body(handler, installation, .chinese).contains("/exchange/money"))
        // Two losers' deposits should have gone back.
        installation.now = installation.now.adding(days: 20)
        #expect(try body(handler, installation, .chinese).contains("2 笔款项逾期或待决"))
        #expect(try body(handler, installation, .english).contains("/exchange/money"))
    }

    @Test("The limits are those of the place and the day: the county's own figure, else the one that ships")
    func limits() throws {
        let installation = try Self.installation()
        try installation.register(
            SetParameter(
                division: Village.id("p140421"), key: .routingLandCountyArea, value: 300_000,
                validFrom: installation.now.date, source: "x"))
        #expect(try Self.lots(installation).map { $0.item.limits.map(\.limit) } == [[300_000], [300_000]])
        installation.now = installation.now.adding(days: -1)
        #expect(try Self.lots(installation).map { $0.item.limits.map(\.limit) } == [[500_000], [500_000]])
    }

    @Test("What it reads, both databases can read")
    func statements() throws {
        let database = try temporaryDatabase(Registry.migrations + Exchange.migrations)
        let lots = try database.read { try RedFlagQueries.list(on: Village.day("2026-03-02"), in: $0) }
        #expect(lots.isEmpty)
    }
}
