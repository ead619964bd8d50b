package import Kernel
package import Registry
package import Storage

/// Takes a contract off a facility: it was the wrong one. A contract that has run out stays and shows its term.
package struct UnlinkContract: FacilityVerb {
    package let facility: FacilityID
    package let contract: ContractID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), contract: pass.value("contract", \.contract),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "unlinkContract"
    package static var title: Message { OperatorText.unlink }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .contractNotLinked, .unlinkedWithoutReason]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard subject.contracts.contains(contract) else { throw EnvironmentRefusal.contractNotLinked(contract) }
        guard !reason.isBlank else { throw EnvironmentRefusal.unlinkedWithoutReason() }
        return [ContractUnlinked(facility: facility, place: subject.place, contract: contract, reason: reason)]
    }
}

/// A contract is no longer a facility's.
package struct ContractUnlinked: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let contract: ContractID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            contract: pass.value("contract", \.contract), reason: pass.value("reason", \.reason))
    }

    package static let name = "contractUnlinked"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.contracts.removeAll { $0 == contract }
    }
}
