package import Kernel
package import Storage

/// Enters a card of the register of resources and assets.
package struct RegisterAsset: RegistryCommand {
    package static let name = "registerAsset"
    package static var title: Message { RegistryText.registerAsset }
    package static let access: Access = [.own(.villageClerk, .stationAgent), .installation]
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .organisationUnknown, .alreadyRegistered, .needsArea, .needsTerm, .rightOver,
        .parcelCorners, .ownerElsewhere, .textMissing,
    ]

    package var asset: AssetID?
    package let card: AssetCard

    package init(asset: AssetID? = nil, card: AssetCard) {
        self.asset = asset
        self.card = card
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.newName("asset", \.asset), card: pass.inlined(\.card))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", identifier(context).text) }

    package struct Facts: Sendable {
        package let division: Division?
        package let owner: Organisation?
        package let ownerDivision: Division?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        card.division
    }
}

extension RegisterAsset {
    func identifier(_ context: Context) -> AssetID { asset ?? context.derivedIdentifier(.asset) }

    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let id = identifier(context)
        let place = try facts.division.open(card.division)
        guard facts.owner != nil else {
            throw RegistryRefusal.organisationUnknown(card.owner.text).at("owner")
        }
        guard !state.exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        if card.assetClass.isLand, (card.area ?? .zero) == .zero { throw RegistryRefusal.needsArea() }
        try card.right.check(until: card.rightUntil, on: context.now.date)
        guard card.parcel.isEmpty || card.parcel.count >= 3 else { throw RegistryRefusal.parcelCorners() }
        guard let home = facts.ownerDivision, place.path.hasPrefix(home.path) else {
            throw RegistryRefusal.ownerElsewhere()
        }
        guard !card.name.isBlank else { throw RegistryRefusal.textMissing() }
        return [AssetRegistered(asset: id, card: card)]
    }
}

/// A card enters the register of resources and assets.
package struct AssetRegistered: RegistryEvent {
    package static let name = "assetRegistered"

    package let asset: AssetID
    package let card: AssetCard

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), card: pass.inlined(\.card))
    }

    package var place: DivisionID { card.division }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
