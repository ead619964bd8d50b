package import HJ212
package import Kernel
package import Storage

/// An instrument with its last check and its last comparison.
struct InstrumentLine: Sendable {
    let facility: FacilityID
    let number: Int64
    let item: MeasuredItem
    let model: String
    let serial: String
    let range: Micro
    let accepted: CivilDate?
    let retired: CivilDate?
    let check: CheckResult?
    let comparison: ComparisonLine?

    func isInForce(on day: CivilDate) -> Bool {
        Instrument(number: number, item: item, accepted: accepted, retired: retired).isInForce(on: day)
    }
}

struct ComparisonLine: Sendable {
    let day: CivilDate
    let pairs: Int64
    let within: Int64
    let needed: Int64
}

struct MarkLine: Sendable {
    let facility: FacilityID
    let number: Int64
    let item: MeasuredItem?
    let day: CivilDate
    let from: Int64
    let until: Int64
    let mark: Mark
    let reason: String
    let markedAt: Instant
    let confirmedAt: Instant?
    let withdrawnAt: Instant?
    let by: PersonID?
}

package enum InstrumentQueries {
    static func isTaken(_ serial: String, in tx: any ReadTransaction) throws -> Bool {
        try tx.first("SELECT number FROM environment_instrument WHERE serial = \(serial)") != nil
    }

    static func isChecked(_ facility: FacilityID, _ number: Int64, _ at: Instant, in tx: any ReadTransaction) throws
        -> Bool
    {
        try tx.first(
            "SELECT at FROM environment_check WHERE facility = \(facility) AND number = \(number) AND at = \(at)")
            != nil
    }

    static func isCompared(_ facility: FacilityID, _ number: Int64, _ day: CivilDate, in tx: any ReadTransaction)
        throws -> Bool
    {
        try tx.first(
            """
            SELECT day FROM environment_comparison WHERE facility = \(facility) AND number = \(number) AND day = \(day)
            """) != nil
    }

    /// In order of their numbers.
    static func instruments(of facility: FacilityID, in tx: any ReadTransaction) throws -> [InstrumentLine] {
        try tx.rows(
            """
            SELECT number, item, model, serial, measuring_range, accepted, retired FROM environment_instrument
            WHERE facility = \(facility) ORDER BY number
            """
        ).map { row in
            let number: Int64 = try row.get(0)
            return InstrumentLine(
                facility: facility, number: number, item: try row.get(1), model: try row.get(2), serial: try row.get(3),
                range: try row.get(4), accepted: try row.find(5), retired: try row.find(6),
                check: try lastCheck(facility, number, in: tx), comparison: try lastComparison(facility, number, in: tx)
            )
        }
    }

    private static func lastCheck(_ facility: FacilityID, _ number: Int64, in tx: any ReadTransaction) throws
        -> CheckResult?
    {
        try tx.first(
            """
            SELECT at, passed FROM environment_check WHERE facility = \(facility) AND number = \(number)
            ORDER BY at DESC LIMIT 1
            """
        ).map { CheckResult(at: try $0.get(0), passed: try $0.get(1)) }
    }

    private static func lastComparison(_ facility: FacilityID, _ number: Int64, in tx: any ReadTransaction) throws
        -> ComparisonLine?
    {
        try tx.first(
            """
            SELECT day, pairs, within, needed FROM environment_comparison
            WHERE facility = \(facility) AND number = \(number) ORDER BY day DESC LIMIT 1
            """
        ).map {
            ComparisonLine(day: try $0.get(0), pairs: try $0.get(1), within: try $0.get(2), needed: try $0.get(3))
        }
    }

    /// Marks of days from `first` on, the newest first.
    static func marks(of facility: FacilityID, from first: CivilDate, in tx: any ReadTransaction) throws -> [MarkLine] {
        try tx.rows(
            """
            SELECT number, item, day, from_hour, until_hour, mark, reason, marked_at, confirmed_at, withdrawn_at,
                marked_by
            FROM environment_mark WHERE facility = \(facility) AND day >= \(first) ORDER BY number DESC LIMIT 200
            """
        ).map { row in
            MarkLine(
                facility: facility, number: try row.get(0), item: try row.find(1), day: try row.get(2),
                from: try row.get(3), until: try row.get(4), mark: try row.get(5), reason: try row.get(6),
                markedAt: try row.get(7), confirmedAt: try row.find(8), withdrawnAt: try row.find(9),
                by: try row.find(10))
        }
    }

    /// What people and checks say of a day of a facility.
    package static func corrections(of facility: FacilityID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> DayCorrections
    {
        var corrections = DayCorrections()
        corrections.marks = try tx.rows(
            """
            SELECT item, from_hour, until_hour, mark FROM environment_mark
            WHERE facility = \(facility) AND day = \(day) AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
            ORDER BY confirmed_at, number
            """
        ).map { row in
            let (from, until): (Int64, Int64) = (try row.get(1), try row.get(2))
            return MarkedHours(item: try row.find(0), hours: Int(from)..<Int(until), mark: try row.get(3))
        }
        let instruments = try instruments(of: facility, in: tx)
        for item in Set(instruments.map(\.item)) {
            let inForce = instruments.filter { $0.item == item && $0.isInForce(on: day) }
            if inForce.isEmpty { corrections.withoutInstrument.insert(item) }
            corrections.failed[item] = try inForce.flatMap {
                CheckResult.invalidRanges(try checks(facility, $0.number, around: day, in: tx), until: day.end)
            }
        }
        return corrections
    }

    /// The ends of the ranges of the instruments in force; of two of an item the farther one.
    package static func ranges(of facility: FacilityID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [MeasuredItem: Micro]
    {
        let inForce = try instruments(of: facility, in: tx).filter { $0.isInForce(on: day) }
        return Dictionary(inForce.map { ($0.item, $0.range) }, uniquingKeysWith: { max($0, $1) })
    }

    /// The checks from the last passed one before the day on.
    private static func checks(
        _ facility: FacilityID, _ number: Int64, around day: CivilDate, in tx: any ReadTransaction
    ) throws -> [CheckResult] {
        let first = try tx.first(
            """
            SELECT at FROM environment_check
            WHERE facility = \(facility) AND number = \(number) AND at < \(day.start) AND passed = 1
            ORDER BY at DESC LIMIT 1
            """
        ).map { try $0.get(0) as Instant }
        return try tx.rows(
            """
            SELECT at, passed FROM environment_check
            WHERE facility = \(facility) AND number = \(number) AND at >= \(first ?? Instant(milliseconds: 0)) ORDER BY at
            """
        ).map { CheckResult(at: try $0.get(0), passed: try $0.get(1)) }
    }

    /// The days from `first` to `last` whose hours a mark, a failed check or an instrument changed since.
    package static func corrected(
        since: Instant, from first: CivilDate, to last: CivilDate, in tx: any ReadTransaction
    ) throws -> [CivilDate] {
        guard first <= last else { return [] }
        let all = (first.dayNumber...last.dayNumber).map { CivilDate(dayNumber: $0) }
        let failed: Bool =
            try tx.first(
                """
                SELECT c.at FROM environment_check c
                WHERE c.recorded_at >= \(since) AND c.recorded_at >= \(first.start) AND (c.passed = 0 OR EXISTS (
                    SELECT 1 FROM environment_check b
                    WHERE b.facility = c.facility AND b.number = c.number AND b.at < c.at AND b.at >= \(first.start)
                        AND b.passed = 0))
                LIMIT 1
                """) != nil
        let changed =
            try tx.first(
                """
                SELECT number FROM environment_instrument WHERE changed_at >= \(since) AND changed_at >= \(first.start)
                LIMIT 1
                """) != nil
        if failed || changed { return all }
        return try tx.rows(
            """
            SELECT DISTINCT day FROM environment_mark
            WHERE day >= \(first) AND day <= \(last) AND (confirmed_at >= \(since) OR withdrawn_at >= \(since)) ORDER BY day
            """
        ).map { try $0.get(0) }
    }
}
