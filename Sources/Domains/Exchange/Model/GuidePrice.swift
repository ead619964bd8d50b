package import Kernel
package import Registry

/// One cell of a guide-price table: yuan per mu and year for one class of land in one township, or the whole county.
package struct GuidePriceRow: FieldRecord, Hashable {
    /// The township; absent for the whole county.
    package let place: DivisionID?
    package let assetClass: AssetClass
    package let floor: Money
    package let middle: Money
    package let high: Money
    /// The middle of the table before, shown beside the new one.
    package let previousMiddle: Money?
    package let samples: Int64
    /// Where the deals came from when the cell itself had too few.
    package let borrowedFrom: GuidePriceSource

    package init(
        place: DivisionID? = nil, assetClass: AssetClass, floor: Money, middle: Money, high: Money,
        previousMiddle: Money? = nil, samples: Int64, borrowedFrom: GuidePriceSource
    ) {
        self.place = place
        self.assetClass = assetClass
        self.floor = floor
        self.middle = middle
        self.high = high
        self.previousMiddle = previousMiddle
        self.samples = samples
        self.borrowedFrom = borrowedFrom
    }

    package init(reading reader: inout FieldReader) {
        place = reader.optional("place")
        assetClass = reader.value("class")
        floor = reader.value("floorFen")
        middle = reader.value("midFen")
        high = reader.value("highFen")
        previousMiddle = reader.optional("previousMidFen")
        samples = reader.value("samples")
        borrowedFrom = reader.value("borrowedFrom")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("place", place)
        writer.put("class", assetClass)
        writer.put("floorFen", floor)
        writer.put("midFen", middle)
        writer.put("highFen", high)
        writer.put("previousMidFen", previousMiddle)
        writer.put("samples", samples)
        writer.put("borrowedFrom", borrowedFrom)
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
