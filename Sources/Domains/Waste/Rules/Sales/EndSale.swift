package import Kernel
package import Storage

/// Notes that a lot ended without a deal, or its contract before its day: given by the policies that watch the exchange.
package struct EndSale: WasteCommand {
    package let sale: SaleID

    package init(sale: SaleID) { self.sale = sale }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(sale: pass.value("sale", \.sale)) }

    package static let name = "endSale"
    package static var title: Message { SaleText.endSale }
    package static let access: Access = .installation
    package static let refusals: [WasteRefusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("wasteSale", sale.text) }

    package func place(_ state: Waste.State, _ facts: NoFacts) -> DivisionID? { state.sale?.place }

    package func decide(_ state: Waste.State, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard let known = state.sale, known.phase == .offered || known.phase == .sold else { return [] }
        return [SaleEnded(sale: sale, place: known.place)]
    }
}

/// What was not fetched is free again.
package struct SaleEnded: WasteEvent {
    package let sale: SaleID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(sale: pass.value("sale", \.sale), place: pass.value("place", \.place))
    }

    package static let name = "saleEnded"
    package func change(_ state: inout Waste.State, at instant: Instant) { state.sale?.phase = .ended }
}
