package import HJ212
package import Kernel
package import Storage

/// Counts what lies there of a reagent, and what was delivered since it was last counted. What the days between used follows of both; so
/// one verb is enough for stock, delivery and use.
package struct CountReagent: FacilityVerb {
    package let facility: FacilityID
    package let reagent: Reagent
    package let day: CivilDate
    /// kg, or litres of what is counted so: the same each time.
    package let stock: Micro
    package var received: Micro?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), reagent: pass.value("reagent", \.reagent),
            day: pass.value("day", \.day), stock: pass.value("stock", \.stock),
            received: pass.optional("received", \.received))
    }

    package static let name = "countReagent"
    package static var title: Message { UpkeepText.count }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["day": .years(back: 2, ahead: 0)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .dayAhead, .countNegative, .countedLater, .reagentGrew,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let came = received ?? Micro(0)
        guard day <= context.now.date else { throw EnvironmentRefusal.dayAhead() }
        guard stock.units >= 0, came.units >= 0 else { throw EnvironmentRefusal.countNegative() }
        var used: (amount: Micro, days: Int64)?
        if let last = subject.reagents[reagent] {
            guard last.day < day else { throw EnvironmentRefusal.countedLater(last.day) }
            let amount = Int128(last.stock.units) + Int128(came.units) - Int128(stock.units)
            guard amount >= 0, let fits = Int64(exactly: amount) else { throw EnvironmentRefusal.reagentGrew() }
            used = (Micro(fits), Int64(day.dayNumber - last.day.dayNumber))
        }
        return [
            ReagentCounted(
                facility: facility, place: subject.place, reagent: reagent, day: day, stock: stock, received: came,
                used: used?.amount, days: used?.days)
        ]
    }
}

/// A reagent was counted.
package struct ReagentCounted: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let reagent: Reagent
    package let day: CivilDate
    package let stock: Micro
    package let received: Micro
    /// Since the count before, and over how many days; absent of the first one.
    package var used: Micro?
    package var days: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            reagent: pass.value("reagent", \.reagent), day: pass.value("day", \.day),
            stock: pass.value("stock", \.stock), received: pass.value("received", \.received),
            used: pass.optional("used", \.used), days: pass.optionalWhole("days", \.days, in: CountDomain.self))
    }

    package static let name = "reagentCounted"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.reagents[reagent] = ReagentCount(day: day, stock: stock)
    }
}
