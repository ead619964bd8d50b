package import Kernel
package import Storage

/// How an alarm ended: put right, or withdrawn because the day was judged anew.
package enum AlarmClosing: String, FieldChoice { case corrected, withdrawn }

/// A condition that needs somebody. One raise and one clear; the same condition later has a number of its own.
package struct AlarmRaised: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let kind: AlarmKind
    package let item: MeasuredItem
    package let day: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), kind: pass.value("kind", \.kind),
            item: pass.value("item", \.item), day: pass.value("day", \.day))
    }

    package static let name = "alarmRaised"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.alarms.append(Alarm(number: number, kind: kind, item: item, day: day, raisedAt: instant))
    }
}

/// Takes an alarm as one's own: from now on it has an owner.
package struct TakeAlarm: FacilityVerb {
    package let facility: FacilityID
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self))
    }

    package static let name = "takeAlarm"
    package static var title: Message { EnvironmentText.takeAlarm }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .noOpenAlarm, .alarmTaken]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard let alarm = subject.alarms.first(where: { $0.number == number && $0.closedAt == nil }) else {
            throw EnvironmentRefusal.noOpenAlarm(number)
        }
        guard alarm.owner == nil else { throw EnvironmentRefusal.alarmTaken(number) }
        return [
            AlarmTaken(facility: facility, place: subject.place, number: number, owner: context.principal.person)
        ]
    }
}

/// An alarm has an owner.
package struct AlarmTaken: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let owner: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), owner: pass.value("owner", \.owner))
    }

    package static let name = "alarmTaken"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        guard let place = state.facility?.alarms.firstIndex(where: { $0.number == number }) else { return }
        state.facility?.alarms[place].owner = owner
    }
}

/// Closes an alarm: what was wrong and what was done. Somebody has to have taken it first.
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
        .noSuchFacility, .noOpenAlarm, .alarmWithoutOwner, .closedWithoutWords,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard let alarm = subject.alarms.first(where: { $0.number == number && $0.closedAt == nil }) else {
            throw EnvironmentRefusal.noOpenAlarm(number)
        }
        guard alarm.owner != nil else { throw EnvironmentRefusal.alarmWithoutOwner(number) }
        guard !words.allSatisfy(\.isWhitespace) else { throw EnvironmentRefusal.closedWithoutWords() }
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
        guard let place = state.facility?.alarms.firstIndex(where: { $0.number == number }) else { return }
        state.facility?.alarms[place].closedAt = instant
    }
}
