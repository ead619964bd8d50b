package import Kernel
package import Storage

/// Accepts an instrument: from the day of the paper on, what it measures counts.
package struct AcceptInstrument: InstrumentVerb {
    package let facility: FacilityID
    package let number: Int64
    package let day: CivilDate
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), day: pass.value("day", \.day),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "acceptInstrument"
    package static var title: Message { InstrumentText.accept }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["day": .years(back: 20, ahead: 0)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noSuchInstrument, .instrumentAccepted, .dayAhead, .paperMissing,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let instrument = try instrument(of: subject)
        if let accepted = instrument.accepted { throw EnvironmentRefusal.instrumentAccepted(accepted) }
        guard day <= context.now.date else { throw EnvironmentRefusal.dayAhead() }
        guard !paper.isBlank else { throw EnvironmentRefusal.paperMissing() }
        return [
            InstrumentAccepted(facility: facility, place: subject.place, number: number, day: day, paper: paper)
        ]
    }
}

/// A verb on an instrument of a facility that is in use.
package protocol InstrumentVerb: FacilityVerb {
    var number: Int64 { get }
}

extension InstrumentVerb {
    func instrument(of facility: Facility) throws(Rejection) -> Instrument {
        guard let found = facility.instruments.first(where: { $0.number == number && $0.retired == nil }) else {
            throw EnvironmentRefusal.noSuchInstrument(number)
        }
        return found
    }
}

/// An instrument counts from a day on.
package struct InstrumentAccepted: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let day: CivilDate
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), day: pass.value("day", \.day),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "instrumentAccepted"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.instruments.change(number) { $0.accepted = day }
    }
}
