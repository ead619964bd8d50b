package import HJ212
package import Kernel
package import Storage

/// What the instrument and the laboratory read of one sample.
package struct ComparedPair: FieldRecord, Hashable {
    package let instrument: Micro
    package let laboratory: Micro

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            instrument: pass.value("instrument", \.instrument), laboratory: pass.value("laboratory", \.laboratory))
    }
}

/// Holds an instrument against a laboratory. Whether it passes is reckoned by the tolerances of the item.
package struct RecordComparison: InstrumentVerb {
    package let facility: FacilityID
    package let number: Int64
    package let day: CivilDate
    package let laboratory: String
    package let pairs: [ComparedPair]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), day: pass.value("day", \.day),
            laboratory: pass.value("laboratory", \.laboratory), pairs: pass.list("pairs", \.pairs, max: 20))
    }

    package static let name = "recordComparison"
    package static var title: Message { InstrumentText.compare }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noSuchInstrument, .dayAhead, .laboratoryMissing, .pairsFew, .noTolerance, .comparisonKnown,
    ]

    package struct Facts: Sendable {
        package let isKnown: Bool
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let instrument = try instrument(of: subject)
        guard day <= context.now.date else { throw EnvironmentRefusal.dayAhead() }
        guard !laboratory.isBlank else { throw EnvironmentRefusal.laboratoryMissing() }
        let item = instrument.item.rawValue
        let compared = Comparison(item: item, pairs: pairs.map { ($0.instrument, $0.laboratory) })
        guard let needed = compared.needed else { throw EnvironmentRefusal.pairsFew() }
        guard pairs.allSatisfy({ Comparison.tolerance(of: item, at: $0.laboratory) != nil }) else {
            throw EnvironmentRefusal.noTolerance(item)
        }
        guard !facts.isKnown else { throw EnvironmentRefusal.comparisonKnown(day) }
        return [
            ComparisonRecorded(
                facility: facility, place: subject.place, number: number, day: day, laboratory: laboratory,
                pairs: pairs, within: Int64(compared.within), needed: Int64(needed))
        ]
    }
}

/// An instrument was held against a laboratory.
package struct ComparisonRecorded: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let day: CivilDate
    package let laboratory: String
    package let pairs: [ComparedPair]
    package let within: Int64
    package let needed: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), day: pass.value("day", \.day),
            laboratory: pass.value("laboratory", \.laboratory), pairs: pass.list("pairs", \.pairs, max: 20),
            within: pass.whole("within", \.within, in: CountDomain.self),
            needed: pass.whole("needed", \.needed, in: CountDomain.self))
    }

    package static let name = "comparisonRecorded"
    package func change(_ state: inout Environment.State, at instant: Instant) {}
}
