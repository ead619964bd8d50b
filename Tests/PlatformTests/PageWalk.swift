import Disclosure
import Foundation
import Kernel
import Storage
import Supervision
import TestSupport
import Web

@testable import Platform

/// Every page and form of every room, opened on the Luxian deal as somebody who may.
struct PageWalk {
    /// One page as it was shown.
    struct Opened {
        let room: String
        let route: Route
        let address: String
        let markup: [Language: String]
    }

    let practice: PracticeHouse

    init() async throws {
        practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        try await raiseObjection()
        try await keepBooks()
        try await claimExpense()
        try await keepMarket()
        try await treatWaterAndCleanUp()
        try await collectWaste()
        try await sellRecyclables()
        try await train()
    }

    /// A voucher on its way, an asset card, a receipt, and two lines of the bank's: one matched, one open.
    private func keepBooks() async throws {
        let today = practice.clock.now().date.field
        let booked = try practice.installation.database.read { tx in
            try tx.rows(
                """
                SELECT v.voucher, v.date, l.debit_fen FROM voucher v
                JOIN voucher_line l ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
                WHERE v.organisation = 'tanba-collective' AND l.account = '102' AND l.debit_fen > 0
                ORDER BY v.month DESC, v.number DESC LIMIT 1
                """
            ).first
        }
        guard
            let accountant = try practice.installation.findPrincipal(office: OfficeID("tanba-accountant") ?? .example),
            let booked
        else { return }
        let (voucher, day): (String, String) = (try booked.get(0), try booked.get(1))
        let amount: Int64 = try booked.get(2)
        let organisation: JSON = "tanba-collective"
        let lines: [JSON] = [
            ["account": "513", "debitFen": 9_500], ["account": "102", "creditFen": 9_500],
        ]
        func bankLine(_ name: String, _ received: Int64) -> JSON {
            [
                "organisation": organisation, "line": .string(name), "account": "102", "date": .string(day),
                "receivedFen": .integer(received),
            ]
        }
        let given: [(String, JSON)] = [
            (
                "ledger.draftVoucher",
                [
                    "organisation": organisation, "draft": "draft-1", "date": today, "summary": "买办公用品",
                    "lines": .array(lines),
                ]
            ),
            (
                "ledger.openAssetCard",
                [
                    "organisation": organisation, "name": "抽水泵", "expense": "513", "costFen": 360_000,
                    "method": "straightLine", "months": 60, "inUse": today,
                ]
            ),
            (
                "ledger.issueReceipt",
                [
                    "organisation": organisation, "date": today, "matter": "垃圾清运费", "amountFen": 5_000,
                    "method": "cash",
                ]
            ),
            (
                "ledger.registerInvoice",
                [
                    "organisation": organisation, "number": "24512000000000000001", "issued": today, "netFen": 9_500,
                    "taxFen": 0, "grossFen": 9_500, "digest": .string(String(repeating: "d", count: 64)),
                ]
            ),
            ("ledger.recordStatementLine", bankLine("line-1", amount)),
            ("ledger.recordStatementLine", bankLine("line-2", 700)),
            (
                "ledger.matchBank",
                [
                    "organisation": organisation, "account": "102", "lines": ["line-1"],
                    "vouchers": .array([.string(voucher)]),
                ]
            ),
        ]
        for (number, (command, arguments)) in given.enumerated() {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: accountant, key: "books-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }

    /// A claim of the village that waits for its first approval.
    private func claimExpense() async throws {
        guard let clerk = try practice.installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example) else {
            return
        }
        // Paid to somebody's own account: a flag for the supervisors.
        let payee: JSON = [
            "party": "payee-1", "kind": "person", "name": "张三", "division": .string(clerk.division.text),
        ]
        let claim: JSON = [
            "organisation": "tanba-collective", "claim": "claim-1", "date": practice.clock.now().date.field,
            "matter": "垃圾袋", "payee": "payee-1", "amountFen": 9_500,
            "photo": .string(String(repeating: "a", count: 64)),
        ]
        for (command, arguments) in [("registry.registerParty", payee), ("ledger.submitClaim", claim)] {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: clerk, key: command))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }

