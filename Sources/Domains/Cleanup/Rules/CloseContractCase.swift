package import Kernel
package import Registry
package import Storage

/// The plan is carried out. What the land brings in a year from now on, and what was collected, are said here once; before
/// and after are sums over these events.
package struct CloseContractCase: CaseVerb {
    package let foundCase: CaseID
    /// What the members resolved; a plan that changes anything needs it (village-register 3.4).
    package var resolution: ResolutionID?
    package var annualFen: Amount?
    package var collectedFen: Amount?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            foundCase: pass.value("case", \.foundCase), resolution: pass.optional("resolution", \.resolution),
            annualFen: pass.optional("annualFen", \.annualFen),
            collectedFen: pass.optional("collectedFen", \.collectedFen))
    }

    package static let name = "closeContractCase"
    package static var title: Message { CleanupText.closeContractCase }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchCase, .caseClosed, .planMissing, .resolutionMissing, .noSuchResolution, .otherBodysResolution,
    ]

    package struct Facts: Sendable {
        package let resolution: Resolution?
    }

    package func decide(_ found: FoundCase, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard !found.isClosed else { throw CleanupRefusal.caseClosed(foundCase) }
        guard found.plan != nil || found.problems.isEmpty else { throw CleanupRefusal.planMissing() }
        if let resolution {
            guard let known = facts.resolution else { throw CleanupRefusal.noSuchResolution(resolution) }
            guard known.organisation == found.organisation else { throw CleanupRefusal.otherBodysResolution() }
        } else if found.plan?.needsResolution == true {
            throw CleanupRefusal.resolutionMissing()
        }
        return [
            ContractCaseClosed(
                foundCase: foundCase, place: found.place, resolution: resolution,
                annual: annualFen?.money ?? found.terms.annual ?? .zero, collected: collectedFen?.money ?? .zero)
        ]
    }
}

/// A found contract is in order, or gone.
package struct ContractCaseClosed: CleanupEvent {
    package let foundCase: CaseID
    package let place: DivisionID
    package let resolution: ResolutionID?
    package let annual: Money
    package let collected: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            foundCase: pass.value("case", \.foundCase), place: pass.value("division", \.place),
            resolution: pass.optional("resolution", \.resolution), annual: pass.value("annualFen", \.annual),
            collected: pass.value("collectedFen", \.collected))
    }

    package static let name = "contractCaseClosed"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.found?.isClosed = true }
}
