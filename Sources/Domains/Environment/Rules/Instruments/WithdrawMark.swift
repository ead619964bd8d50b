package import Kernel
package import Storage

/// Takes a mark back, confirmed or not: the hours count again as the device marked them.
package struct WithdrawMark: MarkVerb {
    package let facility: FacilityID
    package let number: Int64
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), reason: pass.value("reason", \.reason))
    }

    package static let name = "withdrawMark"
    package static var title: Message { InstrumentText.withdraw }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .noSuchMark, .markWithoutReason]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        _ = try mark(of: subject)
        guard !reason.isBlank else { throw EnvironmentRefusal.markWithoutReason() }
        return [MarkWithdrawn(facility: facility, place: subject.place, number: number, reason: reason)]
    }
}

/// A mark holds no longer.
package struct MarkWithdrawn: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), reason: pass.value("reason", \.reason))
    }

    package static let name = "markWithdrawn"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.marks.change(number) { $0.isWithdrawn = true }
    }
}
