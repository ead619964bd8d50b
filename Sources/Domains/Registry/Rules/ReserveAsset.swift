package import Kernel

/// A lot takes hold of an asset, so that no other lot can.
package struct ReserveAsset: CommandPayload {
    package static let name = "reserveAsset"
    package static var title: Message { RegistryText.reserveAsset }
    package static let refusals: [RegistryRefusal] = [.assetUnknown, .assetDisputed, .assetLeased, .assetReserved]

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

extension ReserveAsset {
    func decide(_ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        let card = try facts.knownAsset(asset)
        try card.checkFree(for: lot, from: context.now.date)
        if card.reservedBy == lot { return [] }
        return [.assetReserved(AssetReserved(asset: asset, lot: lot, division: card.division))]
    }
}
