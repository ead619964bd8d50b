package import Kernel
import Registry
package import Storage

/// A declared loss, with the desk that declared it.
struct LossLine: Sendable {
    let site: SiteID
    let siteName: String
    let day: CivilDate
    let kilograms: Int64
    let cause: LossCause
    let reason: String
    let paper: String?
    let desk: String
}

extension Waste {
    static let losses: [SQL] = [
        """
        CREATE TABLE waste_loss (
            site TEXT NOT NULL REFERENCES waste_site (id), day TEXT NOT NULL, kilograms INTEGER NOT NULL,
            cause TEXT NOT NULL, reason TEXT NOT NULL, paper TEXT, office TEXT NOT NULL, PRIMARY KEY (site, day)
        ) STRICT
        """,
        "CREATE INDEX waste_loss_by_day ON waste_loss (day, site)",
    ]
}

extension LossCause: SQLValueConvertible {}

extension DeclareLoss {
    package func facts(on site: Site, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isKnown: try tx.first(
                "SELECT day FROM waste_loss WHERE site = \(site.id) AND day = \(day) AND kilograms > 0") != nil)
    }
}

extension LossDeclared {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM waste_loss WHERE site = \(site) AND day = \(day)")
        guard kilograms > 0 else { return }
        try tx.append(
            [
                site.sqlValue, day.sqlValue, kilograms.sqlValue, cause.sqlValue, reason.sqlValue,
                paper?.sqlValue ?? .null, office.sqlValue,
            ], to: "waste_loss")
    }
}

extension WasteQueries {
    /// Declared of days from `from` to `until`, of one site or of all, in order of day and site.
    static func listLosses(of site: SiteID? = nil, from: CivilDate, until: CivilDate, in tx: any ReadTransaction) throws
        -> [LossLine]
    {
        let ofSite: SQL = site.map { "l.site = \($0)" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT l.site, s.name, l.day, l.kilograms, l.cause, l.reason, l.paper, l.office
            FROM waste_loss l JOIN waste_site s ON s.id = l.site
            WHERE \(ofSite) AND l.day >= \(from) AND l.day <= \(until) ORDER BY l.day, l.site LIMIT 1000
            """)
        var desks: [OfficeID: String] = [:]
        return try rows.map { row in
            let office: OfficeID = try row.get(7)
            let desk = try desks[office] ?? OfficeQueries.find(office, in: tx)?.title ?? office.text
            desks[office] = desk
            return LossLine(
                site: try row.get(0), siteName: try row.get(1), day: try row.get(2), kilograms: try row.get(3),
                cause: try row.get(4), reason: try row.get(5), paper: try row.find(6), desk: desk)
        }
    }
}
