package import Kernel

/// What a price is for. The amount of a price is always in fen.
package enum PriceUnit: String, FieldChoice, Sendable {
    case fenPerMuYear, fenPerYear, fenTotal, fenPerSquareMetreMonth

    /// Whether the total grows with the years.
    package var isYearly: Bool { self != .fenTotal }
    /// Whether the total grows with the area.
    package var isPerArea: Bool { self == .fenPerMuYear || self == .fenPerSquareMetreMonth }
}

/// Part of the land at a lower price: "33.44 mu of dry land at 100 yuan less". The rest is at the price that is bid.
package struct Portion: FieldRecord, Hashable {
    package let label: String
    package let area: Area
    /// How much less than the bid price, in the same unit.
    package let discount: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            label: pass.value("label", \.label), area: pass.value("areaUnits", \.area),
            discount: pass.value("discountFen", \.discount))
    }
}

/// A rise of the rent: every so many years by so much, in basis points of the rent before.
package struct Rise: FieldRecord, Hashable {
    package let everyYears: Int64
    package let basisPoints: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            everyYears: pass.whole("everyYears", \.everyYears, in: YearsDomain.self),
            basisPoints: pass.whole("basisPoints", \.basisPoints, in: BasisPointsDomain.self))
    }
}

/// A year of a contract, from 1.
package enum ContractYearDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...100
    package static let unit = "year of the contract"
}

/// A share of the total, due at the start of a contract year, in basis points; the shares of a plan sum to 10,000.
package struct PaymentShare: FieldRecord, Hashable {
    package let year: Int64
    package let basisPoints: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            year: pass.whole("year", \.year, in: ContractYearDomain.self),
            basisPoints: pass.whole("basisPoints", \.basisPoints, in: BasisPointsDomain.self))
    }
}
