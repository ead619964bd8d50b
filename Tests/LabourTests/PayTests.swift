import Foundation
import Kernel
import TestSupport
import Testing

@testable import Labour

@Suite("Pay") struct PayTests {
    @Test(
        "A pay day on a rest day moves back to the last working day before, as listed",
        .enabled(if: sharedData("labour/pay_days_dev.csv") != nil))
    func sharedPayDays() throws {
        let bytes = try [UInt8](Data(contentsOf: #require(sharedData("labour/pay_days_dev.csv"))))
        let replay = try PayReplay(bytes)
        #expect(replay.outcomes == Array(repeating: .agrees, count: 10))
    }

    @Test("No pay day lies after the agreed one, and only rest days lie between them")
    func payDaysMoveBack() throws {
        let first = try #require(CivilDate("2018-01-02"))
        for offset in 0..<3_280 {
            let agreed = first.adding(days: offset)
            let day = try PayDay.latest(for: agreed, .announced)
            #expect(day <= agreed)
            #expect(try WorkingCalendar.announced.isWorkingDay(day))
            #expect(
                try (day.dayNumber..<agreed.dayNumber).allSatisfy {
                    try !WorkingCalendar.announced.isWorkingDay(CivilDate(dayNumber: $0 + 1))
                })
        }
    }

    @Test("A row whose day cannot be read, or whose year is not announced, is refused by name; the others are answered")
    func badRows() throws {
        let replay = try PayReplay(Array("agreed_day\n2026-02-15\n2026-02-30\n2041-06-15\n".utf8))
        #expect(replay.outcomes == [.answered, .unreadable, .unreadable])
    }

    @Test("A case that cannot be understood answers for itself alone, and nothing stops the program")
    func badCases() throws {
        let text = """
            [{"source": "a", "pay": [{"hours": "1,5", "rate": "20"}]}, {"source": "b", "pay": [{"minutes": 1, "rate": "1/0"}]},
             {"source": "c", "shifts": [{"start": "2026-03-01T08:00", "end": "2026-03-01T07:00"}]}, 7,
             {"source": "d", "punches": [["up", "2026-03-01T08:00"]], "shifts": []}, {"source": "e", "seats": -1, "act": "x"},
             {"source": "f", "pay": [{"hours": "8", "rate": "999999999999999999", "factor": "999999999999999999"}]},
             {"source": "g", "pay": [{"hours": 8, "rate": "20.00"}], "expect": {"gross": "160"}}]
            """
        let outcomes = try PayReplay(Array(text.utf8)).outcomes
        #expect(outcomes == Array(repeating: .unreadable, count: 7) + [.agrees])
        #expect(try PayReplay(Array("\u{FEFF}[{\"a\": 1.5}]".utf8)).outcomes == [.notReckoned])
        #expect(throws: Rejection.self) { try PayReplay(Array("[{\"a\": 1e99}]".utf8)) }
        #expect(throws: Rejection.self) { try PayReplay(Array("nothing\n1\n".utf8)) }
    }

    @Test(
        "Each printed line is rounded once, the rate never, and the total is the sum of what is printed (odoo#8834, #32192)"
    )
    func rounding() throws {
        let rate = try Exact("17.51")
        let lines = [
            try PayLine(.hours, rate: rate, quantity: Exact("38.25")),
            try PayLine(.overtime, rate: rate, quantity: Exact("10.75"), factor: Exact("2")),
        ]
        #expect(lines.map(\.amount.fen) == [66_976, 37_647])
        #expect(PaySlip(lines).gross.fen == 104_623)
        let minutes = try PayLine(
            .hours, rate: Exact("5000/30/8/60"), quantity: Exact(whole: 3_453), factor: Exact("1.25"))
        #expect(minutes.amount.fen == 149_870)
    }

    @Test("Random slips add up: gross less deductions is net, and no line is more than half a fen from its exact value")
    func randomSlips() throws {
        let count = ProcessInfo.processInfo.environment["QIANMO_SLIPS"].flatMap(Int.init) ?? 10_000
        var random = SeededRandom(seed: 724)
        var lines = 0
        for _ in 0..<count {
            var expected: Int64 = 0
            var slip: [PayLine] = []
            for _ in 0..<1 + Int(Int.random(in: 0..<5, using: &random)) {
                let fen = Int64(Int.random(in: 0..<100_000, using: &random))
                let minutes = Int64(Int.random(in: 0..<1_000, using: &random))
                let rate = try Exact(Money(fen: fen).plainYuan).divided(by: Exact(whole: 60))
                let line = try PayLine(.hours, rate: rate, quantity: Exact(whole: minutes), factor: Exact("1.5"))
                // In twice sixtieths: exact = fen × minutes × 3 ÷ 120.
                let distance = line.amount.fen * 120 - fen * minutes * 3
                guard distance <= 60 && distance > -60 else { throw Wrong.line(fen, minutes) }
                expected += line.amount.fen
                slip.append(line)
            }
            slip.append(PayLine(.meal, amount: Money(fen: Int64(Int.random(in: 0..<2_000, using: &random)))))
            let whole = PaySlip(slip)
            guard whole.gross.fen == expected, whole.net + whole.deductions == whole.gross else { throw Wrong.sum }
            lines += slip.count
        }
        #expect(lines > count)
    }

    private enum Wrong: Error { case line(Int64, Int64), sum }

    @Test("What is not paid stays owed to the fen, the oldest is settled first, and more than is owed is refused")
    func partialPayment() throws {
        var random = SeededRandom(seed: 15)
        for _ in 0..<500 {
            var dues = Dues(
                (0..<1 + Int(Int.random(in: 0..<6, using: &random))).map { _ in
                    Dues.Part(
                        day: CivilDate(dayNumber: 20_000 + Int(Int.random(in: 0..<30, using: &random))),
                        owed: Money(fen: 1 + Int64(Int.random(in: 0..<30_000, using: &random))))
                })
            var left = dues.left
            while left > .zero {
                let payment = Money(fen: 1 + Int64(Int64.random(in: 0..<left.fen, using: &random)))
                let given = try dues.pay(payment)
                #expect(given.reduce(.zero, +) == payment)
                left -= payment
                #expect(dues.left == left)
                let settled = dues.parts.map { $0.owed == .zero }
                #expect(settled == settled.sorted { $0 && !$1 })
            }
            #expect(throws: LabourRefusal.moreThanDue("0.00")) { try dues.pay(Money(fen: 1)) }
        }
    }

    private func terms(_ unit: PayUnit, _ yuan: Int64, _ rule: ShortDayRule = .byHour) -> PayTerms {
        PayTerms(unit: unit, rate: Money(fen: yuan * 100), cycle: .day, shortDay: rule, callOutMinutes: 120)
    }

    @Test("A short day is paid as the order says: to the minute, in half days, or whole where she was sent home")
    func shortDays() throws {
        #expect(try terms(.day, 160).slip(agreed: 480, worked: 100).net.fen == 3_333)
        #expect(try terms(.day, 160, .halfDaySteps).slip(agreed: 480, worked: 240).net.fen == 8_000)
        #expect(try terms(.day, 160, .halfDaySteps).slip(agreed: 480, worked: 241).net.fen == 16_000)
        #expect(try terms(.day, 160, .fullDayIfSent).slip(agreed: 480, worked: 60, isSentHome: true).net.fen == 16_000)
        #expect(try terms(.day, 160, .fullDayIfSent).slip(agreed: 480, worked: 60).net.fen == 2_000)
        #expect(try terms(.hour, 20).slip(agreed: 480, worked: 480).net.fen == 16_000)
    }

    @Test("Whoever is sent home gets the call-out minimum, and time past the agreed end is paid half as much again")
    func callOutAndOvertime() throws {
        let sent = try terms(.day, 160).slip(agreed: 480, worked: 30, isSentHome: true)
        #expect(sent.lines.map(\.kind) == [.day, .callOut])
        #expect(sent.net.fen == 4_000)
        #expect(try terms(.day, 160).callOut(agreed: 480).fen == 4_000)
        #expect(try terms(.day, 160).callOut(agreed: 60).fen == 16_000)
        #expect(try terms(.hour, 20).slip(agreed: 480, worked: 540).lines.map(\.amount.fen) == [16_000, 3_000])
    }

    @Test("The same wage is lawful as full-time work and too low as part-time, compared without rounding")
    func minimumWage() {
        let row = WageFloor(
            month: Money(fen: 188_000), hourFullTime: Money(fen: 1_080), hourPartTime: Money(fen: 2_020))
        #expect(row.allows(Money(fen: 16_000), forMinutes: 480, .fullTime))
        #expect(!row.allows(Money(fen: 16_000), forMinutes: 480, .partTime))
        #expect(row.allows(Money(fen: 2_020), forMinutes: 60, .partTime))
        #expect(!row.allows(Money(fen: 2_019), forMinutes: 60, .partTime))
        #expect(WorkKind.decide(minutesOfDays: [240, 240, 240]) == .partTime)
        #expect(WorkKind.decide(minutesOfDays: [240, 241]) == .fullTime)
        #expect(WorkKind.decide(minutesOfDays: Array(repeating: 206, count: 7)) == .fullTime)
    }

    @Test("Wages of a day are due that day; of a month on its last working day; part-time within fifteen days")
    func dueDays() throws {
        func due(_ day: String, _ cycle: PayCycle) throws -> String {
            try PayDay.due(for: #require(CivilDate(day)), cycle, .announced).description
        }
        #expect(try due("2026-02-15", .day) == "2026-02-15")
        #expect(try due("2026-01-05", .month) == "2026-01-30")
        #expect(try due("2026-01-31", .month) == "2026-01-31")
        #expect(try due("2026-09-20", .halfMonth) == "2026-09-30")
    }
}
