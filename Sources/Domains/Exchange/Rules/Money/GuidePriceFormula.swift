package import Kernel
package import Registry

/// The formula of the guide prices (domain notes, section 2.2), exact and recomputable from the published sample.
package enum GuidePriceFormula {
    /// Floor, middle and high of a cell: the 25th, 50th and 75th percentile of its deals. With fewer than `least` deals the
    /// cell borrows from the county's deals of the class, then from all deals of the class anywhere.
    package static func row(
        township: DivisionID, county: DivisionID, _ assetClass: AssetClass, deals: [GuideDeal], least: Int,
        previous: Money? = nil
    ) -> GuidePriceRow {
        let alike = deals.filter { $0.assetClass == assetClass }
        let pools: [(GuidePriceSource, [GuideDeal])] = [
            (.township, alike.filter { $0.township == township }), (.county, alike.filter { $0.county == county }),
            (.landClass, alike),
        ]
        let chosen = pools.first { $0.1.count >= least } ?? (.none, alike)
        let prices = chosen.1.map(\.price.fen).sorted()
        return GuidePriceRow(
            place: township, assetClass: assetClass, floor: percentile(25, of: prices),
            middle: percentile(50, of: prices),
            high: percentile(75, of: prices), previousMiddle: previous, samples: Int64(prices.count),
            borrowedFrom: chosen.0)
    }

    /// The p-th percentile of sorted amounts by linear interpolation between neighbours (the method of spreadsheets),
    /// rounded half up to the fen; zero of none.
    package static func percentile(_ percent: Int64, of sorted: [Int64]) -> Money {
        guard let first = sorted.first else { return .zero }
        let place = percent * Int64(sorted.count - 1)
        let below = Int(place / 100)
        guard below + 1 < sorted.count else { return Money(fen: sorted.last ?? first) }
        let gap = sorted[below + 1] - sorted[below]
        return Money(fen: sorted[below] + (gap * (place % 100) * 2 + 100) / 200)
    }
}
