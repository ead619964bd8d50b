package import Kernel
package import Storage

extension RegisterInstrument {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isTaken: try InstrumentQueries.isTaken(serial, in: tx))
    }
}

extension RecordCheck {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnown: try InstrumentQueries.isChecked(facility, number, at, in: tx))
    }
}

extension RecordComparison {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnown: try InstrumentQueries.isCompared(facility, number, day, in: tx))
    }
}

extension InstrumentRegistered {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, number.sqlValue, item.sqlValue, model.sqlValue, serial.sqlValue, range.sqlValue,
                .null, .null, .null, .null, entry.at.sqlValue,
            ], to: "environment_instrument")
    }
}

extension InstrumentAccepted {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_instrument SET accepted = \(day), paper = \(paper), changed_at = \(entry.at)
            WHERE facility = \(facility) AND number = \(number)
            """)
    }
}

extension InstrumentRetired {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_instrument SET retired = \(day), retired_why = \(reason), changed_at = \(entry.at)
            WHERE facility = \(facility) AND number = \(number)
            """)
    }
}

extension CheckRecorded {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, number.sqlValue, at.sqlValue, standard.sqlValue, reading.sqlValue, passed.sqlValue,
                entry.at.sqlValue,
            ], to: "environment_check")
    }
}

extension ComparisonRecorded {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, number.sqlValue, day.sqlValue, laboratory.sqlValue, Int64(pairs.count).sqlValue,
                within.sqlValue, needed.sqlValue,
            ], to: "environment_comparison")
    }
}

extension HoursMarked {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, number.sqlValue, item?.sqlValue ?? .null, day.sqlValue, from.sqlValue,
                until.sqlValue, mark.sqlValue, reason.sqlValue, entry.at.sqlValue, .null, .null, .null,
                by.sqlValue,
            ], to: "environment_mark")
    }
}

extension MarkConfirmed {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_mark SET confirmed_at = \(entry.at)
            WHERE facility = \(facility) AND number = \(number)
            """)
    }
}

extension MarkWithdrawn {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_mark SET withdrawn_at = \(entry.at), withdrawn_why = \(reason)
            WHERE facility = \(facility) AND number = \(number)
            """)
    }
}
