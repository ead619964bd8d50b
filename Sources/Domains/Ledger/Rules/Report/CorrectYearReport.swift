package import Kernel
package import Registry
package import Storage

/// Notes that a recipient of a yearly report was told of a mistake in it and has the corrected version, which is kept
/// (Order 98, arts. 69, 71).
package struct CorrectYearReport: LedgerCommand {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let recipient: ReportRecipient
    /// The day on which the corrected version was received.
    package let date: CivilDate
    /// What was wrong.
    package let reason: String
    package let report: String
    package let receipt: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            recipient: pass.value("recipient", \.recipient), date: pass.value("date", \.date),
            reason: pass.value("reason", \.reason), report: pass.paper("report", \.report),
            receipt: pass.paper("receipt", \.receipt))
    }

    package static let name = "correctYearReport"
    package static var title: Message { LedgerText.correctYearReport }
    package static let access: Access = [.own(.villageClerk, .villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .reportNotFiled, .inTheFuture, .correctionBeforeReport,
    ]

    package struct Facts: Sendable {
        /// When the recipient had the last version; nil where none was handed over.
        let last: CivilDate?
        /// How many versions there are.
        let versions: Int64
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let last = facts.last else { throw LedgerRefusal.reportNotFiled() }
        if date > context.now.date { throw LedgerRefusal.inTheFuture() }
        if date < last { throw LedgerRefusal.correctionBeforeReport(last) }
        return [
            YearReportCorrected(
                organisation: organisation, place: place, year: year, recipient: recipient,
                version: facts.versions + 1, date: date, reason: reason, report: report, receipt: receipt)
        ]
    }
}

/// A recipient has a corrected version of the yearly report.
package struct YearReportCorrected: LedgerEvent {
    package static let name = "yearReportCorrected"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let recipient: ReportRecipient
    /// From 2: the first is the report itself.
    package let version: Int64
    package let date: CivilDate
    package let reason: String
    package let report: String
    package let receipt: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), recipient: pass.value("recipient", \.recipient),
            version: pass.value("version", \.version), date: pass.value("date", \.date),
            reason: pass.value("reason", \.reason), report: pass.paper("report", \.report),
            receipt: pass.paper("receipt", \.receipt))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
