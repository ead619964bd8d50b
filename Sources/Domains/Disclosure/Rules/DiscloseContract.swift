package import Kernel
package import Registry

/// Shows everyone what a contract has to pay. Given by the policy that watches the ledger's receivables.
package struct DiscloseContract: CommandPayload, Hashable {
    package static let name = "discloseContract"
    package static var title: Message { DisclosureText.discloseContract }
    package static let refusals: [DisclosureRefusal] = [.noSuchPlace, .contractDisclosedAlready, .paidMoreThanDue]

    package let contract: ContractID
    package let division: DivisionID
    package let payments: [Payment]

    package init(contract: ContractID, division: DivisionID, instalments: [Payment]) {
        self.contract = contract
        self.division = division
        payments = instalments
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        division = reader.value("division")
        payments = reader.list("instalments", max: 400)
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("division", division)
        writer.put("instalments", list: payments)
    }

    package func stream(_ context: Context) -> StreamID { PaymentStream.id(contract) }

    func decide(_ state: Disclosure.State, _ facts: Disclosure.Facts) throws(Rejection) -> [Disclosure.Event] {
        guard facts.isKnownPlace else { throw DisclosureRefusal.noSuchPlace(division) }
        guard state.contractDivision == nil else {
            throw DisclosureRefusal.contractDisclosedAlready(contract)
        }
        for payment in payments { try payment.check() }
        return [.contractDisclosed(ContractDisclosed(contract: contract, division: division, payments: payments))]
    }
}

/// Shows everyone that an instalment was paid. Given by the policy that watches the ledger's settlements.
package struct RecordPayment: CommandPayload, Hashable {
    package static let name = "recordPayment"
    package static var title: Message { DisclosureText.recordPayment }
    package static let refusals: [DisclosureRefusal] = [.noSuchPlace, .paidMoreThanDue]

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

    package func stream(_ context: Context) -> StreamID { PaymentStream.id(contract) }

    func decide(_ facts: Disclosure.Facts) throws(Rejection) -> [Disclosure.Event] {
        guard facts.isKnownPlace else { throw DisclosureRefusal.noSuchPlace(division) }
        if payment.amount != .zero || payment.paid != .zero { try payment.check() }
        return [.paymentRecorded(PaymentRecorded(contract: contract, division: division, payment: payment))]
    }
}

extension Payment {
    func check() throws(Rejection) {
        guard amount > .zero, paid >= .zero, paid <= amount else {
            throw DisclosureRefusal.paidMoreThanDue(number)
        }
    }
}

enum PaymentStream {
    static func id(_ contract: ContractID) -> StreamID { StreamID("payments", contract.text) }
}
