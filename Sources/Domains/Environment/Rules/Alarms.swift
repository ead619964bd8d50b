package import Kernel
import Storage

/// How an alarm ended: put right, withdrawn because the day was judged anew, or over before anybody took it.
package enum AlarmClosing: String, FieldChoice { case corrected, withdrawn, over }

/// A condition that needs somebody. One raise and one clear; the same condition later has a number of its own.
package struct AlarmRaised: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let kind: AlarmKind
    /// Absent where the whole station is meant.
    package let item: MeasuredItem?
    package let day: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), kind: pass.value("kind", \.kind),
            item: pass.optional("item", \.item), day: pass.value("day", \.day))
    }

    package static let name = "alarmRaised"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.alarms.append(Alarm(number: number, kind: kind, item: item, day: day, raisedAt: instant))
    }
}
