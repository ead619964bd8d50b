package import Kernel

/// How long a right is given: from the first to the last day, both included.
package struct Term: Sendable, Hashable {
    package let startsOn: CivilDate
    package let endsOn: CivilDate

    /// Nil when the last day lies before the first.
    package init?(from startsOn: CivilDate, through endsOn: CivilDate) {
        guard startsOn <= endsOn else { return nil }
        self.startsOn = startsOn
        self.endsOn = endsOn
    }

    /// `years` whole contract years; nil unless there is at least one.
    package init?(from startsOn: CivilDate, years: Int64) {
        guard (1...100).contains(years) else { return nil }
        self.init(from: startsOn, through: startsOn.anniversary(Int(years)).adding(days: -1))
    }

    /// The contract years that are complete.
    package var wholeYears: Int {
        var years = max(0, endsOn.year - startsOn.year - 1)
        while startsOn.anniversary(years + 1) <= endsOn.adding(days: 1) { years += 1 }
        return years
    }

    /// Days of the last, incomplete contract year; 0 when the term ends with a whole year.
    package var restDays: Int {
        endsOn.dayNumber + 1 - startsOn.anniversary(wholeYears).dayNumber
    }

    /// Days the last contract year would have if it were complete: 365 or 366.
    package var daysOfRestYear: Int {
        startsOn.anniversary(wholeYears + 1).dayNumber - startsOn.anniversary(wholeYears).dayNumber
    }

    /// Whether the term is longer than `years` years, by at least a day.
    package func isLonger(thanYears years: Int) -> Bool {
        endsOn >= startsOn.anniversary(years)
    }

    /// The contract years begun, an incomplete last one included.
    package var startedYears: Int { wholeYears + (restDays > 0 ? 1 : 0) }

    /// The first day of contract year `number`, counted from 1.
    package func firstDay(ofYear number: Int64) -> CivilDate {
        startsOn.anniversary(Int(number) - 1)
    }
}
