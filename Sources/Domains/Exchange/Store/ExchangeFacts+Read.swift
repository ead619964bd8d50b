package import Kernel
import Registry
package import Storage

extension Exchange {
    /// What each verb needs beyond its lot. A bid needs nothing: the hot path reads no SQL.
    package static func facts(for command: Command, context: Context, in tx: any ReadTransaction) throws
        -> ExchangeFacts
    {
        let reader = FactReader(context: context, tx: tx)
        switch command.verb {
        case is PlaceBid, is EndAuction: return ExchangeFacts()
        case let verb as DraftLot: return try reader.facts(drafting: verb)
        case let verb as ReviseLot: return try reader.facts(revising: verb)
        case let verb as AwardNext: return try reader.facts(passingOn: verb.lot)
        case let verb as SubmitLot: return try reader.facts(submitting: verb)
        case let verb as RegisterBidder: return try reader.facts(registering: verb)
        case let verb as RecordDeposit: return try reader.facts(depositing: verb)
        case let verb as QualifyBidder: return try reader.facts(qualifying: verb.bidder)
        case let verb as ImportDeposits: return try reader.facts(importing: verb)
        case let verb as CountPayment:
            return ExchangeFacts(outline: try LotQueries.findOutline(of: verb.contract, in: tx))
        case let verb as PublishGuidePrices: return ExchangeFacts(place: verb.division)
        case let verb as any BarVerb: return try reader.facts(barring: verb.party)
        case let verb as RenewContract: return try reader.facts(renewing: verb)
        case let verb as AcceptLot: return try reader.facts(accepting: verb.lot)
        case is RecordFirstPayment, is CertifyLot: return try reader.facts(settling: command)
        case let verb as FileLot: return try reader.facts(filing: verb.lot)
        case let verb as any BidderVerb: return try reader.facts(of: verb.bidder)
        case let verb as any LotVerb: return try reader.facts(of: verb.lot)
        default: return ExchangeFacts()
        }
    }

    package static func division(of command: Command, state: ExchangeState, facts: ExchangeFacts) -> DivisionID? {
        state.lot?.village ?? facts.asset?.division ?? facts.outline?.village ?? facts.place
    }
}

/// Reads facts in the writer's transaction.
struct FactReader {
    let context: Context
    let tx: any ReadTransaction

    func facts(drafting verb: DraftLot) throws -> ExchangeFacts {
        var facts = ExchangeFacts()
        if let lot = verb.lot { facts.lotExists = try LotQueries.findState(of: lot, in: tx) != nil }
        guard let card = try AssetQueries.find(verb.asset, in: tx) else { return facts }
        let place = try DivisionQueries.find(card.division, in: tx)
        facts.figures = try figures(
            at: card.division,
            [.termLeaseYears, .termFourWasteYears] + ParameterKey.routing)
        let recent = try recent(with: card, verb.terms.category, facts.figures)
        facts.asset = AssetFacts(
            owner: card.owner, division: card.division, name: card.name, divisionName: place?.name ?? "",
            area: card.area, rightUntil: card.rightUntil, isFree: card.status(on: context.now.date) == .idle,
            recentArea: recent.area, recentTotal: recent.total,
            floor: try GuidePriceQueries.findFloor(
                of: card.assetClass, at: card.division, on: context.now.date, in: tx),
            isHouseholdRight: card.right == .contractedManagement)
        return facts
    }

    func facts(submitting verb: SubmitLot) throws -> ExchangeFacts {
        var facts = ExchangeFacts()
        let given = try verb.resolution ?? LotQueries.findResolution(of: verb.lot, in: tx)
        guard let given, let record = try ResolutionQueries.find(given, in: tx) else { return facts }
        facts.resolution = ResolutionFacts(organisation: record.organisation, passed: record.isPassed)
        return facts
    }

    func facts(revising verb: ReviseLot) throws -> ExchangeFacts {
        var facts = try self.facts(of: verb.lot)
        if let record = try ResolutionQueries.find(verb.resolution, in: tx) {
            facts.resolution = ResolutionFacts(organisation: record.organisation, passed: record.isPassed)
        }
        guard let asset = try LotQueries.findAsset(of: verb.lot, in: tx),
            let card = try AssetQueries.find(asset, in: tx)
        else { return facts }
        facts.figures = facts.figures.with(try figures(at: card.division, ParameterKey.routing))
        let recent = try recent(with: card, verb.terms.category, facts.figures, except: verb.lot)
        facts.asset = try self.card(of: verb.lot, recent: recent)
        return facts
    }

