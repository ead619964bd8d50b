import HJ212
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Environment

@Suite("Instruments, checks and marks") struct InstrumentTests {
    private static let day = CivilDate("2026-03-02")!
    private static let agent = TestPlant.principal()
    private static let reviewer = TestPlant.principal(.stationReviewer, "reviewer")

    private static func micro(_ text: String) -> Micro { TestPlant.micro(text) }
    private static func at(_ clock: String) -> Instant { Instant("2026-03-0\(clock):00+08:00")! }

    private func equip(_ plant: TestPlant, _ item: MeasuredItem = .cod, accepted: String? = "2026-01-01") throws {
        let number = Int64(plant.state.instruments.count) + 1
        try plant.runner.give(
            RegisterInstrument(
                facility: TestPlant.plant, item: item, model: "CODmax", serial: "SN-\(number)", range: Self.micro("100")
            ),
            by: Self.agent)
        guard let accepted else { return }
        try plant.runner.give(
            AcceptInstrument(
                facility: TestPlant.plant, number: number, day: CivilDate(accepted)!, paper: "验收 2026-1"),
            by: Self.reviewer)
    }

    private func check(_ plant: TestPlant, _ clock: String, _ reading: String, _ number: Int64 = 1) throws -> Bool {
        let events = try plant.runner.give(
            RecordCheck(
                facility: TestPlant.plant, number: number, at: Self.at(clock), standard: Self.micro("50"),
                reading: Self.micro(reading)), by: Self.agent)
        return try #require(events.first as? CheckRecorded).passed
    }

    private func mark(_ from: Int64, _ until: Int64, _ mark: Mark, _ item: MeasuredItem? = nil) -> MarkHours {
        MarkHours(
            facility: TestPlant.plant, item: item, day: Self.day, from: from, until: until, mark: mark, reason: "更换泵管")
    }

    private func reckoned(_ plant: TestPlant) throws -> [MeasuredItem: DayFigures] {
        let corrections = try plant.runner.database.read {
            try InstrumentQueries.corrections(of: TestPlant.plant, on: Self.day, in: $0)
        }
        let figures = StationDayTests.reckon(StationDayTests.frames).figures(corrections)
        return Dictionary(uniqueKeysWithValues: figures.map { ($0.item, $0.figures) })
    }

