import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Yearly reports and agency contracts") struct ReportTests {
    private static let paper = String(repeating: "b", count: 64)

    private func filing(_ village: Village, _ recipient: ReportRecipient, on date: String, year: Int = 2026)
        -> FileYearReport
    {
        FileYearReport(
            organisation: village.organisation, year: AccountingYear(year)!, recipient: recipient, date: day(date),
            receipt: Self.paper)
    }

    @Test(
        "Cainong 2021 no. 121 art. 35: the yearly report goes to township, agriculture and finance, each once, after the year is closed"
    )
    func yearlyReport() throws {
        let village = try Village(at: "2027-02-10")
        village.refuses(.reportTooEarly, filing(village, .township, on: "2027-02-01"))
        for month in 1...12 { try village.confirmAndClose("2026-\(month < 10 ? "0" : "")\(month)") }
        village.refuses(.reportTooEarly, filing(village, .township, on: "2026-12-31"))
        village.refuses(.inTheFuture, filing(village, .township, on: "2027-02-11"))
        village.refuses(.beforeBooks, filing(village, .township, on: "2027-02-01", year: 2025))
        for recipient in ReportRecipient.allCases {
            try village.give(filing(village, recipient, on: "2027-02-01"))
            village.refuses(.reportFiled, filing(village, recipient, on: "2027-02-02"))
        }
        let filed = try village.database.read {
            try ReportQueries.filings(village.organisation, AccountingYear(2026)!, in: $0)
        }
        #expect(Set(filed.map(\.recipient)) == Set(ReportRecipient.allCases))
        #expect(filed.allSatisfy { $0.date == day("2027-02-01") && $0.receipt == Self.paper })
    }

    private func agency(_ village: Village, _ from: String, _ until: String, party: String = "green-valley")
        -> RecordAgency
    {
        RecordAgency(
            organisation: village.organisation, agency: id(party, PartyName.self), from: day(from), until: day(until),
            keeper: .village, contract: Self.paper)
    }

    @Test("Order 79 art. 26: the agency contract says who keeps the archives; terms do not overlap")
    func agencyContract() throws {
        let village = try Village()
        village.refuses(.partyUnknown, agency(village, "2026-01-01", "2026-12-31", party: "nobody"))
        village.refuses(.endsBeforeStart, agency(village, "2026-01-02", "2026-01-01"))
        try village.give(agency(village, "2026-01-01", "2026-12-31"))
        village.refuses(.agencyOverlaps, agency(village, "2026-12-31", "2027-12-31"))
        try village.give(agency(village, "2027-01-01", "2027-12-31"))
        let found = try village.database.read { try ReportQueries.agencies(village.organisation, in: $0) }
        #expect(found.map(\.until) == [day("2027-12-31"), day("2026-12-31")])
        #expect(found.allSatisfy { $0.keeper == .village })
        village.refuses(
            .booksNotOpen,
            RecordAgency(
                organisation: id("elsewhere", OrganisationName.self), agency: id("green-valley", PartyName.self),
                from: day("2026-01-01"), until: day("2026-12-31"), keeper: .agency, contract: Self.paper))
    }
}
