package import Kernel
package import Storage

/// Takes an amount off a month's pay, for what an assessment found on a day.
package struct AssessHaulage: HaulageVerb {
    package let haulage: HaulageID
    package let day: CivilDate
    package let kind: AssessmentKind
    package let amount: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), day: pass.value("day", \.day), kind: pass.value("kind", \.kind),
            amount: pass.value("amountFen", \.amount))
    }

    package static let name = "assessHaulage"
    package static var title: Message { HaulageText.assessHaulage }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .haulageUnknown, .dayToCome, .dayOutside, .settlementFixed, .amountMissing,
    ]

    package func decide(_ subject: Haulage, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard day <= context.now.date else { throw WasteRefusal.dayToCome() }
        guard day >= subject.from, day <= subject.until else { throw WasteRefusal.dayOutside() }
        let month = WasteMonth(day)
        guard subject.settlements[month]?.phase.isFixed != true else { throw WasteRefusal.settlementFixed(month) }
        guard amount > .zero else { throw WasteRefusal.amountMissing() }
        return [
            HaulageAssessed(
                haulage: haulage, place: subject.place, number: Int64(subject.assessments.count + 1), day: day,
                kind: kind, amount: amount)
        ]
    }
}

/// An assessment takes something off.
package struct HaulageAssessed: WasteEvent {
    package let haulage: HaulageID
    package let place: DivisionID
    package let number: Int64
    package let day: CivilDate
    package let kind: AssessmentKind
    package let amount: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: HaulageCountDomain.self), day: pass.value("day", \.day),
            kind: pass.value("kind", \.kind), amount: pass.value("amountFen", \.amount))
    }

    package static let name = "haulageAssessed"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.haulage?.assessments.append(Assessment(number: number, day: day, amount: amount))
    }
}
