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

/// Publishes the guide prices of a county with their document; a new table never changes an old one.
package struct PublishGuidePrices: Verb {
    package let division: DivisionID
    package let documentNumber: String
    package let validFrom: CivilDate
    package var rows: [GuidePriceRow] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division),
            documentNumber: pass.value("documentNumber", \.documentNumber),
            validFrom: pass.value("validFrom", \.validFrom), rows: pass.list("rows", \.rows))
    }

    package static let name = "publishGuidePrices"
    package static var title: Message { ExchangeText.Command.publishGuidePrices }
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .guideRowsWrong]

    package func stream(_ context: Context) -> StreamID { StreamID("guidePrices", division.text) }

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        try ExchangeRefusal.requireReasons(documentNumber)
        let cells = Set(rows.map { "\($0.place?.text ?? "") \($0.assetClass.rawValue)" })
        let isSound = rows.allSatisfy { $0.floor <= $0.middle && $0.middle <= $0.high && $0.floor >= .zero }
        guard !rows.isEmpty, cells.count == rows.count, isSound else {
            throw ExchangeRefusal.guideRowsWrong()
        }
        return [
            .guidePricesPublished(
                GuidePricesPublished(
                    county: division, documentNumber: documentNumber, validFrom: validFrom, rows: rows))
        ]
    }
}

/// Binds collective lots only; a household's price is free (Rural Land Contracting Law, art. 39).
package struct GuidePricesPublished: ExchangeEvent {
    package let county: DivisionID
    package let documentNumber: String
    package let validFrom: CivilDate
    package var rows: [GuidePriceRow] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            county: pass.value("division", \.county), documentNumber: pass.value("documentNumber", \.documentNumber),
            validFrom: pass.value("validFrom", \.validFrom), rows: pass.list("rows", \.rows))
    }

    package static let name = "guidePricesPublished"
    package var division: DivisionID? { county }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
