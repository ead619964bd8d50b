import Kernel
import Storage
import Web

/// What a card said before it was put right, and how it left the register.
struct CardHistory {
    private let retirement: Retirement?
    private let successor: Asset?
    private let corrections: [CardCorrection]
    private let owners: [OrganisationID: String]

    init(of card: Asset, in tx: any ReadTransaction) throws {
        retirement = card.retirement
        successor = try card.retirement?.successor.flatMap { try AssetQueries.find($0, in: tx) }
        corrections = try CardQueries.listCorrections(of: card.id, in: tx)
        let bodies = Set(corrections.flatMap { [$0.before.owner, $0.after.owner] })
        owners = Dictionary(
            uniqueKeysWithValues: try bodies.map { body in
                (body, try OrganisationQueries.find(body, in: tx)?.name ?? body.text)
            })
    }

    func retired(_ request: PageRequest) -> (any Component)? {
        guard let retirement else { return nil }
        let facts: [FactList.Fact] = [
            .init(RegistryText.cause, HTML(text: request(retirement.cause.label))),
            .init(RegistryText.retiredDay, HTML(text: request.format.date(retirement.day))),
            .init(RegistryText.successorCard, successor.map { .link($0.name, to: Paths.asset($0.id)) }),
            .init(RegistryText.logEntry, entry(retirement.entry, request)),
        ]
        return Callout(.warning, RegistryText.retired, parts: [FactList(facts)])
    }

    /// Every value that was changed with what stood before, the newest first; nil where nothing was.
    func corrections(_ request: PageRequest) -> (any Component)? {
        guard !corrections.isEmpty else { return nil }
        let rows = corrections.flatMap { correction in
            correction.before.changes(to: correction.after).map { field in
                [
                    HTML(text: request(field.label)), HTML(text: text(field, correction.before, request)),
                    HTML(text: text(field, correction.after, request)), HTML(text: correction.reason),
                    HTML(text: request.format.date(correction.day)), entry(correction.entry, request),
                ]
            }
        }
        return Section(
            RegistryText.cardHistory,
            [
                DataTable(
                    columns: [
                        .init(RegistryText.corrected), .init(RegistryText.before), .init(RegistryText.after),
                        .init(RegistryText.reason), .init(RegistryText.correctedOn, .number),
                        .init(RegistryText.logEntry, .number),
                    ], rows: rows)
            ])
    }

    private func entry(_ index: Int64, _ request: PageRequest) -> HTML {
        .link(request(RegistryText.entryNumber(request.format.count(index))), to: "/log/\(index)")
    }

    private func text(_ field: CardField, _ contents: CardContents, _ request: PageRequest) -> String {
        let format = request.format
        let text: String? =
            switch field {
            case .owner: owners[contents.owner]
            case .name: contents.name
            case .assetClass: request(contents.assetClass.label)
            case .kind: request(contents.kind.label)
            case .area: contents.area.map { format.area($0) }
            case .originalValue: contents.originalValue.map { format.money($0) }
            case .right: request(contents.right.label)
            case .rightUntil: contents.rightUntil.map { format.date($0) }
            case .households: contents.households.map { format.count($0) }
            case .use: contents.use
            case .boundaries: contents.boundaries.map { request(RegistryText.boundaries($0)) }
            }
        return text ?? "–"
    }
}
