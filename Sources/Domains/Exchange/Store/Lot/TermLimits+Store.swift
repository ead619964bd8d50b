import Kernel
import Registry
import Storage

extension TermLimits {
    /// What holds today for terms of `category` on `card`; `lot` itself is no other lot of the anti-splitting rule.
    static func read(
        of card: Asset, for category: TradeCategory, except lot: LotID?, _ context: Context,
        in tx: any ReadTransaction
    ) throws -> TermLimits {
        let day = context.now.date
        let figures = try CountyFigures.read(ParameterKey.terms, at: card.division, on: day, in: tx)
        let check = SplitCheck(
            owner: card.owner, parcel: Parcel(try AssetQueries.listParcel(of: card.id, in: tx)),
            centimetres: figures[.routingAdjacentMetres] * 100)
        let since = day.adding(months: -Int(figures[.routingAntiSplitMonths])).start
        let related = check.related(try LotQueries.listRecent(category, since: since, except: lot, in: tx))
        let guide = try GuidePriceQueries.find(of: card.assetClass, at: card.division, on: day, in: tx)
        return TermLimits(
            area: card.area, rightUntil: card.rightUntil,
            cap: try ParameterQueries.termCap(at: card.division, on: day, in: tx),
            floor: guide?.floor, guide: guide?.middle,
            isHouseholdRight: card.right == .contractedManagement,
            recentArea: related.reduce(.zero) { $0 + $1.area },
            recentTotal: try related.reduce(.zero) { try $0.adding($1.total) }, figures: figures)
    }
}

extension CountyFigures {
    static func read(_ keys: [ParameterKey], at place: DivisionID, on day: CivilDate, in tx: any ReadTransaction)
        throws -> CountyFigures
    {
        var read: [ParameterKey: Int64] = [:]
        for key in keys { read[key] = try ParameterQueries.value(key, at: place, on: day, in: tx).value }
        return CountyFigures(read)
    }
}