    /// A sewage works with a day that was judged, and an old contract that was found.
    private func treatWaterAndCleanUp() async throws {
        guard let county = try practice.installation.findPrincipal(office: OfficeID("luxian-intake") ?? .example),
            let clerk = try practice.installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example)
        else { return }
        let yesterday = practice.clock.now().date.adding(days: -1)
        let place: JSON = .string(county.division.text)
        let given: [(String, JSON, Principal)] = [
            (
                "environment.registerFacility",
                ["facility": "works", "place": place, "name": "县城污水处理厂", "kind": "plant", "design": "30000"], county
            ),
            (
                "registry.layRedLine",
                [
                    "redLine": "line-1", "kind": "farmland", "division": place, "number": "JB-001",
                    "outline": "38 43002000,402001000 90000,0 0,80000 -90000,0", "source": "县国土空间规划",
                    "from": "2019-01-01",
                ], county
            ),
            (
                "environment.assignStandard",
                [
                    "facility": "works", "standard": "GB 18918-2002", "grade": "1A",
                    "from": yesterday.adding(days: -90).field,
                ], county
            ),
            (
                "environment.recordDay",
                [
                    "facility": "works", "item": "COD", "day": yesterday.field, "dueHours": 24, "validHours": 24,
                    "mean": "31.4", "volume": "24180", "temperature": "14.5",
                ], county
            ),
            (
                "environment.registerInstrument",
                [
                    "facility": "works", "item": "COD", "model": "CODmax", "serial": "SN-2024-0101", "range": "100",
                ], county
            ),
            (
                "environment.markHours",
                [
                    "facility": "works", "day": yesterday.field, "from": 8, "until": 10, "mark": "M",
                    "reason": "更换蠕动泵管",
                ], county
            ),
            (
                "environment.registerStation",
                ["facility": "works", "mn": "010000A8900016F000169DC0", "version": "v2017"], county
            ),
            (
                "environment.orderDevice",
                ["facility": "works", "mn": "010000A8900016F000169DC0", "act": "realtimeInterval", "interval": 60],
                county
            ),
            (
                "environment.enterOperation",
                [
                    "facility": "works", "day": yesterday.field, "energy": "8220", "sludge": "14.2", "moisture": 80,
                    "inletCOD": "231",
                ], county
            ),
            (
                "environment.recordDay",
                [
                    "facility": "works", "item": "NH3-N", "day": yesterday.field, "dueHours": 24, "validHours": 24,
                    "mean": "9.2", "volume": "24180", "temperature": "14.5",
                ], county
            ),
            (
                "environment.layPipe",
                [
                    "facility": "works", "upper": "W-1", "lower": "W-2", "length": "120", "diameter": 400,
                    "upperInvert": "812.5", "lowerInvert": "811.9", "roughness": "0.013", "inflow": "35",
                ], county
            ),
            (
                "cleanup.enterFoundContract",
                [
                    "case": "old-1", "organisation": "tanba-collective", "row": 1, "object": "河滩地", "lessee": "李某",
                    "area": 120_000, "problems": ["P01"],
                ], clerk
            ),
        ]
        let rest = try upkeep(county, yesterday) + land(clerk) + cleanUpMoney(clerk)
        for (number, (command, arguments, by)) in (given + rest).enumerated() {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: by, key: "works-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }

    /// All notices of the deal are over; one more, with an objection to it, makes the pages of objecting and answering.
    private func raiseObjection() async throws {
        guard let clerk = try practice.installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example) else {
            return
        }
        let notice: JSON = [
            "notice": "accounts-2023-06", "division": .string(clerk.division.text), "kind": "finance",
            "titleZh": "六月账目", "titleEn": "Accounts of June", "bodyZh": "见附表。", "bodyEn": "See the table.",
            "workingDays": 5,
        ]
        let objection: JSON = ["notice": "accounts-2023-06", "objection": "objection-1", "text": "面积不对。"]
        // Members meet in a fortnight, so the page of a meeting has one to show.
        let meeting: JSON = [
            "meeting": "assembly-1", "organisation": "tanba-collective", "body": "assembly",
            "day": .string(practice.clock.now().date.adding(days: 14).description), "agenda": "收益分配方案",
        ]
        let member: JSON = [
            "member": "m-1", "organisation": "tanba-collective", "household": "h-1", "name": "Planted Member",
            "birth": "1970-01-01", "since": "2019-01-01", "ground": "reform",
        ]
        let deliberation: JSON = [
            "deliberation": "deliberation-1", "organisation": "tanba-collective", "matter": "distribution",
            "subject": "收益分配方案",
        ]
        let officer: JSON = [
            "term": "t-1", "organisation": "tanba-collective", "office": "accounts", "name": "Planted Officer",
            "identityNumber": .string(IdentityNumber.completing("14042119620704123")?.revealed ?? ""),
            "from": "2019-01-01",
        ]
        let relative: JSON = [
            "term": "t-1", "kin": "k-1", "relation": "child", "name": "Planted Relative",
            "identityNumber": .string(IdentityNumber.completing("14042119881212321")?.revealed ?? ""),
        ]
        for (command, arguments) in [
            ("assembly.fillOffice", officer), ("assembly.declareKin", relative), ("disclosure.openNotice", notice),
            ("disclosure.raiseObjection", objection),
            ("assembly.admitMember", member), ("assembly.callMeeting", meeting),
            ("assembly.openDeliberation", deliberation),
        ] {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: clerk, key: command))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }

    /// Opens every page with the first of the house's own names that it knows; `missed` are those that none opens.
    func open(on database: any Database) throws -> (opened: [Opened], missed: [String]) {
        var opened: [Opened] = []
        var missed: [String] = []
        let names = try names()
        let people = try people()
        for room in InstallationPlan.qianmo.rooms {
            for route in room.routes(database, practice.installation.log) {
                guard let show = Self.page(route) else { continue }
                if let page = try first(route, room.room, show, names, people) {
                    opened.append(page)
                } else if !Self.leadsOn.contains(route.path) {
                    missed.append("\(room.room) \(route.path)")
                }
            }
        }
        return (opened, missed)
    }

    /// Addresses of before that lead to another page.
    private static let leadsOn: Set<String> = ["/villages/{division}", "/wall"]

    private static func page(_ route: Route) -> (@Sendable (PageRequest) throws -> PageResult)? {
        switch route.handler {
        case .page(let page): page
        case .form(_, let page, _): page
        case .upload(let upload): upload.page
        default: nil
        }
    }

    private func first(
        _ route: Route, _ room: String, _ show: (PageRequest) throws -> PageResult, _ names: [String: [String]],
        _ people: [Principal?]
    ) throws -> Opened? {
        for parameters in Self.combinations(route.parameterNames, names) {
            for person in people where route.rule == .everyone || person.map({ route.rule.allows($0) }) ?? false {
                var markup: [Language: String] = [:]
                for language in Language.allCases {
                    let request = PageRequest(
                        path: route.path, parameters: parameters, language: language, now: practice.clock.now(),
                        principal: person, origin: "https://installation.example")
                    guard case .page(let page) = try show(request) else { break }
                    markup[language] = page.title + "\n" + page.body.markup
                }
                guard markup.count == Language.allCases.count else { continue }
                return Opened(room: room, route: route, address: "\(parameters)", markup: markup)
            }
        }
        return nil
    }

    static func combinations(_ parameters: [String], _ names: [String: [String]]) -> [[String: String]] {
        parameters.reduce([[:]]) { found, name in
            found.flatMap { one in (names[name] ?? []).map { one.merging([name: $0]) { $1 } } }
        }
    }

    /// Names that stand in the store, for each parameter of an address.
    func names() throws -> [String: [String]] {
        try practice.installation.database.read { tx in
            func list(_ sql: SQL) throws -> [String] { try tx.rows(sql).map { try $0.get(0) } }
            return [
                "lot": try list("SELECT id FROM lot ORDER BY id LIMIT 3"),
                "asset": try list("SELECT id FROM asset ORDER BY id LIMIT 3")
                    + list("SELECT asset FROM asset_card ORDER BY asset LIMIT 1"),
                "bidder": try list("SELECT id FROM bidder ORDER BY id LIMIT 6"),
                "paddle": ["1", "2"],
                "contract": try list("SELECT id FROM contract ORDER BY id LIMIT 3"),
                "division": try list("SELECT id FROM division ORDER BY id DESC LIMIT 6"), "entry": ["40"],
                "notice": try list("SELECT notice FROM notice ORDER BY closes_at DESC LIMIT 3"),
                "objection": ["objection-1"], "meeting": ["assembly-1"],
                "deliberation": ["deliberation-1"], "member": ["m-1"], "term": ["t-1"],
                "employer": ["farm"], "worker": ["worker-li"], "order": ["order-1"], "crew": ["crew-1"],
                "hall": ["p510521111"], "round": ["p510521111-1", "morning"],
                "course": ["course-1", "course-2"], "learner": ["learner-1"], "certificate": ["cert-1"],
                "trainer": ["trainer-b"],
                "session": ["1"], "detector": ["9"], "about": ["course-1"], "facility": ["works"], "shaft": ["W-1"],
                "site": ["depot", "corner"], "scale": ["scale-a"], "haulage": ["hauler-1"], "ticket": ["load-1"],
                "complaint": ["heap-1", "heap-2"], "vehicle": ["truck"], "sale": ["z-paper"],
                "redLine": ["line-1"],
                "flag": try OversightFile(at: practice.clock.now(), in: tx).flags.prefix(4).map(\.id.text),
                "case": ["old-1"], "observation": ["seen-1"], "parcel": ["parcel-1"], "bill": ["bill-1"],
                "census": ["census-1"], "place": try list("SELECT id FROM division ORDER BY id DESC"),
                "number": try list("SELECT number FROM certificate ORDER BY number LIMIT 2") + ["1", "2", "3"]
                    + ["24512000000000000001"], "kind": ["things"], "file": ["1"],
                "organisation": try list(
                    "SELECT id FROM organisation ORDER BY id IN (SELECT organisation FROM books) DESC, id LIMIT 3"),
                "receivable": try list("SELECT receivable FROM receivable ORDER BY receivable LIMIT 3"),
                "voucher": try list("SELECT voucher FROM voucher ORDER BY voucher LIMIT 3"), "account": ["102"],
                "claim": ["claim-1"], "payment": ["payment-999999"],
                "warning": try list("SELECT 'w17-' || SUBSTR(start_date, 1, 7) FROM books ORDER BY organisation"),
                "draft": ["draft-1"], "month": ["2019-06", Self.settledMonth(practice.clock.now())],
                "line": ["line-1", "line-2"],
                "year": ["2019"] + (try list("SELECT CAST(year AS TEXT) FROM receipt LIMIT 1")),
            ]
        }
    }

    /// Nobody, then one person at each office.
    func people() throws -> [Principal?] {
        let offices: [String] = try practice.installation.database.read { tx in
            try tx.rows("SELECT id FROM office ORDER BY id").map { try $0.get(0) }
        }
        return try [nil, Principal.administrator]
            + offices.compactMap { try OfficeID($0).flatMap { try practice.installation.findPrincipal(office: $0) } }
    }
}
