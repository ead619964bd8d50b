import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("The pages of the books") struct LedgerPageTests {
    private func village() throws -> Village {
        let village = try Village.luxian()
        try village.advance(to: "2019-06-10")
        try village.settle(1, 100_000, on: "2019-06-01")
        try village.post(
            "2019-06-02", [debit("513", 300), credit("102", 300)], voucher: "V1",
            summary: "买“纸” <script>alert(1)</script>")
        // What a distribution rests on.
        try village.database.write { tx in
            try tx.run(
                """
                INSERT INTO resolution (id, organisation, matter, body, entitled, present, in_favour, resolved_on)
                VALUES ('R-1', 'tanba-collective', 'distribution', 'assembly', 10, 9, 9, '2019-05-01'),
                    ('R-2', 'tanba-collective', 'budget', 'assembly', 10, 9, 9, '2019-05-01')
                """)
        }
        try village.give(
            OpenAssetCard(
                organisation: village.organisation, asset: id("pump", AssetName.self), name: "水泵",
                expense: id("511", AccountName.self), cost: Money(fen: 360_000), method: .straightLine, months: 36,
                inUse: day("2018-06-20")))
        try village.give(
            IssueReceipt(
                organisation: village.organisation, date: day("2019-06-03"), matter: "租金", amount: Money(fen: 100_500),
                method: .cash))
        try village.give(
            RecordStatementLine(
                organisation: village.organisation, line: id("bank-1", StatementLineName.self),
                account: account("102"), date: day("2019-06-03"), serial: "S1", received: nil, paid: Money(fen: 30_000),
                balance: Money(fen: 9_970_000), counterparty: nil, counterAccount: nil, remark: nil))
        try village.give(
            RegisterPayeeAccount(
                organisation: village.organisation, payee: id("green-valley", PartyName.self), bank: "东坡镇信用社",
                number: Personal("6217001234567890", of: DataSubject(of: id("green-valley", PartyName.self)))),
            by: "clerk")
        for name in ["C1", "C2"] {
            try village.give(
                SubmitClaim(
                    organisation: village.organisation, claim: id(name, ClaimName.self), date: day("2019-06-03"),
                    matter: "垃圾袋", payee: id("green-valley", PartyName.self), amount: Money(fen: 30_000),
                    photo: String(repeating: "a", count: 64)), by: "clerk")
            try village.give(
                ApproveClaim(organisation: village.organisation, claim: id(name, ClaimName.self)), by: "station")
        }
        try village.give(
            PayClaims(
                organisation: village.organisation, account: account("102"), claims: [id("C1", ClaimName.self)]))
        return village
    }

    private func request(
        _ parameters: [String: String], _ language: Language, division: String = "p14", role: Role = .stationAgent
    ) -> PageRequest {
        PageRequest(
            path: "/books/tanba-collective",
            parameters: ["organisation": "tanba-collective"].merging(parameters) { $1 }, language: language,
            now: day("2019-06-10").start,
            principal: Principal(
                person: id("p", PersonName.self), role: role, office: id("station", OfficeName.self),
                division: id(division, DivisionName.self)))
    }

    private func result(_ village: Village, _ path: String, _ request: PageRequest) throws -> PageResult {
        let route = try #require(Ledger.routes(database: village.database).first { $0.path == path })
        #expect(route.rule != .everyone)
        switch route.handler {
        case .page(let page): return try page(request)
        case .form(_, let page, _): return try page(request)
        case .upload(let upload): return try upload.page(request)
        default: return .notFound
        }
    }

    private func text(
        _ village: Village, _ path: String, _ parameters: [String: String] = [:], _ language: Language = .chinese
    ) throws -> String {
        guard case .page(let page) = try result(village, path, request(parameters, language)) else {
            Issue.record("\(path) is not there")
            return ""
        }
        #expect(page.body.markup.components("<h1>") == 1, "\(path) has one question")
        return page.body.markup
    }

    @Test("The books say on top what is in the bank and what is owed, in both languages")
    func bookPage() throws {
        let village = try village()
        let chinese = try text(village, "/books/{organisation}")
        #expect(chinese.contains("有 ¥99,700.00，应收 ¥188,000.00"))
        #expect(chinese.contains("/books/tanba-collective/daybook/102") && chinese.contains("7月"))
        let balance = try text(village, "/books/{organisation}/trial-balance")
        #expect(balance.contains("102 银行存款") && balance.contains("¥99,700.00"))
        let english = try text(village, "/books/{organisation}", [:], .english)
        #expect(english.contains("¥99,700.00 in hand, ¥188,000.00 owed"))
        #expect(
            !english.unicodeScalars.contains {
                (0x4E00...0x9FFF).contains($0.value) && !"坦坝村集体经济组织".unicodeScalars.contains($0)
            })
    }

    @Test("From an account one comes to its vouchers, and from there to the voucher, printed with every line")
    func drillDown() throws {
        let village = try village()
        let list = try text(village, "/books/{organisation}/accounts/{account}", ["account": "513"])
        #expect(list.contains("/books/tanba-collective/vouchers/V1") && list.contains("借 ¥300.00"))
        let voucher = try text(village, "/books/{organisation}/vouchers/{voucher}", ["voucher": "V1"])
        #expect(voucher.contains("2019-06-2 号 · ¥300.00"))
        #expect(voucher.contains("513 管理费用") && voucher.contains("station"))
        #expect(voucher.contains("&lt;script&gt;") && !voucher.contains("<script>"))
        let claim = try #require(village.runner.all(InstalmentAccrued.self).first?.voucher?.text)
        #expect(
            try text(village, "/books/{organisation}/vouchers/{voucher}", ["voucher": claim]).contains("绿谷农业有限公司"))
    }

    @Test("Receivables show who is in arrears, and each open instalment leads to its form")
    func receivables() throws {
        let village = try village()
        let list = try text(village, "/books/{organisation}/receivables")
        #expect(list.contains("应收 ¥188,000.00，逾期 ¥188,000.00"))
        #expect(list.contains("绿谷农业有限公司") && list.contains("未到期"))
        let path = "/books/{organisation}/receivables/{receivable}/{number}/settle"
        let form = try text(village, path, ["receivable": "R1", "number": "1"])
        #expect(form.contains("name=\"amountFen\"") && form.contains("value=\"188000.00\""))
        #expect(form.contains("name=\"receivable\" value=\"R1\""))
    }

    @Test("A card tells what it is worth and what the months to come will take; a sum that misses 151 is said")
    func assetCards() throws {
        let village = try village()
        let list = try text(village, "/books/{organisation}/assets")
        #expect(list.contains("在用 1 项，净值 ¥3,600.00") && list.contains("账上 151 余额 ¥0.00"))
        let card = try text(village, "/books/{organisation}/assets/{asset}", ["asset": "pump"])
        #expect(card.contains("2018-07") && card.contains("¥100.00") && !card.contains("2019-07"))
    }

    @Test("The month is one list: each step has its state and its next click, and the closing comes last")
    func monthList() throws {
        let village = try village()
        let page = try text(village, "/books/{organisation}/month")
        let month = try #require(try village.database.read { try BookQueries.find(village.organisation, in: $0) })
        let open = month.closedThrough?.next ?? AccountingMonth(month.startDate)
        #expect(page.contains("\(open) 还差哪几步？"))
        #expect(page.contains("/depreciate?month=\(open)") && page.contains("/books/tanba-collective/close-month"))
        #expect(page.contains("逾期未收 ¥188,000.00") || page.contains("到期合同款已收"))
    }

    @Test("A receipt is printed with figures and capitals, and the register shows which are late")
    func receipts() throws {
        let village = try village()
        let page = try text(
            village, "/books/{organisation}/receipts/{year}/{number}", ["year": "2019", "number": "1"])
        #expect(page.contains("第 2019-0001 号") && page.contains("壹仟零伍元整") && page.contains("¥1,005.00"))
        #expect(try text(village, "/books/{organisation}/receipts").contains("逾期未入账"))
    }

    @Test("A budget is shown as bars beside what is posted, and both the voucher and a draft say what they go beyond")
    func budgetPages() throws {
        let village = try village()
        let year = try #require(AccountingYear(2019))
        #expect(try text(village, "/books/{organisation}/budget").contains("2019 年还没有录入预算"))
        try village.give(
            AdoptBudget(
                organisation: village.organisation, year: year, resolution: id("R-2", ResolutionName.self),
                lines: [PlannedLine(account("513"), Money(fen: 20_000)), PlannedLine(account("501"), yuan(1_000_000))]))
        let page = try text(village, "/books/{organisation}/budget/{year}", ["year": "2019"])
        #expect(page.contains("计划支出 ¥200.00，已用 ¥300.00") && page.contains("¥300.00 / ¥200.00 · 150"))
        #expect(page.contains("超预算") && page.contains("/books/tanba-collective/accounts/513"))
        #expect(
            try text(village, "/books/{organisation}/vouchers/{voucher}", ["voucher": "V1"]).contains("513：预算 ¥200.00"))
        let draft = try village.draft()
        #expect(
            try text(village, "/books/{organisation}/drafts/{draft}/review", ["draft": draft]).contains("用到 ¥305.00"))
    }

    @Test("A claim shows its way, and the file for the bank has a row for each claim with no formula in it")
    func claimPages() throws {
        let village = try village()
        let list = try text(village, "/books/{organisation}/claims")
        #expect(list.contains("在办 2 张，¥600.00") && list.contains("/books/tanba-collective/claim-payment"))
        let page = try text(village, "/books/{organisation}/claims/{claim}", ["claim": "C1"])
        #expect(page.contains("会计审核单据") && page.contains("叁佰元整") && page.contains("/bank.csv"))
        let payment = try #require(village.runner.all(ClaimsSent.self).first?.payment.text)
        let route = try #require(
            Ledger.routes(database: village.database).first {
                $0.path == "/books/{organisation}/payments/{payment}/bank.csv"
            })
        guard case .file(_, let make) = route.handler,
            case .file(let bytes, _) = try make(request(["payment": payment], .chinese))
        else {
            Issue.record("no file for the bank")
            return
        }
        let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        #expect(
            text
                == "批次号,付款账户,收款人,收款账号,开户银行,金额（元）,用途,报账单号\r\n\(payment),102,绿谷农业有限公司,6217001234567890,东坡镇信用社,300.00,垃圾袋,C1\r\n"
        )
        guard case .notFound = try make(request(["payment": "payment-999999"], .chinese)) else {
            Issue.record("a payment that is not there")
            return
        }
    }

    @Test("Bank and books stand on one page with what is open, and a line proposes the voucher of its amount")
    func bankPages() throws {
        let village = try village()
        let list = try text(village, "/books/{organisation}/bank")
        #expect(list.contains("1 个账户，已对账 0 个") && list.contains("102 银行存款"))
        let page = try text(village, "/books/{organisation}/bank/{account}", ["account": "102"])
        #expect(page.contains("余额调节表") || page.contains("还没有导入"))
        let form = try text(
            village, "/books/{organisation}/bank/{account}/lines/{line}/match", ["account": "102", "line": "bank-1"])
        #expect(form.contains("value=\"V1\" required checked"))
        #expect(
            try text(village, "/books/{organisation}/bank/{account}/match-clear", ["account": "102"]).contains("1 对"))
    }

    @Test("Every form of the books has the fields its command reads")
    func forms() throws {
        let village = try village()
        // The payment of C1 came back.
        try village.give(
            RecordStatementLine(
                organisation: village.organisation, line: id("bank-2", StatementLineName.self),
                account: account("102"), date: day("2019-06-04"), serial: "S2", received: Money(fen: 30_000), paid: nil,
                balance: nil, counterparty: nil, counterAccount: nil, remark: nil))
        try village.give(
            RegisterInvoice(
                organisation: village.organisation, number: id("24112000000000000001", InvoiceName.self),
                issued: day("2019-06-01"), net: yuan(1), tax: .zero, gross: yuan(1), seller: nil, sellerCode: nil,
                digest: "d"))
        for route in Ledger.routes(database: village.database) where !route.path.hasSuffix("/corrected") {
            guard case .form(let command, _, let done) = route.handler else { continue }
            let draft = try village.draft()
            let parameters = [
                "voucher": "V1", "receivable": "R1", "number": "1", "draft": draft, "month": "2019-06", "year": "2019",
                "asset": "pump", "account": "102", "line": "bank-1", "claim": "C1", "warning": "w17-2019-01",
                "kind": "things",
            ].merging(
                route.path.contains("/invoices/") ? ["number": "24112000000000000001"] : [:]
            ) { $1 }
            let form = try text(village, route.path, parameters)
            let known = try #require(Ledger.commands.first { $0.fullName == command })
            #expect(route.rule == .roles(known.access.roles), "\(route.path) is open to others than \(command)")
            for field in known.shapes where !field.isOptional {
                #expect(form.contains("name=\"\(field.name)\""), "\(command) lacks \(field.name)")
            }
            #expect(done(request(parameters, .chinese), [:]).hasPrefix("/books/tanba-collective"))
        }
    }

    @Test("Somebody else's desk, another role and an unknown organisation find nothing")
    func notForYou() throws {
        let village = try village()
        try village.database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, parent, path, level, kind, name, code, opened)
                VALUES ('p15', NULL, '/p15/', 'province', 'province', '内蒙古自治区', '15', '2000-01-01')
                """)
        }
        func isThere(_ request: PageRequest) throws -> Bool {
            if case .page = try result(village, "/books/{organisation}", request) { true } else { false }
        }
        #expect(try isThere(request([:], .chinese)))
        #expect(try !isThere(request([:], .chinese, division: "p15")))
        #expect(try !isThere(request([:], .chinese, role: .bidder)))
        #expect(try !isThere(request(["organisation": "nobody"], .chinese)))
        #expect(
            try !isThere(
                PageRequest(path: "/", parameters: ["organisation": "tanba-collective"], now: day("2019-06-10").start)))
    }

    @Test("Who only reads the books is offered no form, and finds none")
    func readersOnly() throws {
        let village = try village()
        let supervisor = request(["voucher": "V1"], .chinese, role: .supervisor)
        guard case .page(let books) = try result(village, "/books/{organisation}", supervisor) else {
            Issue.record("a supervisor reads the books")
            return
        }
        #expect(!books.body.markup.contains("voucher-form") && books.body.markup.contains("/receivables"))
        for route in Ledger.routes(database: village.database) {
            if case .form = route.handler { #expect(!route.rule.allows(supervisor.principal), "\(route.path)") }
        }
    }

    @Test("Programs read the trial balance in fen")
    func json() throws {
        let village = try village()
        let path = "/api/v1/books/{organisation}/trial-balance"
        let route = try #require(Ledger.routes(database: village.database).first { $0.path == path })
        guard case .json(_, let answer) = route.handler,
            case .json(let json) = try answer(request([:], .chinese))
        else {
            Issue.record("no JSON")
            return
        }
        let bank = try #require(json["lines"]?.array?.first { $0["account"]?.string == "102" })
        #expect(bank["closingFen"]?.integer == 9_970_000)
    }

    @Test("Programs read that nothing is owed as an empty list, not as a list left out")
    func emptyList() throws {
        let village = try Village()
        let path = "/api/v1/books/{organisation}/receivables"
        let route = try #require(Ledger.routes(database: village.database).first { $0.path == path })
        guard case .json(let shape, let answer) = route.handler,
            case .json(let json) = try answer(request([:], .chinese))
        else {
            Issue.record("no JSON")
            return
        }
        #expect(json["receivables"]?.array?.isEmpty == true)
        guard case .object(let fields) = shape.kind else {
            Issue.record("no object")
            return
        }
        #expect(fields.map(\.isOptional) == [false])
    }
}

extension String {
    /// How often `part` occurs.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
