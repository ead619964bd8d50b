package import Kernel
package import Registry

/// Everyone may see from now on what a contract has to pay, and when.
package struct ContractDisclosed: EventPayload, Hashable {
    package static let name = "contractDisclosed"
    package let contract: ContractID
    package let division: DivisionID
    package let payments: [Payment]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), division: pass.value("division", \.division),
            payments: pass.list("instalments", \.payments))
    }
}

/// Everyone may see that something was paid.
package struct PaymentRecorded: EventPayload, Hashable {
    package static let name = "paymentRecorded"
    package let contract: ContractID
    package let division: DivisionID
    /// The instalment as it stands after the payment.
    package let payment: Payment

    init(contract: ContractID, division: DivisionID, payment: Payment) {
        self.contract = contract
        self.division = division
        self.payment = payment
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), division: pass.value("division", \.division),
            payment: pass.inlined(\.payment))
    }
}