    @Test("a check passes at ten percent and fails beyond; a failed one takes the hours to both sides of it away")
    func checks() throws {
        let plant = try TestPlant()
        try equip(plant)
        #expect(try reckoned(plant)[.cod]?.validHours == 19)
        #expect(try check(plant, "2T05:30", "55"))
        #expect(try !check(plant, "2T08:10", "55.1"))
        #expect(try check(plant, "2T10:00", "45"))
        // Hours 5 to 9 are taken away: from the one of the last passed check to the one before the next passed.
        let cod = try #require(try reckoned(plant)[.cod])
        #expect(cod.validHours == 14 && cod.receivedHours == 20)
        #expect(
            try plant.judge(RecordDay(facility: TestPlant.plant, item: .cod, day: Self.day, figures: cod)).verdict
                == .noValidData)
        // pH has no instrument on the list and is untouched.
        #expect(try reckoned(plant)[.acidity]?.validHours == 24 - 4)
    }

    @Test("a mark counts once another person confirms it, beats the device’s, and counts no more once withdrawn")
    func marks() throws {
        let plant = try TestPlant()
        try plant.runner.give(mark(10, 12, .maintenance), by: Self.agent)
        #expect(try reckoned(plant)[.cod]?.validHours == 19)
        let confirm = ConfirmMark(facility: TestPlant.plant, number: 1)
        plant.runner.expectRefusal(
            .confirmedByMarker, confirm, by: TestPlant.principal(.countyOfficer, Self.agent.person.text))
        try plant.runner.give(confirm, by: Self.reviewer)
        plant.runner.expectRefusal(.markConfirmed, confirm, by: Self.reviewer)
        #expect(try reckoned(plant)[.cod]?.validHours == 17 && reckoned(plant)[.acidity]?.validHours == 18)
        // Hour 3 is marked D by the device; a hand mark of normal brings it back, of COD alone.
        try plant.runner.give(mark(3, 4, .normal, .cod), by: Self.agent)
        try plant.runner.give(ConfirmMark(facility: TestPlant.plant, number: 2), by: Self.reviewer)
        #expect(try reckoned(plant)[.cod]?.validHours == 18)
        try plant.runner.give(WithdrawMark(facility: TestPlant.plant, number: 1, reason: "填错日期"), by: Self.reviewer)
        plant.runner.expectRefusal(
            .noSuchMark, WithdrawMark(facility: TestPlant.plant, number: 1, reason: "again"), by: Self.reviewer)
        #expect(try reckoned(plant)[.cod]?.validHours == 20)
        let changed = try plant.runner.database.read {
            try InstrumentQueries.corrected(
                since: Instant(milliseconds: 0), from: CivilDate("2026-02-20")!, to: CivilDate("2026-03-05")!, in: $0)
        }
        #expect(changed == [Self.day])
    }

    @Test("values of an item whose instrument is not accepted on the day, or was taken out, do not count")
    func acceptance() throws {
        let plant = try TestPlant()
        try equip(plant, accepted: nil)
        #expect(try reckoned(plant)[.cod]?.validHours == 0)
        let accept = AcceptInstrument(facility: TestPlant.plant, number: 1, day: Self.day, paper: "验收 1")
        try plant.runner.give(accept, by: Self.reviewer)
        plant.runner.expectRefusal(.instrumentAccepted, accept, by: Self.reviewer)
        #expect(try reckoned(plant)[.cod]?.validHours == 19)
        try plant.runner.give(
            RetireInstrument(facility: TestPlant.plant, number: 1, day: Self.day, reason: "报废"), by: Self.agent)
        #expect(try reckoned(plant)[.cod]?.validHours == 0)
        plant.runner.expectRefusal(
            .noSuchInstrument, RetireInstrument(facility: TestPlant.plant, number: 1, day: Self.day, reason: "x"),
            by: Self.agent)
    }

    @Test("a comparison passes by the tolerances of its item and the number of its pairs")
    func comparisons() throws {
        let plant = try TestPlant()
        try equip(plant)
        func compare(_ readings: [String], _ day: String) throws -> ComparisonRecorded {
            let command = RecordComparison(
                facility: TestPlant.plant, number: 1, day: CivilDate(day)!, laboratory: "县环境监测站 2026-3",
                pairs: readings.map { ComparedPair(instrument: Self.micro($0), laboratory: Self.micro("40")) })
            return try #require(try plant.runner.give(command, by: Self.agent).first as? ComparisonRecorded)
        }
        // At 40 mg/L the tolerance is 30 %: 28 to 52.
        let good = try compare(["28", "52", "53"], "2026-03-01")
        #expect(good.within == 2 && good.needed == 2)
        let bad = try compare(["27.9", "52", "53"], "2026-03-02")
        #expect(bad.within == 1 && bad.needed == 2)
    }

    @Test("what cannot be entered is refused by its own refusal")
    func refusals() throws {
        let plant = try TestPlant()
        try equip(plant)
        try equip(plant, .solids)
        let (runner, plantID) = (plant.runner, TestPlant.plant)
        func register(_ serial: String, _ range: String) -> RegisterInstrument {
            RegisterInstrument(facility: plantID, item: .cod, model: "m", serial: serial, range: Self.micro(range))
        }
        runner.expectRefusal(.serialMissing, register(" ", "1"), by: Self.agent)
        runner.expectRefusal(.rangeMissing, register("SN-9", "0"), by: Self.agent)
        runner.expectRefusal(.serialTaken, register("SN-1", "1"), by: Self.agent)
        try runner.give(register("SN-9", "1"), by: Self.agent)
        func accept(_ number: Int64, _ day: String, _ paper: String) -> AcceptInstrument {
            AcceptInstrument(facility: plantID, number: number, day: CivilDate(day)!, paper: paper)
        }
        runner.expectRefusal(.noSuchInstrument, accept(8, "2026-03-01", "p"), by: Self.reviewer)
        runner.expectRefusal(.dayAhead, accept(3, "2026-03-04", "p"), by: Self.reviewer)
        runner.expectRefusal(.paperMissing, accept(3, "2026-03-01", " "), by: Self.reviewer)
        func checked(_ at: Instant, _ standard: String) -> RecordCheck {
            RecordCheck(
                facility: plantID, number: 1, at: at, standard: Self.micro(standard), reading: Self.micro("50"))
        }
        runner.expectRefusal(.checkAhead, checked(Self.at("3T08:01"), "50"), by: Self.agent)
        runner.expectRefusal(.windowOver, checked(runner.now.adding(days: -11), "50"), by: Self.agent)
        runner.expectRefusal(.standardMissing, checked(runner.now, "0"), by: Self.agent)
        try runner.give(checked(runner.now, "50"), by: Self.agent)
        runner.expectRefusal(.checkKnown, checked(runner.now, "50"), by: Self.agent)
        func compare(_ number: Int64, _ laboratory: String, _ count: Int) -> RecordComparison {
            RecordComparison(
                facility: plantID, number: number, day: Self.day, laboratory: laboratory,
                pairs: Array(repeating: ComparedPair(instrument: Micro(1), laboratory: Micro(1)), count: count))
        }
        runner.expectRefusal(.laboratoryMissing, compare(1, "", 3), by: Self.agent)
        runner.expectRefusal(.pairsFew, compare(1, "l", 2), by: Self.agent)
        runner.expectRefusal(.noTolerance, compare(2, "l", 3), by: Self.agent)
        try runner.give(compare(1, "l", 3), by: Self.agent)
        runner.expectRefusal(.comparisonKnown, compare(1, "l", 3), by: Self.agent)
        runner.expectRefusal(.hoursBackwards, mark(5, 5, .fault), by: Self.agent)
        runner.expectRefusal(
            .markWithoutReason,
            MarkHours(facility: plantID, day: Self.day, from: 1, until: 2, mark: .fault, reason: " "), by: Self.agent)
        runner.expectRefusal(.noSuchMark, ConfirmMark(facility: plantID, number: 4), by: Self.reviewer)
    }

    @Test("the page of today shows a check as open, then as done, and a mark until it is confirmed")
    func due() throws {
        let plant = try TestPlant()
        try equip(plant)
        func lines() throws -> [DuePage.Line] {
            let request = PageRequest(path: "/environment/due", now: plant.runner.now)
            return try plant.runner.database.read { try DuePage(request, in: $0).lines }
        }
        // Yesterday's day, the visit, the check, the comparison.
        #expect(try lines().count == 4 && lines().allSatisfy { !$0.isDone })
        #expect(try check(plant, "3T07:30", "50"))
        // A failed one is no check done: the next is due at once.
        #expect(try !check(plant, "3T07:40", "90") && lines().allSatisfy { !$0.isDone })
        #expect(try check(plant, "3T07:50", "50"))
        try plant.runner.give(mark(1, 2, .fault), by: Self.agent)
        #expect(try lines().count == 5 && lines().filter(\.isDone).map(\.due) == [Self.at("4T07:50")])
        try plant.runner.give(ConfirmMark(facility: TestPlant.plant, number: 1), by: Self.reviewer)
        #expect(try lines().count == 4)
    }
}

