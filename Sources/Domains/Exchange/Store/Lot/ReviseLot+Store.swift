package import Kernel
import Registry
package import Storage

extension ReviseLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let card = try AssetQueries.find(lot.asset, in: tx) else {
            preconditionFailure("the card of a lot is in the register")
        }
        return Facts(
            resolution: try ResolutionFacts.find(resolution, in: tx),
            limits: try TermLimits.read(of: card, for: terms.category, except: lot.id, context, in: tx),
            maxCut: try lot.figure(.priceCutMaxStep, context, in: tx),
            maxTotalCut: try lot.figure(.priceCutMaxTotal, context, in: tx))
    }
}

extension LotRevised {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(
            state.lot, [.resolving], entry,
            also: """
                category = \(terms.category), way = \(terms.transferWay), mode = \(terms.mode), area = \(terms.area),
                start_price_fen = \(terms.startPrice), price_unit = \(terms.priceUnit), step_fen = \(terms.step),
                deposit_fen = \(terms.deposit), expected_total_fen = \(expectedTotal),
                terms = \(JSON.object(terms.openFields).canonicalText), bidders = 0
                """)
        if let known = state.lot {
            let words = [lot.text, known.assetName, known.villageName, terms.use]
            try LotQueries.words.set(words, for: lot, in: tx)
        }
        try tx.releaseDeposits(of: lot, except: 0, entry)
    }
}
