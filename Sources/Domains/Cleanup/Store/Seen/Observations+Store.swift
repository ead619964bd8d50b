import Geometry
package import Kernel
import Registry
package import Storage

extension RecordUse {
    package func facts(on state: Cleanup.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let body = try OrganisationQueries.find(organisation, in: tx)
        let standing: LandParcel?
        if let parcel {
            standing = try ParcelQueries.find(parcel, in: tx).flatMap { $0.closedOn == nil ? $0 : nil }
        } else {
            standing = try placeOfPoint.flatMap { try ParcelQueries.list(at: $0, in: tx).first }
        }
        let ground = outline ?? standing?.outline
        // What is too large is refused before anybody looks for its neighbours.
        let isWalked = ground?.outline.box.map { max($0.width, $0.height) <= Self.furthest } ?? false
        let contracted =
            isWalked
            ? try ground.map { try ParcelQueries.listContracted(beside: $0.outline, on: seenOn, in: tx) } ?? [] : []
        return Facts(
            organisation: body, parcel: standing, contracted: contracted.map(\.outline),
            days: try ParameterQueries.value(
                .cleanupFindingDays, at: body?.division ?? .root, on: context.now.date, in: tx
            ).value)
    }
}

extension UseSeen {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO observation (id, organisation, division, seen_use, note, seen_on, seen_by, picture, parcel,
                ground, area, hidden, hidden_area, pieces, stage, due)
            VALUES (\(observation), \(organisation), \(place), \(use), \(note), \(seenOn), \(seenBy), \(picture),
                \(parcel), \(ground.text), \(area), \(hidden?.text), \(hiddenArea), \(pieces),
                \(hidden == nil ? UseStage.covered : .open), \(due))
            """)
    }
}

extension UseExplained {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE observation SET stage = \(UseStage.explained), reason = \(reason), paper = \(paper)
            WHERE id = \(observation)
            """)
    }
}

extension TakeUpUse {
    package func facts(on found: Observation, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let desk = try OfficeQueries.find(owner, in: tx)
        let isOfficer = desk.map { $0.isOpen && Self.access.roles.contains($0.role) } ?? false
        guard isOfficer, let desk else { return Facts(isDeskHere: false) }
        let (own, above) = (
            try DivisionQueries.findPath(found.place, in: tx), try DivisionQueries.findPath(desk.division, in: tx)
        )
        return Facts(isDeskHere: own.flatMap { own in above.map { own.hasPrefix($0) } } ?? false)
    }
}

extension UseTakenUp {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE observation SET stage = \(UseStage.takenUp), way = \(way), owner = \(owner), due = \(due)
            WHERE id = \(observation)
            """)
    }
}

extension SettleUse {
    package func facts(on found: Observation, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            lessor: try contract.flatMap { try ContractQueries.find($0, in: tx)?.lessor },
            transferor: try lot.flatMap { try AssetQueries.listReserved(by: $0, in: tx).first?.owner },
            biller: try bill.flatMap { try BillQueries.find($0, in: tx)?.organisation })
    }
}

extension UseSettled {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE observation SET stage = \(UseStage.settled), contract = \(contract), lot = \(lot), bill = \(bill)
            WHERE id = \(observation)
            """)
    }
}
