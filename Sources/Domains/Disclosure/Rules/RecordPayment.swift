package import Kernel
package import Registry
package import Storage

/// Shows everyone that an instalment was paid. Given by the policy that watches the ledger's settlements.
package struct RecordPayment: DisclosureCommand {
    package let contract: ContractID
    package let division: DivisionID
    /// The instalment as it stands now: `paidFen` is all that has been paid of it. An amount of zero: nothing is owed of
    /// it any more, and it is no longer shown.
    package let payment: Payment

    package init(contract: ContractID, division: DivisionID, payment: Payment) {
        self.contract = contract
        self.division = division
        self.payment = payment
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), division: pass.value("division", \.division),
            payment: pass.inlined(\.payment))
    }

    package static let name = "recordPayment"
    package static var title: Message { DisclosureText.recordPayment }
    package static let access: Access = [.installation]
    package static let refusals: [DisclosureRefusal] = [.noSuchPlace, .paidMoreThanDue]

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
        if payment.amount != .zero || payment.paid != .zero { try payment.check() }
        return [PaymentRecorded(contract: contract, place: division, payment: payment)]
    }
}

/// Everyone may see that something was paid.
package struct PaymentRecorded: DisclosureEvent {
    package static let name = "paymentRecorded"
    package let contract: ContractID
    package let place: DivisionID
    /// The instalment as it stands after the payment.
    package let payment: Payment

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), place: pass.value("division", \.place),
            payment: pass.inlined(\.payment))
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) { state.isContractDisclosed = true }
}
