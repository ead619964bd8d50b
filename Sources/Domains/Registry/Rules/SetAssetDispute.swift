package import Kernel

/// Marks an asset as contested, or lifts the mark.
package struct SetAssetDispute: CommandPayload {
    package static let name = "setAssetDispute"
    package static var title: Message { RegistryText.setAssetDispute }
    package static let refusals: [RegistryRefusal] = [.assetUnknown, .noChange]

    package let asset: AssetID
    /// What is contested; absent lifts the mark.
    package var dispute: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), dispute: pass.optional("dispute", \.dispute))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", asset.text) }
}

extension SetAssetDispute {
    func decide(_ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        let card = try facts.knownAsset(asset)
        let mark = dispute.flatMap { $0.isBlank ? nil : $0 }
        guard mark != card.dispute else { throw RegistryRefusal.noChange() }
        return [.assetDisputeSet(AssetDisputeSet(asset: asset, dispute: mark, division: card.division))]
    }
}
