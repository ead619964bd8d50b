package import Kernel
package import Storage

/// Takes an instrument out: from the day on nothing of it counts.
package struct RetireInstrument: InstrumentVerb {
    package let facility: FacilityID
    package let number: Int64
    package let day: CivilDate
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), day: pass.value("day", \.day),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "retireInstrument"
    package static var title: Message { InstrumentText.retire }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noSuchInstrument, .dayAhead, .markWithoutReason,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        _ = try instrument(of: subject)
        guard day <= context.now.date else { throw EnvironmentRefusal.dayAhead() }
        guard !reason.isBlank else { throw EnvironmentRefusal.markWithoutReason() }
        return [
            InstrumentRetired(facility: facility, place: subject.place, number: number, day: day, reason: reason)
        ]
    }
}

/// An instrument was taken out.
package struct InstrumentRetired: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let day: CivilDate
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), day: pass.value("day", \.day),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "instrumentRetired"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.instruments.change(number) { $0.retired = day }
    }
}
