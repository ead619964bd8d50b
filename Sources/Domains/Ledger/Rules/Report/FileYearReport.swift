package import Kernel
package import Registry
package import Storage

/// To whom the yearly financial report goes (Cainong 2021 no. 121, art. 35).
package enum ReportRecipient: String, FieldChoice, CaseIterable { case township, agriculture, finance }

/// Notes that the yearly report was handed over, with what the recipient signed.
package struct FileYearReport: LedgerCommand {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let recipient: ReportRecipient
    /// The day on which it was received.
    package let date: CivilDate
    package let receipt: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            recipient: pass.value("recipient", \.recipient), date: pass.value("date", \.date),
            receipt: pass.paper("receipt", \.receipt))
    }

    package static let name = "fileYearReport"
    package static var title: Message { LedgerText.fileYearReport }
    package static let access: Access = [.own(.villageClerk, .villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .reportTooEarly, .inTheFuture, .beforeBooks, .reportFiled,
    ]

    package struct Facts: Sendable {
        /// When this recipient had the report of the year before.
        let filedOn: CivilDate?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard date > year.december.lastDay, books.isLocked(year.december.lastDay) else {
            throw LedgerRefusal.reportTooEarly(year)
        }
        if let start = books.startDate, start > year.december.lastDay { throw LedgerRefusal.beforeBooks(start) }
        if date > context.now.date { throw LedgerRefusal.inTheFuture() }
        if let filed = facts.filedOn { throw LedgerRefusal.reportFiled(filed) }
        return [
            YearReportFiled(
                organisation: organisation, place: place, year: year, recipient: recipient, date: date,
                receipt: receipt)
        ]
    }
}

/// A recipient has the yearly report.
package struct YearReportFiled: LedgerEvent {
    package static let name = "yearReportFiled"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let recipient: ReportRecipient
    package let date: CivilDate
    package let receipt: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), recipient: pass.value("recipient", \.recipient),
            date: pass.value("date", \.date), receipt: pass.paper("receipt", \.receipt))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
