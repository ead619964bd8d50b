package import Kernel
package import Registry
package import Storage

/// Changes the terms of a lot nobody took, by a new resolution; the price may fall by the county's steps only.
package struct ReviseLot: LotVerb {
    package let lot: LotID
    package let resolution: ResolutionID
    /// Why the new start lies below the guide price's floor; shown to the public.
    package var belowFloorReason: String?
    package let terms: LotTerms
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), resolution: pass.value("resolution", \.resolution),
            belowFloorReason: pass.optional("belowFloorReason", \.belowFloorReason), terms: pass.inlined(\.terms),
            isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "reviseLot"
    package static var title: Message { ExchangeText.Command.reviseLot }
    package static let access: Access = .own(.villageClerk, .stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .termMissing, .termBeyondDates, .leaseTooLong, .beyondRight, .wasteTooLong,
        .priceNotPositive,
        .areaBeyondCard, .planWrong, .modeNotForCategory, .portionsWrong, .belowFloor, .resolutionMissing,
        .resolutionOfAnother, .majorityMissed, .cutTooDeep,
        .priceJumps, .priceFallsFar,
    ]

    package struct Facts: Sendable {
        package let resolution: ResolutionFacts?
        package let limits: TermLimits
        /// By how much a start price may fall at once and in all, in basis points.
        package let maxCut: Int64
        package let maxTotalCut: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.resolving, by: context.principal.role)
        try lot.require(.relistDecision)
        guard resolution != lot.terms.resolution, let record = facts.resolution else {
            throw ExchangeRefusal.resolutionMissing()
        }
        guard record.organisation == lot.owner else { throw ExchangeRefusal.resolutionOfAnother() }
        guard record.passed else { throw ExchangeRefusal.majorityMissed() }
        let terms = try terms.completed(facts.limits.figures)
        try checkCut(from: lot.terms.startPrice, by: facts.maxCut)
        try checkCut(from: lot.firstStartPrice, by: facts.maxTotalCut)
        try terms.checkFloor(facts.limits, reason: belowFloorReason)
        try terms.checkJump(facts.limits, isMeant: isMeant)
        let total = try terms.checkLawful(within: facts.limits, on: context.now.date)
        // New terms may lead to another desk; a lot never falls below the desk that has handled it.
        let level = try HandlingLevel.route(terms, total: total, facts.limits, on: context.now.date)
        return [
            LotRevised(
                lot: self.lot, village: lot.village, resolution: resolution, expectedTotal: total,
                level: max(level, lot.level),
                belowFloorReason: terms.isBelow(facts.limits.floor) ? belowFloorReason : nil, terms: terms)
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
        state.lot?.resolution = resolution
        state.lot?.acceptor = nil
        state.lot?.reviewer = nil
        state.lot?.relistings = 0
        state.lot?.clearHall()
    }
}
