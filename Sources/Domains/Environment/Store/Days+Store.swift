package import Kernel
package import Storage

extension RecordDay {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            rows: try EnvironmentQueries.limits(in: tx),
            version: try EnvironmentQueries.version(facility, item, day, in: tx))
    }
}

extension DayJudged {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_day SET is_current = 0
            WHERE facility = \(facility) AND item = \(item) AND day = \(day) AND is_current = 1
            """)
        try tx.append(
            [
                facility.sqlValue, item.sqlValue, day.sqlValue, version.sqlValue, figures.dueHours.sqlValue,
                figures.validHours.sqlValue, figures.mean?.sqlValue ?? .null, figures.lowest?.sqlValue ?? .null,
                figures.highest?.sqlValue ?? .null, figures.volume.sqlValue, figures.mass?.sqlValue ?? .null,
                figures.temperature?.sqlValue ?? .null, verdict.sqlValue, row?.sqlValue ?? .null,
                limitLow?.sqlValue ?? .null, limitHigh?.sqlValue ?? .null, reason?.sqlValue ?? .null,
                entry.at.sqlValue, origin.sqlValue, true.sqlValue, figures.receivedHours?.sqlValue ?? .null,
            ], to: "environment_day")
    }
}

extension AlarmRaised {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO environment_alarm (facility, number, kind, item, day, raised_at)
            VALUES (\(facility), \(number), \(kind), \(item?.rawValue ?? ""), \(day), \(entry.at))
            """)
    }
}

extension AlarmTaken {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE environment_alarm SET owner = \(owner) WHERE facility = \(facility) AND number = \(number)")
    }
}

extension AlarmClosed {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_alarm SET closed_at = \(entry.at), closing = \(closing), words = \(words)
            WHERE facility = \(facility) AND number = \(number)
            """)
    }
}
