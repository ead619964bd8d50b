package import Kernel
package import Storage

extension Environment {
    static let capacityTables = Migration(
        "environment-005",
        [
            """
            CREATE TABLE environment_operation (
                facility TEXT NOT NULL REFERENCES environment_facility (id), day TEXT NOT NULL,
                version INTEGER NOT NULL, energy INTEGER NOT NULL, sludge INTEGER, moisture INTEGER, inlet_cod INTEGER,
                inlet_ammonia INTEGER, reason TEXT, is_current INTEGER NOT NULL, PRIMARY KEY (facility, day, version)
            ) STRICT
            """,
            """
            CREATE TABLE environment_pipe (
                facility TEXT NOT NULL REFERENCES environment_facility (id), upper TEXT NOT NULL, lower TEXT NOT NULL,
                length INTEGER NOT NULL, diameter INTEGER NOT NULL, upper_invert INTEGER NOT NULL,
                lower_invert INTEGER NOT NULL, roughness INTEGER NOT NULL, inflow INTEGER NOT NULL,
                PRIMARY KEY (facility, upper)
            ) STRICT
            """,
        ])
}

extension EnterOperation {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            version: try CapacityQueries.version(facility, day, in: tx),
            volume: try EnvironmentQueries.days(of: facility, from: day, until: day, in: tx).map(\.figures.volume).max()
        )
    }
}

extension OperationEntered {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_operation SET is_current = 0
            WHERE facility = \(facility) AND day = \(day) AND is_current = 1
            """)
        try tx.append(
            [
                facility.sqlValue, day.sqlValue, version.sqlValue, figures.energy.sqlValue,
                figures.sludge?.sqlValue ?? .null, figures.moisture?.sqlValue ?? .null,
                figures.inletCOD?.sqlValue ?? .null, figures.inletAmmonia?.sqlValue ?? .null,
                reason?.sqlValue ?? .null, true.sqlValue,
            ], to: "environment_operation")
    }
}

extension PipeLaid {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, pipe.upper.sqlValue, pipe.lower.sqlValue, pipe.length.sqlValue,
                pipe.diameter.sqlValue, pipe.upperInvert.sqlValue, pipe.lowerInvert.sqlValue, pipe.roughness.sqlValue,
                pipe.inflow.sqlValue,
            ], to: "environment_pipe")
    }
}

extension PipeRemoved {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM environment_pipe WHERE facility = \(facility) AND upper = \(shaft)")
    }
}

enum CapacityQueries {
    static func version(_ facility: FacilityID, _ day: CivilDate, in tx: any ReadTransaction) throws -> Int64 {
        try tx.first(
            """
            SELECT version FROM environment_operation WHERE facility = \(facility) AND day = \(day) AND is_current = 1
            """
        ).map { try $0.get(0) } ?? 0
    }

    /// The daily logs that count, by day.
    static func operations(
        of facility: FacilityID, from: CivilDate, until: CivilDate, in tx: any ReadTransaction
    ) throws -> [CivilDate: OperationFigures] {
        let rows = try tx.rows(
            """
            SELECT day, energy, sludge, moisture, inlet_cod, inlet_ammonia FROM environment_operation
            WHERE facility = \(facility) AND day >= \(from) AND day <= \(until) AND is_current = 1 ORDER BY day
            """
        ).map { row in
            (
                try row.get(0, as: CivilDate.self),
                OperationFigures(
                    energy: try row.get(1), sludge: try row.find(2), moisture: try row.find(3),
                    inletCOD: try row.find(4), inletAmmonia: try row.find(5))
            )
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    /// In order of the upper shaft.
    static func pipes(of facility: FacilityID, in tx: any ReadTransaction) throws -> [SewerPipe] {
        try tx.rows(
            """
            SELECT upper, lower, length, diameter, upper_invert, lower_invert, roughness, inflow FROM environment_pipe
            WHERE facility = \(facility) ORDER BY upper
            """
        ).map { row in
            SewerPipe(
                upper: try row.get(0), lower: try row.get(1), length: try row.get(2), diameter: try row.get(3),
                upperInvert: try row.get(4), lowerInvert: try row.get(5), roughness: try row.get(6),
                inflow: try row.get(7))
        }
    }
}
