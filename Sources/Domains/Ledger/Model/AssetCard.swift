package import Kernel
package import Registry

/// How many months a fixed asset lasts: at most a hundred years.
package enum LifeDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...1_200
    package static let unit = "months"
}

/// Units of work that an asset does: hours, kilometres, tonnes.
package enum WorkDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...1_000_000_000
    package static let unit = "units of work"
}

/// How a fixed asset loses its value.
package enum WearMethod: String, FieldChoice {
    case straightLine
    /// By what it did: hours, kilometres, tons.
    case unitsOfWork
}

/// One fixed asset in the books: what it cost, how it wears, and what was booked of it.
package struct AssetCard: Sendable, Hashable {
    package let id: AssetID
    package let organisation: OrganisationID
    package let name: String
    /// 151 or an account below it.
    package let account: AccountCode
    /// Where its wear goes: 511 or 401 for business, 513 for administration, 514 for the public.
    package let expense: AccountCode
    package let cost: Money
    /// What is thought to be left at the end, in hundredths of a percent of the cost.
    package let residual: Int64
    package let method: WearMethod
    /// Months of use; of units of work nil.
    package let months: Int64?
    /// What it can do in its life; of straight line nil.
    package let units: Int64?
    /// Wear begins in the month after.
    package let inUse: CivilDate
    /// Booked so far, and through which month.
    package let worn: Money
    package let wornThrough: AccountingMonth?
    package let disposedOn: CivilDate?
    /// The last month of the method of before, and what was booked until then; nil and nothing where it never changed.
    package var baseMonth: AccountingMonth?
    package var baseWorn = Money.zero

    /// What will be worn off in all: cost less residual, rounded to the fen.
    package func whole() throws(Rejection) -> Money { cost - (try cost.scaled(by: residual, over: 10_000)) }

    /// The wear of `month`: nothing before the month after use began, and none from the month after it left. The last
    /// month takes what rounding has left; of units of work the share of `work`.
    package func wear(in month: AccountingMonth, work: Int64 = 0) throws(Rejection) -> Money {
        let start = baseMonth ?? AccountingMonth(inUse)
        guard month > start, disposedOn.map({ month <= AccountingMonth($0) }) ?? true else { return .zero }
        let left = max(.zero, try whole() - worn)
        let whole = max(.zero, try whole() - baseWorn)
        switch method {
        case .unitsOfWork:
            guard let units, units > 0 else { return .zero }
            return min(left, try whole.scaled(by: work, over: units))
        case .straightLine:
            guard let months, months > 0 else { return .zero }
            let position = Int64(month.index - start.index)
            if position >= months { return position == months ? left : .zero }
            return min(left, try whole.scaled(by: 1, over: months))
        }
    }

    /// The card after `wear` of `month` is on it.
    func wornBy(_ wear: Money, through month: AccountingMonth) -> AssetCard {
        AssetCard(
            id: id, organisation: organisation, name: name, account: account, expense: expense, cost: cost,
            residual: residual, method: method, months: months, units: units, inUse: inUse, worn: worn + wear,
            wornThrough: month, disposedOn: disposedOn, baseMonth: baseMonth, baseWorn: baseWorn)
    }
}
