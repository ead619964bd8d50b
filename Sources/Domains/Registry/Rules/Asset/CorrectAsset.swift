package import Kernel
package import Storage

/// Puts a card right where it was typed wrong or measured anew: it gives what the card shall say, and why. What a lot under way, a contract
/// in force or a parcel rests on does not change under it.
package struct CorrectAsset: RegistryCommand {
    package static let name = "correctAsset"
    package static var title: Message { RegistryText.correctAsset }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [RegistryRefusal] = [
        .assetUnknown, .cardRetired, .cardChanged, .reasonMissing, .textMissing, .noChange, .organisationUnknown,
        .ownerElsewhere, .needsArea, .needsTerm, .rightOver, .cardInLot, .cardUnderContract, .assetDisputed,
        .cardDrawn,
    ]

    package let asset: AssetID
    package let contents: CardContents
    /// Goes into the public log.
    package let reason: String
    /// How many corrections the card had when it was looked at; absent where nobody looked.
    package var seen: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), contents: pass.inlined(\.contents),
            reason: pass.value("reason", \.reason), seen: pass.optionalWhole("seen", \.seen, in: CountDomain.self))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("asset", asset.text) }

    package struct Facts: Sendable {
        package let asset: Asset?
        package let division: Division?
        package let owner: Organisation?
        package let ownerDivision: Division?
        package let corrections: Int64
        /// The contract on the card that runs longest.
        package let lastContract: ContractSpan?
        /// The number of a parcel that is drawn for the card.
        package let parcel: String?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.asset?.division }
}

extension CorrectAsset {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let card = try facts.asset.standing(asset)
        guard (seen ?? facts.corrections) == facts.corrections else { throw RegistryRefusal.cardChanged(asset.text) }
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        guard !contents.name.isBlank else { throw RegistryRefusal.textMissing() }
        let before = CardContents(card)
        let changes = before.changes(to: contents)
        guard !changes.isEmpty else { throw RegistryRefusal.noChange() }
        if changes.contains(where: \.isBinding) { try checkFree(card, facts, on: context.now.date) }
        try checkDrawn(card, changes, facts)
        if changes.contains(.owner) { try checkOwner(facts) }
        if contents.assetClass.isLand, (contents.area ?? .zero) == .zero { throw RegistryRefusal.needsArea() }
        // A right that has run out since does not stand in the way of another name.
        if changes.contains(.right) || changes.contains(.rightUntil) {
            try contents.right.check(until: contents.rightUntil, on: context.now.date)
        }
        return [
            AssetCorrected(
                asset: asset, place: card.division, number: facts.corrections + 1, before: before, after: contents,
                reason: reason)
        ]
    }

    private func checkFree(_ card: Asset, _ facts: Facts, on today: CivilDate) throws(Rejection) {
        switch card.hold(facts.lastContract, on: today) {
        case nil: return
        case .lot(let lot): throw RegistryRefusal.cardInLot(card.name, lot.text)
        case .contract(let span): throw RegistryRefusal.cardUnderContract(card.name, span.end.description)
        case .dispute: throw RegistryRefusal.assetDisputed(asset.text)
        }
    }

    /// A parcel is its owner's, and is land.
    private func checkDrawn(_ card: Asset, _ changes: [CardField], _ facts: Facts) throws(Rejection) {
        guard let parcel = facts.parcel else { return }
        let isOtherGround = card.assetClass.isLand != contents.assetClass.isLand
        if changes.contains(.owner) || isOtherGround { throw RegistryRefusal.cardDrawn(card.name, parcel) }
    }

    private func checkOwner(_ facts: Facts) throws(Rejection) {
        guard facts.owner != nil else {
            throw RegistryRefusal.organisationUnknown(contents.owner.text).at("owner")
        }
        guard let home = facts.ownerDivision, let place = facts.division, place.path.hasPrefix(home.path) else {
            throw RegistryRefusal.ownerElsewhere()
        }
    }
}

extension AssetRight {
    /// Throws where the right wants a last day, or is over.
    func check(until: CivilDate?, on today: CivilDate) throws(Rejection) {
        if let until {
            guard until >= today else { throw RegistryRefusal.rightOver(until.description) }
        } else if self != .ownership {
            throw RegistryRefusal.needsTerm()
        }
    }
}

/// A card says something else from now on; what it said stays beside it.
package struct AssetCorrected: RegistryEvent {
    package static let name = "assetCorrected"

    package let asset: AssetID
    package let place: DivisionID
    /// From 1 on, for this card.
    package let number: Int64
    package let before: CardContents
    package let after: CardContents
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let after = pass.inlined(\.after)
        return Self(
            asset: pass.value("asset", \.asset), place: pass.value("division", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self),
            before: pass.record("before", \.before) ?? after, after: after, reason: pass.value("reason", \.reason))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
