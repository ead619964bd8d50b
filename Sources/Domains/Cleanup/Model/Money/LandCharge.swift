package import Kernel
import Registry

/// What newly found land costs a household (新增资源有偿使用): the found area above the free one, at the guide price of its
/// class, for the months of the first year; less for hardship, then less for paying soon.
package struct LandCharge: FieldRecord, Hashable {
    package let category: String
    package let found: Area
    /// Fen for a mu and year.
    package let guidePrice: Money
    package let months: Int64
    package let isHardship: Bool
    package let rules: ChargeRules

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            category: pass.value("category", \.category), found: pass.value("found", \.found),
            guidePrice: pass.value("guidePriceFen", \.guidePrice),
            months: pass.whole("months", \.months, in: MonthsOfYearDomain.self),
            isHardship: pass.value("isHardship", \.isHardship, standard: false), rules: pass.inlined(\.rules))
    }

    /// What is owed where the bill is paid `days` after it was given; nil for the whole. One rounding, half up on the fen:
    /// below half a fen there is nothing to pay.
    package func amount(paidAfter days: Int64?) throws(Rejection) -> Money {
        let area = max(0, found.units - rules.freeArea.units)
        var numerator = Int128(area) * Int128(guidePrice.fen) * Int128(months)
        numerator *= Int128(isHardship ? 10_000 - rules.hardship : 10_000)
        numerator *= Int128(10_000 - rules.discount(after: days))
        let denominator = Int128(10_000) * 12 * 10_000 * 10_000
        let fen = (numerator * 2 + denominator) / (denominator * 2)
        guard fen <= Int128(Money.highest) else { throw CleanupRefusal.billTooLarge() }
        return Money(fen: Int64(fen))
    }
}

/// The discounts of a bill, as they stood on its day; shares in ten-thousandths.
package struct ChargeRules: FieldRecord, Hashable {
    package let freeArea: Area
    package let hardship: Int64
    /// 10: the first discount holds for payment within so many days, the second within twice, the third within thrice.
    package let days: Int64
    package let first: Int64
    package let second: Int64
    package let third: Int64

    package init(
        freeArea: Area = .zero, hardship: Int64 = 3_000, days: Int64 = 10, first: Int64 = 3_000, second: Int64 = 2_000,
        third: Int64 = 1_000
    ) {
        self.freeArea = freeArea
        self.hardship = hardship
        self.days = days
        self.first = first
        self.second = second
        self.third = third
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            freeArea: pass.value("freeArea", \.freeArea),
            hardship: pass.whole("hardship", \.hardship, in: BasisPointsDomain.self),
            days: pass.whole("discountDays", \.days, in: DaysDomain.self),
            first: pass.whole("discountFirst", \.first, in: BasisPointsDomain.self),
            second: pass.whole("discountSecond", \.second, in: BasisPointsDomain.self),
            third: pass.whole("discountThird", \.third, in: BasisPointsDomain.self))
    }

    func discount(after passed: Int64?) -> Int64 {
        guard let passed, days > 0 else { return 0 }
        switch passed {
        case ...days: return first
        case ...(2 * days): return second
        case ...(3 * days): return third
        default: return 0
        }
    }
}

/// Months for which the first year is charged.
package enum MonthsOfYearDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...12
    package static let unit = "months"
}

extension ChargeRules {
    /// The shipped rows, in order of their first days.
    private static let shipped = ShippedTable.rows(
        PackageResources.charge_rules_csv,
        columns: ["from", "freeAreaUnits", "hardshipBasisPoints", "days"] + discounts + ["source"]
    ) { row -> (from: CivilDate, rules: ChargeRules)? in
        guard let from = CivilDate(row.text("from")), let free = Int64(row.text("freeAreaUnits")),
            let hardship = Int64(row.text("hardshipBasisPoints")), let days = Int64(row.text("days"))
        else { return nil }
        let shares = discounts.compactMap { Int64(row.text($0)) }
        guard shares.count == discounts.count else { return nil }
        return (
            from,
            ChargeRules(
                freeArea: Area(units: free), hardship: hardship, days: days, first: shares[0], second: shares[1],
                third: shares[2])
        )
    }

    private static let discounts = ["firstBasisPoints", "secondBasisPoints", "thirdBasisPoints"]

    /// The discounts that hold on a day.
    package static func holding(on day: CivilDate) -> ChargeRules {
        shipped.last { $0.from <= day }?.rules ?? shipped.first?.rules ?? ChargeRules()
    }
}
