package import Kernel
package import Storage

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
        state.facility?.alarms.change(number) { $0.owner = owner }
    }
}
