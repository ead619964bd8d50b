import Kernel
import Testing

@Suite("Dates and working days") struct CalendarTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test("Every day from 1900 to 2199 has one number and comes back from it")
    func roundTrip() throws {
        var expected = try date("1900-01-01").dayNumber
        for year in 1900...2199 {
            for month in 1...12 {
                for day in 1...CivilDate.days(inMonth: month, of: year) {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    #expect(date.dayNumber == expected)
                    let parts = date.components
                    #expect(parts.year == year && parts.month == month && parts.day == day)
                    expected += 1
                }
            }
        }
    }

    @Test("14 May 2019 was a Tuesday")
    func weekday() throws { #expect(try date("2019-05-14").weekday == 2) }

    @Test(
        "Days that do not exist are refused",
        arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "x", "2100-02-29"])
    func noSuchDay(text: String) { #expect(CivilDate(text) == nil) }

    @Test("A year after 29 February is 28 February; a month after 31 January is the month's last day")
    func addingMonths() throws {
        #expect(try date("2024-02-29").adding(years: 1).description == "2025-02-28")
        #expect(try date("2023-01-31").adding(months: 1).description == "2023-02-28")
        #expect(try date("2019-12-15").adding(months: 1).description == "2020-01-15")
    }

    @Test("An instant is written with its zone and read back")
    func instants() throws {
        let instant = try #require(Instant("2019-05-14T09:30:00+08:00"))
        #expect(instant.milliseconds == 1_557_797_400_000)
        #expect(instant.description == "2019-05-14T09:30:00.000+08:00")
        #expect(Instant("2019-05-14T01:30:00Z") == instant)
        #expect(Instant("2019-05-14T09:30") == instant)
        #expect(Instant("2019-05-14T09:30:00.001")?.milliseconds == instant.milliseconds + 1)
        #expect(instant.date.description == "2019-05-14")
        #expect(instant.date.start.description == "2019-05-14T00:00:00.000+08:00")
        for bad in ["2019-05-14", "2019-05-14T24:00", "2019-05-14T09:60", "2019-05-14T09:30:00+8", "2019-02-30T09:30"] {
            #expect(Instant(bad) == nil)
        }
    }

    @Test("The make-up Saturday before National Day 2024 is worked, the holiday Tuesday is not")
    func makeUpDays() throws {
        let calendar = WorkingCalendar.announced
        #expect(try calendar.isWorkingDay(date("2024-10-12")))
        #expect(try !calendar.isWorkingDay(date("2024-10-01")))
        #expect(try !calendar.isWorkingDay(date("2024-10-19")))
        #expect(try calendar.isWorkingDay(date("2024-10-08")))
    }

    @Test("Ten working days from 27 September 2024 run over the holiday to 16 October")
    func overHoliday() throws {
        // 29 Sept (make-up Sunday), 30, then 8–12 Oct (12 a make-up Saturday), 14, 15, 16.
        #expect(
            try WorkingCalendar.announced.date(10, workingDaysAfter: date("2024-09-27")).description == "2024-10-16")
        let start = try #require(Instant("2024-09-27T15:00:00+08:00"))
        let end = try WorkingCalendar.announced.end(ofWorkingDays: 10, from: start)
        #expect(end.description == "2024-10-17T00:00:00.000+08:00")
    }

    @Test("A day after the last announced year is refused as unknown")
    func unknownYear() throws {
        let calendar = WorkingCalendar.announced
        let beyond = try #require(CivilDate(year: calendar.lastAnnouncedYear + 1, month: 1, day: 4))
        let thrown = #expect(throws: Rejection.self) { try calendar.isWorkingDay(beyond) }
        #expect(thrown?.number == 1018)
        #expect(throws: Rejection.self) { try calendar.date(3, workingDaysAfter: beyond.adding(days: -4)) }
    }
}
