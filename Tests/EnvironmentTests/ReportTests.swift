import HJ212
import Kernel
import TestSupport
import Testing

@testable import Environment

/// Reports of other programs' users (`hj212/bug_reports_dev.csv`), answered by the room's model.
@Suite("Reports of others, values") struct RoomReportTests {
    static let start = Instant("2026-07-09T00:00:00+08:00")!

    @Test("E08, E09, E11: a day begins at 00:00 +08:00 and readings belong to their own day")
    func days() {
        let days = Buckets.starts(from: Self.start, until: Self.start.adding(days: 7), seconds: 86_400)
        #expect(days.count == 7 && days.first?.date == CivilDate("2026-07-09") && days.first == Self.start)
        let late = Instant("2026-07-09T23:00:00+08:00")!
        let early = Instant("2026-07-10T00:30:00+08:00")!
        #expect(late.date != early.date && late.date == CivilDate("2026-07-09"))
    }

    @Test("E10: a sum does not depend on the width of its buckets")
    func sums() {
        let slices = (0..<199).map {
            FlowSlice(
                from: Self.start.adding(seconds: Int64($0)), seconds: 1, flow: Micro(5_000_000),
                concentration: Micro(1_000_000))
        }
        let whole = SliceSums(slices)
        for width in [1, 7, 60, 199] {
            let parts = stride(from: 0, to: 199, by: width).map { SliceSums(slices[$0..<min(199, $0 + width)]) }
            #expect(parts.reduce(0) { $0 + $1.litres } == whole.litres)
        }
        #expect(whole.volume() == Micro(995_000))
    }

    @Test("E12, E14: the current value is that of the newest measuring time, not of the newest arrival")
    func current() {
        func at(_ second: Int64) -> Instant { Self.start.adding(seconds: second) }
        let readings = [
            (at: at(3), arrived: at(4), value: "new"), (at: at(1), arrived: at(50), value: "old, sent again"),
        ]
        #expect(ClockFinding.current(readings) == "new" && ClockFinding.current(readings.reversed()) == "new")
    }

    @Test("E13: buckets start on the hour, none before the start that was asked")
    func buckets() {
        let from = Instant("2026-07-09T08:00:00+08:00")!
        let hours = Buckets.starts(from: from, until: from.adding(seconds: 4 * 3_600), seconds: 3_600)
        #expect(hours.count == 4 && hours.first == from)
        let odd = Buckets.starts(from: from.adding(seconds: 60), until: from.adding(seconds: 7_200), seconds: 3_600)
        #expect(odd == [from.adding(seconds: 3_600)])
    }

    @Test("E15 to E18: a short crossing raises nothing, a long one once, with its length; the next has a new number")
    func alarms() {
        var watch = ConditionWatch(holdSeconds: 2)
        func at(_ second: Int64) -> Instant { Self.start.adding(seconds: second) }
        #expect(watch.observe(true, at: at(0)) == nil && watch.observe(false, at: at(1)) == nil)
        var changes: [ConditionWatch.Change] = []
        for second in 10..<910 { if let change = watch.observe(true, at: at(Int64(second))) { changes.append(change) } }
        if let change = watch.observe(false, at: at(910)) { changes.append(change) }
        #expect(changes == [.raised(number: 1, since: at(10)), .cleared(number: 1, since: at(10), held: 900_000)])
        _ = watch.observe(true, at: at(1_000))
        #expect(watch.observe(true, at: at(1_002)) == .raised(number: 2, since: at(1_000)))
    }

    @Test(
        "E25 to E28: a clock ahead is flagged, one far ahead is quarantined, a skew of 80 seconds drops nothing",
        arguments: [
            (0, ClockFinding.good), (80, .good), (300, .good), (301, .ahead), (3_600, .ahead), (3_601, .quarantined),
            (94_608_000, .quarantined), (-3_600, .good), (-864_000, .good), (-864_001, .tooOld),
        ] as [(Int64, ClockFinding)])
    func clock(_ seconds: Int64, _ finding: ClockFinding) {
        #expect(ClockFinding.of(Self.start.adding(seconds: seconds), arrived: Self.start) == finding)
    }

    @Test("the skew of a station is the median, which one wild clock does not move")
    func skew() {
        let pairs = [80, 81, 79, 94_608_000, 80].map {
            (sent: Self.start.adding(seconds: $0), arrived: Self.start)
        }
        #expect(ClockFinding.skew(pairs) == 80_000 && ClockFinding.skew([]) == nil)
    }

    @Test("E19, E20: a late frame changes its day, and the day's second version says why")
    func late() throws {
        let plant = try TestPlant()
        let first = try plant.judge(TestPlant.day(.cod, "30", valid: 17))
        let second = try plant.judge(TestPlant.day(.cod, "30", valid: 18, reason: "补传数据"))
        #expect(first.verdict == .noValidData && second.verdict == .meets && second.version == 2)
        #expect(second.reason == "补传数据" && plant.runner.all(DayJudged.self).count == 2)
    }
}
