import Kernel
import Registry

extension HandlingLevel {
    /// Which desk handles the lot: by area and total over the whole term, with what the same owner listed of the same
    /// category within the anti-splitting months counted in (section 1.10). The clerk has no say in it.
    static func route(
        _ terms: LotTerms, total: Money, _ limits: TermLimits, on day: CivilDate
    ) throws(Rejection) -> HandlingLevel {
        let figures = limits.figures
        let area = terms.area + limits.recentArea
        let sum = try total.adding(limits.recentTotal)
        if let term = terms.term(from: terms.startsOn ?? day),
            term.isLonger(thanYears: Int(figures[.routingCountyYears]))
        {
            return .county
        }
        switch terms.category.routing {
        case .land:
            if area >= figures.area(.routingLandCountyArea) { return .county }
            if terms.category != .a1, area >= figures.area(.routingLandReviewArea) { return .townshipReviewed }
        case .asset:
            if sum >= figures.money(.routingAssetCountyAmount) { return .county }
            if sum >= figures.money(.routingAssetReviewAmount) { return .townshipReviewed }
        case .fourWaste:
            let isLarge = area >= figures.area(.routingFourWasteCountyArea)
            if isLarge || sum >= figures.money(.routingFourWasteCountyAmount) { return .county }
        case .forest:
            let isLarge = area >= figures.area(.routingForestCountyArea)
            if isLarge || sum >= figures.money(.routingForestCountyAmount) { return .county }
        case .waterworks: if sum >= figures.money(.routingWaterworksCountyAmount) { return .county }
        case .purchase: if sum >= figures.money(.routingPurchaseCountyAmount) { return .county }
        case .equipment: if sum >= figures.money(.routingEquipmentCountyAmount) { return .county }
        case .works: if sum >= figures.money(.routingWorksCountyAmount) { return .county }
        }
        let isSmall =
            sum <= figures.money(.routingVillageMaxAmount) && area <= figures.area(.routingVillageMaxArea)
        return isSmall && isShort(terms, figures, on: day) ? .village : .township
    }

    private static func isShort(_ terms: LotTerms, _ figures: CountyFigures, on day: CivilDate) -> Bool {
        guard let term = terms.term(from: terms.startsOn ?? day) else { return false }
        return !term.isLonger(thanYears: Int(figures[.routingVillageMaxYears]))
    }

    /// The working days of a first notice at this level.
    var noticeKey: ParameterKey {
        switch self {
        case .village: .noticeFirstVillageDays
        case .township, .townshipReviewed: .noticeFirstTownshipDays
        case .county: .noticeFirstCountyDays
        }
    }
}
