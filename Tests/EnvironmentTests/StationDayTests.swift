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
