package import Exchange
import Kernel

/// All indicators over all lots of one direction: highest price wins, or lowest. Pure: the same lots give the same flags.
package struct RedFlagReview: Sendable {
    package let direction: PriceDirection
    package let thresholds: RedFlagThresholds
    package private(set) var findings: [RedFlagFinding] = []
    /// The fences of this review, by the indicator that used them.
    package private(set) var fences: [RedFlag: OutlierFences] = [:]
    private var seen: Set<RedFlagFinding> = []
    let cases: [RedFlagCase]
    let currency: String?

    /// Cancelled lots and excluded procedures are left out of every indicator.
    package init(_ cases: [RedFlagCase], _ direction: PriceDirection, _ thresholds: RedFlagThresholds) {
        self.direction = direction
        self.thresholds = thresholds
        self.cases = cases.filter { !$0.isCancelled && !thresholds.excludedMethods.contains($0.methodDetail ?? "") }
        currency = self.cases.lazy.compactMap { $0.offers?.lazy.compactMap(\.currency).first }.first
        for item in self.cases {
            findShortNotice(item)
            findSingleBidder(item)
            findIdenticalPrices(item)
            findLateWinner(item)
            findAllOthersDisqualified(item)
            findBestDisqualified(item)
            findAtReserveAndAlone(item)
            findJustUnderThreshold(item)
        }
        findPriceDistances()
        findSpreads()
        findProfessionalLosers()
        findDisqualificationRates()
        findVariedSuppliers()
        findRotation()
    }

    mutating func raise(_ flag: RedFlag, _ subject: RedFlagSubject, _ value: Figure, in lots: [String]) {
        let finding = RedFlagFinding(flag: flag, subject: subject, value: value, lots: lots)
        if seen.insert(finding).inserted { findings.append(finding) }
    }

    mutating func raise(_ flag: RedFlag, on item: RedFlagCase, _ value: Figure = .one) {
        raise(flag, .lot(item.id), value, in: [item.id])
    }

    mutating func keep(_ fences: OutlierFences, for flag: RedFlag) { self.fences[flag] = fences }

    /// Whether `left` is the better price in this direction.
    func isBetter(_ left: Int64, than right: Int64) -> Bool { direction == .up ? left > right : left < right }

    func comparesPrices(_ item: RedFlagCase) -> Bool {
        !thresholds.methodsWithoutPrices.contains(item.methodDetail ?? "")
    }

    /// The best amount each bidder offered by itself, of valid offers, in the currency of the review.
    func bestOffers(of item: RedFlagCase) -> [(bidder: String, amount: Int64)] {
        var best: [String: Int64] = [:]
        var order: [String] = []
        for offer in item.offers ?? [] where offer.isValid && offer.currency == currency {
            guard let bidder = offer.soleBidder, let amount = offer.amount else { continue }
            guard let known = best[bidder] else {
                best[bidder] = amount
                order.append(bidder)
                continue
            }
            if isBetter(amount, than: known) { best[bidder] = amount }
        }
        return order.compactMap { bidder in best[bidder].map { (bidder, $0) } }
    }
}

extension RedFlagReview {
    /// 1. Fewer whole days between opening and end than the threshold. The value is always one: see the days in the lot.
    private mutating func findShortNotice(_ item: RedFlagCase) {
        guard let opensAt = item.opensAt, let closesAt = item.closesAt else { return }
        let methods = thresholds.noticeMethods
        guard methods.isEmpty || methods.contains(item.method ?? "") else { return }
        let days = (closesAt.milliseconds - opensAt.milliseconds) / 86_400_000
        let least = item.methodDetail.flatMap { thresholds.noticeDaysByDetail[$0] } ?? thresholds.noticeDays
        if days < least { raise(.shortNotice, on: item) }
    }

    /// 2. One bidder where the procedure invites several.
    private mutating func findSingleBidder(_ item: RedFlagCase) {
        guard item.bidderCount == 1, thresholds.competitiveMethods.contains(item.method ?? "") else { return }
        raise(.singleBidder, on: item)
    }

