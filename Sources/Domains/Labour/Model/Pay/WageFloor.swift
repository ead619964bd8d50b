package import Kernel

/// Full-time or part-time work in the law's sense (Labour Contract Law, arts. 68–72): decided per worker, employer and week.
package enum WorkKind: String, FieldChoice {
    case fullTime, partTime

    /// Part-time is at most four hours a day on average and twenty-four hours a week at one employer (art. 68).
    package static func decide(minutesOfDays: [Int64]) -> WorkKind {
        let worked = minutesOfDays.filter { $0 > 0 }
        let total = worked.reduce(0, +)
        return total <= 24 * 60 && total <= Int64(worked.count) * 4 * 60 ? .partTime : .fullTime
    }
}

/// A row of the minimum wage notice of a province: from a day, for a class of counties. Fen.
package struct WageFloor: Sendable, Hashable {
    package let month: Money
    package let hourFullTime: Money
    package let hourPartTime: Money

    package init(month: Money, hourFullTime: Money, hourPartTime: Money) {
        self.month = month
        self.hourFullTime = hourFullTime
        self.hourPartTime = hourPartTime
    }

    package func hour(_ kind: WorkKind) -> Money { kind == .fullTime ? hourFullTime : hourPartTime }

    /// Whether `wage` for `minutes` reaches the hourly row, compared exactly and never as a rounded hourly rate.
    package func allows(_ wage: Money, forMinutes minutes: Int64, _ kind: WorkKind) -> Bool {
        minutes > 0 && Int128(wage.fen) * 60 >= Int128(hour(kind).fen) * Int128(minutes)
    }
}
