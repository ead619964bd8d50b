package import Kernel
package import Registry

/// One cell of a guide-price table: yuan per mu and year for one class of land in one township, or the whole county.
package struct GuidePriceRow: FieldRecord, Hashable {
    /// The township; absent for the whole county.
    package var place: DivisionID?
    package let assetClass: AssetClass
    package let floor: Money
    package let middle: Money
    package let high: Money
    /// The middle of the table before, shown beside the new one.
    package var previousMiddle: Money?
    package let samples: Int64
    /// Where the deals came from when the cell itself had too few.
    package let borrowedFrom: GuidePriceSource

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.optional("place", \.place), assetClass: pass.value("class", \.assetClass),
            floor: pass.value("floorFen", \.floor), middle: pass.value("midFen", \.middle),
            high: pass.value("highFen", \.high), previousMiddle: pass.optional("previousMidFen", \.previousMiddle),
            samples: pass.whole("samples", \.samples, in: CountDomain.self),
            borrowedFrom: pass.value("borrowedFrom", \.borrowedFrom))
    }
}

/// How far up a cell had to go to find enough deals.
package enum GuidePriceSource: String, FieldChoice, Sendable { case township, county, landClass, none }

/// A verified deal as the formula sees it: where, what, and at how much a mu and year.
package struct GuideDeal: Sendable, Hashable {
    package let township: DivisionID
    package let county: DivisionID
    package let assetClass: AssetClass
    package let price: Money

    package init(township: DivisionID, county: DivisionID, assetClass: AssetClass, price: Money) {
        self.township = township
        self.county = county
        self.assetClass = assetClass
        self.price = price
    }
}
