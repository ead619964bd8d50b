package import Kernel
package import Storage

extension AnnounceCalendar {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(calendar: try CalendarQueries.years(in: tx).reduce(context.calendar) { $0.adding($1) })
    }
}

extension CalendarAnnounced {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM calendar_day WHERE year = \(year.value)")
        try tx.run("DELETE FROM calendar_year WHERE year = \(year.value)")
        try tx.run(
            """
            INSERT INTO calendar_year (year, announced_at, source) VALUES (\(year.value), \(entry.at), \(source))
            """)
        for day in days {
            try tx.run(
                """
                INSERT INTO calendar_day (year, date, name, kind)
                VALUES (\(year.value), \(day.date), \(day.name), \(day.kind))
                """)
        }
    }
}
