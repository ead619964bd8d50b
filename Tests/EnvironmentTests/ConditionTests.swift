import HJ212
import Kernel
import Storage
import TestSupport
import Testing

@testable import Environment

@Suite("Conditions of a station become alarms") struct ConditionTests {
    private static let day = CivilDate("2026-03-02")!
    private static let start = day.start

    private static func reading(
        _ seconds: Int64, _ factor: String, _ value: Int64, sample: Int64? = nil, mark: Mark? = .normal
    ) -> StationReading {
        StationReading(
            at: start.adding(seconds: seconds), factor: factor, sampledAt: sample.map { start.adding(seconds: $0) },
            value: Micro(value), mark: mark, sentAt: nil)
    }

    private func kinds(_ readings: [StationReading], _ ranges: [MeasuredItem: Micro] = [:]) -> [StationCondition] {
        StationReading.conditions(of: Self.day, readings, ranges: ranges)
    }

    @Test("Six samples of one value are flat, five are not; one sample repeated in every frame is one sample")
    func samples() {
        func cod(_ values: [Int64]) -> [StationReading] {
            values.enumerated().flatMap { hour, value in
                (0..<20).map { frame in
                    Self.reading(Int64(hour) * 3_600 + frame * 30, "w01018", value, sample: Int64(hour) * 3_600)
                }
            }
        }
        #expect(kinds(cod([31, 31, 31, 31, 31])).isEmpty)
        #expect(kinds(cod([31, 31, 31, 31, 31, 31])) == [StationCondition(.flat, .cod)])
        #expect(kinds(cod([31, 31, 31, 30, 31, 31])).isEmpty)
        #expect(kinds((0..<2_000).map { Self.reading($0 * 30, "w01018", 31, sample: 0) }).isEmpty)
        // What the device marks as no measurement asks nothing.
        #expect(kinds((0..<24).map { Self.reading($0 * 3_600, "w01018", 31, mark: .stopped) }).isEmpty)
    }

    @Test("A continuous meter stands still for sixty minutes or it does not: a thousand days by chance, in any order")
    func meters() {
        var dice = Dice(state: 9)
        for _ in 0..<1_000 {
            let still = Int64.random(in: 1...140, using: &dice)
            let begin = Int64.random(in: 0...200, using: &dice)
            let readings = (Int64(0)..<400).map { minute in
                let isStill = minute >= begin && minute <= begin + still
                return Self.reading(minute * 60, "w01001", isStill ? 7_000_000 : 7_100_000 + minute % 2)
            }
            let expected = still >= 60 ? [StationCondition(.flat, .acidity)] : []
            #expect(kinds(readings.shuffled(using: &dice)) == expected, "\(still) from \(begin)")
        }
    }

    @Test("A value at the end of the instrument's range is asked about, one below it is not")
    func range() {
        let readings = [Self.reading(0, "w01018", 100_000_000)]
        #expect(kinds(readings, [.cod: Micro(100_000_000)]) == [StationCondition(.rangeEnd, .cod)])
        #expect(kinds(readings, [.cod: Micro(100_000_001)]).isEmpty)
        #expect(kinds(readings, [.ammonia: Micro(1)]).isEmpty)
    }

    @Test("A line is silent after the time of its kind, from the start of the watch on, and speaks again")
    func silence() {
        var watch = LineWatch(since: Self.start)
        func at(_ minutes: Int64, _ kind: FacilityKind) -> [StationCondition] {
            watch.conditions(of: "A", kind, at: Self.start.adding(seconds: minutes * 60))
        }
        #expect(at(30, .plant).isEmpty && at(31, .plant) == [StationCondition(.offline)])
        #expect(at(120, .town).isEmpty && at(121, .town) == [StationCondition(.offline)])
        #expect(at(1_440, .village).isEmpty && at(1_441, .village) == [StationCondition(.offline)])
        watch.see("A", HourBookTests.frame(Self.start, flow: "1", cod: "2"), arrived: Self.start.adding(seconds: 2_000))
        #expect(at(63, .plant).isEmpty && at(64, .plant) == [StationCondition(.offline)])
    }

