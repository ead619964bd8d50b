package import Kernel
import Registry
package import Storage

extension OpenCensus {
    package func facts(on state: Cleanup.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(organisation: try OrganisationQueries.find(organisation, in: tx))
    }
}

extension ConfirmCensus {
    package func facts(on found: Census, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(resolution: try ResolutionQueries.find(resolution, in: tx))
    }
}

extension CensusOpened {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO census (id, organisation, division, as_of, is_closed)
            VALUES (\(census), \(organisation), \(place), \(asOf), 0)
            """)
    }
}

extension LineCounted {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM census_line WHERE census = \(census) AND item = \(line.item)")
        try tx.run(
            """
            INSERT INTO census_line (census, item, category, book, counted, reason, note)
            VALUES (\(census), \(line.item), \(line.category), \(line.book.fen), \(line.counted.fen), \(line.reason),
                \(line.note))
            """)
    }
}

extension CensusConfirmed {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE census SET is_closed = 1, equity_before = \(equityBefore.fen), equity_after = \(equityAfter.fen),
                resolution = \(resolution) WHERE id = \(census)
            """)
    }
}

/// A census with its lines.
struct CensusView: Sendable {
    let census: Census
    /// The name of the body it counts.
    let organisation: String
    /// In the order of their names.
    let lines: [CensusLine]
}

enum CensusQueries {
    static func find(_ id: CensusID, in tx: any ReadTransaction) throws -> CensusView? {
        try tx.first("\(columns) WHERE c.id = \(id)").map { row in
            let lines = try tx.rows(
                "SELECT item, category, book, counted, reason, note FROM census_line WHERE census = \(id) ORDER BY item"
            ).map { line in
                CensusLine(
                    item: try line.get(0), category: try line.get(1), book: Money(fen: try line.get(2)),
                    counted: Money(fen: try line.get(3)), reason: try line.find(4), note: try line.get(5))
            }
            return CensusView(census: try read(row, lines), organisation: try row.get(5), lines: lines)
        }
    }

    /// The newest first, without their lines.
    static func list(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [CensusView] {
        try tx.rows("\(columns) WHERE c.\(inPlaces(path)) ORDER BY c.as_of DESC, c.id LIMIT \(limit)").map {
            CensusView(census: try read($0, []), organisation: try $0.get(5), lines: [])
        }
    }

    private static let columns: SQL = """
        SELECT c.id, c.organisation, c.division, c.as_of, c.is_closed, o.name FROM census c
            JOIN organisation o ON o.id = c.organisation
        """

    private static func read(_ row: Row, _ lines: [CensusLine]) throws -> Census {
        let closed: Int64 = try row.get(4)
        return Census(
            id: try row.get(0), organisation: try row.get(1), place: try row.get(2), asOf: try row.get(3),
            lines: Dictionary(uniqueKeysWithValues: lines.map { ($0.item, $0) }), isClosed: closed == 1)
    }
}
