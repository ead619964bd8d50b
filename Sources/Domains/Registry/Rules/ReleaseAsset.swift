package import Kernel

/// A lot lets go of an asset because it ended without a deal.
package struct ReleaseAsset: CommandPayload {
    package static let name = "releaseAsset"
    package static var title: Message { RegistryText.releaseAsset }
    package static let refusals: [RegistryRefusal] = [.assetUnknown, .notHeldByLot]

    package let asset: AssetID
    package let lot: LotID

    package init(
        asset: AssetID, lot: LotID
    ) {
        self.asset = asset
        self.lot = lot
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), lot: pass.value("lot", \.lot))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", asset.text) }
}

extension ReleaseAsset {
    func decide(_ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        let card = try facts.knownAsset(asset)
        guard card.reservedBy == lot else {
            throw RegistryRefusal.notHeldByLot(asset.text, lot.text)
        }
        return [.assetReleased(AssetReleased(asset: asset, lot: lot, division: card.division))]
    }
}