    func facts(filing lot: LotID) throws -> ExchangeFacts {
        var facts = try self.facts(of: lot)
        facts.fileDigest = try FilingQueries.find(lot, in: tx)?.digest
        return facts
    }

    func facts(passingOn lot: LotID) throws -> ExchangeFacts {
        var facts = try self.facts(of: lot)
        facts.nextBid = try LotQueries.findNextBid(of: lot, in: tx)
        return facts
    }

    func facts(registering verb: RegisterBidder) throws -> ExchangeFacts {
        var facts = ExchangeFacts()
        facts.outline = try LotQueries.findOutline(verb.lot, in: tx)
        let mark = BidderProjection.mark(of: verb.account.content)
        let party = try PartyQueries.find(verb.party, in: tx)
        facts.party = PartyFacts(
            isKnown: party != nil,
            alreadyRegistered: try BidderQueries.isRegistered(verb.party, for: verb.lot, in: tx),
            isConflicted: try party.map { try LotQueries.isConflicted($0, for: verb.lot, in: tx) } ?? false,
            barredUntil: try BidderQueries.findBar(of: verb.party, in: tx),
            accountUsedByAnother: try BidderQueries.isUsed(mark, in: verb.lot, exceptBy: nil, in: tx),
            isMember: try LotQueries.isMember(verb.party, of: verb.lot, in: tx))
        return facts
    }

    func facts(depositing verb: RecordDeposit) throws -> ExchangeFacts {
        var facts = try self.facts(of: verb.bidder)
        guard let row = facts.bidder else { return facts }
        let mark = BidderProjection.mark(of: verb.payerAccount.content)
        facts.party = PartyFacts(
            isKnown: true,
            accountUsedByAnother: try BidderQueries.isUsed(mark, in: row.lot, exceptBy: row.bidder, in: tx),
            paysFromOwnAccount: try BidderQueries.findMark(of: row.bidder, in: tx) == mark)
        return facts
    }

    func facts(of bidder: BidderID) throws -> ExchangeFacts {
        var facts = ExchangeFacts()
        facts.bidder = try BidderQueries.find(bidder, in: tx)
        guard let lot = facts.bidder?.lot else { return facts }
        facts.outline = try LotQueries.findOutline(lot, in: tx)
        if let village = facts.outline?.village { facts.figures = try figures(at: village, [.objectionReplyDays]) }
        return facts
    }

    func facts(of lot: LotID) throws -> ExchangeFacts {
        var facts = ExchangeFacts()
        guard let outline = try LotQueries.findOutline(lot, in: tx) else { return facts }
        facts.outline = outline
        facts.roster = try BidderQueries.listRoster(of: lot, in: tx)
        facts.figures = try figures(
            at: outline.village,
            [
                .noticeFirstVillageDays, .noticeFirstTownshipDays, .noticeFirstCountyDays, .noticeRelistDays,
                .noticeRelistCycles, .auctionFreeSeconds, .priorityWindowSeconds, .resultPublicityDays,
                .contractSignDays, .termLeaseYears,
                .termFourWasteYears, .suspendMinRemainingDays, .suspendMaxDays, .suspendRenewals,
                .blacklistBreachMonths, .priceCutMaxStep, .priceCutMaxTotal, .contractExpiringDays,
                .contractSignExtensionDays, .singleBidderCountyRelists,
            ])
        return facts
    }

    func figures(at place: DivisionID, _ keys: [ParameterKey]) throws -> CountyFigures {
        let day = context.now.date
        var fixed: [ParameterKey: Int64] = [:]
        for key in keys { fixed[key] = try ParameterQueries.value(key, at: place, on: day, in: tx).value }
        return CountyFigures(fixed, on: day)
    }
}

extension Resolution {
    /// Whether quorum and majority of its matter and body were reached, counted again here.
    var isPassed: Bool {
        guard let rule = try? VotingRule.find(matter, body) else { return false }
        return present >= rule.quorum(of: entitled) && inFavour >= rule.majority(of: entitled, present: present)
    }
}
