package import HJ212
package import Kernel
package import Storage

/// The end of a stretch of hours: 1 to 24.
package enum HourEndDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...24
    package static let unit = "h"
}

/// The beginning of one: 0 to 23.
package enum HourDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...23
    package static let unit = "h"
}

/// Marks hours by hand. Somebody else confirms it; then it beats the device's mark, which stays beside it.
package struct MarkHours: FacilityVerb {
    package let facility: FacilityID
    /// Absent: every item.
    package var item: MeasuredItem?
    package let day: CivilDate
    package let from: Int64
    package let until: Int64
    package let mark: Mark
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), item: pass.optional("item", \.item),
            day: pass.value("day", \.day), from: pass.whole("from", \.from, in: HourDomain.self),
            until: pass.whole("until", \.until, in: HourEndDomain.self), mark: pass.value("mark", \.mark),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "markHours"
    package static var title: Message { InstrumentText.mark }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .hoursBackwards, .dayAhead, .windowOver, .markWithoutReason,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard from < until else { throw EnvironmentRefusal.hoursBackwards() }
        guard day <= context.now.date else { throw EnvironmentRefusal.dayAhead() }
        try RepairWindow.hold(day, on: context.now.date, field: "day")
        guard !reason.isBlank else { throw EnvironmentRefusal.markWithoutReason() }
        return [
            HoursMarked(
                facility: facility, place: subject.place, number: Int64(subject.marks.count) + 1, item: item, day: day,
                from: from, until: until, mark: mark, reason: reason, by: context.principal.person)
        ]
    }
}

extension Mark: FieldChoice {}

/// Hours were marked by hand; not confirmed yet.
package struct HoursMarked: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package var item: MeasuredItem?
    package let day: CivilDate
    package let from: Int64
    package let until: Int64
    package let mark: Mark
    package let reason: String
    package let by: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), item: pass.optional("item", \.item),
            day: pass.value("day", \.day), from: pass.whole("from", \.from, in: HourDomain.self),
            until: pass.whole("until", \.until, in: HourEndDomain.self), mark: pass.value("mark", \.mark),
            reason: pass.value("reason", \.reason), by: pass.value("by", \.by))
    }

    package static let name = "hoursMarked"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.marks.append(HandMark(number: number, by: by))
    }
}
