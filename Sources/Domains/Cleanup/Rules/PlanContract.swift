package import Kernel
package import Storage

/// Says what is to be done with a contract, and by when.
package struct PlanContract: CaseVerb {
    package let foundCase: CaseID
    package let plan: CasePlan
    package let due: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            foundCase: pass.value("case", \.foundCase), plan: pass.value("plan", \.plan), due: pass.value("due", \.due))
    }

    package static let name = "planContract"
    package static var title: Message { CleanupText.planContract }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.noSuchCase, .caseClosed, .dueInPast]

    package func decide(_ found: FoundCase, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard !found.isClosed else { throw CleanupRefusal.caseClosed(foundCase) }
        guard due >= context.now.date else { throw CleanupRefusal.dueInPast(due) }
        return [ContractPlanned(foundCase: foundCase, place: found.place, plan: plan, due: due)]
    }
}

/// It is known what is done with a contract.
package struct ContractPlanned: CleanupEvent {
    package let foundCase: CaseID
    package let place: DivisionID
    package let plan: CasePlan
    package let due: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            foundCase: pass.value("case", \.foundCase), place: pass.value("division", \.place),
            plan: pass.value("plan", \.plan), due: pass.value("due", \.due))
    }

    package static let name = "contractPlanned"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.found?.plan = plan }
}
