package import Kernel
package import Registry
package import Storage

/// Says by which registered contract a facility is run. Parties, term and money stay the register's; the facility's page shows them.
package struct LinkContract: FacilityVerb {
    package let facility: FacilityID
    package let contract: ContractID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(facility: pass.value("facility", \.facility), contract: pass.value("contract", \.contract))
    }

    package static let name = "linkContract"
    package static var title: Message { OperatorText.link }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .contractUnknown, .contractLinked]

    package struct Facts: Sendable {
        package let isKnown: Bool
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard facts.isKnown else { throw EnvironmentRefusal.contractUnknown(contract) }
        guard !subject.contracts.contains(contract) else { throw EnvironmentRefusal.contractLinked(contract) }
        return [ContractLinked(facility: facility, place: subject.place, contract: contract)]
    }
}

/// A facility is run by a contract.
package struct ContractLinked: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let contract: ContractID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            contract: pass.value("contract", \.contract))
    }

    package static let name = "contractLinked"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.contracts.append(contract)
    }
}
