package import Kernel
package import Registry
import Storage

/// The lot ended without a deal; Registry gives the asset free (policy).
package struct LotEnded: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let asset: AssetID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            asset: pass.value("asset", \.asset))
    }

    package static let name = "lotEnded"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

extension LotEnded {
    init(_ lot: Lot) { self.init(lot: lot.id, village: lot.village, asset: lot.asset) }
}
