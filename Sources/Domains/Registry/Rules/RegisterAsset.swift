package import Kernel

/// Enters a card of the register of resources and assets.
package struct RegisterAsset: CommandPayload {
    package static let name = "registerAsset"
    package static var title: Message { RegistryText.registerAsset }
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .organisationUnknown, .alreadyRegistered, .needsArea, .needsTerm, .rightOver,
        .parcelCorners, .ownerElsewhere, .textMissing,
    ]

    package var asset: AssetID?
    package let card: AssetCard

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.optional("asset", \.asset), card: pass.inlined(\.card))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", identifier(context).text) }
}

extension RegisterAsset {
    func identifier(_ context: Context) -> AssetID { asset ?? context.derivedIdentifier("asset") }

    func decide(_ exists: Bool, _ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        let id = identifier(context)
        let place = try facts.openDivision(card.division)
        guard facts.organisation != nil else {
            throw RegistryRefusal.organisationUnknown(card.owner.text).at("owner")
        }
        guard !exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        if card.assetClass.isLand, (card.area ?? .zero) == .zero { throw RegistryRefusal.needsArea() }
        try checkRight(on: context.now.date)
        guard card.parcel.isEmpty || card.parcel.count >= 3 else { throw RegistryRefusal.parcelCorners() }
        guard let home = facts.ownerDivision, place.path.hasPrefix(home.path) else {
            throw RegistryRefusal.ownerElsewhere()
        }
        guard !card.name.isBlank else { throw RegistryRefusal.textMissing() }
        return [.assetRegistered(AssetRegistered(asset: id, card: card))]
    }

    private func checkRight(on today: CivilDate) throws(Rejection) {
        if let until = card.rightUntil {
            guard until >= today else { throw RegistryRefusal.rightOver(until.description) }
        } else if card.right != .ownership {
            throw RegistryRefusal.needsTerm()
        }
    }
}
