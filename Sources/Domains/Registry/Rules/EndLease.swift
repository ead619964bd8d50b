package import Kernel

/// Ends the lease on a card with a contract that ended before its last day. Given by a policy.
package struct EndLease: CommandPayload {
    package static let name = "endLease"
    package static var title: Message { RegistryText.endLease }
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
}

extension EndLease {
    func decide(_ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        let card = try facts.knownAsset(asset)
        guard card.contract == contract, let until = card.leasedUntil, until > endedOn else {
            throw RegistryRefusal.noChange()
        }
        return [
            .leaseEnded(LeaseEnded(asset: asset, contract: contract, endedOn: endedOn, division: card.division))
        ]
    }
}

/// The card is free from the next day on.
package struct LeaseEnded: EventPayload {
    package static let name = "leaseEnded"
    package let asset: AssetID
    package let contract: ContractID
    package let endedOn: CivilDate
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), contract: pass.value("contract", \.contract),
            endedOn: pass.value("endedOn", \.endedOn), division: pass.value("division", \.division))
    }
}
