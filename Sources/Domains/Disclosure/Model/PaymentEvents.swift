package import Kernel
package import Registry

/// Everyone may see from now on what a contract has to pay, and when.
package struct ContractDisclosed: EventPayload, Hashable {
    package static let name = "contractDisclosed"
    package let contract: ContractID
    package let division: DivisionID
    package let payments: [Payment]

    init(contract: ContractID, division: DivisionID, payments: [Payment]) {
        self.contract = contract
        self.division = division
        self.payments = payments
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        division = reader.value("division")
        payments = reader.list("instalments")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("division", division)
        writer.put("instalments", list: payments)
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

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        division = reader.value("division")
        payment = Payment(reading: &reader)
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("division", division)
        payment.write(to: &writer)
    }
}
