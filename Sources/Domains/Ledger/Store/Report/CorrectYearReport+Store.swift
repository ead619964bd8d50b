package import Kernel
import Registry
package import Storage

extension CorrectYearReport {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let first = try ReportQueries.filings(organisation, year, in: tx).first { $0.recipient == recipient }
        let later = try ReportQueries.corrections(organisation, year, in: tx).filter { $0.recipient == recipient }
        return Facts(
            last: later.last?.date ?? first?.date, versions: Int64(later.count + (first == nil ? 0 : 1)))
    }
}

extension YearReportCorrected {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO report_correction (organisation, year, recipient, version, date, reason, report, receipt, entry)
            VALUES (\(organisation), \(year), \(recipient), \(version), \(date), \(reason), \(report), \(receipt),
                \(entry.index))
            """)
    }
}

/// A corrected version of a yearly report, and who has it.
struct ReportCorrection: Sendable, Hashable {
    let recipient: ReportRecipient
    let version: Int64
    let date: CivilDate
    let reason: String
    let report: String
}

extension ReportQueries {
    /// The corrected versions of a year, in order.
    static func corrections(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction) throws
        -> [ReportCorrection]
    {
        try tx.rows(
            """
            SELECT recipient, version, date, reason, report FROM report_correction
            WHERE organisation = \(organisation) AND year = \(year) ORDER BY recipient, version
            """
        ).map {
            ReportCorrection(
                recipient: try $0.get(0), version: try $0.get(1), date: try $0.get(2), reason: try $0.get(3),
                report: try $0.get(4))
        }
    }
}
