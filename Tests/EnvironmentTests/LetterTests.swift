import Foundation
import HJ212
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Environment

/// What is written to an operator, and what keeps a facility running.
@Suite("Letters, contracts and upkeep") struct LetterTests {
    private static let agent = TestPlant.principal()
    private static let reviewer = Principal(
        person: PersonID("review") ?? .example, role: .stationReviewer, office: OfficeID("bureau") ?? .example,
        division: .root)
    private static let plant = TestPlant.plant

    private func write(_ number: Int64 = 1, _ demand: String = "查明原因") -> WriteLetter {
        WriteLetter(facility: Self.plant, number: number, demand: demand)
    }

    private func answer(_ number: Int64 = 1, causes: String = "曝气机跳闸") -> AnswerLetter {
        AnswerLetter(
            facility: Self.plant, number: number, causes: causes, measures: "已更换接触器",
            doneBy: CivilDate("2026-03-09") ?? .example)
    }

    private func request(_ plant: TestPlant, _ parameters: [String: String] = [:], by: Principal? = nil) -> PageRequest
    {
        PageRequest(
            path: "/", parameters: ["facility": Self.plant.text].merging(parameters) { $1 }, now: plant.runner.now,
            principal: by)
    }

    private func due(_ plant: TestPlant) throws -> [DuePage.Line] {
        try plant.runner.database.read { try DuePage(request(plant), in: $0).lines }
    }

    @Test("a letter rests on the version it was written on, is answered by another, and comes before the alarm's end")
    func letter() throws {
        let plant = try TestPlant()
        let runner = plant.runner
        runner.expectRefusal(.noOpenAlarm, write(), by: Self.reviewer)
        _ = try plant.judge(TestPlant.day(.cod, "60"))
        _ = try plant.judge(TestPlant.day(.cod, "61", reason: "one hour more"))
        runner.expectRefusal(.demandMissing, write(1, " "), by: Self.reviewer)
        let events = try runner.give(write(), by: Self.reviewer)
        let letter = try #require(events.first as? LetterWritten)
        #expect(letter.version == 2 && letter.answerBy == CivilDate("2026-03-10") && letter.number == 1)
        runner.expectRefusal(.letterWaits, write(), by: Self.reviewer)
        try runner.give(TakeAlarm(facility: Self.plant, number: 1), by: Self.agent)
        let close = CloseAlarm(facility: Self.plant, number: 1, words: "已修复")
        runner.expectRefusal(.letterWaits, close, by: Self.agent)
        runner.expectRefusal(.noSuchLetter, answer(2), by: Self.agent)
        runner.expectRefusal(.ownLetter, answer(), by: TestPlant.principal(.countyOfficer, "review"))
        runner.expectRefusal(.answerIncomplete, answer(causes: " "), by: Self.agent)
        try runner.give(answer(), by: Self.agent)
        runner.expectRefusal(.letterAnswered, answer(), by: Self.agent)
        // The answer does not do: a second letter, and then it is closed.
        #expect((try runner.give(write(), by: Self.reviewer).first as? LetterWritten)?.number == 2)
        try runner.give(answer(2), by: Self.agent)
        try runner.give(close, by: Self.agent)
    }

    @Test("no letter is written about what is no exceedance")
    func other() throws {
        let plant = try TestPlant()
        try plant.runner.give(
            NoteConditions(
                facility: Self.plant, day: plant.runner.now.date, watched: [.offline],
                found: [StationCondition(.offline)]),
            by: TestPlant.principal(.system))
        plant.runner.expectRefusal(.notExceeding, write(), by: Self.reviewer)
    }

