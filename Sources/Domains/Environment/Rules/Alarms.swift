package import Kernel
import Storage

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
