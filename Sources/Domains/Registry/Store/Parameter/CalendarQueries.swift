package import Kernel
package import Storage

/// The years of the working calendar: those shipped with the program, and those brought in since.
package enum CalendarQueries {
    /// A year that was brought in, and by what notice.
    package struct Announced: Sendable {
        package let year: Int
        package let announcedAt: Instant
        package let source: String?
    }

    /// Everything that is known.
    package static func calendar(in tx: any ReadTransaction) throws -> WorkingCalendar {
        try years(in: tx).reduce(.announced) { $0.adding($1) }
    }

    /// The lists that were brought in, the earliest year first.
    package static func years(in tx: any ReadTransaction) throws -> [CalendarYear] {
        let days = try tx.rows("SELECT year, date, name, kind FROM calendar_day ORDER BY year, date").map { row in
            (
                year: Int(try row.get(0, as: Int64.self)),
                day: CalendarDay(date: try row.get(1), name: try row.get(2), kind: try row.get(3))
            )
        }
        return try Dictionary(grouping: days, by: { $0.year }).sorted { $0.key < $1.key }.map { year, days in
            try CalendarYear(year, days: days.map { $0.day })
        }
    }

    /// The latest year first.
    package static func listAnnounced(in tx: any ReadTransaction) throws -> [Announced] {
        try tx.rows("SELECT year, announced_at, source FROM calendar_year ORDER BY year DESC").map { row in
            Announced(
                year: Int(try row.get(0, as: Int64.self)), announcedAt: try row.get(1), source: try row.find(2))
        }
    }
}
