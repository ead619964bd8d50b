import Foundation
import Kernel
import Registry
import TestSupport
import Testing

/// Years of holidays that are brought in.
@Suite("Announced calendars") struct AnnouncedCalendarTests {
    /// A list of 2027 as it could be announced; invented.
    static let next = """
        date,name,kind
        2026-12-26,元旦,work
        2027-01-01,元旦,off
        2027-02-05,春节,off
        2027-02-06,春节,off
        2027-02-08,春节,off
        2027-04-05,清明节,off
        2027-05-01,劳动节,off
        2027-05-02,劳动节,off
        2027-10-01,国庆节,off
        2027-10-02,国庆节,off
        2027-10-03,国庆节,off
        """

    @Test("A list that is brought in makes the year known; the same again changes nothing, another replaces it")
    func announced() throws {
        let register = try TestRegister()
        func known() throws -> WorkingCalendar { try register.read { try CalendarQueries.calendar(in: $0) } }
        #expect(try !known().isAnnounced(2027))
        let list = AnnounceCalendar(file: FileText(Self.next), source: "国办发明电〔2026〕7号")
        let events = try register.give(list, by: .administrator)
        #expect(events.count == 1 && (events.first as? CalendarAnnounced)?.year.value == 2027)
        #expect(try known().isAnnounced(2027))
        #expect(try known().day(day("2027-02-05")) == .off && known().day(day("2026-12-26")) == .working)
        register.refuses(.noChange, list, by: .administrator)
        let changed = Self.next.replacing("2027-02-05,春节", with: "2027-02-09,春节")
        try register.give(AnnounceCalendar(file: FileText(changed)), by: .administrator)
        #expect(try known().day(day("2027-02-05")) == .working && known().day(day("2027-02-09")) == .off)
        #expect(try register.read { try CalendarQueries.listAnnounced(in: $0) }.map(\.year) == [2027])
    }

    @Test("Years that the program ships, brought in as they stand, change nothing")
    func shipped() throws {
        guard let file = sharedCalendar() else { return }
        let register = try TestRegister()
        let list = try CalendarFile(Array(file.utf8))
        #expect(list.years == Array(2018...2026))
        for year in list.years {
            register.refuses(
                .noChange, AnnounceCalendar(file: FileText(file), year: YearNumber(Int64(year))), by: .administrator)
        }
    }

    @Test("Every bad row is told under its line, and nothing is brought in")
    func badRows() throws {
        let register = try TestRegister()
        let text = Self.next.replacing("2027-04-05", with: "2027-04-31").replacing("国庆节,off", with: "国庆节,maybe")
        let thrown = #expect(throws: Rejection.self) {
            try register.give(AnnounceCalendar(file: FileText(text)), by: .administrator)
        }
        #expect(thrown?.flattened.map(\.number) == [1013, 1011, 1011, 1011])
        #expect(thrown?.flattened.first?.field?.contains("line 7") == true, "\(thrown?.field ?? "")")
        #expect(try register.read { try CalendarQueries.years(in: $0) }.isEmpty)
    }

    @Test("Rows are answered one by one: read, set aside, refused")
    func answers() throws {
        let file = try CalendarFile(Array("放假安排\n日期,节日,安排\n2027-01-01,元旦,休\n,,\n2027-13-01,元旦,休\n".utf8))
        let words = file.rows.map { row in
            switch row.outcome {
            case .accepted(let day): "\(row.line) \(day.date)"
            case .setAside(let reason): "\(row.line) \(reason.rawValue)"
            case .refused(let rejection): "\(row.line) \(rejection.number)"
            }
        }
        #expect(words == ["1 preamble", "3 2027-01-01", "4 blank", "5 1013"])
    }
}

/// The State Council's lists beside the project; nil where the folder is absent.
private func sharedCalendar() -> String? {
    guard let url = sharedData("calendar/holidays_2018_2026.csv") else { return nil }
    return try? String(contentsOf: url, encoding: .utf8)
}
