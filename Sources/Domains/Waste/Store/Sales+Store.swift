package import Kernel
import Registry
package import Storage

extension SortRecyclables {
    package func facts(on site: Site, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(scale: try WasteQueries.findScale(scale, in: tx))
    }
}

extension CountRecyclables {
    package func facts(on subject: Site, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(lies: try SaleQueries.heap(material, of: site, in: tx)?.lies ?? 0)
    }
}

extension OfferRecyclables {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let known = try WasteQueries.findSite(site, in: tx)
        let organisation = try OrganisationQueries.find(seller, in: tx)
        let lies = try known.flatMap { try DivisionQueries.findPath($0.place, in: tx) }
        let home = try organisation.flatMap { try DivisionQueries.findPath($0.division, in: tx) }
        return Facts(
            site: known, heap: try SaleQueries.heap(material, of: site, in: tx), isKnownSeller: organisation != nil,
            isAtHome: home.flatMap { home in lies.map { $0.hasPrefix(home) } } ?? false)
    }
}

extension FinishSale {
    package func facts(on subject: Sale, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(handed: try SaleQueries.find(sale, in: tx)?.handed ?? 0)
    }
}

extension RecyclablesSorted {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO waste_heap (entry, site, day, material, kilograms, scale, is_mixed)
            VALUES (\(entry.index), \(site), \(day), \(material), \(gross - tare), \(scale), \(isFromMixed))
            """)
    }
}

extension RecyclablesCounted {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO waste_heap (entry, site, day, material, kilograms, is_mixed, reason)
            VALUES (\(entry.index), \(site), \(day), \(material), \(isMore ? difference : -difference), 0, \(reason))
            """)
    }
}

extension RecyclablesOffered {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO waste_sale (id, site, division, material, kilograms, seller, reserve_fen, fetch_by, phase,
                offered_at)
            VALUES (\(sale), \(site), \(place), \(material), \(kilograms), \(seller), \(reserve), \(fetchBy),
                \(SalePhase.offered), \(entry.at))
            """)
    }
}

extension RecyclablesSold {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE waste_sale SET phase = \(SalePhase.sold), contract = \(contract), total_fen = \(total)
            WHERE id = \(sale)
            """)
    }
}

extension SaleEnded {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_sale SET phase = \(SalePhase.ended) WHERE id = \(sale)")
    }
}

extension SaleFinished {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE waste_sale SET phase = \(SalePhase.handedOver), reason = \(reason) WHERE id = \(sale)")
    }
}
