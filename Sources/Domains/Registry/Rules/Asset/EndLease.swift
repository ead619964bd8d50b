package import Kernel
package import Storage

/// Ends the lease on a card with a contract that ended before its last day. Given by a policy.
package struct EndLease: RegistryCommand {
    package static let name = "endLease"
    package static var title: Message { RegistryText.endLease }
    package static let access: Access = .installation
    package static let refusals: [RegistryRefusal] = [.assetUnknown, .noChange]

    package let asset: AssetID
    package let contract: ContractID
    package let endedOn: CivilDate

    package init(asset: AssetID, contract: ContractID, endedOn: CivilDate) {
        self.asset = asset
        self.contract = contract
        self.endedOn = endedOn
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), contract: pass.value("contract", \.contract),
            endedOn: pass.value("endedOn", \.endedOn))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", asset.text) }

    package struct Facts: Sendable {
        package let asset: Asset?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.asset?.division
    }
}

extension EndLease {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let card = try facts.asset.known(asset)
        guard card.contract == contract, let until = card.leasedUntil, until > endedOn else {
            throw RegistryRefusal.noChange()
        }
        return [
            LeaseEnded(asset: asset, contract: contract, endedOn: endedOn, place: card.division)
        ]
    }
}

/// The card is free from the next day on.
package struct LeaseEnded: RegistryEvent {
    package static let name = "leaseEnded"
    package let asset: AssetID
    package let contract: ContractID
    package let endedOn: CivilDate
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), contract: pass.value("contract", \.contract),
            endedOn: pass.value("endedOn", \.endedOn), place: pass.value("division", \.place))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
