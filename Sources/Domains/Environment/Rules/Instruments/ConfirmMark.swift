package import Kernel
package import Storage

/// Confirms a mark somebody else made: from now on the hours count as marked.
package struct ConfirmMark: MarkVerb {
    package let facility: FacilityID
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self))
    }

    package static let name = "confirmMark"
    package static var title: Message { InstrumentText.confirm }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noSuchMark, .markConfirmed, .confirmedByMarker,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let mark = try mark(of: subject)
        guard !mark.isConfirmed else { throw EnvironmentRefusal.markConfirmed(number) }
        guard mark.by != context.principal.person else { throw EnvironmentRefusal.confirmedByMarker() }
        return [
            MarkConfirmed(facility: facility, place: subject.place, number: number, by: context.principal.person)
        ]
    }
}

/// A verb on a mark that stands.
package protocol MarkVerb: FacilityVerb {
    var number: Int64 { get }
}

extension MarkVerb {
    func mark(of facility: Facility) throws(Rejection) -> HandMark {
        guard let found = facility.marks.first(where: { $0.number == number && !$0.isWithdrawn }) else {
            throw EnvironmentRefusal.noSuchMark(number)
        }
        return found
    }
}

/// A mark holds.
package struct MarkConfirmed: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let by: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), by: pass.value("by", \.by))
    }

    package static let name = "markConfirmed"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.marks.change(number) { $0.isConfirmed = true }
    }
}