@Suite("Messages in parts") struct SplitMessageTests {
    private static func part(_ number: Int, of count: Int, _ qn: String, _ body: String, again: Bool = false) -> Segment
    {
        let rf = again ? "RF=1;" : ""
        return Segment(
            Array(
                "QN=\(qn);ST=32;CN=2011;PW=1;MN=1111;Flag=7;PNUM=\(count);PNO=\(number);\(rf)CP=&&DataTime=20260302080000;\(body)&&"
                    .utf8))!
    }

    private static let first = part(1, of: 2, "20260302080001534", "w00000-Rtd=100,w00000-Flag=N;w01018-Rtd=30")
    private static let second = part(
        2, of: 2, "20260302080001535", "w01018-SampleTime=20260302070000,w01018-Flag=D;w01001-Rtd=7.2,w01001-Flag=N")

    private static func facts(_ segments: [Segment]) -> Set<StationReading> { Set(StationReading.joining(segments)) }

    @Test("a factor whose mark came in the next part is one reading, whichever part came first and however often")
    func joined() throws {
        let readings = Self.facts([Self.first, Self.second])
        let cod = try #require(readings.first { $0.factor == "w01018" })
        #expect(cod.mark == .fault && cod.sampledAt == Instant("2026-03-02T07:00:00+08:00"))
        #expect(readings.count == 3)
        #expect(readings == Self.facts([Self.second, Self.first, Self.second, Self.first]))
    }

    @Test("of a part sent again with other values the first sent counts; the same part again changes nothing")
    func sentAgain() {
        let again = Self.part(
            1, of: 2, "20260302080101534", "w00000-Rtd=999,w00000-Flag=N;w01018-Rtd=99", again: true)
        let expected = Self.facts([Self.first, Self.second])
        #expect(Self.facts([again, Self.second, Self.first]) == expected)
        #expect(Self.facts([Self.first, again, Self.second]) == expected)
    }

    @Test("with a part missing, only values whose mark came with them count")
    func missing() {
        #expect(Self.facts([Self.first]).map(\.factor) == ["w00000"])
        #expect(Self.facts([Self.second]).map(\.factor) == ["w01001"])
    }

    @Test("two messages of one time split differently are two messages; whole frames pass as they are")
    func apart() {
        let whole = Segment(Array("ST=32;CN=2011;MN=1111;CP=&&DataTime=20260302081000;w00000-Rtd=5&&".utf8))!
        let third = Self.part(1, of: 3, "20260302080002000", "w00000-Rtd=100,w00000-Flag=N")
        #expect(Self.facts([Self.first, Self.second, third, whole]).count == 5)
    }
}
