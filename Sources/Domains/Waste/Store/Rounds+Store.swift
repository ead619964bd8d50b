package import Kernel
import Registry
package import Storage

extension PlanRound {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let account = try OfficeQueries.find(driver, in: tx)
        return Facts(
            vehicle: try VehicleQueries.find(vehicle, in: tx)?.vehicle,
            isDriver: account.map { $0.isOpen && $0.role.isPrivate } ?? false,
            points: try points.compactMap { try WasteQueries.findSite($0, in: tx) })
    }
}

extension MarkStop {
    package func facts(on subject: CollectionRound, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(driver: try OfficeQueries.find(subject.driver, in: tx)?.person)
    }
}

extension RoundPlanned {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO waste_round (id, division, day, vehicle, driver, is_cancelled)
            VALUES (\(round), \(place), \(day), \(vehicle), \(driver), 0)
            """)
        for (position, site) in points.enumerated() {
            try tx.run(
                "INSERT INTO waste_stop (round, position, site) VALUES (\(round), \(Int64(position)), \(site))")
        }
    }
}

extension StopMarked {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // The state has the mark that counts, which need not be the last to arrive.
        guard let counting = state.round?.marks[site] else { return }
        try tx.run(
            """
            UPDATE waste_stop SET outcome = \(counting.outcome), kilograms = \(counting.kilograms),
                marked_at = \(counting.at)
            WHERE round = \(round) AND site = \(site)
            """)
    }
}

extension RoundCancelled {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_round SET is_cancelled = 1 WHERE id = \(round)")
    }
}
