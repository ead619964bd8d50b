import Kernel
import Registry

extension LotTerms {
    /// Checks what law and card allow, in the order of the rejections' numbers; answers the total at the start price.
    func checkLawful(within limits: TermLimits, on today: CivilDate) throws(Rejection) -> Money {
        guard let term = term(from: startsOn ?? today), (years == nil) != (endsOn == nil) else {
            throw ExchangeRefusal.termMissing()
        }
        guard term.endsOn <= .latest else { throw ExchangeRefusal.termBeyondDates(term.endsOn, CivilDate.latest) }
        try checkTerm(term, rightUntil: limits.rightUntil, limits.cap)
        guard startPrice > .zero, step > .zero, extensionSeconds >= 0, deposit >= .zero else {
            throw ExchangeRefusal.priceNotPositive()
        }
        if let whole = limits.area, area > whole { throw ExchangeRefusal.areaBeyondCard(ExchangeText.mu(whole)) }
        guard !priceUnit.isPerArea || area > .zero else {
            throw ExchangeRefusal.areaBeyondCard(ExchangeText.mu(area))
        }
        try checkPlan(term)
        guard mode.fits(category) else { throw ExchangeRefusal.modeNotForCategory() }
        let parts = portions.reduce(Area.zero) { $0 + $1.area }
        guard parts <= area, portions.allSatisfy({ $0.discount >= .zero && $0.discount < startPrice }),
            portions.isEmpty || priceUnit.isPerArea
        else { throw ExchangeRefusal.portionsWrong() }
        return try total(at: startPrice, over: term)
    }

    /// The caps of section 0.5: a lease, a land operation right, four wastes. How long a cap is in days is Registry's.
    func checkTerm(_ term: Term, rightUntil: CivilDate?, _ cap: TermCap) throws(Rejection) {
        if transferWay.isLease, term.endsOn > cap.lastDayOfLease(from: term.startsOn) {
            throw ExchangeRefusal.leaseTooLong(cap.leaseYears, term.startedYears)
        }
        if let rightUntil, term.endsOn > rightUntil {
            throw ExchangeRefusal.beyondRight(rightUntil)
        }
        if category == .a3, term.endsOn > cap.lastDayOfWaste(from: term.startsOn) {
            throw ExchangeRefusal.wasteTooLong(cap.wasteYears)
        }
    }

    /// The plan's shares make the whole, in ascending years within the term.
    private func checkPlan(_ term: Term) throws(Rejection) {
        guard !payments.isEmpty else { return }
        let shares = payments.map(\.basisPoints)
        let years = payments.map(\.year)
        let inOrder = zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
        guard shares.allSatisfy({ (1...10_000).contains($0) }), shares.reduce(0, +) == 10_000, inOrder,
            let first = years.first, let last = years.last, first >= 1, last <= Int64(term.startedYears)
        else { throw ExchangeRefusal.planWrong() }
    }

    /// Whether the start price lies below the floor of the guide prices, as far as the two can be compared.
    func isBelow(_ floor: Money?) -> Bool {
        guard let floor, priceUnit == .fenPerMuYear, !category.isBuying else { return false }
        return startPrice < floor
    }

    /// The floor binds collective lots: below it only with a public reason. A household's own price is free (art. 39).
    func checkFloor(_ limits: TermLimits, reason: String?) throws(Rejection) {
        guard isBelow(limits.floor), let floor = limits.floor, !isHouseholds(limits.isHouseholdRight),
            reason?.isEmpty != false
        else { return }
        throw ExchangeRefusal.belowFloor(ExchangeText.yuan(floor))
    }

    /// Asks about a start price that is far from the guide price, as far as the two can be compared.
    func checkJump(_ limits: TermLimits, isMeant: Bool) throws(Rejection) {
        guard priceUnit == .fenPerMuYear, !category.isBuying else { return }
        try PriceJump.check(startPrice, against: limits.guide, .guide, isMeant: isMeant)
    }

    /// A household's own right: contracted land, and what a household may list by itself on its own card.
    func isHouseholds(_ isHouseholdRight: Bool) -> Bool {
        category == .a1 || (isHouseholdRight && category.mayBeListedByHousehold)
    }

    /// The frozen rules of the open auction.
    package var auctionRule: AuctionRule {
        AuctionRule(
            direction: category.isBuying || mode == .reverse ? .down : .up, start: startPrice, step: step,
            extensionMilliseconds: extensionSeconds * 1_000)
    }
}

extension TradingMode {
    /// Which modes a category may be traded in: buying runs downwards, giving upwards (section 1.2).
    func fits(_ category: TradeCategory) -> Bool {
        switch self {
        case .reverse, .tender: category.isBuying
        case .ascending, .descending, .liveAuction, .draw: !category.isBuying
        case .agreement, .sealed, .twoShot: true
        }
    }
}
