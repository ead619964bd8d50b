package import Kernel
package import Storage

/// Marks an asset as contested, or lifts the mark.
package struct SetAssetDispute: RegistryCommand {
    package static let name = "setAssetDispute"
    package static var title: Message { RegistryText.setAssetDispute }
    package static let access: Access = [.own(.stationAgent, .countyOfficer, .supervisor)]
    package static let refusals: [RegistryRefusal] = [.assetUnknown, .noChange, .cardRetired]

    package let asset: AssetID
    /// What is contested; absent lifts the mark.
    package var dispute: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), dispute: pass.optional("dispute", \.dispute))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", asset.text) }

    package struct Facts: Sendable {
        package let asset: Asset?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.asset?.division
    }
}

extension SetAssetDispute {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let card = try facts.asset.standing(asset)
        let mark = dispute.flatMap { $0.isBlank ? nil : $0 }
        guard mark != card.dispute else { throw RegistryRefusal.noChange() }
        return [AssetDisputeSet(asset: asset, dispute: mark, place: card.division)]
    }
}

/// Somebody contests the asset, or no longer does.
package struct AssetDisputeSet: RegistryEvent {
    package static let name = "assetDisputeSet"

    package let asset: AssetID
    /// What is contested; absent when the dispute is over.
    package var dispute: String?
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), dispute: pass.optional("dispute", \.dispute),
            place: pass.value("division", \.place))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
