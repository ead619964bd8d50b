import Foundation
import Kernel
import TestSupport
import Testing

@testable import Labour

/// The bugs that other programs' users reported (`../shared/data/labour`), each with generated siblings.
@Suite("Reported bugs of shifts and pay") struct ReportedCaseTests {
    private func at(_ text: String) throws -> Instant { try #require(Instant(text)) }

    private func shift(_ start: String, _ end: String) throws -> Shift { try Shift(at(start), at(end)) }

    @Test(
        "Every reported case that holds figures is answered as it should be",
        .enabled(if: sharedData("labour/pay_days_dev.csv") != nil))
    func sharedCases() throws {
        let bytes = try [UInt8](Data(contentsOf: #require(sharedData("labour/reported_cases_dev.json"))))
        guard case .cases(let cases) = try PayReplay(bytes) else {
            Issue.record("a list of cases is read as cases")
            return
        }
        #expect(cases.count == 20)
        #expect(cases.filter { [.differs, .unreadable].contains($0.outcome) }.map(\.source) == [])
        #expect(cases.count { $0.outcome == .agrees } == 17)
        // Three tell an act in words only: rounding to whole yuan, reminders, two check-ins of one phone.
        #expect(cases.count { $0.outcome == .notReckoned } == 3)
    }

    @Test("A night that ends past midnight keeps its going, whatever shift the next day has (hrms#3298, #541)")
    func nightKeepsItsPunches() throws {
        var random = SeededRandom(seed: 3298)
        for _ in 0..<500 {
            let day = CivilDate(dayNumber: 20_000 + Int(Int.random(in: 0..<400, using: &random)))
            let night = try Shift(
                day.start.adding(seconds: 16 * 3_600 + Int64(Int.random(in: 0..<8, using: &random)) * 3_600),
                day.end.adding(seconds: 3_600 + Int64(Int.random(in: 0..<7, using: &random)) * 3_600))
            let evening = try Shift(day.end.adding(seconds: 14 * 3_600), day.end.adding(seconds: 20 * 3_600))
            let came = night.start.adding(seconds: Int64(Int.random(in: 0..<3_600, using: &random)) - 1_800)
            let left = night.end.adding(seconds: Int64(Int.random(in: 0..<3_600, using: &random)))
            let book = PunchBook([evening, night], [Punch(.out, left), Punch(.in, came)])
            #expect(book.places == [[], [1, 0]])
            #expect(book.attendance(1).came == came)
            #expect(book.attendance(1).left == left)
        }
    }

    @Test("A late going belongs to the shift that was begun, though the next one's window is open (hrms#709)")
    func lateGoing() throws {
        let night = try shift("2023-06-01T19:00", "2023-06-02T07:00")
        let day = try shift("2023-06-02T08:00", "2023-06-02T19:00")
        for minute in 0...60 {
            let left = night.end.adding(seconds: Int64(minute) * 60)
            #expect(PunchBook([day, night], [Punch(.out, left)]).places == [[], [0]])
            let back = [Punch(.in, night.start), Punch(.out, left), Punch(.in, left)]
            #expect(PunchBook([day, night], back).places == [[2], [0, 1]])
        }
    }

    @Test("Two check-ins of one phone that arrive in the other order are one check-in, and both are kept (hrms#1642)")
    func twiceFromOnePhone() throws {
        let work = try shift("2026-03-01T07:00", "2026-03-01T15:00")
        let early = try at("2026-03-01T06:58")
        let book = PunchBook([work], [Punch(.in, try at("2026-03-01T07:03")), Punch(.in, early)])
        #expect(book.places == [[1, 0]])
        #expect(book.attendance(0).came == early)
    }

    @Test("A punch in nobody's window is on no shift")
    func outside() throws {
        let work = try shift("2026-03-01T07:00", "2026-03-01T15:00")
        let book = PunchBook([work], [Punch(.in, try at("2026-03-01T05:59")), Punch(.out, try at("2026-03-01T16:01"))])
        #expect(book.outside == [0, 1])
    }

    @Test(
        "Back to back is no overlap, one minute more is, and every shift is compared (ephios#367, hrms#1932, emfcamp#1077)"
    )
    func overlaps() throws {
        let morning = try shift("2021-03-13T08:00", "2021-03-13T12:00")
        let noon = try shift("2021-03-13T12:00", "2021-03-13T16:00")
        let early = try shift("2021-03-13T11:59", "2021-03-13T12:01")
        #expect(!morning.overlaps(noon) && !noon.overlaps(morning))
        #expect(morning.overlaps(early) && early.overlaps(noon))
        #expect([morning, noon].overlapping(early) == [0, 1])
        #expect([morning, noon].overlapping(try shift("2021-03-13T15:00", "2021-03-13T18:00")) == [1])
        #expect(throws: LabourRefusal.shiftBackwards()) { try shift("2021-03-13T22:00", "2021-03-13T06:00") }
    }

    @Test("Two shifts overlap exactly where some minute lies in both")
    func overlapIsSharedTime() throws {
        var random = SeededRandom(seed: 1932)
        for _ in 0..<2_000 {
            let starts = [Int.random(in: 0..<30, using: &random), Int.random(in: 0..<30, using: &random)].map {
                Int64($0)
            }
            let ends = starts.map { $0 + 1 + Int64(Int.random(in: 0..<12, using: &random)) }
            let shifts = try (0..<2).map {
                try Shift(Instant(milliseconds: starts[$0] * 60_000), Instant(milliseconds: ends[$0] * 60_000))
            }
            let shared = Set(starts[0]..<ends[0]).intersection(starts[1]..<ends[1])
            #expect(shifts[0].overlaps(shifts[1]) == !shared.isEmpty)
            #expect(
                shifts.covered.reduce(0) { $0 + $1.minutes }
                    == Int64(Set(starts[0]..<ends[0]).union(starts[1]..<ends[1]).count))
        }
    }

    @Test(
        "Minutes of a shift are those between its instants, and no day shows more than twenty-four hours (kimai#4882)")
    func minutesByDay() throws {
        var random = SeededRandom(seed: 4882)
        for _ in 0..<2_000 {
            let start = Instant(milliseconds: Int64(Int.random(in: 0..<1_000_000, using: &random)) * 60_000)
            let length = 1 + Int64(Int.random(in: 0..<6_000, using: &random))
            let work = try Shift(start, start.adding(seconds: length * 60))
            let parts = work.minutesByDay
            #expect(work.minutes == length)
            #expect(parts.reduce(0) { $0 + $1.minutes } == length)
            #expect(parts.allSatisfy { $0.minutes <= 1_440 })
            #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.day.adding(days: 1) == $1.day })
        }
        let night = try shift("2026-09-01T20:00", "2026-09-02T04:00")
        #expect(night.day == CivilDate("2026-09-01"))
        #expect(night.minutesByDay.map(\.minutes) == [240, 240])
    }

    @Test("Exactly as many seats are given as there are, however many ask, and whoever waits moves into a free one")
    func seats() throws {
        var random = SeededRandom(seed: 147)
        for _ in 0..<300 {
            let seats = 1 + Int64(Int.random(in: 0..<8, using: &random))
            var book = SeatBook<Int64>(seats: seats)
            for step in 0..<Int64(60) {
                let person = Int64(Int.random(in: 0..<20, using: &random))
                switch Int.random(in: 0..<4, using: &random) {
                case 0: book.release(person)
                case 1 where step % 7 == 0:
                    let wanted = 1 + Int64(Int.random(in: 0..<8, using: &random))
                    let before = book
                    do { try book.setSeats(wanted) } catch {
                        #expect(book == before)
                        #expect(wanted < Int64(before.taken.count))
                    }
                default: _ = book.ask(person, mayWait: true)
                }
                #expect(Int64(book.taken.count) <= book.seats)
                #expect(book.waiting.isEmpty || book.free == 0)
                #expect(Set(book.taken).isDisjoint(with: book.waiting))
                #expect(Set(book.taken).count == book.taken.count)
            }
        }
        var five = SeatBook<Int64>(seats: 5)
        #expect((0..<Int64(1_000)).count { five.ask($0) == .seated } == 5)
    }

    @Test("Amounts and hours as numbers are reckoned as those in quotes: 500 lines, rounded half up")
    func numbersUnquoted() throws {
        var random = SeededRandom(seed: 8834)
        let lines = (0..<500).map { _ in
            let hours = Int.random(in: 1...9_999, using: &random)
            let rate = Int.random(in: 1...99_999, using: &random)
            return (hours: Self.decimal(hours, 2), rate: Self.decimal(rate, 3), units: hours * rate)
        }
        for quote in ["\"", ""] {
            let list = lines.map {
                "{\"pay\":[{\"hours\":\(quote)\($0.hours)\(quote),\"rate\":\(quote)\($0.rate)\(quote)}],"
                    + "\"expect\":{\"gross\":\(quote)\(Self.decimal(($0.units + 500) / 1_000, 2))\(quote)}}"
            }
            guard case .cases(let cases) = try PayReplay(Array("[\(list.joined(separator: ","))]".utf8)) else {
                Issue.record("a list of cases is read as cases")
                return
            }
            #expect(cases.count == 500 && cases.allSatisfy { $0.outcome == .agrees }, "\(quote)")
        }
    }

    private static func decimal(_ units: Int, _ places: Int) -> String {
        let text = String(repeating: "0", count: max(0, places + 1 - String(units).count)) + String(units)
        return text.dropLast(places) + "." + text.suffix(places)
    }
}
