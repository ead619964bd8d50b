@testable import Disclosure
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("The public pages") struct DisclosurePageTests {
    private static let entry = PublicLog.Entry(
        index: 41, at: Instant("2024-05-01T10:00")!, kind: "exchange.bidPlaced", stream: "lot/L1", office: "bidder-7",
        role: .bidder, division: id("p140", DivisionName.self))

    private static let log = PublicLogSource(
        latest: { _, before, _ in
            PublicLog(
                size: 42, root: "q83vEjRWeJA=", at: Instant("2024-05-01T10:00")!,
                checkpoint: "qianmo.example/log\n42\nq83vEjRWeJA=\n\n— qianmo.example/log AbCd\n",
                verifierKey: "qianmo.example/log+0123abcd+AQ==", entries: before == 41 ? [] : [entry],
                earlier: before == 41 ? nil : 41,
                days: [.init(day: "2024-04-30", checkpoint: "qianmo.example/log\n40\n")])
        },
        entry: { $0 == 41 ? PublicEntry(entry: entry, leaf: "{\"kind\":\"x\"}", proof: "c2sp.org/tlog-proof@v1") : nil }
    )

    private func board() throws -> Board {
        let board = try Board(at: "2024-05-06T09:00")
        let contract = id("C1", ContractName.self)
        let payments = [
            Payment(number: 1, due: CivilDate("2019-05-20")!, amount: yuan(288_000), paid: yuan(288_000)),
            Payment(number: 2, due: CivilDate("2021-05-20")!, amount: yuan(216_000), paid: yuan(16_000)),
            Payment(number: 3, due: CivilDate("2029-05-20")!, amount: yuan(216_000)),
        ]
        try board.give(
            DiscloseContract(contract: contract, division: board.village, instalments: payments), by: .system)
        try board.give(board.opening(title: "成交公示 <script>"))
        try board.give(board.objecting(), by: .villager)
        return board
    }

    private func page(
        _ board: Board, _ path: String, _ parameters: [String: String] = [:], _ language: Language = .chinese,
        by principal: Principal? = nil
    ) throws -> String? {
        let database = board.runner.database
        let routes =
            Disclosure.routes(database: database, log: Self.log)
            + Registry.routes(database: database, faces: [Registry.face(database), Disclosure.face(database)])
        let route = try #require(routes.first { $0.path == path })
        guard route.rule.allows(principal) else { return nil }
        let request = PageRequest(
            path: path, parameters: parameters, language: language, now: board.runner.now, principal: principal)
        let result: PageResult
        switch route.handler {
        case .page(let page): result = try page(request)
        case .form(_, let page, _): result = try page(request)
        default: return nil
        }
        guard case .page(let page) = result else { return nil }
        #expect(page.body.markup.ranges(of: "<h1>").count == 1, "\(path) has one question")
        return page.body.markup
    }

    @Test(
        "A village's page says on top what is let and what is in arrears, below who rents what, until when, at what price"
    )
    func village() throws {
        let board = try board()
        let chinese = try #require(try page(board, "/places/{division}", ["division": "p140"]))
        #expect(chinese.contains("2 项资产资源，1 项在租"))
        #expect(chinese.contains("到期应付 ¥504,000.00，已付 ¥304,000.00，拖欠 ¥200,000.00。"))
        for part in ["坦坝南坡地", "20 亩", "绿谷农业有限公司", "2049年5月19日", "¥1,200.00/亩", "拖欠", "闲置", "成交公示"] {
            #expect(chinese.contains(part), "\(part)")
        }
        #expect(chinese.contains("旧&quot;学校&quot;&lt;b&gt;") && !chinese.contains("<script>"))
        let english = try #require(try page(board, "/places/{division}", ["division": "p140"], .english))
        #expect(english.contains("2 assets, 1 of them let"))
        #expect(english.contains("¥304,000.00 paid of ¥504,000.00 due; ¥200,000.00 in arrears."))
        #expect(english.contains("¥1,200.00 per mu") && english.contains("In arrears"))
    }

    @Test("The page of a township counts its villages' assets; a place that is not there shows nothing")
    func above() throws {
        let board = try board()
        #expect(try page(board, "/places/{division}", ["division": "p14"])?.contains("2 项资产资源") == true)
        #expect(try page(board, "/places/{division}", ["division": "p141"])?.contains("2 项资产资源") == false)
        #expect(try page(board, "/places/{division}", ["division": "p999"]) == nil)
    }

    @Test("The board and each notice are for everyone, in both languages, and say until when one can object")
    func notices() throws {
        let board = try board()
        #expect(try page(board, "/notices")?.contains("1 份正在公示，共 1 份") == true)
        let notice = try #require(try page(board, "/notices/{notice}", ["notice": "N1"]))
        #expect(notice.contains("可以，到 2024年5月11日 24时"))
        #expect(notice.contains("<p>公示五个工作日。</p>") && notice.contains("等待答复"))
        #expect(!notice.contains("李大山"))
        #expect(notice.contains("<a href=\"/lots/L1\">查看这个标的</a>") && !notice.contains("lot/L1<"))
        let english = try #require(try page(board, "/notices/{notice}", ["notice": "N1"], .english))
        #expect(english.contains("Yes, until") && english.contains("Waiting for an answer"))
        try board.advance(to: "2024-06-01T00:00")
        #expect(try page(board, "/notices/{notice}", ["notice": "N1"])?.contains("公示期已结束") == true)
        #expect(try page(board, "/notices/{notice}", ["notice": "N1"])?.contains("逾期未答，已报上级") == true)
    }

    @Test("Who answers an objection reads its words; everyone else finds no such page")
    func answering() throws {
        let board = try board()
        let path = "/notices/{notice}/objections/{objection}/answer"
        let parameters = ["notice": "N1", "objection": "O1"]
        #expect(try page(board, path, parameters, by: principal(.stationAgent))?.contains("面积不对，我是李大山") == true)
        #expect(try page(board, path, parameters, by: principal(.stationAgent, division: "p141")) == nil)
        #expect(try page(board, path, parameters, by: principal(.villager)) == nil)
        #expect(try page(board, path, parameters) == nil)
    }

    @Test("Every form has the fields its command reads")
    func forms() throws {
        let board = try board()
        let parameters = ["division": "p140", "notice": "N1", "objection": "O1"]
        var seen = 0
        for route in Disclosure.routes(database: board.runner.database, log: Self.log) {
            guard case .form(let command, _, _) = route.handler else { continue }
            seen += 1
            let known = try #require(Disclosure.commands.first { $0.fullName == command })
            let role: Role = known.access.roles.contains(.stationAgent) ? .stationAgent : .countyOfficer
            let form = try #require(try page(board, route.path, parameters, by: principal(role)))
            #expect(route.rule == .roles(known.access.roles), "\(route.path) is open to others than \(command)")
            for field in known.shapes where !field.isOptional {
                #expect(form.contains("name=\"\(field.name)\""), "\(command) lacks \(field.name)")
            }
        }
        #expect(seen == 4)
    }

    @Test("The log's page shows the checkpoint to keep and who did what; each entry has its proof")
    func log() throws {
        let board = try board()
        let chinese = try #require(try page(board, "/log"))
        for part in [
            "42 条记录", "qianmo.example/log+0123abcd+AQ==", "exchange.bidPlaced", "/log/41", "q83vEjRWeJA=",
        ] {
            #expect(chinese.contains(part), "\(part)")
        }
        #expect(try page(board, "/log", [:], .english)?.contains("42 entries") == true)
        let entry = try #require(try page(board, "/log/{entry}", ["entry": "41"], .english))
        #expect(entry.contains("{&quot;kind&quot;:&quot;x&quot;}") && entry.contains("c2sp.org/tlog-proof@v1"))
        #expect(try page(board, "/log/{entry}", ["entry": "42"]) == nil)
        #expect(try page(board, "/log/{entry}", ["entry": "-1"]) == nil)
    }
}
