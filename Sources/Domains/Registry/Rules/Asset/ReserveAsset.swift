package import Kernel
package import Storage

/// A lot takes hold of an asset, so that no other lot can.
package struct ReserveAsset: RegistryCommand {
    package static let name = "reserveAsset"
    package static var title: Message { RegistryText.reserveAsset }
    package static let access: Access = .installation
    package static let refusals: [RegistryRefusal] = [
        .assetUnknown, .assetDisputed, .assetLeased, .assetReserved, .twinHolds, .cardRetired,
    ]

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
        /// Other cards over the same outline.
        package let twins: [Asset]
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.asset?.division
    }
}

extension ReserveAsset {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let card = try facts.asset.known(asset)
        try card.checkFree(for: lot, from: context.now.date)
        if card.reservedBy == lot { return [] }
        try card.checkTwins(facts.twins, from: context.now.date)
        return [AssetReserved(asset: asset, lot: lot, place: card.division)]
    }
}

/// A lot holds the asset, so that no other can.
package struct AssetReserved: RegistryEvent {
    package static let name = "assetReserved"

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
