package import Kernel
import Registry
package import Storage

extension RegisterSite {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil)
    }
}

extension RegisterScale {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(site: try WasteQueries.findSite(site, in: tx))
    }
}

extension ReadStock {
    package func facts(on site: Site, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnown: try WasteQueries.hasStock(site.id, on: day, in: tx))
    }
}

extension SiteRegistered {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append([site.sqlValue, place.sqlValue, siteName.sqlValue, kind.sqlValue], to: "waste_site")
    }
}

extension ScaleRegistered {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [scale.sqlValue, site.sqlValue, place.sqlValue, scaleName.sqlValue, until.sqlValue], to: "waste_scale")
    }
}

extension ScaleVerified {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_scale SET until_day = \(until) WHERE id = \(scale)")
    }
}

extension StockRead {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM waste_stock WHERE site = \(site) AND day = \(day)")
        try tx.append(
            [site.sqlValue, day.sqlValue, kilograms.sqlValue, reason?.sqlValue ?? .null], to: "waste_stock")
    }
}
