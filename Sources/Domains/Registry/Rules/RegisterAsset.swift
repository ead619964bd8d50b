package import Kernel

/// Enters a card of the register of resources and assets.
package struct RegisterAsset: CommandPayload {
    package static let name = "registerAsset"
    package static var title: Message { RegistryText.registerAsset }
    package static let rejections = [2020, 2021, 2022, 2026, 2060, 2061, 2062, 2063, 2064, 2143]

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
            throw RegistryRejection.organisationUnknown(id: card.owner.text).rejection.at("owner")
        }
        guard !exists else { throw RegistryRejection.alreadyRegistered(id: id.text).rejection }
        if card.assetClass.isLand, (card.area ?? .zero) == .zero { throw RegistryRejection.needsArea.rejection }
        try checkRight(on: context.now.date)
        guard card.parcel.isEmpty || card.parcel.count >= 3 else { throw RegistryRejection.parcelCorners.rejection }
        guard let home = facts.ownerDivision, place.path.hasPrefix(home.path) else {
            throw RegistryRejection.ownerElsewhere.rejection
        }
        guard !card.name.isBlank else { throw RegistryRejection.textMissing.rejection }
        return [.assetRegistered(AssetRegistered(asset: id, card: card))]
    }

    private func checkRight(on today: CivilDate) throws(Rejection) {
        if let until = card.rightUntil {
            guard until >= today else { throw RegistryRejection.rightOver(until: until.description).rejection }
        } else if card.right != .ownership {
            throw RegistryRejection.needsTerm.rejection
        }
    }
}
