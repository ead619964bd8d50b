package import Kernel
package import Storage

/// The figures that apply to a place on a day.
package enum ParameterQueries {
    /// The figure the nearest place fixed, going up from `division`; the shipped one where none did. Of one place the
    /// latest validity counts, and of that the latest version.
    package static func value(
        _ key: ParameterKey, at division: DivisionID, on day: CivilDate, in tx: any ReadTransaction
    ) throws -> ParameterValue {
        try values([key], at: division, on: day, in: tx)[key] ?? Parameters.value(key, on: day)
    }

    /// The same of several figures, asked at once.
    package static func values(
        _ keys: [ParameterKey], at division: DivisionID, on day: CivilDate, in tx: any ReadTransaction
    ) throws -> [ParameterKey: ParameterValue] {
        var values = Dictionary(keys.map { ($0, Parameters.value($0, on: day)) }, uniquingKeysWith: { $1 })
        let rows = try tx.rows(
            """
            SELECT p.key, p.division, p.value, p.valid_from, p.version, p.source FROM parameter p
                LEFT JOIN division d ON d.id = p.division
            WHERE p.key IN \(list: keys.map(\.rawValue)) AND p.valid_from <= \(day)
                AND p.division IN \(list: try places(division, tx))
            ORDER BY length(coalesce(d.path, '/')), p.valid_from, p.version
            """)
        // The nearest, latest row of a figure comes last.
        for row in rows {
            let key: ParameterKey = try row.get(0)
            let shipped = Parameters.value(key, on: day)
            values[key] = ParameterValue(
                key: key, value: try row.get(2), unit: shipped.unit, division: try row.get(1),
                validFrom: try row.get(3), version: try row.get(4), source: try row.get(5), article: shipped.article)
        }
        return values
    }

    /// Every figure as it applies to a place on a day.
    package static func list(at division: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [ParameterValue]
    {
        let values = try values(ParameterKey.allCases, at: division, on: day, in: tx)
        return ParameterKey.allCases.compactMap { values[$0] }
    }

    /// The legal and county limits of a term at a place.
    package static func termCap(at division: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> TermCap
    {
        TermCap(
            leaseYears: try value(.termLeaseYears, at: division, on: day, in: tx).value,
            wasteYears: try value(.termFourWasteYears, at: division, on: day, in: tx).value)
    }

    static func findLastVersion(_ key: ParameterKey, of division: DivisionID, in tx: any ReadTransaction) throws
        -> Int64
    {
        try tx.find("SELECT max(version) FROM parameter WHERE division = \(division) AND key = \(key)") ?? 0
    }

    private static func places(_ division: DivisionID, _ tx: any ReadTransaction) throws -> [String] {
        let path = try DivisionQueries.findPath(division, in: tx) ?? "/"
        return path.split(separator: "/").map { String($0) } + [DivisionID.root.text]
    }
}
