package import Kernel
package import Registry

/// The county's figures as they hold at one place on one day: Registry's rows, and the shipped ones where it set none.
package struct CountyFigures: Sendable, Hashable {
    private let fixed: [ParameterKey: Int64]
    private let day: CivilDate

    package init(_ fixed: [ParameterKey: Int64] = [:], on day: CivilDate = .example) {
        self.fixed = fixed
        self.day = day
    }

    package subscript(_ key: ParameterKey) -> Int64 {
        fixed[key] ?? Parameters.value(key, on: day).value
    }

    /// These and `others`, which go before.
    func with(_ others: CountyFigures) -> CountyFigures {
        CountyFigures(fixed.merging(others.fixed) { $1 }, on: day)
    }

    func money(_ key: ParameterKey) -> Money { Money(fen: self[key]) }
    func area(_ key: ParameterKey) -> Area { Area(units: self[key]) }
}

extension ParameterKey {
    /// What decides which desk handles a lot.
    static let routing: [ParameterKey] = [
        .routingCountyYears, .routingLandCountyArea, .routingLandReviewArea, .routingAssetCountyAmount,
        .routingAssetReviewAmount, .routingFourWasteCountyArea, .routingFourWasteCountyAmount,
        .routingForestCountyArea, .routingForestCountyAmount, .routingEquipmentCountyAmount,
        .routingPurchaseCountyAmount, .routingWaterworksCountyAmount, .routingWorksCountyAmount,
        .routingVillageMaxAmount, .routingVillageMaxArea, .routingVillageMaxYears, .routingAntiSplitMonths,
        .routingAdjacentMetres,
    ]
}
