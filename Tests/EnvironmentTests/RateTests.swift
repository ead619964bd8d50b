import Foundation
import HJ212
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Environment

@Suite("Rates of a month") struct RateTests {
    private static let first = CivilDate("2026-03-01")!
    private static let second = CivilDate("2026-03-02")!

    private func record(_ item: MeasuredItem, _ day: CivilDate, _ due: Int64, _ received: Int64?, _ valid: Int64)
        -> MonthRates.Record
    {
        MonthRates.Record(item: item, day: day, due: due, received: received, valid: valid)
    }

    private func rates(_ records: [MonthRates.Record], of items: Set<MeasuredItem>, until: CivilDate = second)
        -> MonthRates
    {
        MonthRates(records, of: items, from: Self.first, until: until)
    }

    @Test(
        "One missing hour a day of a batch analyser is the automatic check's; a second one counts, and one of pH does")
    func check() {
        let one = rates([record(.cod, Self.first, 24, 23, 23)], of: [.cod], until: Self.first)
        #expect(one.rates.due == 23 && one.rates.transmission == Micro(100_000_000))
        let two = rates([record(.cod, Self.first, 24, 22, 20)], of: [.cod], until: Self.first)
        #expect(two.rates.due == 23 && two.rates.received == 22 && two.rates.valid == 20)
        #expect(two.rates.transmission == Micro(95_650_000) && two.rates.validity == Micro(90_910_000))
        #expect(two.rates.effective == Micro(86_960_000) && two.passes(on: Self.first) == false)
        let acid = rates([record(.acidity, Self.first, 24, 23, 23)], of: [.acidity], until: Self.first)
        #expect(acid.rates.due == 24)
    }

    @Test("A day without a record is due whole; one without a count is in no rate; nothing due is no rate")
    func days() {
        let found = rates([record(.cod, Self.first, 24, 24, 24)], of: [.cod, .acidity])
        #expect(found.rates.due == 24 + 23 + 24 + 24 && found.rates.received == 24 && found.missing == 3)
        let untold = rates([record(.cod, Self.first, 24, nil, 24)], of: [.cod], until: Self.first)
        #expect(untold.untold == 1 && untold.rates.due == 0 && untold.rates.effective == nil)
        #expect(untold.passes(on: Self.first) == nil)
        let stopped = rates([record(.cod, Self.first, 0, 0, 0)], of: [.cod], until: Self.first)
        #expect(stopped.rates.transmission == nil && stopped.missing == 0)
        let both = MonthRates.sum([found, rates([record(.cod, Self.first, 24, 12, 12)], of: [.cod], until: Self.first)])
        #expect(both.rates.due == 95 + 23 && both.rates.received == 36 && both.missing == 3)
        #expect(
            rates([], of: [.cod], until: CivilDate(dayNumber: Self.first.dayNumber - 1)).rates.due == 0,
            "a month that has not begun")
    }

    @Test("Hours that arrived are counted whatever their mark says; more valid than arrived is refused")
    func counted() throws {
        let volume = Micro(1_000_000)
        var hours = (0..<20).map {
            HourValue(hour: $0, concentration: Micro(30_000_000), volume: volume, mark: .normal)
        }
        hours.append(HourValue(hour: 20, concentration: Micro(30_000_000), volume: volume, mark: .fault))
        hours.append(HourValue(hour: 21, concentration: nil, volume: volume, mark: nil))
        hours.append(HourValue(hour: 22, concentration: Micro(30_000_000), volume: Micro(0), mark: .normal))
        let day = DayStatistics(hours, on: Self.first)
        #expect(day.dueHours == 23 && day.receivedHours == 21 && day.validHours == 20)
        let county = try TestPlant()
        func record(_ received: Int64?, _ valid: Int64) -> RecordDay {
            RecordDay(
                facility: TestPlant.plant, item: .cod, day: Self.second,
                figures: DayFigures(
                    dueHours: 24, validHours: valid, receivedHours: received, mean: Micro(30_000_000),
                    volume: TestPlant.micro("12000")))
        }
        county.runner.expectRefusal(.hoursWrong, record(20, 21), by: TestPlant.principal())
        county.runner.expectRefusal(.hoursWrong, record(25, 20), by: TestPlant.principal())
        let judged = try county.judge(record(22, 21))
        #expect(judged.figures.receivedHours == 22)
        let page = try county.runner.database.read { tx in
            try RatesPage(
                PageRequest(path: "/environment/rates", now: Instant("2026-03-03T08:00:00+08:00")!), in: tx)
        }
        // The first of March has no record: 23 hours due, none received; of the second 22 of 23.
        #expect(page.lines.map(\.rates.rates) == [TransmissionRates(due: 46, received: 22, valid: 21)])
        #expect(page.lines[0].rates.missing == 1 && page.last == Self.second)
    }
}
