package import Kernel
package import Storage

/// Closes an alarm: what was wrong and what was done. Somebody has to have taken it first, and a letter about it has its answer.
package struct CloseAlarm: FacilityVerb {
    package let facility: FacilityID
    package let number: Int64
    package let words: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), words: pass.value("words", \.words))
    }

    package static let name = "closeAlarm"
    package static var title: Message { EnvironmentText.closeAlarm }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noOpenAlarm, .alarmWithoutOwner, .letterWaits, .closedWithoutWords,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard let alarm = subject.alarms.first(where: { $0.number == number && $0.closedAt == nil }) else {
            throw EnvironmentRefusal.noOpenAlarm(number)
        }
        guard alarm.owner != nil else { throw EnvironmentRefusal.alarmWithoutOwner(number) }
        if let letter = subject.waitingLetter(of: number) { throw EnvironmentRefusal.letterWaits(letter.number) }
        guard !words.isBlank else { throw EnvironmentRefusal.closedWithoutWords() }
        return [
            AlarmClosed(facility: facility, place: subject.place, number: number, closing: .corrected, words: words)
        ]
    }
}

/// An alarm has ended.
package struct AlarmClosed: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let closing: AlarmClosing
    package let words: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), closing: pass.value("closing", \.closing),
            words: pass.value("words", \.words, absent: ""))
    }

    package static let name = "alarmClosed"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.alarms.change(number) { $0.closedAt = instant }
    }
}