    @Test("A clock that runs back by more than five minutes is asked about for a day; a true one is not")
    func clocks() {
        func found(_ sent: [Int64]) -> [StationCondition] {
            var watch = LineWatch(since: Self.start)
            for (number, seconds) in sent.enumerated() {
                let frame = HourBookTests.frame(
                    Self.start.adding(seconds: seconds), sent: 0, flow: "1", cod: "2")
                watch.see("A", frame, arrived: Self.start.adding(seconds: Int64(number) * 30))
            }
            return watch.conditions(of: "A", .village, at: Self.start.adding(seconds: 3_600))
        }
        #expect(found([0, 30, 60, 90]).isEmpty)
        #expect(found([600, 300, 330]).isEmpty, "five minutes are within what clocks may differ by")
        #expect(found([600, 299, 330]) == [StationCondition(.clockBack)])
        var watch = LineWatch(since: Self.start)
        for seconds in [Int64(600), 0] {
            watch.see(
                "A", HourBookTests.frame(Self.start.adding(seconds: seconds), sent: 0, flow: "1", cod: "2"),
                arrived: Self.start.adding(seconds: 700))
        }
        #expect(watch.conditions(of: "A", .village, at: Self.start.adding(seconds: 86_000)).count == 1)
        let dayAfter = watch.conditions(of: "A", .plant, at: Self.start.adding(seconds: 700 + 86_400))
        #expect(dayAfter == [StationCondition(.offline)])
    }

    @Test("One raise and one clear; what somebody took stays until it is closed; later it is a new number")
    func raising() throws {
        let plant = try TestPlant()
        let house = TestPlant.principal(.system)
        func note(_ found: [StationCondition], _ kinds: [AlarmKind] = AlarmKind.ofLine) throws -> Int {
            try plant.runner.give(
                NoteConditions(facility: TestPlant.plant, day: Self.day, watched: kinds, found: found), by: house
            ).count
        }
        let silent = StationCondition(.offline)
        #expect(try note([silent, silent]) == 1)
        #expect(try note([silent]) == 0)
        #expect(try note([], AlarmKind.ofDay) == 0, "another look leaves it alone")
        #expect(try note([]) == 1)
        #expect(try note([silent, StationCondition(.clockBack)]) == 2)
        try plant.runner.give(TakeAlarm(facility: TestPlant.plant, number: 2), by: TestPlant.principal())
        #expect(try note([]) == 1, "the clock's alarm alone ends by itself")
        try plant.runner.give(
            CloseAlarm(facility: TestPlant.plant, number: 2, words: "换了路由器"), by: TestPlant.principal())
        let all = plant.runner.all(AlarmRaised.self)
        #expect(all.map(\.number) == [1, 2, 3] && all.map(\.kind) == [.offline, .offline, .clockBack])
        #expect(plant.runner.all(AlarmClosed.self).map(\.closing) == [.over, .over, .corrected])
        let lines = try plant.runner.database.read { try EnvironmentQueries.alarms(of: TestPlant.plant, in: $0) }
        #expect(lines.allSatisfy { $0.item == nil && $0.closedAt != nil })
        plant.runner.expectRefusal(
            .noSuchFacility,
            NoteConditions(facility: FacilityID("none")!, day: Self.day, watched: [], found: []), by: house)
    }

    @Test("Electricity on a day without water raises an alarm; corrected figures end it")
    func power() throws {
        let plant = try TestPlant()
        func enter(_ energy: String, _ reason: String? = nil) throws -> [AlarmKind] {
            try plant.runner.give(
                EnterOperation(
                    facility: TestPlant.plant, day: Self.day,
                    figures: OperationFigures(energy: try Micro.read(energy).get()), reason: reason),
                by: TestPlant.principal()
            ).compactMap { ($0 as? AlarmRaised)?.kind }
        }
        #expect(try enter("20").isEmpty, "no day is recorded, so nothing is known of its water")
        let dry = DayFigures(
            dueHours: 0, validHours: 0, receivedHours: 0, mean: nil, lowest: nil, highest: nil, volume: Micro(0),
            mass: nil, temperature: nil)
        plant.runner.now = Self.day.adding(days: 1).start.adding(seconds: 36_000)
        try plant.runner.give(
            RecordDay(facility: TestPlant.plant, item: .cod, day: Self.day, figures: dry), by: TestPlant.principal())
        #expect(try enter("1", "抄表").isEmpty, "what an idle box takes asks nothing")
        #expect(try enter("20", "抄表") == [.powerWithoutFlow])
        #expect(try enter("21", "抄表").isEmpty)
        #expect(try enter("0.5", "抄错").isEmpty)
        #expect(plant.runner.all(AlarmClosed.self).map(\.closing) == [.over])
    }
}