    /// 6. Different bidders, the same price to the last unit.
    private mutating func findIdenticalPrices(_ item: RedFlagCase) {
        guard comparesPrices(item) else { return }
        var known: [String: Set<String>] = [:]
        for offer in item.submitted {
            guard let amount = offer.amount, let currency = offer.currency, !offer.bidders.isEmpty else { continue }
            let (price, bidders) = ("\(amount) \(currency)", Set(offer.bidders))
            if let others = known[price], others != bidders {
                raise(.identicalPrices, on: item)
                for bidder in bidders.union(others).sorted() {
                    raise(.identicalPrices, .bidder(bidder), .one, in: [item.id])
                }
            }
            known[price] = bidders
        }
    }

    /// 7. An offer after the end, by somebody who has the award.
    private mutating func findLateWinner(_ item: RedFlagCase) {
        guard let closesAt = item.offersEndAt ?? item.closesAt else { return }
        let winners = Set((item.awards ?? []).filter { $0.state == .active }.flatMap(\.winners))
        let late = Set(
            (item.offers ?? []).filter { $0.isValid && $0.at.map { $0 > closesAt } == true }.flatMap(\.bidders))
        let lateWinners = winners.intersection(late)
        guard !lateWinners.isEmpty else { return }
        raise(.lateWinner, on: item)
        for winner in lateWinners.sorted() { raise(.lateWinner, .bidder(winner), .one, in: [item.id]) }
    }

    /// 8. Everybody was put aside but the one who has it. The value is how many others.
    private mutating func findAllOthersDisqualified(_ item: RedFlagCase) {
        guard let (awards, offers) = item.decided else { return }
        let valid = Set(offers.filter(\.isValid).flatMap(\.bidders))
        let others = Set(offers.filter { $0.state == .disqualified }.flatMap(\.bidders)).subtracting(valid)
        guard let winner = valid.first, valid.count == 1, valid == Set(awards.flatMap(\.winners)),
            others.count >= max(1, thresholds.othersDisqualified)
        else { return }
        raise(.allOthersDisqualified, on: item, Figure(whole: Int64(others.count)))
        raise(.allOthersDisqualified, .bidder(winner), .zero, in: [item.id])
    }

    /// 9. The best price was put aside, and another has the award. Of equal ones the first laid down counts.
    private mutating func findBestDisqualified(_ item: RedFlagCase) {
        guard comparesPrices(item), item.awards?.contains(where: { $0.state == .active }) == true else { return }
        let offers = item.submitted.filter { $0.amount != nil && $0.currency == currency }
        guard var best = offers.first, offers.contains(where: \.isValid) else { return }
        for offer in offers {
            guard let amount = offer.amount, let known = best.amount, isBetter(amount, than: known) else { continue }
            best = offer
        }
        if best.state == .disqualified { raise(.bestDisqualified, on: item) }
    }

    /// 11. One bidder, and not a fen beyond the starting price.
    private mutating func findAtReserveAndAlone(_ item: RedFlagCase) {
        guard let reserve = item.reserve, let winner = item.soleWinner else { return }
        let offers = bestOffers(of: item)
        guard offers.count == 1, offers.first?.bidder == winner, offers.first?.amount == reserve else { return }
        raise(.atReserveAndAlone, on: item)
    }

    /// 15. Just small enough for the lower desk. The value is the share of the limit.
    private mutating func findJustUnderThreshold(_ item: RedFlagCase) {
        let shares = item.limits.filter { $0.limit > 0 && $0.size >= 0 && $0.size < $0.limit }
            .map { Figure.ratio($0.size, $0.limit) }
        guard let nearest = shares.max(), nearest >= .ratio(thresholds.nearLimitBasisPoints, 10_000) else { return }
        raise(.justUnderThreshold, on: item, nearest)
    }
}
