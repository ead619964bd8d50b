package import Kernel
package import Registry
package import Storage

/// Notes that a lot led to a contract: given by the policy that watches the exchange. A lot that stands for no heap is
/// nothing to this room.
package struct NoteSale: WasteCommand {
    package let sale: SaleID
    package let contract: ContractID
    package let total: Money

    package init(sale: SaleID, contract: ContractID, total: Money) {
        self.sale = sale
        self.contract = contract
        self.total = total
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            sale: pass.value("sale", \.sale), contract: pass.value("contract", \.contract),
            total: pass.value("totalFen", \.total))
    }

    package static let name = "noteSale"
    package static var title: Message { SaleText.noteSale }
    package static let access: Access = .installation
    package static let refusals: [WasteRefusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("wasteSale", sale.text) }

    package func place(_ state: Waste.State, _ facts: NoFacts) -> DivisionID? { state.sale?.place }

    package func decide(_ state: Waste.State, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard let known = state.sale, known.phase == .offered else { return [] }
        return [RecyclablesSold(sale: sale, place: known.place, contract: contract, total: total)]
    }
}

/// A buyer has signed: loads may leave for the recycler.
package struct RecyclablesSold: WasteEvent {
    package let sale: SaleID
    package let place: DivisionID
    package let contract: ContractID
    package let total: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            sale: pass.value("sale", \.sale), place: pass.value("place", \.place),
            contract: pass.value("contract", \.contract), total: pass.value("totalFen", \.total))
    }

    package static let name = "recyclablesSold"
    package func change(_ state: inout Waste.State, at instant: Instant) { state.sale?.phase = .sold }
}
