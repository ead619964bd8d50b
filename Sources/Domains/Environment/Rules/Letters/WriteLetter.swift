package import Kernel
package import Storage

/// Writes to the operator about an exceeding day: what was measured, what is asked, and by when the answer is due. The letter rests
/// on the version of the day that counts; of an alarm one letter at a time waits for its answer.
package struct WriteLetter: FacilityVerb {
    package let facility: FacilityID
    /// The alarm's.
    package let number: Int64
    package let demand: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), demand: pass.value("demand", \.demand))
    }

    package static let name = "writeLetter"
    package static var title: Message { LetterText.write }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noOpenAlarm, .notExceeding, .letterWaits, .demandMissing,
    ]

    package struct Facts: Sendable {
        /// Of each item the version of the alarm's day that counts.
        package let versions: [MeasuredItem: Int64]
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard let alarm = subject.alarms.first(where: { $0.number == number && $0.closedAt == nil }) else {
            throw EnvironmentRefusal.noOpenAlarm(number)
        }
        guard alarm.kind == .exceedance, let item = alarm.item, let version = facts.versions[item] else {
            throw EnvironmentRefusal.notExceeding(number)
        }
        if let letter = subject.waitingLetter(of: number) { throw EnvironmentRefusal.letterWaits(letter.number) }
        guard !demand.isBlank else { throw EnvironmentRefusal.demandMissing() }
        let today = context.now.date
        return [
            LetterWritten(
                facility: facility, place: subject.place, number: Int64(subject.letters.count) + 1, alarm: number,
                item: item, day: alarm.day, version: version, demand: demand,
                answerBy: today.adding(days: Int(DatedTables.value("answerDays", on: today))),
                writer: context.principal.person, office: context.principal.office)
        ]
    }
}

/// A letter went to the operator.
package struct LetterWritten: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let alarm: Int64
    package let item: MeasuredItem
    package let day: CivilDate
    /// The version of the day it rests on.
    package let version: Int64
    package let demand: String
    /// The last day for the answer.
    package let answerBy: CivilDate
    package let writer: PersonID
    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self),
            alarm: pass.whole("alarm", \.alarm, in: CountDomain.self), item: pass.value("item", \.item),
            day: pass.value("day", \.day), version: pass.whole("version", \.version, in: CountDomain.self),
            demand: pass.value("demand", \.demand), answerBy: pass.value("answerBy", \.answerBy),
            writer: pass.value("writer", \.writer), office: pass.value("office", \.office))
    }

    package static let name = "letterWritten"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.letters.append(Letter(number: number, alarm: alarm, writer: writer))
    }
}
