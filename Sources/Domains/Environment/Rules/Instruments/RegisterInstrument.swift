package import HJ212
package import Kernel
package import Storage

/// Puts an instrument of a facility on the list. Its values count once it is accepted.
package struct RegisterInstrument: FacilityVerb {
    package let facility: FacilityID
    package let item: MeasuredItem
    package let model: String
    package let serial: String
    /// The upper end of what it measures.
    package let range: Micro

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), item: pass.value("item", \.item),
            model: pass.value("model", \.model), serial: pass.value("serial", \.serial),
            range: pass.value("range", \.range))
    }

    package static let name = "registerInstrument"
    package static var title: Message { InstrumentText.register }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .serialMissing, .rangeMissing, .serialTaken]

    package struct Facts: Sendable {
        package let isTaken: Bool
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard !model.isBlank, !serial.isBlank else { throw EnvironmentRefusal.serialMissing() }
        guard range.units > 0 else { throw EnvironmentRefusal.rangeMissing() }
        guard !facts.isTaken else { throw EnvironmentRefusal.serialTaken(serial) }
        return [
            InstrumentRegistered(
                facility: facility, place: subject.place, number: Int64(subject.instruments.count) + 1, item: item,
                model: model, serial: serial, range: range)
        ]
    }
}

/// An instrument stands on the list.
package struct InstrumentRegistered: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let item: MeasuredItem
    package let model: String
    package let serial: String
    package let range: Micro

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), item: pass.value("item", \.item),
            model: pass.value("model", \.model), serial: pass.value("serial", \.serial),
            range: pass.value("range", \.range))
    }

    package static let name = "instrumentRegistered"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.instruments.append(Instrument(number: number, item: item))
    }
}
