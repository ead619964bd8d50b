package import Kernel
package import Storage

extension EnterParcel {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let body = try OrganisationQueries.find(owner, in: tx)
        return Facts(
            division: try DivisionQueries.find(division, in: tx), owner: body,
            ownerDivision: try body.flatMap { try DivisionQueries.find($0.division, in: tx) },
            asset: try asset.flatMap { try AssetQueries.find($0, in: tx) },
            numbered: try ParcelQueries.find(number: number, of: owner, in: tx),
            neighbours: try ParcelQueries.listNeighbours(of: outline.outline, in: tx))
    }
}

extension ParcelEntered {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try NewParcel(
            id: parcel, owner: owner, division: place, number: number, name: name, asset: asset, outline: outline,
            area: area, contractArea: contractArea, on: on
        ).insert(in: tx)
        try shared.insert(of: parcel, in: tx)
    }
}

extension RedrawParcel {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            parcel: try ParcelQueries.find(parcel, in: tx),
            neighbours: try ParcelQueries.listNeighbours(of: outline.outline, in: tx))
    }
}

extension ParcelRedrawn {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let version: Int64 =
            try tx.find("SELECT max(version) FROM parcel_outline WHERE parcel = \(parcel)") ?? 0
        try tx.run(
            """
            UPDATE parcel_outline SET valid_to = \(on), is_current = 0 WHERE parcel = \(parcel) AND valid_to IS NULL
            """)
        try outline.insert(of: parcel, version: version + 1, area: area, on: on, reason: reason, in: tx)
        try tx.run("UPDATE parcel SET area = \(area) WHERE id = \(parcel)")
        try tx.run("DELETE FROM parcel_shared WHERE parcel = \(parcel) OR other = \(parcel)")
        try shared.insert(of: parcel, in: tx)
    }
}

extension SplitParcel {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let whole = try ParcelQueries.find(parcel, in: tx)
        let taken = try parts.map(\.number).filter { number in
            guard let whole else { return false }
            return try ParcelQueries.find(number: number, of: whole.owner, in: tx).map { $0.id != parcel } ?? false
        }
        return Facts(parcel: whole, taken: taken)
    }
}

extension ParcelSplit {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for part in parts {
            try NewParcel(
                id: part.parcel, owner: owner, division: place, number: part.number, name: part.name,
                outline: part.outline, area: part.area, on: on
            ).insert(in: tx)
        }
        try parcel.close(on: on, for: parts.map(\.parcel), in: tx)
    }
}

extension MergeParcels {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let found = try ParcelQueries.find(parcels, in: tx)
        let owner = found.first.flatMap(\.self)?.owner
        return Facts(
            parcels: found, numbered: try owner.flatMap { try ParcelQueries.find(number: number, of: $0, in: tx) })
    }
}

extension ParcelsMerged {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try NewParcel(
            id: parcel, owner: owner, division: place, number: number, name: name, outline: outline, area: area, on: on
        ).insert(in: tx)
        for part in parts { try part.close(on: on, for: [parcel], in: tx) }
    }
}
