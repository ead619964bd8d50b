package import Kernel
package import Registry

/// Changes the terms of a lot nobody took, by a new resolution; the price may fall by the county's steps only.
package struct ReviseLot: LotVerb {
    package let lot: LotID
    package let resolution: ResolutionID
    /// Why the new start lies below the guide price's floor; shown to the public.
    package var belowFloorReason: String?
    package let terms: LotTerms

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), resolution: pass.value("resolution", \.resolution),
            belowFloorReason: pass.optional("belowFloorReason", \.belowFloorReason), terms: pass.inlined(\.terms))
    }

    package static let name = "reviseLot"
    package static var title: Message { ExchangeText.Command.reviseLot }
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .termMissing, .leaseTooLong, .beyondRight, .wasteTooLong, .priceNotPositive,
        .areaBeyondCard, .planWrong, .modeNotForCategory, .portionsWrong, .belowFloor, .resolutionMissing,
        .resolutionOfAnother, .majorityMissed, .cutTooDeep,
    ]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.resolving, by: context.principal.role)
        try lot.require(.relistDecision)
        guard resolution != lot.terms.resolution, let record = facts.resolution else {
            throw ExchangeRefusal.resolutionMissing()
        }
        guard record.organisation == lot.owner else { throw ExchangeRefusal.resolutionOfAnother() }
        guard record.passed else { throw ExchangeRefusal.majorityMissed() }
        try checkCut(from: lot.terms.startPrice, by: facts.figures[.priceCutMaxStep])
        try checkCut(from: lot.firstStartPrice, by: facts.figures[.priceCutMaxTotal])
        let card =
            facts.asset
            ?? AssetFacts(
                owner: lot.owner, division: lot.village, name: lot.assetName, divisionName: lot.villageName, area: nil,
                rightUntil: lot.rightUntil, isFree: true)
        try terms.checkFloor(card, reason: belowFloorReason)
        let total = try terms.checkLawful(for: card, facts.figures, on: context.now.date)
        // New terms may lead to another desk; a lot never falls below the desk that has handled it.
        let level = try HandlingLevel.route(terms, total: total, card, facts.figures, on: context.now.date)
        return [
            .lotRevised(
                LotRevised(
                    lot: self.lot, village: lot.village, resolution: resolution, expectedTotal: total,
                    level: max(level, lot.level),
                    belowFloorReason: terms.isBelow(card.floor) ? belowFloorReason : nil, terms: terms))
        ]
    }

    /// A start price may fall by so many basis points only, whatever else changes.
    private func checkCut(from before: Money, by basisPoints: Int64) throws(Rejection) {
        let least = try before.scaled(by: 10_000 - basisPoints, over: 10_000)
        guard terms.startPrice >= least || terms.category.isBuying else {
            throw ExchangeRefusal.cutTooDeep(ExchangeText.yuan(least))
        }
    }
}

/// The lot goes through acceptance, review and release again.
package struct LotRevised: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let resolution: ResolutionID
    package let expectedTotal: Money
    /// Who handles it from now on; absent in entries of before, when a revision changed no desk.
    package var level: HandlingLevel?
    package var belowFloorReason: String?
    package let terms: LotTerms

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            resolution: pass.value("resolution", \.resolution),
            expectedTotal: pass.value("expectedTotalFen", \.expectedTotal), level: pass.optional("level", \.level),
            belowFloorReason: pass.optional("belowFloorReason", \.belowFloorReason), terms: pass.inlined(\.terms))
    }

    package static let name = "lotRevised"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.resolving)
        state.lot?.terms = terms
        if let level { state.lot?.level = level }
        state.lot?.belowFloorReason = belowFloorReason
        state.lot?.acceptor = nil
        state.lot?.reviewer = nil
        state.lot?.relistings = 0
        state.lot?.clearHall()
    }
}

/// Publishes a change of the dates while the notice runs; the notice period starts again in full.
package struct AmendNotice: LotVerb {
    package let lot: LotID
    package let reasons: String
    package var closesAt: Instant?
    package var opensAt: Instant?
    package var endsAt: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), reasons: pass.value("reasons", \.reasons),
            closesAt: pass.optional("closesAt", \.closesAt), opensAt: pass.optional("opensAt", \.opensAt),
            endsAt: pass.optional("endsAt", \.endsAt))
    }

    package static let name = "amendNotice"
    package static var title: Message { ExchangeText.Command.amendNotice }
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .reasonsMissing, .noticeTooShort, .noticeTimes,
    ]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.listed)
        try lot.check(.listed, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        let clock = try NoticeClock.plan(
            closesAt: closesAt, opensAt: opensAt, endsAt: endsAt, days: facts.figures[lot.level.noticeKey],
            facts.figures,
            context)
        return [
            .noticeAmended(NoticeAmended(lot: self.lot, village: lot.village, reasons: reasons)),
            .noticePublished(NoticePublished(lot, clock: clock, drawCommitment: lot.hall.drawCommitment)),
        ]
    }
}

/// The reason is public; the new notice follows at once.
package struct NoticeAmended: ReasonedLotEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reasons: String

    package init(lot: LotID, village: DivisionID, reasons: String) {
        self.lot = lot
        self.village = village
        self.reasons = reasons
    }

    package static let name = "noticeAmended"

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
