import Kernel
import Storage
import Web

extension RegistryForm {
    /// What a card says but for its place; filled in with what stands on `card`.
    static func cardFields(_ card: Asset?, _ request: PageRequest, _ tx: any ReadTransaction) throws -> [FormField] {
        let sides = card?.boundaries
        return [
            try .pick(
                "owner", RegistryText.owner, of: OrganisationName.self, request, tx, value: card?.owner.text ?? ""),
            .text("name", RegistryText.name, value: card?.name ?? ""),
            .choice(
                "class", RegistryText.assetClass, VerbForm.options(request) { (choice: AssetClass) in choice.label },
                value: card?.assetClass.rawValue ?? ""),
            .choice(
                "kind", RegistryText.kindLabel, VerbForm.options(request) { (choice: AssetKind) in choice.label },
                value: card?.kind.rawValue ?? ""),
            .area("area", RegistryText.area, optional: true, value: card?.area),
            .money("originalValueFen", RegistryText.originalValue, optional: true, value: card?.originalValue),
            .choice(
                "right", RegistryText.right, VerbForm.options(request) { (choice: AssetRight) in choice.label },
                value: card?.right.rawValue ?? ""),
            .date(
                "rightUntil", RegistryText.rightUntil, hint: RegistryText.asOfRight, optional: true,
                value: card?.rightUntil),
            .number("households", RegistryText.households, optional: true, value: card?.households),
            .text("use", RegistryText.use, value: card?.use ?? ""),
            .text("boundaries.east", RegistryText.east, optional: true, value: sides?.east ?? ""),
            .text("boundaries.south", RegistryText.south, optional: true, value: sides?.south ?? ""),
            .text("boundaries.west", RegistryText.west, optional: true, value: sides?.west ?? ""),
            .text("boundaries.north", RegistryText.north, optional: true, value: sides?.north ?? ""),
        ]
    }

    /// Filled in with what stands on the card; what must stay is sent along and not shown.
    static let correction = RegistryForm(
        path: "/assets/{asset}/correct", command: CorrectAsset.self, title: RegistryText.correctAsset,
        submit: RegistryText.correctAsset, note: RegistryText.correctNote, target: "/assets/{id}", thing: ofAsset,
        notice: { request, tx in
            guard let hold = try hold(request, tx) else { return [] }
            return [Callout(.info, RegistryText.held(hold) { request.format.date($0) })]
        },
        fields: { request, tx in
            guard let card = try card(request, tx) else { return [] }
            let fixed = try hold(request, tx) == nil ? [] : CardField.allCases.filter(\.isBinding)
            let hidden = Set(fixed.flatMap(\.arguments))
            let seen = try CardQueries.countCorrections(of: card.id, in: tx)
            return [.hidden("asset", card.id.text), .hidden("seen", String(seen))]
                + (try cardFields(card, request, tx)).map { field in
                    hidden.contains(field.name) ? .hidden(field.name, field.value) : field
                }
                + [.text("reason", RegistryText.correctReason, hint: RegistryText.correctReasonHint)]
        })

    static let retirement = RegistryForm(
        path: "/assets/{asset}/retire", command: RetireAsset.self, title: RegistryText.retireAsset,
        submit: RegistryText.retireAsset, note: RegistryText.retireNote, target: "/assets/{id}", thing: ofAsset,
        fields: { request, tx in
            [
                .hidden("asset", request.parameters["asset"] ?? ""),
                .choice(
                    "cause", RegistryText.cause,
                    VerbForm.options(request) { (choice: RetirementCause) in choice.label }),
                .date("day", RegistryText.retiredDay, hint: RegistryText.retiredDayHint, value: request.now.date),
                try successor(request, tx),
            ]
        })

    /// Another card of the reader's places.
    private static func successor(_ request: PageRequest, _ tx: any ReadTransaction) throws -> FormField {
        let (place, own) = (request.principal?.division ?? .root, request.parameters["asset"])
        func option(_ pick: Pick) -> FormField.Option? { pick.id == own ? nil : .init(pick.id, pick.label) }
        return try .pick(
            "successor", RegistryText.successorCard, request, hint: RegistryText.successorHint, optional: true,
            value: "",
            find: { words, limit in
                Array(
                    try AssetName.list(words, within: place, limit: limit + 1, in: tx).compactMap(option)
                        .prefix(limit))
            },
            known: { id in try AssetName.find(id, within: place, in: tx).flatMap(option) })
    }

    private static func card(_ request: PageRequest, _ tx: any ReadTransaction) throws -> Asset? {
        try request.identifier("asset", as: AssetName.self).flatMap { try AssetQueries.find($0, in: tx) }
    }

    private static func hold(_ request: PageRequest, _ tx: any ReadTransaction) throws -> CardHold? {
        guard let card = try card(request, tx) else { return nil }
        return card.hold(try CardQueries.findLastContract(on: card.id, in: tx), on: request.now.date)
    }
}
