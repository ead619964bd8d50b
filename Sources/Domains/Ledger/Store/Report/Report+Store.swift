package import Kernel
package import Registry
package import Storage

extension FileYearReport {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(filedOn: try ReportQueries.filings(organisation, year, in: tx).first { $0.recipient == recipient }?.date)
    }
}

extension YearReportFiled {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO year_report (organisation, year, recipient, date, receipt, entry)
            VALUES (\(organisation), \(year), \(recipient), \(date), \(receipt), \(entry.index))
            """)
    }
}

extension RecordAgency {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isAgencyKnown: try PartyQueries.find(agency, in: tx) != nil,
            last: try ReportQueries.agencies(organisation, in: tx).map(\.until).max())
    }
}

extension AgencyRecorded {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO agency (organisation, entry, agency, from_date, until_date, keeper, contract)
            VALUES (\(organisation), \(entry.index), \(agency), \(from), \(until), \(keeper), \(contract))
            """)
    }
}

/// To whom a yearly report went, and when.
package struct ReportFiling: Sendable, Hashable {
    package let recipient: ReportRecipient
    package let date: CivilDate
    package let receipt: String
}

/// An agency's contract about the books.
package struct AgencyContract: Sendable, Hashable {
    package let agency: PartyID
    package let from: CivilDate
    package let until: CivilDate
    package let keeper: ArchiveKeeper
    package let contract: String
}

package enum ReportQueries {
    package static func filings(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction)
        throws -> [ReportFiling]
    {
        try tx.rows(
            """
            SELECT recipient, date, receipt FROM year_report
            WHERE organisation = \(organisation) AND year = \(year) ORDER BY recipient
            """
        ).map { ReportFiling(recipient: try $0.get(0), date: try $0.get(1), receipt: try $0.get(2)) }
    }

    /// The contracts, the newest first.
    package static func agencies(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [AgencyContract]
    {
        try tx.rows(
            """
            SELECT agency, from_date, until_date, keeper, contract FROM agency
            WHERE organisation = \(organisation) ORDER BY entry DESC
            """
        ).map {
            AgencyContract(
                agency: try $0.get(0), from: try $0.get(1), until: try $0.get(2), keeper: try $0.get(3),
                contract: try $0.get(4))
        }
    }
}
