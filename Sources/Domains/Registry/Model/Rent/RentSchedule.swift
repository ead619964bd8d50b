package import Kernel

/// By which years a rent is reckoned.
package enum RentYears: String, FieldChoice {
    /// From the first day of the term on, year by year.
    case anniversary
    /// January to December; the first and the last are broken.
    case calendar
}

/// The rule by which a rent runs: so much a year, raised every so many years by so many ten-thousandths of what it then is.
///
/// In kind: `good` and `gramsPerYear` say what is owed, `annual` is its value at the reference price the contract names.
package struct RentSchedule: FieldRecord, Hashable {
    package let annual: Money
    /// Every how many years the rent rises; 0 never.
    package let stepYears: Int64
    package let stepBasisPoints: Int64
    package let years: RentYears
    /// What is owed where the rent is not money: wheat.
    package let good: String?
    package let gramsPerYear: Int64?

    package init(
        annual: Money, stepYears: Int64 = 0, stepBasisPoints: Int64 = 0, years: RentYears = .anniversary,
        good: String? = nil, gramsPerYear: Int64? = nil
    ) {
        self.annual = annual
        self.stepYears = stepYears
        self.stepBasisPoints = stepBasisPoints
        self.years = years
        self.good = good
        self.gramsPerYear = gramsPerYear
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            annual: pass.value("annualFen", \.annual),
            stepYears: pass.optionalWhole("stepYears", { $0.stepYears == 0 ? nil : $0.stepYears }, in: YearsDomain.self)
                ?? 0,
            stepBasisPoints: pass.optionalWhole(
                "stepBasisPoints", { $0.stepBasisPoints == 0 ? nil : $0.stepBasisPoints }, in: BasisPointsDomain.self)
                ?? 0,
            years: pass.optional("years", { $0.years == .anniversary ? nil : $0.years }) ?? .anniversary,
            good: pass.optional("good", \.good),
            gramsPerYear: pass.optionalWhole("gramsPerYear", \.gramsPerYear, in: GramsDomain.self))
    }

    /// Every year of the term with what is owed for it; nil where an amount leaves what money can say.
    ///
    /// Each year's rent is reckoned exactly and rounded once, half up; the last takes what is left of the sum, which is
    /// rounded once too. So the lines always add up to the exact total.
    package func lines(from start: CivilDate, to end: CivilDate) -> [RentLine]? {
        lines(of: annual.fen, from: start, to: end).map { parts in
            parts.map { RentLine(number: $0.number, from: $0.from, to: $0.to, amount: Money(fen: $0.amount)) }
        }
    }

    /// What is owed in kind in every year of the term, in grams; nil where the rent is money.
    package func grams(from start: CivilDate, to end: CivilDate) -> [Int64]? {
        gramsPerYear.flatMap { lines(of: $0, from: start, to: end)?.map(\.amount) }
    }

    private struct Part {
        let number: Int64
        let from: CivilDate
        let to: CivilDate
        let amount: Int64
    }

    private func lines(of yearly: Int64, from start: CivilDate, to end: CivilDate) -> [Part]? {
        guard yearly >= 0, start <= end else { return nil }
        let spans = spans(from: start, to: end)
        let highest = steps(before: spans.count - 1)
        var sum = LongNumber(0)
        var parts: [Part] = []
        var given: Int64 = 0
        for (position, span) in spans.enumerated() {
            let exact = share(of: UInt64(yearly), span, steps: steps(before: position), of: highest)
            sum = sum + exact
            let isLast = position == spans.count - 1
            guard let amount = rounded(isLast ? sum : exact, highest) else { return nil }
            let own = isLast ? amount - given : amount
            given += own
            parts.append(Part(number: Int64(position + 1), from: span.from, to: span.to, amount: own))
        }
        return parts
    }

    private struct Span {
        let from: CivilDate
        let to: CivilDate
        let daysOfYear: Int
    }

    private func spans(from start: CivilDate, to end: CivilDate) -> [Span] {
        var spans: [Span] = []
        var from = start
        while from <= end {
            let (first, next) =
                switch years {
                case .anniversary: (from, start.anniversary(spans.count + 1))
                case .calendar: Self.year(of: from)
                }
            spans.append(
                Span(from: from, to: min(end, next.adding(days: -1)), daysOfYear: next.dayNumber - first.dayNumber))
            guard next > from else { break }
            from = next
        }
        return spans
    }

    /// 1 January of the day's year and of the next.
    private static func year(of day: CivilDate) -> (CivilDate, CivilDate) {
        let first = CivilDate(firstOfMonth: day.year * 12)
        return (first, first.adding(years: 1))
    }

    private func steps(before position: Int) -> Int { stepYears > 0 ? position / Int(stepYears) : 0 }

    /// The rent of one span over the one denominator of them all: 10,000 to the power of the highest step, times 365 × 366.
    private func share(of yearly: UInt64, _ span: Span, steps: Int, of highest: Int) -> LongNumber {
        let days = UInt32(span.to.dayNumber - span.from.dayNumber + 1)
        var exact = LongNumber(yearly) * days * UInt32(span.daysOfYear == 366 ? 365 : 366)
        for _ in 0..<steps { exact = exact * UInt32(10_000 + stepBasisPoints) }
        for _ in steps..<highest { exact = exact * 10_000 }
        return exact
    }

    /// Half up, to a whole number: twice the number and the denominator, over twice the denominator.
    private func rounded(_ exact: LongNumber, _ highest: Int) -> Int64? {
        var denominator = LongNumber(365 * 366)
        for _ in 0..<highest { denominator = denominator * 10_000 }
        var result = (exact * 2 + denominator) / 2 / (365 * 366)
        for _ in 0..<highest { result = result / 10_000 }
        return result.plain.flatMap { $0 <= UInt64(Money.highest) ? Int64($0) : nil }
    }
}

/// What is owed for one year of a term, or a broken one.
package struct RentLine: Sendable, Hashable {
    package let number: Int64
    package let from: CivilDate
    /// The last day.
    package let to: CivilDate
    package let amount: Money
}

/// Grams of a rent in kind: at most a hundred thousand tonnes.
package enum GramsDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...100_000_000_000
    package static let unit = "g"
    package static let typed = TypedUnit.kilograms
}
