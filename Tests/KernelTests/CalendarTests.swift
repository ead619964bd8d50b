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

    // A list of 2027 as it might be announced; invented, the days the law names excepted.
    private static let next = """
        date,name,kind
        2026-12-26,元旦,work
        2026-12-31,元旦,off
        2027-01-01,元旦,off
        2027-02-05,春节,off
        2027-02-06,春节,off
        2027-02-07,春节,off
        2027-02-08,春节,off
        2027-02-13,春节,work
        2027-04-05,清明节,off
        2027-05-01,劳动节,off
        2027-05-02,劳动节,off
        2027-10-01,国庆节,off
        2027-10-02,国庆节,off
        2027-10-03,国庆节,off
        """

    @Test(
        "Of a year nobody announced only what the law dates is known: in each year to 2199, and no make-up day is guessed"
    )
    func statutory() throws {
        let calendar = WorkingCalendar.announced
        for year in calendar.lastAnnouncedYear + 1...2199 {
            var off = 0
            for day in 0..<366 {
                let date = CivilDate(firstOfMonth: year * 12).adding(days: day)
                guard date.year == year else { continue }
                switch calendar.day(date) {
                case .off: off += 1
                case .working: Issue.record("\(date) is guessed to be a working day")
                case .notAnnounced(let missing): #expect(missing == year)
                }
            }
            #expect(off == 6)
            #expect(try !calendar.isWorkingDay(#require(CivilDate("\(year)-01-01"))))
        }
        #expect(
            StatutoryHolidays.days(of: 2027).map(\.description).joined(separator: " ")
                == "2027-01-01 2027-05-01 2027-05-02 2027-10-01 2027-10-02 2027-10-03")
        #expect(StatutoryHolidays.days(of: 2024).count == 5 && StatutoryHolidays.days(of: 2005).count == 7)
        #expect(StatutoryHolidays.days(of: 1949).isEmpty && StatutoryHolidays.days(of: 1980).count == 4)
    }

    @Test("In every year that was announced, each day the law dates is off")
    func announcedAgree() {
        for year in 2018...WorkingCalendar.announced.lastAnnouncedYear {
            for day in StatutoryHolidays.days(of: year) {
                #expect(WorkingCalendar.announced.day(day) == .off, "\(day)")
            }
        }
    }

    @Test("A count over New Year waits for the year's list, says how far it came, and ends when the list is there")
    func waits() throws {
        let start = try date("2026-12-17")
        let calendar = WorkingCalendar.announced
        guard case .waits(let year, let counted, let through) = calendar.count(15, workingDaysAfter: start) else {
            Issue.record("2027 is not announced")
            return
        }
        #expect(year == 2027)
        #expect(through.description == "2027-01-01")
        #expect(try calendar.date(counted, workingDaysAfter: start).description == "2026-12-31")
        let later = try calendar.adding(CalendarYear(Array(Self.next.utf8)))
        #expect(later.isAnnounced(2027) && !later.isAnnounced(2028))
        // 18, 21–26 (26 made up), 28–30 December, then 4–8 January.
        #expect(later.count(15, workingDaysAfter: start) == .ends(try date("2027-01-08")))
        #expect(try later.date(15, workingDaysAfter: start).description == "2027-01-08")
        #expect(calendar.count(0, workingDaysAfter: start) == .ends(start))
        #expect(calendar.count(-1, workingDaysAfter: start) == .ends(start))
        for far in [CivilDate.last, .latest, try date("2027-01-01")] {
            guard case .waits = calendar.count(.max, workingDaysAfter: far) else {
                Issue.record("\(far) is beyond every list")
                continue
            }
        }
    }

    @Test(
        "A count that waits never gives another day when it goes on: 4,000 counts of 2018 to 2026, with years held back"
    )
    func goesOn() throws {
        let text =
            "date,name,kind\n"
            + (2018...2026).flatMap { year in
                shipped.filter { $0.hasPrefix("\(year)") }
            }.joined(separator: "\n")
        var part = try #require(
            WorkingCalendar(
                csv: (["date,name,kind"] + shipped.filter { $0.hasPrefix("2018") && !$0.hasPrefix("2018-12") }).joined(
                    separator: "\n")))
        var counts = 0
        for year in 2019...2026 {
            let whole = part.adding(try CalendarYear(Array(text.utf8), year: year))
            let first = CivilDate(firstOfMonth: year * 12)
            for offset in stride(from: -15, to: 300, by: 7) {
                for count in 0..<12 {
                    counts += 1
                    let start = first.adding(days: offset)
                    // December's last days may change with the list; before them nothing does.
                    if case .waits(_, let counted, let through) = part.count(count, workingDaysAfter: start),
                        through < first.adding(days: -14)
                    {
                        #expect(
                            whole.count(count - counted, workingDaysAfter: through)
                                == whole.count(count, workingDaysAfter: start))
                    }
                    if case .ends(let day) = part.count(count, workingDaysAfter: start), day < first.adding(days: -14) {
                        #expect(whole.count(count, workingDaysAfter: start) == .ends(day))
                    }
                    if case .waits(let missing, _, _) = whole.count(count, workingDaysAfter: start) {
                        #expect(missing == year + 1)
                    }
                }
            }
            part = whole
        }
        #expect(counts > 4_000)
        for number in CivilDate(firstOfMonth: 2018 * 12).dayNumber..<CivilDate(firstOfMonth: 2027 * 12).dayNumber {
            let day = CivilDate(dayNumber: number)
            #expect(part.day(day) == WorkingCalendar.announced.day(day), "\(day)")
        }
    }

    /// The shipped rows, as the calendar tells them back.
    private var shipped: [String] {
        (CivilDate(firstOfMonth: 2018 * 12).dayNumber..<CivilDate(firstOfMonth: 2027 * 12).dayNumber).compactMap {
            number in
            let day = CivilDate(dayNumber: number)
            switch (WorkingCalendar.announced.day(day), day.weekday <= 5) {
            case (.working, false): return "\(day),\(day.components.month == 12 ? "元旦" : "x"),work"
            case (.off, true): return "\(day),\(day.components.month == 12 ? "元旦" : "x"),off"
            case (.off, false): return StatutoryHolidays.contains(day) ? "\(day),x,off" : nil
            default: return nil
            }
        }
    }

    @Test("The same year comes from rows in any encoding, from JSON, and from JSON as open lists have it")
    func forms() throws {
        let year = try CalendarYear(Array(Self.next.utf8))
        #expect(year.year == 2027 && year.days.count == 14)
        let rows = Self.next.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
        let kinds = rows.map { #"{"date":"\#($0[0])","name":"\#($0[1])","kind":"\#($0[2])"}"# }.joined(separator: ",")
        let flags = rows.map { #"{"name":"\#($0[1])","date":"\#($0[0])","isOffDay":\#($0[2] == "off")}"# }.joined(
            separator: ",")
        let wide =
            "日期\t节日\t类型\r"
            + rows.map { "\($0[0].replacing("-", with: "."))\t\($0[1])\t\($0[2] == "off" ? "放假" : "补班")" }.joined(
                separator: "\r")
        for bytes in [
            Array("[\(kinds)]".utf8), Array("\u{FEFF}{\"year\":2027,\"papers\":[],\"days\":[\(flags)]}".utf8),
            Array(wide.utf8),
            wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, Array(Self.next.utf8) + Array("\n\n,,\n".utf8),
        ] {
            #expect(try CalendarYear(bytes) == year)
        }
        #expect(CalendarDay.shapes.map(\.name) == ["date", "name", "kind"])
    }

    @Test(
        "A list that cannot be the year's is refused and says which day is wrong",
        arguments: [
            ("2027-01-01,元旦,off\n", "", 1035), ("2027-10-02,国庆节,off\n", "", 1035),
            ("2027-02-13,春节,work", "2027-02-12,春节,work", 1034),
            ("2027-04-05,清明节,off", "2027-04-05,清明节,off\n2027-04-05,清明节,off", 1034),
            ("2027-04-05,清明节,off", "2027-04-05,清明节,maybe", 1011),
            ("2027-04-05", "2027-04-31", 1013), ("清明节,off", "\u{3164},off", 1006), ("2026-12-26", "2026-12-28", 1034),
        ])
    func wrongList(old: String, new: String, number: Int) {
        let thrown = #expect(throws: Rejection.self) {
            try CalendarYear(Array(Self.next.replacing(old, with: new).utf8))
        }
        #expect(thrown?.number == number)
    }

    @Test("Working days left: 0 on the last day, less when it is over, also over a holiday")
    func daysLeft() throws {
        let calendar = WorkingCalendar.announced
        func left(_ now: String, _ end: String) throws -> Int? {
            let (now, end) = (try #require(CivilDate(now)), try #require(CivilDate(end)))
            return calendar.workingDays(from: now.start, to: end.end)
        }
        // Monday to Friday; over the weekend; the eve of the National Day to the first working day after it.
        #expect(try left("2026-03-02", "2026-03-06") == 4)
        #expect(try left("2026-03-06", "2026-03-06") == 0)
        #expect(try left("2026-03-06", "2026-03-09") == 1)
        #expect(try left("2026-03-09", "2026-03-06") == -1)
        #expect(try left("2026-03-07", "2026-03-06") == -1)
        #expect(try left("2026-09-30", "2026-10-08") == 1)
    }
}
