import Exchange
import Kernel
import Exchange
import Registry

/// Our own extension: what a lease has that a purchase has not. Each field is described in
/// `Sources/Domains/OpenData/Resources/ruralLease/release-schema.json`.
extension OCDSReleaseWriter {
    var lease: JSON {
        let terms = lot.terms
        var lease: [String: JSON] = [
            "direction": isBuying ? "lowestPrice" : "highestPrice", "transferWay": .string(terms.transferWay.rawValue),
            "use": .string(terms.use), "startPrice": Self.value(terms.startPrice),
            "priceUnit": .string(unit), "step": Self.value(terms.step), "deposit": Self.value(terms.deposit),
            "extensionSeconds": .integer(terms.extensionSeconds), "parcel": parcel,
        ]
        if let price = lot.guidePrice, terms.priceUnit == .fenPerMuYear { lease["guidePrice"] = Self.value(price) }
        if let day = terms.startsOn { lease["startsOn"] = .string(day.description) }
        if let years = terms.years { lease["years"] = .integer(years) }
        if let day = terms.endsOn { lease["endsOn"] = .string(day.description) }
        if let rise = terms.rise {
            lease["rise"] = [
                "everyYears": .integer(rise.everyYears), "percent": .decimal(units: rise.basisPoints, scale: 2),
            ]
        }
        return .object(lease)
    }

    func contractLease(_ contract: OCDSLot.Contract) -> JSON {
        var lease: [String: JSON] = ["priceUnit": .string(unit)]
        if let price = lot.price { lease["unitPrice"] = Self.value(price) }
        if let certificate = contract.certificate { lease["certificate"] = .string(certificate) }
        if !contract.instalments.isEmpty {
            lease["payments"] = .array(
                contract.instalments.map { part in
                    [
                        "id": .string(String(part.number)), "dueOn": .string(part.due.description),
                        "value": Self.value(part.amount),
                    ]
                })
        }
        return .object(lease)
    }

    private var unit: String {
        switch lot.terms.priceUnit {
        case .fenPerMuYear: "perMuAndYear"
        case .fenPerYear: "perYear"
        case .fenTotal: "total"
        case .fenPerSquareMetreMonth: "perSquareMetreAndMonth"
        }
    }

    /// Corners in metres of the projected national grid: its zone is not on the card, so they are no `geometry`.
    private var parcel: JSON {
        var parcel: [String: JSON] = [
            "id": .string(lot.asset.id.text), "areaMu": .decimal(units: lot.terms.area.units, scale: 4),
        ]
        if let day = lot.asset.rightUntil { parcel["rightUntil"] = .string(day.description) }
        if !lot.asset.corners.isEmpty {
            parcel["gridCorners"] = .array(
                lot.asset.corners.map { [.decimal(units: $0.x, scale: 2), .decimal(units: $0.y, scale: 2)] })
        }
        return .object(parcel)
    }
}
