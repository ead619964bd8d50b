import Kernel
import Registry
import Storage

extension FactReader {
    /// Whether the bidder is a company that takes more land than the county lets pass unreviewed.
    func facts(qualifying bidder: BidderID) throws -> ExchangeFacts {
        var facts = try self.facts(of: bidder)
        guard let row = facts.bidder, let lot = try LotQueries.findLine(row.lot, in: tx) else { return facts }
        let limit = try figures(at: lot.village, [.qualificationReviewArea]).area(.qualificationReviewArea)
        let isCompany = try PartyQueries.find(row.party, in: tx)?.kind == .company
        facts.party = PartyFacts(
            isKnown: true, isMember: row.isMember,
            needsCapacityReview: isCompany && lot.category.takesLand && lot.area >= limit)
        return facts
    }

    /// Every registration that a remark of the file names, within the desk's own place.
    func facts(importing verb: ImportDeposits) throws -> ExchangeFacts {
        var facts = ExchangeFacts(place: context.principal.division)
        let lines = (try? BankLine.parse(verb.csv.content ?? "")) ?? []
        for line in lines {
            guard let id = BidderID(line.remark), let row = try BidderQueries.find(id, in: tx),
                let outline = try LotQueries.findOutline(row.lot, in: tx), try isOwn(outline.village)
            else { continue }
            let mark = BidderProjection.mark(of: line.payerAccount)
            facts.arrivals[line.remark] = ArrivalFacts(
                bidder: row, due: outline.deposit,
                accountUsedByAnother: try BidderQueries.isUsed(mark, in: row.lot, exceptBy: row.bidder, in: tx),
                paysFromOwnAccount: try BidderQueries.findMark(of: row.bidder, in: tx) == mark)
        }
        return facts
    }

    private func isOwn(_ place: DivisionID) throws -> Bool {
        let own = context.principal.division
        if own == .root || own == place { return true }
        return try DivisionQueries.findPath(place, in: tx)?.contains("/\(own.text)/") ?? false
    }

    func facts(barring party: PartyID) throws -> ExchangeFacts {
        guard let known = try PartyQueries.find(party, in: tx) else { return ExchangeFacts() }
        return ExchangeFacts(
            figures: try figures(at: known.division, [.blacklistBreachMonths, .blacklistCollusionMonths]),
            party: PartyFacts(isKnown: true, barredUntil: try BidderQueries.findBar(of: party, in: tx)),
            place: known.division)
    }

    /// What the list of papers asks of the lot's seller, and what the register holds of it.
    func facts(accepting lot: LotID) throws -> ExchangeFacts {
        var facts = try self.facts(of: lot)
        guard let view = try LotQueries.findView(lot, in: tx), let card = try AssetQueries.find(view.asset, in: tx)
        else {
            return facts
        }
        let resolution = try LotQueries.findResolution(of: lot, in: tx)
        facts.checklist = Checklist(
            view.terms, SellerKind(right: card.right, households: card.households), on: context.now.date,
            hasResolution: try resolution.map { try ResolutionQueries.find($0, in: tx) != nil } ?? false)
        return facts
    }

    func facts(renewing verb: RenewContract) throws -> ExchangeFacts {
        var facts = try self.facts(of: verb.lot)
        if let record = try ResolutionQueries.find(verb.resolution, in: tx) {
            facts.resolution = ResolutionFacts(organisation: record.organisation, passed: record.isPassed)
        }
        facts.asset = try card(of: verb.lot)
        return facts
    }

    /// The lot's card with its floor of today.
    func card(of lot: LotID, recent: (area: Area, total: Money) = (.zero, .zero)) throws -> AssetFacts? {
        guard let asset = try LotQueries.findAsset(of: lot, in: tx), let card = try AssetQueries.find(asset, in: tx)
        else { return nil }
        return AssetFacts(
            owner: card.owner, division: card.division, name: card.name,
            divisionName: try DivisionQueries.find(card.division, in: tx)?.name ?? "", area: card.area,
            rightUntil: card.rightUntil, isFree: true, recentArea: recent.area, recentTotal: recent.total,
            floor: try GuidePriceQueries.findFloor(
                of: card.assetClass, at: card.division, on: context.now.date, in: tx),
            isHouseholdRight: card.right == .contractedManagement)
    }

    /// What belongs together with a lot on `card` by the anti-splitting rule, the lot itself left out.
    func recent(
        with card: Asset, _ category: TradeCategory, _ figures: CountyFigures, except lot: LotID? = nil
    ) throws -> (area: Area, total: Money) {
        let since = context.now.date.adding(months: -Int(figures[.routingAntiSplitMonths])).start
        let check = SplitCheck(
            owner: card.owner, parcel: Parcel(try AssetQueries.listParcel(of: card.id, in: tx)),
            centimetres: figures[.routingAdjacentMetres] * 100)
        let others = try LotQueries.listRecent(category, since: since, except: lot, in: tx)
        return try check.related(others).reduce((.zero, .zero)) { sum, other in
            (sum.0 + other.area, try sum.1.adding(other.total))
        }
    }

    func facts(settling command: Exchange.Command) throws -> ExchangeFacts {
        guard let lot = (command.verb as? any LotVerb)?.lot else { return ExchangeFacts() }
        var facts = try self.facts(of: lot)
        facts.booked = try LotQueries.findBooked(of: lot, in: tx)
        return facts
    }
}
