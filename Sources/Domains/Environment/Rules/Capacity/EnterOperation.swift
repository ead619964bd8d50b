package import HJ212
package import Kernel
package import Storage

/// Percent of water in sludge: 0 to 100.
package enum MoistureDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...100
    package static let unit = "%"
}

/// What a day of running a facility took and brought, beside what the outlet shows.
package struct OperationFigures: FieldRecord, Hashable {
    /// kWh of the whole facility.
    package let energy: Micro
    /// Wet tonnes taken away, and the share of water in them.
    package var sludge: Micro?
    package var moisture: Int64?
    /// mg/L at the inlet, day means.
    package var inletCOD: Micro?
    package var inletAmmonia: Micro?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            energy: pass.value("energy", \.energy), sludge: pass.optional("sludge", \.sludge),
            moisture: pass.optionalWhole("moisture", \.moisture, in: MoistureDomain.self),
            inletCOD: pass.optional("inletCOD", \.inletCOD),
            inletAmmonia: pass.optional("inletAmmonia", \.inletAmmonia))
    }

    /// kg of dry matter.
    var drySludge: Micro? {
        guard let sludge, let moisture else { return nil }
        return Micro.quotient(Int128(sludge.units) * Int128(100 - moisture) * 10, by: 1)
    }
}

/// Enters the daily log of a facility: electricity, sludge, and what came in. A day that is there needs a reason to be corrected.
package struct EnterOperation: FacilityVerb {
    package let facility: FacilityID
    package let day: CivilDate
    package let figures: OperationFigures
    package var reason: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), day: pass.value("day", \.day),
            figures: pass.inlined(\.figures), reason: pass.optional("reason", \.reason))
    }

    package static let name = "enterOperation"
    package static var title: Message { CapacityText.enter }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["day": .years(back: 5, ahead: 0)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .dayNotOver, .figuresNegative, .moistureMissing, .reasonMissing,
    ]

    package struct Facts: Sendable {
        package let version: Int64
        /// The most water any item's day was judged with; nil where no day is recorded.
        package let volume: Micro?
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard day < context.now.date else { throw EnvironmentRefusal.dayNotOver(day) }
        let all = [figures.energy, figures.sludge, figures.inletCOD, figures.inletAmmonia].compactMap { $0 }
        guard all.allSatisfy({ $0.units >= 0 }) else { throw EnvironmentRefusal.figuresNegative() }
        guard (figures.sludge == nil) == (figures.moisture == nil) else { throw EnvironmentRefusal.moistureMissing() }
        let hasReason = reason.map { !$0.isBlank } ?? false
        guard facts.version == 0 || hasReason else { throw EnvironmentRefusal.reasonMissing(facts.version) }
        let entered: [any Event<Environment>] = [
            OperationEntered(
                facility: facility, place: subject.place, day: day, version: facts.version + 1, figures: figures,
                reason: reason)
        ]
        return entered + powerAlarm(of: subject, facts)
    }

    /// Electricity without water is asked about; an alarm of before that nobody took ends where this day is no such day.
    private func powerAlarm(of subject: Facility, _ facts: Facts) -> [any Event<Environment>] {
        guard let volume = facts.volume else { return [] }
        let idle = DatedTables.value("idleEnergy", on: day) * 1_000_000
        let isDry = volume.units == 0 && figures.energy.units > idle
        return subject.changes(
            to: isDry ? [StationCondition(.powerWithoutFlow)] : [], of: [.powerWithoutFlow], on: day)
    }
}

/// A day of running stands in the log.
package struct OperationEntered: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let day: CivilDate
    package let version: Int64
    package let figures: OperationFigures
    package var reason: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            day: pass.value("day", \.day), version: pass.whole("version", \.version, in: CountDomain.self),
            figures: pass.inlined(\.figures), reason: pass.optional("reason", \.reason))
    }

    package static let name = "operationEntered"
    package func change(_ state: inout Environment.State, at instant: Instant) {}
}