    @Test("the printed letter says what was measured then, and the page of today an answer that is late")
    func printed() throws {
        let plant = try TestPlant()
        _ = try plant.judge(TestPlant.day(.cod, "60"))
        #expect(try due(plant).map(\.what.zh).contains("警报 1（化学需氧量（COD）超标）：待发函"))
        try plant.runner.give(write(), by: Self.reviewer)
        _ = try plant.judge(TestPlant.day(.cod, "75", reason: "late data"))
        func page() throws -> String {
            try plant.runner.database.read { tx in
                let request = request(plant, ["number": "1"], by: Self.agent)
                return try #require(try LetterPage(request, in: tx)).page(request).body.markup
            }
        }
        #expect(try page().contains("GB18918-1A-COD") && page().contains("60 mg/L") && !page().contains("75"))
        #expect(try page().contains("待答复") && page().contains("letters/1/answer"))
        // The day of the answer counts, the one after is late.
        plant.runner.now = try #require(Instant("2026-03-10T23:59:00+08:00"))
        #expect(try page().contains("待答复"))
        plant.runner.now = try #require(Instant("2026-03-11T00:00:00+08:00"))
        #expect(try page().contains("逾期未答复"))
        try plant.runner.give(answer(), by: Self.agent)
        #expect(try page().contains("迟复") && page().contains("一、超标原因：曝气机跳闸"))
        #expect(try due(plant).first { $0.wasLate }?.isDone == true)
        // A letter whose day was judged anew asks nothing.
        try plant.runner.give(write(), by: Self.reviewer)
        _ = try plant.judge(TestPlant.day(.cod, "20", reason: "instrument"))
        let letters = try plant.runner.database.read { try UpkeepQueries.letters(of: Self.plant, in: $0) }
        #expect(letters.map(\.isVoid) == [true, true])
    }

