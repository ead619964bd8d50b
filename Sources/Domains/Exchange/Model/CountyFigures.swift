import Kernel
package import Registry

/// Figures of the county as they hold at one place on one day, read for a rule that needs many of them.
package struct CountyFigures: Sendable, Hashable {
    private let read: [ParameterKey: Int64]

    package init(_ read: [ParameterKey: Int64]) { self.read = read }

    /// Only of a key that was read: what the county fixed is never guessed.
    package subscript(_ key: ParameterKey) -> Int64 {
        guard let value = read[key] else { preconditionFailure("the rule did not load \(key.rawValue)") }
        return value
    }

    func money(_ key: ParameterKey) -> Money { Money(fen: self[key]) }
    func area(_ key: ParameterKey) -> Area { Area(units: self[key]) }
}

extension ParameterKey {
    /// What the terms of a lot are judged and completed by: first what decides which desk handles it.
    static let terms: [ParameterKey] = [
        .routingCountyYears, .routingLandCountyArea, .routingLandReviewArea, .routingAssetCountyAmount,
        .routingAssetReviewAmount, .routingFourWasteCountyArea, .routingFourWasteCountyAmount,
        .routingForestCountyArea, .routingForestCountyAmount, .routingEquipmentCountyAmount,
        .routingPurchaseCountyAmount, .routingWaterworksCountyAmount, .routingWorksCountyAmount,
        .routingVillageMaxAmount, .routingVillageMaxArea, .routingVillageMaxYears, .routingAntiSplitMonths,
        .routingAdjacentMetres, .depositRate, .depositMinimum, .depositLargeAmount, .depositLargeRate,
        .incrementRate, .incrementMinimum,
    ]
}

extension TradingMode {
    /// Days from notice to sale: Auction Law, art. 45; Tender Law, art. 24.
    var noticeDays: ParameterKey? {
        switch self {
        case .liveAuction: .auctionNoticeDays
        case .tender: .tenderNoticeDays
        default: nil
        }
    }
}
