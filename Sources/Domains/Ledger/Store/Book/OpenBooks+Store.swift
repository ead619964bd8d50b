package import Kernel
import Registry
package import Storage

extension OpenBooks {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            home: try OrganisationQueries.find(organisation, in: tx)?.division,
            references: try LineReferences(openings, in: tx))
    }
}

extension BooksOpened {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO books (organisation, division, start_date, chart_version, closed_through)
            VALUES (\(organisation), \(place), \(startDate), \(chartVersion), \(nil as Int64?))
            """)
        for line in openings { try line.addToBalance(of: organisation, .opening, in: tx) }
    }
}
