package import Kernel
package import Registry
package import Storage

/// Shows everyone what a contract has to pay. Given by the policy that watches the ledger's receivables.
package struct DiscloseContract: DisclosureCommand {
    package let contract: ContractID
    package let division: DivisionID
    package let instalments: [Payment]

    package init(contract: ContractID, division: DivisionID, instalments: [Payment]) {
        self.contract = contract
        self.division = division
        self.instalments = instalments
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), division: pass.value("division", \.division),
            instalments: pass.list("instalments", \.instalments, max: 400))
    }

    package static let name = "discloseContract"
    package static var title: Message { DisclosureText.discloseContract }
    package static let access: Access = [.installation]
    package static let refusals: [DisclosureRefusal] = [.noSuchPlace, .contractDisclosedAlready, .paidMoreThanDue]

    package struct Facts: Sendable {
        /// Whether the register knows the place.
        let isKnownPlace: Bool
    }

    package func stream(_ context: Context) -> StreamID { .payments(of: contract) }
    package func place(_ state: Disclosure.State, _ facts: Facts) -> DivisionID? { division }

    package func decide(_ state: Disclosure.State, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        guard facts.isKnownPlace else { throw DisclosureRefusal.noSuchPlace(division) }
        guard !state.isContractDisclosed else { throw DisclosureRefusal.contractDisclosedAlready(contract) }
        for instalment in instalments { try instalment.check() }
        return [ContractDisclosed(contract: contract, place: division, instalments: instalments)]
    }
}

/// Everyone may see from now on what a contract has to pay, and when.
package struct ContractDisclosed: DisclosureEvent {
    package static let name = "contractDisclosed"
    package let contract: ContractID
    package let place: DivisionID
    package let instalments: [Payment]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), place: pass.value("division", \.place),
            instalments: pass.list("instalments", \.instalments))
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) { state.isContractDisclosed = true }
}
