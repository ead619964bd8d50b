package import HJ212
package import Kernel
package import Storage

/// Writes down a check with a standard solution. Whether it passed is reckoned, never typed; a failed one takes away the hours
/// from the last passed check to the next.
package struct RecordCheck: InstrumentVerb {
    package let facility: FacilityID
    package let number: Int64
    package let at: Instant
    package let standard: Micro
    package let reading: Micro

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), at: pass.value("at", \.at),
            standard: pass.value("standard", \.standard), reading: pass.value("reading", \.reading))
    }

    package static let name = "recordCheck"
    package static var title: Message { InstrumentText.check }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noSuchInstrument, .checkAhead, .windowOver, .standardMissing, .checkKnown,
    ]

    package struct Facts: Sendable {
        package let isKnown: Bool
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let instrument = try instrument(of: subject)
        guard at <= context.now else { throw EnvironmentRefusal.checkAhead() }
        try RepairWindow.hold(at.date, on: context.now.date, field: "at")
        guard standard.units > 0 else { throw EnvironmentRefusal.standardMissing() }
        guard !facts.isKnown else { throw EnvironmentRefusal.checkKnown(at) }
        let rule = instrument.item == .acidity ? MeasuredItem.acidity.rawValue : "standard check"
        return [
            CheckRecorded(
                facility: facility, place: subject.place, number: number, at: at, standard: standard, reading: reading,
                passed: Comparison.passes(rule, reading, standard))
        ]
    }
}

/// Marks and checks may be entered for as long as a day may be repaired.
enum RepairWindow {
    static func hold(_ day: CivilDate, on today: CivilDate, field: String) throws(Rejection) {
        let days = DatedTables.value("repairWindow", on: today)
        guard Int64(today.dayNumber - day.dayNumber) <= days else {
            throw EnvironmentRefusal.windowOver.at(field, days)
        }
    }
}

/// An instrument was checked.
package struct CheckRecorded: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let at: Instant
    package let standard: Micro
    package let reading: Micro
    package let passed: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), at: pass.value("at", \.at),
            standard: pass.value("standard", \.standard), reading: pass.value("reading", \.reading),
            passed: pass.value("passed", \.passed))
    }

    package static let name = "checkRecorded"
    package func change(_ state: inout Environment.State, at instant: Instant) {}
}
