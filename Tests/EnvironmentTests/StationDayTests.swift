import Environment
import Foundation
import HJ212
import Kernel
import Testing

@Suite("A day from its frames") struct StationDayTests {
    static let day = CivilDate("2026-03-02")!

    /// A frame each ten minutes: flow, pH, temperature, and a batch analyser that draws at the full hour and repeats itself.
    static let frames: [Segment] = (0..<144).compactMap { index in
        let at = day.start.adding(seconds: Int64(index) * 600)
        let drawn = day.start.adding(seconds: Int64(index / 6) * 3_600)
        let flow = index / 6 < 20 ? "\(100 + index % 7).5" : "0"
        let text =
            "QN=\(FrameTime.qn(at.adding(seconds: 7)));ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&"
            + "DataTime=\(FrameTime.text(at));w00000-Rtd=\(flow),w00000-Flag=N;"
            + "w01018-SampleTime=\(FrameTime.text(drawn)),w01018-Rtd=\(30 + index / 6).2,w01018-Flag=\(index / 6 == 3 ? "D" : "N");"
            + "w01001-Rtd=7.\(index % 10),w01001-Flag=N;w01010-Rtd=11.9,w01010-Flag=N&&"
        return Segment(Array(text.utf8))
    }

    static func reckon(_ frames: [Segment]) -> StationDay { StationDay(day, frames.flatMap(StationReading.of)) }

    @Test("batch repeats count once, hours without flow are not due, marked hours are kept and not averaged")
    func hours() throws {
        let reckoned = Self.reckon(Self.frames)
        let figures = Dictionary(uniqueKeysWithValues: reckoned.figures().map { ($0.item, $0.figures) })
        let cod = try #require(figures[.cod])
        #expect(cod.dueHours == 20 && cod.validHours == 19 && cod.temperature == Micro(11_900_000))
        #expect(reckoned.items[.cod]?.first { $0.hour == 3 }?.concentration == Micro(33_200_000))
        #expect(figures[.acidity]?.lowest == Micro(7_000_000) && figures[.acidity]?.highest == Micro(7_900_000))
        let mean = try #require(cod.mean)
        #expect(mean > Micro(39_000_000) && mean < Micro(41_000_000))
    }

    /// A hundred orders at hand; `QIANMO_ORDERS=1000` before a release.
    @Test("any order of arrival, with duplicates and frames sent again, gives the same hours and day")
    func anyOrder() {
        let standard = Self.reckon(Self.frames)
        let readings = Self.frames.map(StationReading.of)
        var dice = Dice(state: 19)
        for _ in 0..<(ProcessInfo.processInfo.environment["QIANMO_ORDERS"].flatMap { Int($0) } ?? 100) {
            var order = readings
            order += (0..<20).map { _ in readings[Int.random(in: 0..<readings.count, using: &dice)] }
            order.shuffle(using: &dice)
            #expect(StationDay(Self.day, order.joined()) == standard)
        }
    }

    @Test("two frames of one time with other values: the first sent counts, whichever arrives first")
    func conflict() {
        func frame(_ qn: String, _ value: String) -> Segment {
            Segment(
                Array(
                    "QN=\(qn);ST=32;CN=2011;MN=1111;Flag=5;CP=&&DataTime=20260302080000;w00000-Rtd=\(value)&&".utf8))!
        }
        let (first, second) = (frame("20260302080001000", "100"), frame("20260302080002000", "200"))
        #expect(Self.reckon([first, second]) == Self.reckon([second, first]))
        #expect(Self.reckon([second, first]).volumes[8] == Micro(90_000_000))
    }

    /// What a device answers when its hours are asked for: of each hour the mean, of flow the litres a second and the m³.
    private static func hour(_ hour: Int, _ body: String) -> Segment {
        let at = FrameTime.text(day.start.adding(seconds: Int64(hour) * 3_600))
        return Segment(
            Array(
                ("QN=20260303090000\(100 + hour);ST=32;CN=2061;MN=010000A8900016F000169DC0;Flag=5;CP=&&"
                    + "DataTime=\(at);\(body)&&").utf8))!
    }

    @Test("an hour fetched again counts where no reading of it arrived, and nowhere else; whichever comes first")
    func fetchedHours() throws {
        let cut = Self.frames.enumerated().filter { !(8 * 6..<10 * 6).contains($0.offset) }.map(\.element)
        let fetched = [8, 9, 12].map {
            Self.hour(
                $0,
                "w00000-Cou=370.8,w00000-Avg=103.0,w00000-Flag=N;"
                    + "w01018-Avg=40.0,w01018-Min=38,w01018-Max=42,w01018-Flag=\($0 == 9 ? "D" : "N");"
                    + "w01001-Min=6.1,w01001-Avg=7.0,w01001-Max=9.3,w01001-Flag=N")
        }
        let without = Self.reckon(cut)
        let day = Self.reckon(cut + fetched)
        #expect(Self.reckon(fetched + cut) == day && Self.reckon(cut + fetched + fetched) == day)
        var dice = Dice(state: 61)
        for _ in 0..<50 {
            var order = cut + fetched + (0..<20).map { _ in (cut + fetched).randomElement(using: &dice)! }
            order.shuffle(using: &dice)
            #expect(Self.reckon(order) == day)
        }
        #expect(without.volumes[8] == nil && day.volumes[8] == Micro(370_800_000))
        #expect(day.volumes[12] == without.volumes[12])
        let cod = try #require(day.items[.cod])
        #expect(cod.first { $0.hour == 8 }?.concentration == Micro(40_000_000))
        #expect(cod.first { $0.hour == 9 }?.mark == .fault)
        #expect(cod.first { $0.hour == 12 } == without.items[.cod]?.first { $0.hour == 12 })
        #expect(day.acidity[8] == Micro(6_100_000)...Micro(9_300_000) && day.acidity[12] == without.acidity[12])
        let (before, after) = (
            try #require(without.figures().first { $0.item == .cod }?.figures),
            try #require(day.figures().first { $0.item == .cod }?.figures)
        )
        #expect(before.validHours + 1 == after.validHours && before.dueHours == after.dueHours)
    }

    @Test("an hour without a sum is reckoned from its litres a second")
    func hourByMean() {
        let day = Self.reckon([Self.hour(5, "w00000-Avg=100.5,w00000-Flag=N")])
        #expect(day.volumes == [5: Micro(361_800_000)])
    }

    @Test("a reading at 23:00 and one at 00:30 belong to their own days, whatever the machine's zone")
    func midnight() {
        let late = Segment(
            Array("ST=32;CN=2011;MN=1111;CP=&&DataTime=20260301230000;w00000-Rtd=5&&".utf8))!
        let early = Segment(
            Array("ST=32;CN=2011;MN=1111;CP=&&DataTime=20260302003000;w00000-Rtd=5&&".utf8))!
        let readings = [late, early].flatMap(StationReading.of)
        #expect(StationDay(CivilDate("2026-03-01")!, readings).volumes.keys.sorted() == [23])
        #expect(StationDay(Self.day, readings).volumes.keys.sorted() == [0])
    }
}

/// Numbers from a seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