    @Test("a contract is linked once, shows what fell due and how it stands, and is taken off with a reason")
    func contract() throws {
        let plant = try TestPlant()
        let id = try #require(ContractID("c-1"))
        let runner = plant.runner
        runner.expectRefusal(.contractUnknown, LinkContract(facility: Self.plant, contract: id), by: Self.reviewer)
        try Self.register(id, in: runner.database)
        try runner.give(LinkContract(facility: Self.plant, contract: id), by: Self.reviewer)
        runner.expectRefusal(.contractLinked, LinkContract(facility: Self.plant, contract: id), by: Self.reviewer)
        let request = request(plant, by: Self.reviewer)
        let page = try runner.database.read { tx in
            try #require(
                try FacilityPage(
                    request,
                    standings: { _, _, _ in
                        let paid = Tag(Message(zh: "已付", en: "paid"), .good)
                        return [1: paid, 2: paid, 3: Tag(Message(zh: "未到期", en: "ahead"))]
                    }, in: tx)
            ).page(request).body.markup
        }
        #expect(page.contains("水务公司") && page.contains("/contracts/c-1"))
        #expect(page.contains("2 期 ¥2,000.00") && page.contains("1 期 ¥1,000.00"))
        let unlink = UnlinkContract(facility: Self.plant, contract: id, reason: "选错了")
        runner.expectRefusal(
            .unlinkedWithoutReason, UnlinkContract(facility: Self.plant, contract: id, reason: " "), by: Self.reviewer)
        try runner.give(unlink, by: Self.reviewer)
        runner.expectRefusal(.contractNotLinked, unlink, by: Self.reviewer)
        #expect(try runner.database.read { try UpkeepQueries.contracts(of: Self.plant, in: $0) }.isEmpty)
    }

    /// A contract of three years; two of its instalments have fallen due on 3 March 2026.
    private static func register(_ id: ContractID, in database: any Database) throws {
        try database.write { tx in
            try tx.run(
                "INSERT INTO organisation (id, division, kind, name) VALUES ('o', \(TestPlant.village), 'company', '县水务局')"
            )
            try tx.run(
                """
                INSERT INTO party (id, kind, display_name, division)
                VALUES ('p', 'organisation', '水务公司', \(TestPlant.village))
                """)
            try tx.run(
                """
                INSERT INTO asset (id, owner, division, asset_class, kind, name, asset_right, asset_use, parcel)
                VALUES ('a', 'o', \(TestPlant.village), 'other', 'other', '县城污水处理厂', 'ownership', '污水处理', '')
                """)
            try tx.run(
                """
                INSERT INTO contract (id, asset, division, lessor, lessee, category, way, starts, ends, unit_price_fen,
                    total_fen, contract_use)
                VALUES (\(id), 'a', \(TestPlant.village), 'o', 'p', 'C1', 'lease', '2025-01-01', '2027-12-31', 100000,
                    300000, '运营')
                """)
            for (number, due) in zip(Int64(1)..., ["2025-01-01", "2026-01-01", "2027-01-01"]) {
                try tx.run(
                    """
                    INSERT INTO contract_instalment (contract, number, due, amount_fen)
                    VALUES (\(id), \(number), \(due), 100000)
                    """)
            }
        }
    }

    @Test("a visit is due by the facility's kind; a reagent that runs out is to be ordered a week ahead")
    func upkeep() throws {
        let plant = try TestPlant()
        let runner = plant.runner
        func visit(_ day: String, _ words: String = "正常") throws -> RecordVisit {
            RecordVisit(facility: Self.plant, day: try #require(CivilDate(day)), words: words)
        }
        runner.expectRefusal(.dayAhead, try visit("2026-03-04"), by: Self.agent)
        runner.expectRefusal(.visitWithoutWords, try visit("2026-03-03", " "), by: Self.agent)
        #expect(try due(plant).first { $0.what.zh.hasPrefix("巡检") }?.isDone == false)
        try runner.give(try visit("2026-03-03"), by: Self.agent)
        #expect(try due(plant).first { $0.what.zh.hasPrefix("巡检") }?.isDone == true)

        func count(_ day: String, _ stock: String, _ received: String? = nil) throws -> CountReagent {
            CountReagent(
                facility: Self.plant, reagent: .coagulant, day: try #require(CivilDate(day)),
                stock: TestPlant.micro(stock), received: received.map(TestPlant.micro))
        }
        runner.expectRefusal(.countNegative, try count("2026-02-20", "-1"), by: Self.agent)
        try runner.give(try count("2026-02-20", "1000"), by: Self.agent)
        runner.expectRefusal(.countedLater, try count("2026-02-20", "900"), by: Self.agent)
        runner.expectRefusal(.reagentGrew, try count("2026-03-02", "1100"), by: Self.agent)
        #expect(try due(plant).first { $0.what.zh.contains("PAC") }?.isDone == true, "one count tells no use")
        // 1,000 + 200 − 600 over ten days: 60 a day, 600 last ten days more.
        let events = try runner.give(try count("2026-03-02", "600", "200"), by: Self.agent)
        let counted = try #require(events.first as? ReagentCounted)
        #expect(counted.used == TestPlant.micro("600") && counted.days == 10)
        let use = try #require(
            try runner.database.read { try UpkeepQueries.reagents(of: Self.plant, in: $0) }.first?.last)
        #expect(use.runsOut == CivilDate("2026-03-12") && use.orderBy == CivilDate("2026-03-05"))
        #expect(try due(plant).first { $0.what.zh.contains("PAC") }?.isDone == true)
        runner.now = try #require(Instant("2026-03-05T08:00:00+08:00"))
        #expect(try due(plant).first { $0.what.zh.contains("该订货了") }?.isDone == false)
    }

    @Test("days by the meter: above the idle kilowatt-hour it ran, at it not, unread is neither")
    func running() throws {
        let days = ["2026-03-01": "1", "2026-03-02": "1.000001", "2026-03-04": "0"]
        let energy = Dictionary(
            try days.map { (try #require(CivilDate($0)), TestPlant.micro($1)) }, uniquingKeysWith: { first, _ in first }
        )
        let month = RunningMonth(
            from: try #require(CivilDate("2026-03-01")), until: try #require(CivilDate("2026-03-04")), energy: energy)
        #expect(month.days(.ran).map(\.description) == ["2026-03-02"])
        #expect(month.days(.still).map(\.description) == ["2026-03-01", "2026-03-04"])
        #expect(month.days(.unread).map(\.description) == ["2026-03-03"])
    }
}
