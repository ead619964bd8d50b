package import Kernel
package import Registry

extension LotTerms {
    /// One year's rent at `price`, before any rise; the whole amount when the price is a total.
    ///
    /// Rounded half away from zero to the fen once for each portion: what stands on a receipt.
    package func yearlyAmount(at price: Money) throws(Rejection) -> Money {
        switch priceUnit {
        case .fenPerYear, .fenTotal: return price
        case .fenPerMuYear:
            return try amount(at: price) { (price, area) throws(Rejection) in
                try price.scaled(by: area.units, over: Area.unitsPerMu)
            }
        case .fenPerSquareMetreMonth:
            // 1 mu = 2000/3 square metres.
            return try amount(at: price) { (price, area) throws(Rejection) in
                try price.scaled(by: area.units * 24_000, over: Area.unitsPerMu * 3)
            }
        }
    }

    private func amount(at price: Money, of: (Money, Area) throws(Rejection) -> Money) throws(Rejection) -> Money {
        let discounted = portions.reduce(Area.zero) { $0 + $1.area }
        var sum = try of(price, area - discounted)
        for portion in portions { sum = try sum.adding(of(price - portion.discount, portion.area)) }
        return sum
    }

    /// The rent of every contract year: rises applied, the incomplete last year by its days.
    ///
    /// A rise rounds the new yearly rent to the fen; the last year is rent × days ÷ days of that year, rounded likewise.
    package func yearlyRents(at price: Money, over term: Term) throws(Rejection) -> [Money] {
        var rent = try yearlyAmount(at: price)
        guard priceUnit.isYearly else { return [rent] }
        var rents: [Money] = []
        for year in 0..<term.startedYears {
            if let rise, year > 0, rise.everyYears > 0, year % Int(rise.everyYears) == 0 {
                rent = try rent.scaled(by: 10_000 + rise.basisPoints, over: 10_000)
            }
            let isWhole = year < term.wholeYears
            rents.append(
                isWhole ? rent : try rent.scaled(by: Int64(term.restDays), over: Int64(term.daysOfRestYear)))
        }
        return rents
    }

    /// The consideration over the whole term, rises included: what thresholds are compared with.
    package func total(at price: Money, over term: Term) throws(Rejection) -> Money {
        var sum = Money.zero
        for rent in try yearlyRents(at: price, over: term) { sum = try sum.adding(rent) }
        return sum
    }

    /// Refuses a price whose amounts over the term cannot be reckoned: nobody could ever publish or sign such a result.
    func checkReckonable(_ price: Money, at now: Instant) throws(Rejection) {
        guard let term = term(from: startsOn ?? now.date) else { return }
        do throws(Rejection) {
            _ = try total(at: price, over: term)
            _ = try instalments(at: price, over: term)
        } catch {
            throw ExchangeRefusal.priceBeyondReckoning(ExchangeText.yuan(price))
        }
    }

    /// What is due when: the plan's shares by largest remainder, or every year's rent on its first day.
    package func instalments(at price: Money, over term: Term) throws(Rejection) -> [Instalment] {
        let years = payments.isEmpty ? (1...Int64(max(1, term.startedYears))).map { $0 } : payments.map(\.year)
        let amounts: [Money]
        if payments.isEmpty {
            amounts = try yearlyRents(at: price, over: term)
        } else {
            amounts = try total(at: price, over: term).split(by: payments.map(\.basisPoints))
        }
        return zip(years, amounts).enumerated().map { position, pair in
            Instalment(number: Int64(position) + 1, due: term.firstDay(ofYear: pair.0), amount: pair.1)
        }
    }
}
