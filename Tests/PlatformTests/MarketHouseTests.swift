import EventLog
import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// The labour market in the whole house: its policies, its races, its seals.
@Suite("The labour market in the house") struct MarketHouseTests {
    private static let station = "shiqiao-station"

    /// So many people registered at a station of the demo county.
    private func register(_ count: Int, in house: DemoHouse) async throws -> [String] {
        let agent = try house.principal(Self.station)
        var planted: [String] = []
        var submissions: [Submission] = []
        for number in 0..<count {
            let born = 19_600_101 + number % 28 + 10_000 * (number % 40)
            let identity = try #require(
                IdentityNumber.completing("140402\(born)\(String(1_000 + number % 900).dropFirst())"))
            let (name, phone) = ("Planted Worker \(number)", "139\(20_000_000 + number * 7_919)")
            planted += [identity.revealed, name, phone]
            submissions.append(
                Submission(
                    command: "labour.registerWorker",
                    arguments: [
                        "worker": .string("planted-\(number)"), "place": "p140498101", "name": .string(name),
                        "identityNumber": .string(identity.revealed), "phone": .string(phone), "trades": ["harvest"],
                        "consent": true,
                    ], principal: agent, key: "planted-\(number)"))
        }
        let answers = try await house.practice.installation.writer.submit(all: submissions)
        #expect(answers.compactMap(\.number) == [])
        return planted
    }

    @Test(
        "However many ask at once for five seats, five get one; the order’s page says so, and the log tells nobody’s name"
    )
    func five() async throws {
        let house = try await DemoHouse()
        let installation = house.practice.installation
        let count = ProcessInfo.processInfo.environment["QIANMO_ASKING"].flatMap(Int.init) ?? 200
        let planted = try await register(count, in: house)
        let day = DemoHouse.base.date.adding(days: 2)
        let posted = try await house.give(
            Self.station, "labour.postOrder",
            [
                "order": "five", "employer": "dongpo-works", "trade": "general", "work": "清沟", "address": "村东",
                "conditions": "管水", "start": .integer(day.start.milliseconds + 25_200_000),
                "end": .integer(day.start.milliseconds + 54_000_000), "seats": 5, "unit": "day", "rateFen": 16_000,
                "cycle": "day", "insurance": "accident",
            ])
        #expect(posted == nil)
        let agent = try house.principal(Self.station)
        let answers = try await installation.writer.submit(
            all: (0..<count).map { number in
                Submission(
                    command: "labour.takeSeat",
                    arguments: ["order": "five", "worker": .string("planted-\(number)")], principal: agent,
                    key: "ask-\(number)")
            })
        #expect(answers.count { $0.number == nil } == 5)
        #expect(Set(answers.compactMap(\.number)) == [7062])
        var seen = ""
        for index in 0..<(try house.size) {
            seen += String(decoding: try #require(try installation.log.leaf(index)), as: UTF8.self)
        }
        #expect(seen.contains("planted-7"), "the workers themselves are in the log, by names that tell nothing")
        #expect(planted.filter { seen.contains($0) } == [])
    }

    @Test("A collective’s casual labour stands on 213 until it is paid; who is in arrears is blocked by the clock")
    func policies() async throws {
        let house = try await DemoHouse()
        try house.database.read { tx in
            let vouchers: Int64? = try tx.find("SELECT count(*) FROM voucher WHERE origin = 'wages'")
            #expect(vouchers == 4)
            let owed: Int64? = try tx.find(
                "SELECT sum(coalesce(credit_fen, 0)) - sum(coalesce(debit_fen, 0)) FROM voucher_line WHERE account = '213'"
            )
            #expect(owed == 0)
            let block: String? = try tx.find("SELECT block FROM labour_employer WHERE id = 'orchard'")
            #expect(block == "arrears")
            let steps: [String] = try tx.rows(
                "SELECT arrear FROM labour_engagement WHERE arrear IS NOT NULL ORDER BY order_id"
            ).map { try $0.get(0) }
            #expect(steps.count == 1)
        }
    }

    @Test(
        "A crew is asked by the house for all its seats at once, its leader says yes for all, and verify knows the log")
    func together() async throws {
        let house = try await DemoHouse()
        _ = try await register(4, in: house)
        let day = DemoHouse.base.date.adding(days: 1)
        let given: [(String, JSON)] =
            [
                (
                    "labour.postOrder",
                    [
                        "order": "three", "employer": "dongpo-works", "trade": "harvest", "work": "摘枣", "address": "村东",
                        "conditions": "管水", "start": .integer(day.start.milliseconds + 25_200_000),
                        "end": .integer(day.start.milliseconds + 54_000_000), "seats": 3, "unit": "day",
                        "rateFen": 16_000, "cycle": "day", "insurance": "accident",
                    ]
                ), ("labour.openHall", ["place": "p140498101", "times": "18:00"]),
            ]
            + (0..<3).map { ("labour.seekWork", ["worker": .string("planted-\($0)"), "isSeeking": true]) }
            + [
                (
                    "labour.formCrew",
                    [
                        "crew": "pickers", "place": "p140498101", "leader": "planted-1",
                        "members": ["planted-0", "planted-2"], "consent": true,
                    ]
                ), ("labour.runRound", ["hall": "p140498101"]),
            ]
        for (command, arguments) in given {
            let refused = try await house.give(Self.station, command, arguments)
            #expect(refused == nil, "\(command)")
        }
        func seats(_ phase: String) throws -> [String] {
            try house.database.read { tx in
                try tx.rows(
                    "SELECT worker FROM labour_engagement WHERE order_id = 'three' AND phase = \(phase) ORDER BY worker"
                ).map { try $0.get(0) }
            }
        }
        #expect(try seats("offered") == ["planted-0", "planted-1", "planted-2"])
        let alone = try await house.give(Self.station, "labour.takeSeat", ["order": "three", "worker": "planted-0"])
        #expect(alone == 7115)
        let whole = try await house.give(Self.station, "labour.seatCrew", ["order": "three", "worker": "planted-1"])
        #expect(whole == nil)
        #expect(try seats("accepted") == ["planted-0", "planted-1", "planted-2"])
        let gone = try await house.give(Self.station, "labour.leaveCrew", ["crew": "pickers", "worker": "planted-2"])
        #expect(gone == nil)
        _ = try house.practice.verify()
    }

    @Test("Whoever declines is followed by who is next in the house too, by the clock, and verify knows the log again")
    func refilled() async throws {
        let house = try await DemoHouse()
        let installation = house.practice.installation
        _ = try await register(3, in: house)
        let day = DemoHouse.base.date.adding(days: 1)
        let given: [(String, JSON)] =
            [
                (
                    "labour.postOrder",
                    [
                        "order": "one", "employer": "dongpo-works", "trade": "general", "work": "清沟", "address": "村东",
                        "conditions": "管水", "start": .integer(day.start.milliseconds + 25_200_000),
                        "end": .integer(day.start.milliseconds + 54_000_000), "seats": 1, "unit": "day",
                        "rateFen": 16_000, "cycle": "day", "insurance": "accident",
                    ]
                ), ("labour.openHall", ["place": "p140498101", "times": "18:00"]),
            ]
            + (0..<3).map { ("labour.seekWork", ["worker": .string("planted-\($0)"), "isSeeking": true]) }
            + [("labour.runRound", ["hall": "p140498101"])]
        for (command, arguments) in given {
            let refused = try await house.give(Self.station, command, arguments)
            #expect(refused == nil, "\(command)")
        }
        func holder() throws -> String? {
            try house.database.read {
                try $0.find("SELECT worker FROM labour_engagement WHERE order_id = 'one' AND phase = 'offered'")
            }
        }
        var asked: [String] = []
        while let worker = try holder(), asked.count < 9 {
            asked.append(worker)
            let refused = try await house.give(
                Self.station, "labour.declineOffer", ["order": "one", "worker": .string(worker)])
            #expect(refused == nil)
            await installation.writer.nudge()
        }
        // Three planted ones and the one who stands at the kerb of the demo county: the round gave one of them the demo's own
        // ditch, where she is at that time and stays; the others were asked for the seat one after another, each once.
        let everybody: [String: [String]] = try house.database.read { tx in
            Dictionary(
                grouping: try tx.rows(
                    """
                    SELECT worker, order_id, phase FROM labour_engagement
                    WHERE worker IN ('kerb-8', 'planted-0', 'planted-1', 'planted-2') AND ends > \(DemoHouse.base)
                    ORDER BY worker
                    """
                ).map { (try $0.get(1, as: String.self), try $0.get(0, as: String.self)) }, by: \.0
            ).mapValues { $0.map(\.1) }
        }
        #expect(asked.count == 3 && everybody["one"] == asked.sorted())
        #expect(everybody["ditch-2"]?.count == 1 && Set(everybody.values.joined()).count == 4)
        let refills: Int64? = try house.database.read {
            try $0.find("SELECT count(*) FROM labour_round WHERE is_refill = 1")
        }
        #expect(refills == Int64(asked.count - 1))
        _ = try house.practice.verify()
    }

    @Test(
        "A telephone that a desk wrote down finds its record, however it is typed; two records stay two; the log tells no mark"
    )
    func phones() async throws {
        let house = try await DemoHouse()
        let installation = house.practice.installation
        func give(_ command: String, _ name: String, _ arguments: [String: JSON]) async throws {
            let own: [String: JSON] = ["place": "p140498101"]
            let refused = try await house.give(
                Self.station, command, .object(own.merging(arguments) { $1 }))
            #expect(refused == nil, "\(command) \(name)")
        }
        func worker(_ name: String, _ digits: String, _ phone: String) async throws {
            let identity = try #require(IdentityNumber.completing(digits))
            try await give(
                "labour.registerWorker", name,
                [
                    "worker": .string(name), "name": "李桂花", "identityNumber": .string(identity.revealed),
                    "phone": .string(phone), "trades": ["harvest"], "consent": true,
                ])
        }
        func found(_ phone: String) throws -> [String] {
            try installation.listKnown(phone: phone).map { "\($0.known.path) \($0.account?.role.rawValue ?? "")" }
        }
        try await worker("known-1", "14040219700101111", "+86 137-0000-1111")
        try await give(
            "labour.registerEmployer", "known-farm",
            ["employer": "known-farm", "kind": "individual", "publicName": "河头果园", "phone": "137 0000 2222"])
        #expect(try found("13700001111") == ["/labour/workers/known-1 "])
        #expect(try found("１３７ 0000 2222") == ["/labour/employers/known-farm "])
        #expect(try found("13700003333") == [] && found("") == [])
        try await worker("known-2", "14040219700101222", "13700001111")
        #expect(try found("13700001111").count == 2)
        let marks: [String] = try house.database.read { tx in
            try tx.rows("SELECT phone_mark FROM labour_worker WHERE phone_mark IS NOT NULL").map { try $0.get(0) }
        }
        #expect(Set(marks).count == 1)
        for index in 0..<(try house.size) {
            let leaf = String(decoding: try #require(try installation.log.leaf(index)), as: UTF8.self)
            #expect(marks.allSatisfy { !leaf.contains($0) } && !leaf.contains("0000-1111"))
        }
        let erased = try await house.give("county-intake", "labour.eraseWorker", ["worker": "known-2"])
        #expect(erased == nil)
        #expect(try found("13700001111") == ["/labour/workers/known-1 "], "what was erased is found no more")
        _ = try house.practice.verify()
    }
}
