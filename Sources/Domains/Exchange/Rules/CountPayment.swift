package import Kernel
package import Registry

/// Counts towards the certificate what the books say was paid of a contract: given by the policy that watches them, so that
/// money is booked once, whoever recorded it (decision record 0120).
package struct CountPayment: Verb {
    package let contract: ContractID
    /// The instalment.
    package let number: Int64
    /// Everything paid of it so far.
    package let paid: Money

    package init(contract: ContractID, number: Int64, paid: Money) {
        self.contract = contract
        self.number = number
        self.paid = paid
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        number = reader.value("number")
        paid = reader.value("paidFen")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("number", number)
        writer.put("paidFen", paid)
    }

    package static let name = "countPayment"
    package static var title: Message { ExchangeText.Command.countPayment }
    package static let rejections: [Int] = []

    package func stream(_ context: Context) -> StreamID { StreamID("contract-payments", contract.text) }

    /// A contract that no lot led to is nothing to the exchange.
    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        guard let outline = facts.outline else { return [] }
        return [
            .paymentCounted(
                PaymentCounted(
                    lot: outline.lot, village: outline.village, contract: contract, number: number, paid: paid))
        ]
    }
}

/// The lot's page shows it; the certificate asks for it.
package struct PaymentCounted: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let contract: ContractID
    package let number: Int64
    package let paid: Money

    package init(lot: LotID, village: DivisionID, contract: ContractID, number: Int64, paid: Money) {
        self.lot = lot
        self.village = village
        self.contract = contract
        self.number = number
        self.paid = paid
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        contract = reader.value("contract")
        number = reader.value("number")
        paid = reader.value("paidFen")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("contract", contract)
        writer.put("number", number)
        writer.put("paidFen", paid)
    }

    package static let name = "paymentCounted"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
