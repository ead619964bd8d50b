package import Kernel
package import Storage

/// The figures that apply to a place on a day.
package enum ParameterQueries {
    /// The figure the nearest place fixed, going up from `division`; the shipped one where none did. Of one place the
    /// latest validity counts, and of that the latest version.
    package static func value(
        _ key: ParameterKey, at division: DivisionID, on day: CivilDate, in tx: any ReadTransaction
    ) throws -> ParameterValue {
        let shipped = Parameters.value(key, on: day)
        let row = try tx.first(
            """
            SELECT p.division, p.value, p.valid_from, p.version, p.source FROM parameter p
                LEFT JOIN division d ON d.id = p.division
            WHERE p.key = \(key) AND p.valid_from <= \(day) AND p.division IN \(list: try places(division, tx))
            ORDER BY length(coalesce(d.path, '/')) DESC, p.valid_from DESC, p.version DESC LIMIT 1
            """)
        guard let row else { return shipped }
        return ParameterValue(
            key: key, value: try row.get(1), unit: shipped.unit, division: try row.get(0), validFrom: try row.get(2),
            version: try row.get(3), source: try row.get(4), article: shipped.article)
    }

    /// Every figure as it applies to a place on a day.
    package static func list(at division: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [ParameterValue]
    {
        try ParameterKey.allCases.map { try value($0, at: division, on: day, in: tx) }
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
