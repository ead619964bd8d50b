package import Kernel
package import Storage

/// Says that the buyer has fetched what was sold. Where the tickets weigh something else, it says why.
package struct FinishSale: WasteCommand {
    package typealias Subject = Sale

    package let sale: SaleID
    package var reason: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(sale: pass.value("sale", \.sale), reason: pass.optional("reason", \.reason))
    }

    package static let name = "finishSale"
    package static var title: Message { SaleText.finishSale }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.saleUnknown, .saleNotSold, .handedOtherwise]

    package func stream(_ context: Context) -> StreamID { StreamID("wasteSale", sale.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Sale {
        guard let found = state.sale else { throw WasteRefusal.saleUnknown(sale) }
        return found
    }

    package struct Facts: Sendable {
        /// What its tickets weigh.
        package let handed: Int64
    }

    package func place(_ sale: Sale, _ facts: Facts) -> DivisionID? { sale.place }

    package func decide(_ subject: Sale, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Waste>] {
        guard subject.phase == .sold else { throw WasteRefusal.saleNotSold() }
        let hasReason = reason.map { !$0.isBlank } ?? false
        guard subject.isWhole(facts.handed) || hasReason else {
            throw WasteRefusal.handedOtherwise(subject.kilograms, facts.handed)
        }
        return [SaleFinished(sale: sale, place: subject.place, kilograms: facts.handed, reason: reason)]
    }
}

/// The buyer has it.
package struct SaleFinished: WasteEvent {
    package let sale: SaleID
    package let place: DivisionID
    /// By the tickets.
    package let kilograms: Int64
    package var reason: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            sale: pass.value("sale", \.sale), place: pass.value("place", \.place),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self),
            reason: pass.optional("reason", \.reason))
    }

    package static let name = "saleFinished"
    package func change(_ state: inout Waste.State, at instant: Instant) { state.sale?.phase = .handedOver }
}
