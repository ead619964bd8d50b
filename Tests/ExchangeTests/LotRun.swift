import Kernel
import Registry
import Storage

@testable import Exchange

/// One lot's stream, driven command by command without a store: a value, so a test may try several ways from one point.
struct LotRun {
    var state = ExchangeState()
    var facts = ToldFacts()
    var now = Village.at("2019-04-08T09:00:00+08:00")
    private(set) var events: [any Event<Exchange>] = []
    private(set) var due: [Due<Exchange>] = []

    var lot: Lot? { state.lot }

    @discardableResult
    mutating func give<Verb: Command<Exchange>>(_ verb: Verb, by principal: Principal) throws(Rejection)
        -> [any Event<Exchange>]
    {
        let context = Village.context(now, principal, sequence: Int64(events.count))
        let subject = try verb.subject(of: state)
        let caused = try verb.decide(subject, facts.told(to: verb, on: state.lot, at: now.date), context)
        for event in caused {
            event.change(&state, at: now)
            events.append(event)
            due += event.due(state, at: now)
        }
        return caused
    }

    /// Runs what the clock has due up to and including `instant`, each at its own instant; late ones may be refused.
    mutating func wait(until instant: Instant) {
        while let next = due.filter({ $0.at <= instant }).min(by: { $0.at < $1.at }) {
            if let position = due.firstIndex(where: { $0.at == next.at }) { due.remove(at: position) }
            now = next.at
            _ = try? give(next.command, by: Village.system)
        }
        now = instant
    }

    /// All events of one type so far, in order.
    func all<Kind: Event>(_ kind: Kind.Type) -> [Kind] { events.compactMap { $0 as? Kind } }

    /// Up to the published notice.
    static func listed(_ terms: LotTerms = Village.terms(), drawCommitment: String? = nil) throws -> LotRun {
        var run = LotRun()
        try run.list(terms, drawCommitment: drawCommitment)
        return run
    }

    /// From nothing to the published notice.
    mutating func list(
        _ terms: LotTerms = Village.terms(), drawCommitment: String? = nil, drawSeed: String? = nil
    ) throws {
        try give(
            DraftLot(
                lot: Village.lot, asset: Village.id("field"), organisation: Village.id("collective"), terms: terms),
            by: Village.clerk)
        try give(SubmitLot(lot: Village.lot, resolution: Village.id("resolution1")), by: Village.clerk)
        try give(AcceptLot(lot: Village.lot), by: Village.agent)
        try give(ReviewLot(lot: Village.lot, decision: .approve), by: Village.reviewer)
        try give(
            PublishNotice(lot: Village.lot, drawCommitment: drawCommitment, drawSeed: drawSeed), by: Village.releaser)
    }

    /// Up to the running auction with `bidders` paddles.
    static func running(_ terms: LotTerms = Village.terms(), bidders: Int = 2) throws -> LotRun {
        var run = try listed(terms)
        run.facts.roster = Village.roster(bidders)
        guard let opensAt = run.lot?.notice?.opensAt else { preconditionFailure("no notice") }
        run.wait(until: opensAt)
        return run
    }

    mutating func bid(_ price: Int64, by bidder: Int) throws(Rejection) {
        try give(
            PlaceBid(lot: Village.lot, price: Money(fen: price)), by: Village.principal(.bidder, "person\(bidder)"))
    }
}

/// What a store would tell the rules of one lot, told by the test: the collective's field, a resolution that passed, the
/// shipped figures.
struct ToldFacts {
    var limits = Village.limits()
    var resolution: ResolutionFacts? = ResolutionFacts(organisation: Village.id("collective"), passed: true)
    var roster: [BidderRow] = []
    /// The digest of the papers on file; nil before the certificate.
    var fileDigest: String?
    /// The days of the calendar that the law on the mode asks of a notice.
    var leastDays: Int64 = 0

    func told<Verb: Command<Exchange>>(to verb: Verb, on lot: Lot?, at day: CivilDate) -> Verb.Facts {
        let all: [Any?] = [beforeSale(verb, lot, day), sale(verb, lot, day), afterSale(verb, lot, day), NoFacts()]
        guard let facts = all.lazy.compactMap({ $0 as? Verb.Facts }).first else {
            preconditionFailure("nobody told the facts of \(Verb.fullName)")
        }
        return facts
    }

