package import Kernel

/// The fourteen patterns audits found in subsidised training (national audit report 2023; Jiaokou; Haidian). Each finding is
/// a question that a person answers, never a verdict.
package enum Detector: Int, Sendable, CaseIterable, Hashable {
    case twoSessionsAtOnce = 1, trainingAtWork, onePhoto, oneDevice, signInTimes, roomTooSmall, teacherTwice, hours,
        marks
    case ownExaminers, order, paidTwice, oneAccount, noWages
}

/// What a detector found: the thing it is about and the rows that show it.
package struct FraudFinding: Sendable, Hashable {
    package let detector: Detector
    /// A session, course, exam, claim or person, by its name.
    package let about: String
    package let rows: [String]
}

/// The limits the detectors hold rows against: a county's, dated; these are the house's proposal.
package struct FraudLimits: Sendable {
    /// A class hour (Jiangsu 2023).
    package var classMinutes: Int64 = 45
    package var juniorHours: Int64 = 40
    package var higherHours: Int64 = 56
    package var practicePercent: Int64 = 60
    package var looksApart = 6
    package var personsPerDevice = 3
    package var deviceSeconds: Int64 = 120
    package var allWithinSeconds: Int64 = 10
    package var earlyMinutes: Int64 = 30
    package var leastPersons = 5
    package var leastSpread = 2
    package var leastAge = 16
    package var claimsPerYear = 3
    package var wageDays: Int64 = 60

    package init() {}

    /// Of the county's dated rows on `day`, where there are such rows.
    package init(on day: CivilDate) {
        let rules = TrainingRules(on: day)
        classMinutes = rules[.classMinutes]
        juniorHours = rules[.juniorHours]
        higherHours = rules[.higherHours]
        practicePercent = rules[.practicePercent]
        earlyMinutes = rules[.earlyMinutes]
        leastAge = Int(rules[.leastAge])
        claimsPerYear = Int(rules[.claimsPerYear])
        wageDays = rules[.wageDays]
    }
}
