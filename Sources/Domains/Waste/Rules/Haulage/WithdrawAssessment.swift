package import Kernel
package import Storage

/// Takes an assessment back, while its month is not agreed.
package struct WithdrawAssessment: HaulageVerb {
    package let haulage: HaulageID
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage),
            number: pass.whole("number", \.number, in: HaulageCountDomain.self))
    }

    package static let name = "withdrawAssessment"
    package static var title: Message { HaulageText.withdrawAssessment }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.haulageUnknown, .assessmentUnknown, .settlementFixed]

    package func decide(_ subject: Haulage, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard let found = subject.assessments.first(where: { $0.number == number && !$0.isWithdrawn }) else {
            throw WasteRefusal.assessmentUnknown(number)
        }
        guard subject.settlements[found.month]?.phase.isFixed != true else {
            throw WasteRefusal.settlementFixed(found.month)
        }
        return [AssessmentWithdrawn(haulage: haulage, place: subject.place, number: number)]
    }
}

/// An assessment takes nothing off any more.
package struct AssessmentWithdrawn: WasteEvent {
    package let haulage: HaulageID
    package let place: DivisionID
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: HaulageCountDomain.self))
    }

    package static let name = "assessmentWithdrawn"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        guard let index = state.haulage?.assessments.firstIndex(where: { $0.number == number }) else { return }
        state.haulage?.assessments[index].isWithdrawn = true
    }
}
