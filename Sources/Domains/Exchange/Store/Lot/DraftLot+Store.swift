package import Kernel
import Registry
package import Storage

extension DraftLot {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let known = try lot.map { try LotQueries.findState(of: $0, in: tx) != nil } ?? false
        let card = try AssetQueries.find(asset, in: tx)
        return Facts(lotExists: known, card: try card.map { try read($0, context, in: tx) })
    }

    private func read(_ card: Asset, _ context: Context, in tx: any ReadTransaction) throws -> Card {
        Card(
            owner: card.owner, division: card.division, name: card.name,
            divisionName: try DivisionQueries.find(card.division, in: tx)?.name ?? "",
            isFree: card.status(on: context.now.date) == .idle,
            limits: try TermLimits.read(of: card, for: terms.category, except: nil, context, in: tx))
    }
}

extension LotDrafted {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO lot (id, state, asset, owner, village, asset_name, village_name, category, way, mode, handling,
                area, start_price_fen, price_unit, step_fen, deposit_fen, expected_total_fen, terms, resolution,
                below_floor, drafter, drafted_at, bidders, bid_count, paid_fen)
            VALUES (\(lot), 'draft', \(asset), \(owner), \(village), \(assetName), \(villageName), \(terms.category),
                \(terms.transferWay), \(terms.mode), \(level), \(terms.area), \(terms.startPrice), \(terms.priceUnit),
                \(terms.step), \(terms.deposit), \(expectedTotal), \(JSON.object(terms.openFields).canonicalText),
                \(terms.resolution), \(belowFloorReason), \(drafter), \(entry.at), 0, 0, 0)
            """)
        try tx.step(state.lot, [.draft], entry)
        try LotQueries.words.set([lot.text, assetName, villageName, terms.use], for: lot, in: tx)
    }
}

extension DraftForm {
    /// The form of a card; nil where the register has no such card.
    static func read(of asset: AssetID, on day: CivilDate, in tx: any ReadTransaction) throws -> DraftForm? {
        guard let card = try AssetQueries.find(asset, in: tx) else { return nil }
        return DraftForm(
            card: card, resolutions: try ResolutionQueries.listFree(of: card.owner, in: tx),
            extensionSeconds: try ParameterQueries.value(
                .auctionExtensionSeconds, at: card.division, on: day, in: tx
            ).value)
    }
}
