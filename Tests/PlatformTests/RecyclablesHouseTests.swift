import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// A heap of recyclables in the whole house: sorted, offered, sold by the exchange, fetched by the ticket and paid.
@Suite("Recyclables are sold through the exchange") struct RecyclablesHouseTests {
    /// The house of the Luxian deal, long after it, with a sorting point of the village.
    private final class House {
        let practice: PracticeHouse
        private var number = 0
        private let start: CivilDate

        init() async throws {
            practice = try PracticeHouse()
            _ = try await practice.run("luxian-2019.jsonl")
            // A Monday, so that the days below are working days.
            var day = practice.clock.now().date.adding(days: 1)
            while day.weekday != 1 { day = day.adding(days: 1) }
            start = day
        }

        func day(_ days: Int) -> CivilDate { start.adding(days: days) }

        /// Gives a command some days and hours after the start; answers the number of its refusal.
        func give(_ days: Int, _ hour: Int64, _ office: String, _ command: String, _ arguments: JSON) async throws
            -> Int?
        {
            practice.clock.set(day(days).start.adding(seconds: hour * 3_600))
            number += 1
            let by = try #require(try practice.installation.findPrincipal(office: OfficeID(office) ?? .example))
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: by, key: "recyclables-\(number)"))
            if case .rejected(let rejection) = answer { return rejection.number }
            return nil
        }

        func find<Value: SQLValueConvertible>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
            try practice.installation.database.read { try $0.find(sql) }
        }

        /// Sites, a scale, a recycler's lorry, and 1,200 kg of paper that was sorted.
        func sort() async throws {
            let village: JSON = "p510521111207"
            let steps: [(String, String, JSON)] = [
                (
                    "luxian-intake", "registry.registerOrganisation",
                    ["organisation": "recycler", "division": "p510521", "kind": "company", "name": "泸县再生资源公司"]
                ),
                (
                    "luxian-intake", "waste.registerSite",
                    ["site": "yard", "place": village, "name": "谭坝村分拣点", "kind": "point"]
                ),
                (
                    "luxian-intake", "waste.registerSite",
                    ["site": "buyer", "place": "p510521", "name": "再生资源公司货场", "kind": "recycler"]
                ),
                (
                    "luxian-intake", "waste.registerScale",
                    ["scale": "yard-scale", "site": "yard", "name": "分拣点磅", "until": day(300).field]
                ),
                (
                    "luxian-intake", "waste.registerVehicle",
                    [
                        "vehicle": "lorry", "place": "p510521", "plate": "川E30001", "carries": ["recyclable"],
                        "capacity": 3_000, "tare": 2_000, "owner": "recycler",
                    ]
                ),
                (
                    "tanba-clerk", "waste.sortRecyclables",
                    [
                        "site": "yard", "material": "paper", "gross": 1_250, "tare": 50, "scale": "yard-scale",
                        "day": day(0).field, "isFromMixed": false,
                    ]
                ),
            ]
            for (office, command, arguments) in steps {
                #expect(try await give(0, 9, office, command, arguments) == nil)
            }
        }

        /// Without a name the program gives one, as it does to a form.
        func offer(_ days: Int, _ sale: String?, _ kilograms: Int64) async throws -> Int? {
            var offer: [String: JSON] = [
                "site": "yard", "material": "paper", "kilograms": .integer(kilograms),
                "seller": "tanba-collective", "reserveFen": 40_000, "fetchBy": day(120).field,
            ]
            offer["sale"] = sale.map { .string($0) }
            return try await give(days, 10, "tanba-clerk", "waste.offerRecyclables", .object(offer))
        }

        func load(_ days: Int, _ net: Int64, _ sale: String?) async throws -> Int? {
            var load: [String: JSON] = [
                "vehicle": "川E30001", "from": ["yard"], "to": "buyer", "stream": "recyclable",
                "gross": .integer(2_000 + net), "tare": 2_000, "scale": "yard-scale",
            ]
            load["sale"] = sale.map { .string($0) }
            return try await give(days, 11, "tanba-clerk", "waste.issueTicket", .object(load))
        }
    }

    @Test("A heap that is offered is a lot of its own name at once; a lot that ends without a deal frees the heap")
    func offered() async throws {
        let house = try await House()
        try await house.sort()
        #expect(try await house.offer(0, "paper", 1_201) == 10112)
        #expect(try await house.offer(0, "paper", 1_000) == nil)
        #expect(try house.find("SELECT state FROM lot WHERE id = 'paper'") == "draft")
        #expect(try house.find("SELECT category || way || mode FROM lot WHERE id = 'paper'") == "C2assignmentascending")
        #expect(try house.find("SELECT reserved_by FROM asset WHERE id = 'paper'") == "paper")
        #expect(try house.find("SELECT name FROM asset WHERE id = 'paper'") == "谭坝村分拣点废纸 1000 千克")
        #expect(try await house.offer(0, "more", 300) == 10112, "two hundred are left")
        let withdrawn = try await house.give(
            1, 9, "tanba-clerk", "exchange.withdrawLot",
            ["lot": "paper", "cause": "sellerRequest", "reasons": "价格没谈好"])
        #expect(withdrawn == nil)
        #expect(try house.find("SELECT phase FROM waste_sale WHERE id = 'paper'") == "ended")
        #expect(try await house.offer(1, nil, 1_200) == nil)
        let drafted: Int64? = try house.find(
            "SELECT count(*) FROM lot l JOIN waste_sale s ON s.id = l.id JOIN asset a ON a.id = l.id WHERE l.state = 'draft'"
        )
        #expect(drafted == 1)
    }

    @Test(
        "From the scale to the money: bids, contract, loads held against what was sold, payment in the village's books")
    func sold() async throws {
        let house = try await House()
        try await house.sort()
        #expect(try await house.offer(0, "paper", 1_000) == nil)
        #expect(try await house.load(1, 500, nil) == 10119)
        #expect(try await house.load(1, 500, "paper") == 10118)
        let lot: JSON = "paper"
        let deposit = try #require(try house.find("SELECT deposit_fen FROM lot WHERE id = 'paper'", as: Int64.self))
        let paper: JSON = .string(String(repeating: "b", count: 64))
        func give(_ days: Int, _ hour: Int64, _ office: String, _ command: String, _ arguments: [String: JSON])
            async throws
        {
            let refusal = try await house.give(days, hour, office, command, .object(arguments))
            #expect(refusal == nil, "\(command)")
        }
        try await give(
            1, 12, "tanba-clerk", "registry.recordResolution",
            [
                "resolution": "sale-1", "organisation": "tanba-collective", "matter": "assetDisposal",
                "body": "assembly", "entitled": 90, "present": 71, "inFavour": 68, "date": house.day(0).field,
                "evidence": [paper],
            ])
        try await give(
            1, 13, "tanba-clerk", "exchange.attachMaterial",
            ["lot": lot, "material": "valuationReport", "digest": paper])
        try await give(1, 14, "tanba-clerk", "exchange.submitLot", ["lot": lot, "resolution": "sale-1"])
        try await give(2, 9, "luxian-intake", "exchange.acceptLot", ["lot": lot])
        try await give(3, 9, "luxian-review", "exchange.reviewLot", ["lot": lot, "decision": "approve"])
        let opens = house.day(35).start.adding(seconds: 9 * 3_600)
        try await give(
            4, 9, "luxian-release", "exchange.publishNotice",
            [
                "lot": lot, "closesAt": .string(house.day(32).start.description),
                "opensAt": .string(opens.description), "endsAt": .string(opens.adding(seconds: 1_800).description),
            ])
        for (party, name) in [("longcheng", "泸县龙城农业开发有限公司"), ("shunhe", "泸县顺和家庭农场")] {
            let bidder: JSON = .string("paper-\(party)")
            let account: JSON = .string("BANK-\(party)")
            try await give(
                7, 9, "\(party)-account", "exchange.registerBidder",
                ["lot": lot, "bidder": bidder, "party": .string(party), "account": account])
            try await give(
                7, 10, "\(party)-account", "exchange.declareDeposit",
                ["bidder": bidder, "reference": .string("D-\(party)")])
            try await give(
                7, 11, "luxian-intake", "exchange.recordDeposit",
                [
                    "bidder": bidder, "amountFen": .integer(deposit), "payerName": .string(name),
                    "payerAccount": account, "reference": .string("D-\(party)"),
                ])
            try await give(7, 12, "luxian-intake", "exchange.qualifyBidder", ["bidder": bidder])
        }
        let step = try #require(try house.find("SELECT step_fen FROM lot WHERE id = 'paper'", as: Int64.self))
        let price = 40_000 + step
        try await give(
            35, 9, "longcheng-account", "exchange.placeBid", ["lot": lot, "priceFen": .integer(price)])
        try await give(35, 14, "luxian-intake", "exchange.publishResult", ["lot": lot])
        try await give(44, 9, "luxian-intake", "exchange.signContract", ["lot": lot])
        #expect(try house.find("SELECT phase FROM waste_sale WHERE id = 'paper'") == "sold")
        #expect(try house.find("SELECT total_fen FROM waste_sale WHERE id = 'paper'") == price)
        try await give(
            45, 9, "luxian-intake", "exchange.recordFirstPayment",
            ["lot": lot, "amountFen": .integer(price), "reference": "P-1"])
        let paid: Int64? = try house.find(
            """
            SELECT CAST(sum(l.debit_fen) AS BIGINT) FROM voucher v
            JOIN voucher_line l ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
            WHERE v.organisation = 'tanba-collective' AND l.account = '102' AND l.debit_fen = \(price)
            """)
        #expect(paid == price, "the money stands in the village's bank account once")
        try await give(
            45, 10, "luxian-intake", "waste.setTare",
            [
                "vehicle": "lorry", "tare": 2_000, "day": house.day(45).field, "scale": "yard-scale", "slip": "1",
            ])
        #expect(try await house.load(46, 600, "paper") == nil)
        #expect(try await house.load(47, 421, "paper") == 10121)
        #expect(try await house.load(47, 400, "paper") == nil)
        try await give(48, 9, "tanba-clerk", "waste.finishSale", ["sale": lot])
        #expect(try house.find("SELECT phase FROM waste_sale WHERE id = 'paper'") == "handedOver")
        #expect(
            try house.find("SELECT CAST(sum(kilograms) AS BIGINT) FROM waste_handover WHERE sale = 'paper'")
                == Int64(1_000))
    }
}
