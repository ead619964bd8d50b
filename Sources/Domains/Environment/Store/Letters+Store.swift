package import Kernel
import Registry
package import Storage

extension Environment {
    /// Letters and their answers, contracts, visits and reagents.
    static let upkeepTables = Migration(
        "environment-007",
        [
            """
            CREATE TABLE environment_letter (
                facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL,
                alarm INTEGER NOT NULL, item TEXT NOT NULL, day TEXT NOT NULL, version INTEGER NOT NULL,
                demand TEXT NOT NULL, answer_by TEXT NOT NULL, office TEXT NOT NULL, written_at INTEGER NOT NULL,
                causes TEXT, measures TEXT, done_by TEXT, answerer TEXT, answered_at INTEGER,
                PRIMARY KEY (facility, number)
            ) STRICT
            """,
            "CREATE INDEX environment_letter_by_answer ON environment_letter (answered_at, answer_by)",
            """
            CREATE TABLE environment_contract (
                entry INTEGER NOT NULL PRIMARY KEY, facility TEXT NOT NULL REFERENCES environment_facility (id),
                contract TEXT NOT NULL REFERENCES contract (id), unlinked_why TEXT
            ) STRICT
            """,
            "CREATE INDEX environment_contract_by_facility ON environment_contract (facility, entry)",
            """
            CREATE TABLE environment_visit (
                facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL,
                day TEXT NOT NULL, words TEXT NOT NULL, office TEXT NOT NULL, PRIMARY KEY (facility, number)
            ) STRICT
            """,
            "CREATE INDEX environment_visit_by_day ON environment_visit (facility, day)",
            """
            CREATE TABLE environment_reagent (
                facility TEXT NOT NULL REFERENCES environment_facility (id), reagent TEXT NOT NULL, day TEXT NOT NULL,
                stock INTEGER NOT NULL, received INTEGER NOT NULL, used INTEGER, days INTEGER,
                PRIMARY KEY (facility, reagent, day)
            ) STRICT
            """,
        ])

    static let upkeepProjections = [
        ProjectedTable("environment_letter", key: ["facility", "number"]),
        ProjectedTable("environment_contract", key: ["entry"]),
        ProjectedTable("environment_visit", key: ["facility", "number"]),
        ProjectedTable("environment_reagent", key: ["facility", "reagent", "day"]),
    ]
}

extension Reagent: SQLValueConvertible {}

extension WriteLetter {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let alarm = subject.alarms.first(where: { $0.number == number }) else { return Facts(versions: [:]) }
        let days = try EnvironmentQueries.days(of: facility, from: alarm.day, until: alarm.day, in: tx)
        return Facts(versions: Dictionary(days.map { ($0.item, $0.version) }, uniquingKeysWith: { max($0, $1) }))
    }
}

extension LinkContract {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnown: try ContractQueries.find(contract, in: tx) != nil)
    }
}

extension LetterWritten {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, number.sqlValue, alarm.sqlValue, item.sqlValue, day.sqlValue, version.sqlValue,
                demand.sqlValue, answerBy.sqlValue, office.sqlValue, entry.at.sqlValue, .null, .null, .null, .null,
                .null,
            ], to: "environment_letter")
    }
}

extension LetterAnswered {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_letter SET causes = \(causes), measures = \(measures), done_by = \(doneBy),
                answerer = \(office), answered_at = \(entry.at)
            WHERE facility = \(facility) AND number = \(number)
            """)
    }
}

extension ContractLinked {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [entry.index.sqlValue, facility.sqlValue, contract.sqlValue, .null], to: "environment_contract")
    }
}

extension ContractUnlinked {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_contract SET unlinked_why = \(reason)
            WHERE facility = \(facility) AND contract = \(contract) AND unlinked_why IS NULL
            """)
    }
}

extension VisitRecorded {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [facility.sqlValue, number.sqlValue, day.sqlValue, words.sqlValue, office.sqlValue],
            to: "environment_visit")
    }
}

extension ReagentCounted {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, reagent.sqlValue, day.sqlValue, stock.sqlValue, received.sqlValue,
                used?.sqlValue ?? .null, days?.sqlValue ?? .null,
            ], to: "environment_reagent")
    }
}
