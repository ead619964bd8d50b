package import Kernel
package import Registry
package import Storage

/// Counts towards the certificate what the books say was paid of a contract: given by the policy that watches them, so that
/// money is booked once, whoever recorded it (decision record 0120).
package struct CountPayment: ExchangeCommand {
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

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), number: pass.whole("number", \.number, in: CountDomain.self),
            paid: pass.value("paidFen", \.paid))
    }

    package static let name = "countPayment"
    package static var title: Message { ExchangeText.Command.countPayment }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = []

    package struct Facts: Sendable {
        /// The lot the contract came from and where it lies; nil where it came from none.
        package let origin: Origin?

        package struct Origin: Sendable {
            package let lot: LotID
            package let village: DivisionID
        }
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract-payments", contract.text) }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.origin?.village }

    /// A contract that no lot led to is nothing to the exchange.
    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard let origin = facts.origin else { return [] }
        return [
            PaymentCounted(
                lot: origin.lot, village: origin.village, contract: contract, number: number, paid: paid)
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

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            contract: pass.value("contract", \.contract), number: pass.whole("number", \.number, in: CountDomain.self),
            paid: pass.value("paidFen", \.paid))
    }

    package static let name = "paymentCounted"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
