import Kernel
package import Storage

/// The stations of a facility that are watched, and what stands open there.
package struct WatchedStations: Sendable {
    package let kind: FacilityKind
    package let mns: [String]
    package let open: OpenConditions
}

/// The open alarms of a facility, but for exceedances.
package struct OpenConditions: Sendable {
    package let all: Set<StationCondition>
    /// Those nobody has taken: they end with their condition.
    package let free: Set<StationCondition>

    /// Whether what was found of some kinds raises or ends one.
    package func changes(with found: [StationCondition], of kinds: [AlarmKind]) -> Bool {
        !all.isSuperset(of: found) || !free.filter { kinds.contains($0.kind) }.isSubset(of: found)
    }
}

extension EnvironmentQueries {
    /// The facilities that have stations, in order of their names.
    package static func watched(in tx: any ReadTransaction) throws -> [(FacilityID, WatchedStations)] {
        let rows = try tx.rows(
            """
            SELECT f.id, f.kind, s.mn FROM environment_station s JOIN environment_facility f ON f.id = s.facility
            ORDER BY f.id, s.mn
            """
        ).map { (try $0.get(0) as FacilityID, try $0.get(1) as FacilityKind, try $0.get(2) as String) }
        return try Dictionary(grouping: rows, by: \.0).sorted { $0.key < $1.key }.map { facility, own in
            (
                facility,
                WatchedStations(
                    kind: own[0].1, mns: own.map(\.2), open: try openConditions(of: facility, in: tx))
            )
        }
    }

    /// The open alarms of a facility, but for exceedances.
    package static func openConditions(of facility: FacilityID, in tx: any ReadTransaction) throws
        -> OpenConditions
    {
        let open = try alarms(of: facility, in: tx).filter { $0.closedAt == nil && $0.kind != .exceedance }
        return OpenConditions(
            all: Set(open.map { StationCondition($0.kind, $0.item) }),
            free: Set(open.filter { $0.owner == nil }.map { StationCondition($0.kind, $0.item) }))
    }
}
