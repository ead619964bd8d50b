import Foundation
import HJ212
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Environment

/// A facility on a store of its own.
final class TestPlant {
    static let village = DivisionID("p140421100201")!
    static let plant = FacilityID("plant-1")!
    let runner: ModuleRunner<Environment>

    static func principal(_ role: Role = .stationAgent, _ person: String = "operator") -> Principal {
        Principal(person: PersonID(person)!, role: role, office: OfficeID("station")!, division: .root)
    }

    init(grade: String? = "1A", today: String = "2026-03-03T08:00:00+08:00") throws {
        let database = try temporaryDatabase(Registry.migrations + Environment.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES (\(Self.village), '/p/', 'province', 'village', 'v', '14', '2017-01-01')
                """)
        }
        runner = ModuleRunner(database, now: Instant(today)!)
        try runner.give(Self.register(), by: Self.principal())
        if let grade {
            try runner.give(
                AssignStandard(
                    facility: Self.plant, standard: "GB 18918-2002", grade: grade, from: CivilDate("2020-01-01")!),
                by: Self.principal())
        }
    }

    static func register(_ place: DivisionID = village, name: String = "县城污水处理厂") -> RegisterFacility {
        RegisterFacility(facility: plant, place: place, name: name, kind: .plant, design: Micro(20_000_000_000))
    }

    static func micro(_ text: String) -> Micro { try! Micro.read(text).get() }

    static func day(
        _ item: MeasuredItem, _ mean: String?, on day: String = "2026-03-02", due: Int64 = 24, valid: Int64 = 24,
        temperature: String? = nil, lowest: String? = nil, highest: String? = nil, reason: String? = nil
    ) -> RecordDay {
        RecordDay(
            facility: plant, item: item, day: CivilDate(day)!,
            figures: DayFigures(
                dueHours: due, validHours: valid, mean: mean.map(micro), lowest: lowest.map(micro),
                highest: highest.map(micro), volume: micro("12000"), temperature: temperature.map(micro)),
            reason: reason)
    }

    func judge(_ command: RecordDay) throws -> DayJudged {
        try #require(try runner.give(command, by: Self.principal()).first as? DayJudged)
    }

    var state: Facility { runner.state(of: StreamID("facility", Self.plant.text)).facility! }
}

@Suite("Days judged by law") struct DayTests {
    @Test(
        "both sides of each limit of grade 1A, at full value",
        arguments: [
            (MeasuredItem.cod, "50", Verdict.meets), (.cod, "50.000001", .exceeds), (.cod, "50.04", .exceeds),
            (.bod, "10", .meets), (.bod, "10.1", .exceeds), (.solids, "10", .meets), (.solids, "10.1", .exceeds),
            (.nitrogen, "15", .meets), (.nitrogen, "15.01", .exceeds), (.phosphorus, "0.5", .meets),
            (.phosphorus, "0.51", .exceeds),
        ])
    func edges(_ item: MeasuredItem, _ mean: String, _ verdict: Verdict) throws {
        #expect(try TestPlant().judge(TestPlant.day(item, mean)).verdict == verdict)
    }

    @Test(
        "the ammonia bracket changes at 12 degrees; without a temperature nothing is judged",
        arguments: [
            ("11.9", "6", Verdict.meets, "8"), ("12.0", "6", .meets, "8"), ("12.1", "6", .exceeds, "5"),
            ("12.1", "5", .meets, "5"), ("12", "8.1", .exceeds, "8"),
        ])
    func bracket(_ temperature: String, _ mean: String, _ verdict: Verdict, _ limit: String) throws {
        let judged = try TestPlant().judge(TestPlant.day(.ammonia, mean, temperature: temperature))
        #expect(judged.verdict == verdict && judged.limitHigh == TestPlant.micro(limit))
        #expect(try TestPlant().judge(TestPlant.day(.ammonia, mean)).verdict == .cannotBeJudged)
    }

    @Test(
        "a calendar bracket holds from 1 November to 31 March, both included",
        arguments: [
            ("2025-10-31", Verdict.exceeds), ("2025-11-01", .meets), ("2026-02-28", .meets), ("2026-03-31", .meets),
            ("2026-04-01", .exceeds),
        ])
    func calendar(_ day: String, _ verdict: Verdict) {
        let rows = [
            LimitRow(
                id: "w", standard: "s", grade: "g", item: "NH3-N", highest: TestPlant.micro("5"),
                condition: LimitCondition("days 1101-0331")!, from: .earliest, source: "s"),
            LimitRow(
                id: "s", standard: "s", grade: "g", item: "NH3-N", highest: TestPlant.micro("3"),
                condition: LimitCondition("not days 1101-0331")!, from: .earliest, source: "s"),
        ]
        let judged = Judgement.of(
            TestPlant.micro("4"), item: "NH3-N", on: CivilDate(day)!, temperature: nil, rows: rows)
        #expect(judged.verdict == verdict)
    }

    @Test("pH is judged by its extremes, by the day row until 28 February 2026 and by the single one from 1 March")
    func acidity() throws {
        let plant = try TestPlant()
        let before = try plant.judge(TestPlant.day(.acidity, nil, on: "2026-02-28", lowest: "6", highest: "9"))
        let after = try plant.judge(TestPlant.day(.acidity, nil, on: "2026-03-01", lowest: "6", highest: "9"))
        #expect(before.verdict == .meets && before.row == "GB18918-1A-PH")
        #expect(after.verdict == .meets && after.row == "GB18918-1A-PH-single")
        #expect(try plant.judge(TestPlant.day(.acidity, nil, lowest: "5.9", highest: "8")).verdict == .exceeds)
        #expect(
            try plant.judge(TestPlant.day(.acidity, nil, lowest: "7", highest: "9.1", reason: "again")).verdict
                == .exceeds)
    }

    @Test("no discharge, too few hours and no standard are said as what they are, never as meeting")
    func notJudged() throws {
        let plant = try TestPlant()
        #expect(try plant.judge(TestPlant.day(.cod, nil, due: 0, valid: 0)).verdict == .noDischarge)
        #expect(try plant.judge(TestPlant.day(.bod, "3", due: 24, valid: 17)).verdict == .noValidData)
        #expect(try plant.judge(TestPlant.day(.solids, "3", due: 24, valid: 18)).verdict == .meets)
        #expect(try TestPlant(grade: nil).judge(TestPlant.day(.cod, "3")).verdict == .cannotBeJudged)
    }

    @Test("the strictest of a facility's standards applies; the rows of Shanxi wait to be confirmed")
    func strictest() throws {
        let plant = try TestPlant()
        try plant.runner.give(
            AssignStandard(
                facility: TestPlant.plant, standard: "DB14/1928-2019", grade: "plant", from: CivilDate("2020-01-01")!),
            by: TestPlant.principal())
        let judged = try plant.judge(TestPlant.day(.cod, "45"))
        #expect(judged.verdict == .exceeds && judged.row == "DB14-1928-COD")
        let local = DatedTables.limits.filter { $0.standard.hasPrefix("DB14") }
        #expect(local.count == 3 && local.allSatisfy { !$0.isConfirmed })
    }

    @Test(
        "an old day keeps its verdict and its row after three later rules; a revision is judged by the rows of its day")
    func rejudged() throws {
        let plant = try TestPlant()
        let first = try plant.judge(TestPlant.day(.cod, "45"))
        for (index, limit) in ["44", "43", "42"].enumerated() {
            plant.runner.now = plant.runner.now.adding(days: 1)
            try plant.runner.give(
                AdoptLimit(
                    limit: LimitID("local-\(index)")!, office: TestPlant.village, standard: "GB 18918-2002",
                    grade: "1A",
                    item: .cod, highest: TestPlant.micro(limit), condition: "days 0\(index + 3)01-122\(index)",
                    from: plant.runner.now.date, source: "试点通知"), by: TestPlant.principal(.countyOfficer))
        }
        let again = try plant.judge(TestPlant.day(.cod, "45", reason: "late data"))
        #expect(first.verdict == .meets && again.verdict == .meets && again.row == first.row && again.version == 2)
        let later = plant.runner.now.date.description
        plant.runner.now = plant.runner.now.adding(days: 1)
        #expect(try plant.judge(TestPlant.day(.cod, "45", on: later)).verdict == .exceeds)
    }

    @Test(
        "an exceeding day raises one alarm, which needs an owner to be closed and is withdrawn when the day is revised")
    func alarms() throws {
        let plant = try TestPlant()
        _ = try plant.judge(TestPlant.day(.cod, "60"))
        _ = try plant.judge(TestPlant.day(.cod, "61", reason: "one hour more"))
        #expect(plant.runner.all(AlarmRaised.self).count == 1)
        let close = CloseAlarm(facility: TestPlant.plant, number: 1, words: "加药泵故障，已修复")
        plant.runner.expectRefusal(.alarmWithoutOwner, close, by: TestPlant.principal())
        try plant.runner.give(TakeAlarm(facility: TestPlant.plant, number: 1), by: TestPlant.principal())
        plant.runner.expectRefusal(
            .alarmTaken, TakeAlarm(facility: TestPlant.plant, number: 1), by: TestPlant.principal())
        plant.runner.expectRefusal(
            .closedWithoutWords, CloseAlarm(facility: TestPlant.plant, number: 1, words: " "), by: TestPlant.principal()
        )
        _ = try plant.judge(TestPlant.day(.cod, "40", reason: "mark accepted"))
        #expect(plant.runner.all(AlarmClosed.self).map(\.closing) == [.withdrawn])
        plant.runner.expectRefusal(.noOpenAlarm, close, by: TestPlant.principal())
        _ = try plant.judge(TestPlant.day(.cod, "62", reason: "again"))
        #expect(plant.state.alarms.map(\.number) == [1, 2])
        try plant.runner.give(TakeAlarm(facility: TestPlant.plant, number: 2), by: TestPlant.principal())
        try plant.runner.give(CloseAlarm(facility: TestPlant.plant, number: 2, words: "已修复"), by: TestPlant.principal())
        #expect(plant.state.alarms.allSatisfy { $0.closedAt != nil })
    }
}

@Suite("Facilities refuse by name") struct RefusalTests {
    @Test("what cannot be registered is refused by its own refusal")
    func register() throws {
        let plant = try TestPlant()
        let runner = plant.runner
        let agent = TestPlant.principal()
        runner.expectRefusal(.facilityKnown, TestPlant.register(), by: agent)
        let other = try TestPlant()
        _ = other
        let fresh = FacilityID("plant-2")!
        func register(_ place: DivisionID, _ name: String, _ design: String) -> RegisterFacility {
            RegisterFacility(facility: fresh, place: place, name: name, kind: .town, design: TestPlant.micro(design))
        }
        runner.expectRefusal(.placeUnknown, register(DivisionID("nowhere")!, "n", "1"), by: agent)
        runner.expectRefusal(.nameMissing, register(TestPlant.village, " ", "1"), by: agent)
        runner.expectRefusal(.designMissing, register(TestPlant.village, "n", "0"), by: agent)
        runner.expectRefusal(.noSuchFacility, TakeAlarm(facility: fresh, number: 1), by: agent)
        func station(_ mn: String) -> RegisterStation {
            RegisterStation(facility: TestPlant.plant, mn: mn, version: .v2017, dialect: .annexA, longest: 1_024)
        }
        runner.expectRefusal(.numberMalformed, station("a;b"), by: agent)
        try runner.give(station("010000A8900016F000169DC0"), by: agent)
        runner.expectRefusal(.numberTaken, station("010000A8900016F000169DC0"), by: agent)
        func assign(_ grade: String, _ from: String) -> AssignStandard {
            AssignStandard(
                facility: TestPlant.plant, standard: "GB 18918-2002", grade: grade, from: CivilDate(from)!)
        }
        runner.expectRefusal(.noSuchStandard, assign("9Z", "2026-01-01"), by: agent)
        runner.expectRefusal(.standardAssigned, assign("1A", "2026-01-01"), by: agent)
        _ = try plant.judge(TestPlant.day(.cod, "3"))
        runner.expectRefusal(.dayJudgedBefore, assign("1B", "2026-03-02"), by: agent)
    }

    @Test("a day that is not over, impossible hours, a negative volume and a silent revision are refused")
    func days() throws {
        let plant = try TestPlant()
        let agent = TestPlant.principal()
        plant.runner.expectRefusal(.dayNotOver, TestPlant.day(.cod, "1", on: "2026-03-03"), by: agent)
        plant.runner.expectRefusal(.hoursWrong, TestPlant.day(.cod, "1", due: 20, valid: 21), by: agent)
        let negative = RecordDay(
            facility: TestPlant.plant, item: .cod, day: CivilDate("2026-03-02")!,
            figures: DayFigures(dueHours: 24, validHours: 24, mean: Micro(1), volume: Micro(-1)))
        plant.runner.expectRefusal(.negativeVolume, negative, by: agent)
        _ = try plant.judge(TestPlant.day(.cod, "1"))
        plant.runner.expectRefusal(.reasonMissing, TestPlant.day(.cod, "2"), by: agent)
    }

    @Test("a limit needs a bound, a source, a condition that can be read, days ahead and no overlap")
    func limits() throws {
        let plant = try TestPlant()
        let officer = TestPlant.principal(.countyOfficer)
        func adopt(
            _ id: String, highest: String? = "40", condition: String? = nil, from: String = "2026-03-03",
            source: String = "s", place: DivisionID = TestPlant.village
        ) -> AdoptLimit {
            AdoptLimit(
                limit: LimitID(id)!, office: place, standard: "DB", grade: "A", item: .cod,
                highest: highest.map(TestPlant.micro), condition: condition, from: CivilDate(from)!, source: source)
        }
        let runner = plant.runner
        runner.expectRefusal(.placeUnknown, adopt("l1", place: DivisionID("nowhere")!), by: officer)
        runner.expectRefusal(.limitEmpty, adopt("l1", highest: nil), by: officer)
        runner.expectRefusal(.conditionUnreadable, adopt("l1", condition: "when cold"), by: officer)
        runner.expectRefusal(.limitBackdated, adopt("l1", from: "2026-03-02"), by: officer)
        runner.expectRefusal(.sourceMissing, adopt("l1", source: " "), by: officer)
        try runner.give(adopt("l1"), by: officer)
        runner.expectRefusal(.limitKnown, adopt("l1"), by: officer)
        runner.expectRefusal(.limitOverlaps, adopt("l2", from: "2027-01-01"), by: officer)
    }

    @Test("a seal has a root of 64 figures and follows the one before")
    func seals() throws {
        let plant = try TestPlant()
        let system = TestPlant.principal(.system)
        let start = Instant("2026-03-02T08:00:00+08:00")!
        func seal(_ from: Int64, _ root: String = String(repeating: "a", count: 64)) -> SealTelemetry {
            SealTelemetry(
                from: start.adding(seconds: from), to: start.adding(seconds: from + 600), stations: 1, frames: 20,
                root: root, file: "2026030208.seg", fileBytes: 9_000)
        }
        plant.runner.expectRefusal(.sealMalformed, seal(0, "x"), by: system)
        try plant.runner.give(seal(0), by: system)
        plant.runner.expectRefusal(.sealOverlaps, seal(300), by: system)
        try plant.runner.give(seal(600), by: system)
        #expect(plant.runner.all(TelemetrySealed.self).last?.previous == String(repeating: "a", count: 64))
    }

    @Test("raw frames are taken away once their years are over, sealed, with a reason, and each day's once")
    func removal() throws {
        let plant = try TestPlant()
        let admin = TestPlant.principal(.administrator)
        func remove(_ day: String, _ reason: String = "保存期满") throws -> RemoveFrames {
            RemoveFrames(before: try #require(CivilDate(day)), reason: reason)
        }
        let start = try #require(Instant("2026-03-02T08:00:00+08:00"))
        plant.runner.now = try #require(Instant("2031-03-03T09:00:00+08:00"))
        plant.runner.expectRefusal(.framesNotSealed, try remove("2026-03-02"), by: admin)
        try plant.runner.give(
            SealTelemetry(
                from: start, to: start.adding(seconds: 600), stations: 1, frames: 20,
                root: String(repeating: "a", count: 64), file: "2026030208.seg", fileBytes: 9_000),
            by: TestPlant.principal(.system))
        plant.runner.expectRefusal(.framesKept, try remove("2026-03-04"), by: admin)
        plant.runner.expectRefusal(.removalWithoutReason, try remove("2026-03-02", " "), by: admin)
        plant.runner.expectRefusal(.framesNotSealed, try remove("2026-03-03"), by: admin)
        try plant.runner.give(try remove("2026-03-02"), by: admin)
        plant.runner.expectRefusal(.framesRemoved, try remove("2026-03-02"), by: admin)
        plant.runner.expectRefusal(.framesRemoved, try remove("2026-03-01"), by: admin)
        let acts = try plant.runner.database.read { try EnvironmentQueries.removals(in: $0) }
        #expect(acts.map(\.before.description) == ["2026-03-02"] && acts.map(\.days) == [1_826])
        #expect(acts.map(\.reason) == ["保存期满"] && acts.map(\.at) == [plant.runner.now])
    }
}

@Suite("Pages of the water") struct WaterPageTests {
    @Test("the public page answers in one sentence, with the limit as a dashed line, in both languages")
    func publicPage() throws {
        let plant = try TestPlant()
        for day in 20...28 {
            _ = try plant.judge(TestPlant.day(.cod, "\(day + 10).5", on: "2026-02-\(day)"))
        }
        _ = try plant.judge(TestPlant.day(.cod, "51", on: "2026-03-02"))
        for language in [Language.chinese, .english] {
            let request = PageRequest(
                path: "/environment/facilities/plant-1", parameters: ["facility": "plant-1"], language: language,
                now: plant.runner.now)
            let page = try plant.runner.database.read { tx in
                try #require(try FacilityPage(request, in: tx)).page(request)
            }
            let html = page.body.markup
            #expect(html.contains(language == .chinese ? "超标：COD" : "No: COD exceeded"))
            #expect(html.contains("line-limit") && html.contains("GB18918-1A-COD"))
        }
    }

    @Test("the CSV has both ends of each period in order of time, SensorThings the same, and no hit is an empty list")
    func exports() throws {
        let plant = try TestPlant()
        _ = try plant.judge(TestPlant.day(.cod, "31", on: "2026-03-02"))
        _ = try plant.judge(TestPlant.day(.cod, "30", on: "2026-03-01"))
        func export(_ query: [String: String] = [:]) throws -> DayExport {
            let request = PageRequest(
                path: "/", parameters: ["facility": "plant-1"], query: query, now: plant.runner.now)
            return try plant.runner.database.read { tx in try #require(try DayExport(request, in: tx)) }
        }
        let lines = String(decoding: try export().csv, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 3 && lines[0].contains("period_start,period_end"))
        #expect(lines[1].contains("2026-03-01T00:00:00+08:00,2026-03-02T00:00:00+08:00,30,mg/L"))
        #expect(try export().sensorThings["value"]?.array?.count == 2)
        let empty = try export(["from": "2020-01-01", "until": "2020-02-01"])
        #expect(empty.sensorThings["value"] == .array([]) && empty.sensorThings["@iot.count"] == 0)
        let window = try export(["from": "2026-03-02", "until": "2026-03-02"])
        #expect(window.days.map(\.day) == [CivilDate("2026-03-02")!])
    }

    @Test("what is due today names each missing day and each waiting alarm with its clock")
    func due() throws {
        let plant = try TestPlant()
        func page() throws -> DuePage {
            let request = PageRequest(path: "/environment/due", now: plant.runner.now)
            return try plant.runner.database.read { try DuePage(request, in: $0) }
        }
        let now = plant.runner.now
        let tonight = now.date.end
        // Yesterday's day, and the day's visit.
        #expect(try page().open.map(\.due) == [now.date.start.adding(seconds: 13 * 3_600), tonight])
        _ = try plant.judge(TestPlant.day(.cod, "60"))
        // The day is done; the alarm it raised is open, for a day, and the letter for three.
        #expect(try page().lines.map(\.isDone) == [false, false, false, true])
        #expect(try page().open.map(\.due) == [tonight, now.adding(days: 1), tonight.adding(days: 3)])
    }
}
