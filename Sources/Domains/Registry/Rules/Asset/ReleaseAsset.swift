package import Kernel
package import Storage

/// A lot lets go of an asset because it ended without a deal.
package struct ReleaseAsset: RegistryCommand {
    package static let name = "releaseAsset"
    package static var title: Message { RegistryText.releaseAsset }
    package static let access: Access = .installation
    package static let refusals: [RegistryRefusal] = [.assetUnknown, .notHeldByLot]

    package let asset: AssetID
    package let lot: LotID

    package init(asset: AssetID, lot: LotID) {
        self.asset = asset
        self.lot = lot
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), lot: pass.value("lot", \.lot))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", asset.text) }

    package struct Facts: Sendable {
        package let asset: Asset?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.asset?.division
    }
}

extension ReleaseAsset {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let card = try facts.asset.known(asset)
        guard card.reservedBy == lot else {
            throw RegistryRefusal.notHeldByLot(asset.text, lot.text)
        }
        return [AssetReleased(asset: asset, lot: lot, place: card.division)]
    }
}

/// The lot let go of the asset without a deal.
package struct AssetReleased: RegistryEvent {
    package static let name = "assetReleased"

    package let asset: AssetID
    package let lot: LotID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), lot: pass.value("lot", \.lot),
            place: pass.value("division", \.place))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
