import Kernel
import Registry

extension LotTerms {
    /// The terms with the county's figures where the clerk left step or deposit open (domain notes, section 1.10).
    func completed(_ figures: CountyFigures) throws(Rejection) -> LotTerms {
        var terms = self
        if step == .byCounty { terms.step = try countyStep(figures) }
        if deposit == .byCounty { terms.deposit = try countyDeposit(figures) }
        return terms
    }

    /// A share of the start price, at least a fixed amount, brought down to 1, 2 or 5 times a power of ten.
    private func countyStep(_ figures: CountyFigures) throws(Rejection) -> Money {
        let share = try startPrice.scaled(by: figures[.incrementRate], over: 10_000)
        var round: Int64 = 1
        for factor: Int64 in [1, 2, 5].flatMap({ first in (0...12).map { first * Self.power(of: $0) } }).sorted()
        where factor <= share.fen { round = factor }
        return max(Money(fen: round), figures.money(.incrementMinimum))
    }

    private static func power(of exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    /// A share of the first year's price, the larger one for large lots, at least a fixed amount, in whole yuan.
    private func countyDeposit(_ figures: CountyFigures) throws(Rejection) -> Money {
        let year = try yearlyAmount(at: startPrice)
        let isLarge = year >= figures.money(.depositLargeAmount)
        let share = try year.scaled(by: figures[isLarge ? .depositLargeRate : .depositRate], over: 10_000)
        return max(Money(fen: share.fen / 100 * 100), figures.money(.depositMinimum))
    }
}
