package import Kernel
import Registry
package import Storage

extension RegisterFacility {
    package func facts(on state: Environment.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil)
    }
}

extension AssignStandard {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            rows: try EnvironmentQueries.limits(in: tx), lastJudged: try EnvironmentQueries.lastJudged(facility, in: tx)
        )
    }
}

extension RegisterStation {
    package func facts(on subject: Facility, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isTaken: try EnvironmentQueries.isTaken(mn, in: tx))
    }
}

extension AdoptLimit {
    package func facts(on state: Environment.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isKnownPlace: try DivisionQueries.find(office, in: tx) != nil, rows: try EnvironmentQueries.limits(in: tx))
    }
}

extension FacilityRegistered {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, place.sqlValue, name.sqlValue, kind.sqlValue, design.sqlValue, entry.at.sqlValue,
            ], to: "environment_facility")
    }
}

extension StandardAssigned {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [facility.sqlValue, standard.sqlValue, grade.sqlValue, from.sqlValue], to: "environment_standard")
    }
}

extension StationRegistered {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [mn.sqlValue, facility.sqlValue, version.sqlValue, dialect.sqlValue, longest.sqlValue],
            to: "environment_station")
    }
}

extension LimitAdopted {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                limit.sqlValue, standard.sqlValue, grade.sqlValue, item.sqlValue, lowest?.sqlValue ?? .null,
                highest?.sqlValue ?? .null, condition.sqlValue, from.sqlValue, until?.sqlValue ?? .null,
                source.sqlValue,
            ], to: "environment_limit")
    }
}

extension TelemetrySealed {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                from.sqlValue, to.sqlValue, stations.sqlValue, frames.sqlValue, root.sqlValue, file.sqlValue,
                fileBytes.sqlValue,
            ], to: "environment_seal")
    }
}
