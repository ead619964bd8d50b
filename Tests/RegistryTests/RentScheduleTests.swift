import Foundation
import Kernel
import TestSupport
import Testing

@testable import Registry

@Suite("The rent of a contract, year by year")
struct RentScheduleTests {
    @Test(
        "Every line of the six schedules of the fixture comes out to the day and the fen",
        .enabled(if: sharedData("register/schedules_dev.csv") != nil, "needs the shared data"))
    func fixture() throws {
        let rows = try String(contentsOf: #require(sharedData("register/schedules_dev.csv")), encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(rows.count == 53)
        for (name, rows) in Dictionary(grouping: rows, by: { $0[0] }) {
            let first = rows[0]
            let schedule = RentSchedule(
                annual: Money(fen: Int64(first[3])!), stepYears: Int64(first[4])!, stepBasisPoints: Int64(first[5])!,
                years: RentYears(rawValue: first[6])!)
            let lines = try #require(schedule.lines(from: day(first[1]), to: day(first[2])))
            #expect(lines.map(\.number) == rows.map { Int64($0[7])! }, "\(name)")
            #expect(lines.map(\.from) == rows.map { day($0[8]) }, "\(name)")
            #expect(lines.map(\.to) == rows.map { day($0[9]) }, "\(name)")
            #expect(lines.map(\.amount.fen) == rows.map { Int64($0[10])! }, "\(name)")
            #expect(lines.reduce(Int64(0)) { $0 + $1.amount.fen } == Int64(first[11])!, "\(name)")
        }
    }

    /// A fraction of plain digits, slow and by the schoolbook: it shares nothing with the program.
    private struct Fraction {
        /// Decimal digits, the lowest first.
        var digits: [Int]

        init(_ number: Int64) { digits = String(number).reversed().map { $0.wholeNumberValue ?? 0 } }

        func times(_ factor: Int64) -> Fraction {
            var (result, carry) = (self, 0)
            result.digits = digits.map {
                carry += $0 * Int(factor)
                defer { carry /= 10 }
                return carry % 10
            }
            while carry > 0 {
                result.digits.append(carry % 10)
                carry /= 10
            }
            return result
        }

        func plus(_ other: Fraction) -> Fraction {
            var (result, carry) = (self, 0)
            result.digits = (0..<max(digits.count, other.digits.count)).map { place in
                carry += (place < digits.count ? digits[place] : 0)
                carry += (place < other.digits.count ? other.digits[place] : 0)
                defer { carry /= 10 }
                return carry % 10
            }
            if carry > 0 { result.digits.append(carry) }
            return result
        }

        /// Rounded half up after division by 365 × 366 × 10^`places`.
        func rounded(places: Int) -> Int64 {
            let denominator = Int64(365 * 366)
            let half = Fraction(denominator).times(5).digits
            // Ten times the number, plus half of ten denominators, over ten denominators.
            var tenfold = self
            tenfold.digits.insert(0, at: 0)
            var added = Fraction(0)
            added.digits = Array(repeating: 0, count: places) + half
            tenfold = tenfold.plus(added)
            var (quotient, rest) = (Int64(0), Int64(0))
            for digit in tenfold.digits.dropFirst(places + 1).reversed() {
                rest = rest * 10 + Int64(digit)
                quotient = quotient * 10 + rest / denominator
                rest %= denominator
            }
            return quotient
        }
    }

    @Test("Random schedules equal exact rational arithmetic, line by line and in the sum")
    func random() throws {
        let rounds = ProcessInfo.processInfo.environment["QIANMO_SCHEDULES"].flatMap { Int($0) } ?? 400
        var random = SeededRandom(seed: 16)
        for _ in 0..<rounds {
            let start = CivilDate(dayNumber: Int.random(in: 3_000...28_000, using: &random))
            let end = start.adding(days: Int.random(in: 0...18_000, using: &random))
            let schedule = RentSchedule(
                annual: Money(fen: Int64.random(in: 0...90_000_000, using: &random)),
                stepYears: Int64.random(in: 0...6, using: &random),
                stepBasisPoints: Int64.random(in: 0...1_500, using: &random),
                years: Bool.random(using: &random) ? .anniversary : .calendar)
            let lines = try #require(schedule.lines(from: start, to: end))
            var sum = Fraction(0)
            let most = schedule.stepYears > 0 ? (lines.count - 1) / Int(schedule.stepYears) : 0
            for (position, line) in lines.enumerated() {
                let steps = schedule.stepYears > 0 ? position / Int(schedule.stepYears) : 0
                let first = schedule.years == .calendar ? day("\(line.from.year)-01-01") : line.from
                let next =
                    schedule.years == .calendar
                    ? day("\(line.from.year + 1)-01-01") : start.anniversary(position + 1)
                let year = next.dayNumber - first.dayNumber
                var exact = Fraction(schedule.annual.fen).times(Int64(line.to.dayNumber - line.from.dayNumber + 1))
                    .times(Int64(365 * 366 / year))
                for _ in 0..<steps { exact = exact.times(10_000 + schedule.stepBasisPoints) }
                exact.digits = Array(repeating: 0, count: 4 * (most - steps)) + exact.digits
                sum = sum.plus(exact)
                if position < lines.count - 1 { #expect(line.amount.fen == exact.rounded(places: 4 * most)) }
                #expect(position == 0 ? line.from == start : line.from == lines[position - 1].to.adding(days: 1))
            }
            #expect(lines.last?.to == end)
            #expect(lines.reduce(Int64(0)) { $0 + $1.amount.fen } == sum.rounded(places: 4 * most))
        }
    }

    @Test("A rent in kind is typed in kilograms and kept in grams")
    func kilograms() throws {
        func grams(_ text: String) -> Result<Int64, Rejection> {
            Result { () throws(Rejection) in try Bounded<GramsDomain>(field: .string(text), notation: .typed).value }
        }
        for (text, value) in [
            ("400", 400_000), ("12.5", 12_500), ("１２．５公斤", 12_500), ("0.001 kg", 1), ("1,000", 1_000_000),
        ] {
            #expect(try grams(text).get() == Int64(value), "\(text)")
        }
        for (text, number) in [("一担", 1007), ("0.0001", 1007), ("-1", 1008), ("200000000", 1008)] {
            guard case .failure(let rejection) = grams(text) else {
                Issue.record("\(text) is taken")
                continue
            }
            #expect(rejection.number == number, "\(text)")
        }
        #expect(try Bounded<GramsDomain>(field: 400, notation: .exact).value == 400)
    }

    @Test("A rent in kind is so many grams a year, and broken years have their share")
    func inKind() {
        let schedule = RentSchedule(annual: Money(fen: 96_000), years: .calendar, good: "小麦", gramsPerYear: 400_000)
        #expect(schedule.grams(from: day("2023-07-02"), to: day("2024-12-31")) == [200_548, 400_000])
        #expect(RentSchedule(annual: .zero).grams(from: day("2023-07-02"), to: day("2024-12-31")) == nil)
    }
}
