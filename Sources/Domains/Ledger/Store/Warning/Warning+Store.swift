package import Kernel
package import Registry
package import Storage

extension CloseWarning {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            warning: try WarningQueries.list(organisation, on: context.now.date, in: tx).first { $0.id == warning })
    }
}

extension WarningClosed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO book_warning (organisation, warning, date, office, note, paper, entry)
            VALUES (\(organisation), \(warning), \(date), \(office), \(note), \(paper), \(entry.index))
            """)
    }
}

/// Finding what the rules of supervision point at: worked out from the books when it is asked for, so that no warning can
/// be forgotten or made up.
package enum WarningQueries {
    /// All of a day, open ones first, of each the heaviest first.
    package static func list(_ organisation: OrganisationID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [BookWarning]
    {
        guard let books = try BookQueries.find(organisation, in: tx) else { return [] }
        let closures = try closures(organisation, in: tx)
        let finder = try WarningFinder(books, on: day, in: tx)
        var found = try finder.money(in: tx) + finder.claims(in: tx) + finder.duties(in: tx) + finder.accounts(in: tx)
        found += try finder.grounds(in: tx) + finder.debts(in: tx) + finder.hours(in: tx) + finder.lettings(in: tx)
        let weights: [WarningLevel] = [.red, .orange, .yellow, .blue]
        return found.map { warning in
            var warning = warning
            warning.closure = closures[warning.id]
            return warning
        }.sorted { left, right in
            func key(_ warning: BookWarning) -> (Int, Int, String) {
                (
                    warning.closure == nil ? 0 : 1, weights.firstIndex(of: warning.rule.level) ?? 0, warning.id.text
                )
            }
            return key(left) < key(right)
        }
    }

    private static func closures(_ organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> [WarningID: WarningClosure]
    {
        let rows = try tx.rows(
            "SELECT warning, date, office, note, paper FROM book_warning WHERE organisation = \(organisation)"
        ).map { row in
            (
                try row.get(0, as: WarningID.self),
                WarningClosure(
                    date: try row.get(1), office: try row.get(2), note: try row.get(3), paper: try row.find(4))
            )
        }
        return Dictionary(rows) { $1 }
    }
}
