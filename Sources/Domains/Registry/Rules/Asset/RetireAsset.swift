package import Kernel
package import Storage

/// Takes a card out of the register's counts: the thing is sold, gone, or stands on another card. The card is still shown, with its
/// history; nothing more is done with it.
package struct RetireAsset: RegistryCommand {
    package static let name = "retireAsset"
    package static var title: Message { RegistryText.retireAsset }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [RegistryRefusal] = [
        .assetUnknown, .cardRetired, .retiredInFuture, .retiredInLot, .retiredUnderContract, .assetDisputed,
        .cardDrawn, .successorMissing, .successorUnfit,
    ]

    package let asset: AssetID
    package let cause: RetirementCause
    package let day: CivilDate
    /// The card that stands in its place: of what was merged, and of what was registered twice.
    package var successor: AssetID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), cause: pass.value("cause", \.cause), day: pass.value("day", \.day),
            successor: pass.optional("successor", \.successor))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", asset.text) }

    package struct Facts: Sendable {
        package let asset: Asset?
        package let successor: Asset?
        /// The contract on the card that ran longest.
        package let lastContract: ContractSpan?
        /// What is drawn for the card.
        package let parcels: [LandParcel]
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.asset?.division }
}

extension RetireAsset {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let card = try facts.asset.standing(asset)
        guard day <= context.now.date else { throw RegistryRefusal.retiredInFuture() }
        // Nor may it have been gone on a day of a contract that is over.
        switch card.hold(facts.lastContract, on: day) {
        case nil: break
        case .lot(let lot): throw RegistryRefusal.retiredInLot(card.name, lot.text)
        case .contract(let span): throw RegistryRefusal.retiredUnderContract(card.name, span.end.description)
        case .dispute: throw RegistryRefusal.assetDisputed(asset.text)
        }
        // Land that is gone leaves the map with its card; of two cards the one that is drawn stays.
        if let parcel = facts.parcels.first, !cause.endsGround {
            throw RegistryRefusal.cardDrawn(card.name, parcel.number)
        }
        try checkSuccessor(of: card, facts)
        return [
            AssetRetired(
                asset: asset, place: card.division, cause: cause, day: day, successor: successor,
                parcels: facts.parcels.map(\.id))
        ]
    }

    private func checkSuccessor(of card: Asset, _ facts: Facts) throws(Rejection) {
        guard let successor else {
            if cause.hasSuccessor { throw RegistryRefusal.successorMissing() }
            return
        }
        guard cause.hasSuccessor, successor != asset, let other = facts.successor, other.retirement == nil,
            other.owner == card.owner
        else { throw RegistryRefusal.successorUnfit(facts.successor?.name ?? successor.text) }
    }
}

/// A card left the register's counts.
package struct AssetRetired: RegistryEvent {
    package static let name = "assetRetired"

    package let asset: AssetID
    package let place: DivisionID
    package let cause: RetirementCause
    package let day: CivilDate
    package let successor: AssetID?
    /// Those that end with it, on the day of the entry.
    package let parcels: [ParcelID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), place: pass.value("division", \.place),
            cause: pass.value("cause", \.cause), day: pass.value("day", \.day),
            successor: pass.optional("successor", \.successor), parcels: pass.values("parcels", \.parcels))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
