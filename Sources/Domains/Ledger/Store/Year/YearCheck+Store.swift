package import Kernel
import Registry
package import Storage

extension RecordYearCheck {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(knownOn: try YearCheckQueries.list(organisation, year, in: tx).first { $0.kind == kind }?.date)
    }
}

extension YearChecked {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO year_check (organisation, year, kind, date, finding, paper, office, entry)
            VALUES (\(organisation), \(year), \(kind), \(date), \(finding), \(paper), \(office), \(entry.index))
            """)
    }
}

enum YearCheckQueries {
    /// The checks of a year that were made, in the order of their days.
    static func list(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction) throws
        -> [YearCheck]
    {
        try tx.rows(
            """
            SELECT kind, date, finding, paper, office FROM year_check
            WHERE organisation = \(organisation) AND year = \(year) ORDER BY date, kind
            """
        ).map {
            YearCheck(
                kind: try $0.get(0), date: try $0.get(1), finding: try $0.get(2), paper: try $0.find(3),
                office: try $0.get(4))
        }
    }

    /// What a distribution of the year still waits for; nothing where the county does not ask for it.
    static func missing(
        _ organisation: OrganisationID, _ year: AccountingYear, _ place: DivisionID?, on day: CivilDate,
        in tx: any ReadTransaction
    ) throws -> [YearCheckKind] {
        guard let place, try ParameterQueries.value(.booksYearChecks, at: place, on: day, in: tx).flag else {
            return []
        }
        let made = Set(try list(organisation, year, in: tx).map(\.kind))
        return YearCheckKind.beforeDistribution.filter { !made.contains($0) }
    }
}