    private func figure(_ key: ParameterKey, _ day: CivilDate) -> Int64 { Parameters.shipped(key, on: day).value }

    private func clock(_ days: ParameterKey, _ day: CivilDate) -> NoticeClock.Facts {
        NoticeClock.Facts(days: figure(days, day), leastDays: leastDays, freeSeconds: figure(.auctionFreeSeconds, day))
    }

    private func beforeSale(_ verb: any Command<Exchange>, _ lot: Lot?, _ day: CivilDate) -> Any? {
        switch verb {
        case is DraftLot:
            DraftLot.Facts(
                lotExists: false,
                card: DraftLot.Card(
                    owner: Village.id("collective"), division: Village.id("p140404101201"), name: "East field",
                    divisionName: "Tanba", isFree: true, limits: limits))
        case is SubmitLot: SubmitLot.Facts(resolution: resolution)
        case is AcceptLot: AcceptLot.Facts(checklist: Checklist())
        case is ReviseLot:
            ReviseLot.Facts(
                resolution: resolution, limits: limits, maxCut: figure(.priceCutMaxStep, day),
                maxTotalCut: figure(.priceCutMaxTotal, day))
        case is PublishNotice, is AmendNotice: clock(lot?.level.noticeKey ?? .noticeFirstCountyDays, day)
        case is CloseNotice: CloseNotice.Facts(roster: roster, least: lot?.terms.mode.minimumBidders ?? 1)
        case is RelistLot:
            RelistLot.Facts(cycles: figure(.noticeRelistCycles, day), clock: clock(.noticeRelistDays, day))
        case is SuspendLot: SuspendLot.Facts(maxDays: figure(.suspendMaxDays, day))
        case is ExtendSuspension:
            ExtendSuspension.Facts(renewals: figure(.suspendRenewals, day), days: figure(.suspendMaxDays, day))
        case is ResumeLot: ResumeLot.Facts(leastDays: figure(.suspendMinRemainingDays, day))
        case is WithdrawLot: WithdrawLot.Facts(hasBidders: !roster.isEmpty)
        default: nil
        }
    }

    private func sale(_ verb: any Command<Exchange>, _ lot: Lot?, _ day: CivilDate) -> Any? {
        let seconds = figure(.priorityWindowSeconds, day)
        return switch verb {
        case is OpenAuction: OpenAuction.Facts(roster: roster, prioritySeconds: seconds)
        case is TakeLotToStation: TakeLotToStation.Facts(roster: roster, prioritySeconds: seconds)
        case is AgreePrice: AgreePrice.Facts(roster: roster, relists: figure(.singleBidderCountyRelists, day))
        case is PublishResult: PublishResult.Facts(publicityDays: figure(.resultPublicityDays, day), leastDays: 0)
        case is RaiseObjection: RaiseObjection.Facts(result: 1, most: figure(.objectionPerPerson, day))
        case is ConfirmAward: ConfirmAward.Facts(signDays: figure(.contractSignDays, day))
        case is AwardNext: AwardNext.Facts(next: nil)
        case is RecordBreach:
            RecordBreach.Facts(winner: winner(of: lot), barMonths: figure(.blacklistBreachMonths, day))
        default: nil
        }
    }

    private func afterSale(_ verb: any Command<Exchange>, _ lot: Lot?, _ day: CivilDate) -> Any? {
        switch verb {
        case is SignContract: SignContract.Facts(winner: winner(of: lot), cap: limits.cap)
        case is ExtendSigning: ExtendSigning.Facts(days: figure(.contractSignExtensionDays, day))
        case is LookBehindBid: LookBehindBid.Facts(bidder: Village.id("b1"))
        case is RecordFirstPayment: RecordFirstPayment.Facts(booked: .zero)
        case is CertifyLot: CertifyLot.Facts(booked: .zero)
        case is FileLot: FileLot.Facts(digest: fileDigest, expiringDays: figure(.contractExpiringDays, day))
        case is RenewContract:
            RenewContract.Facts(
                resolution: resolution, floor: limits.floor, isHouseholdRight: limits.isHouseholdRight)
        default: nil
        }
    }

    private func winner(of lot: Lot?) -> PartyID? {
        guard let paddle = lot?.award?.paddle else { return nil }
        return roster.first { $0.paddle == paddle }?.party
    }
}
