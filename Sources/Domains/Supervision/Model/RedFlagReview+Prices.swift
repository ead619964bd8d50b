extension RedFlagReview {
    /// 3 and 4. How far the second best stands behind the winner, as a share of the winner's price: low outliers are
    /// close seconds, high outliers large gaps.
    mutating func findPriceDistances() {
        let distances = cases.compactMap { item in priceDistance(of: item).map { (item, $0) } }
        guard let fences = OutlierFences(distances.map(\.1.share)) else { return }
        keep(fences, for: .closeSecond)
        keep(fences, for: .largeGap)
        for (item, distance) in distances {
            if fences.isLow(distance.share) {
                raise(.closeSecond, on: item, distance.share)
                for bidder in [distance.winner, distance.second] {
                    raise(.closeSecond, .bidder(bidder), .zero, in: [item.id])
                }
            }
            if fences.isHigh(distance.share) {
                raise(.largeGap, on: item, distance.share)
                raise(.largeGap, .bidder(distance.winner), .zero, in: [item.id])
            }
        }
    }

    private func priceDistance(of item: RedFlagCase) -> (share: Figure, winner: String, second: String)? {
        guard comparesPrices(item), let winner = item.soleWinner else { return nil }
        let offers = bestOffers(of: item)
        guard let price = offers.first(where: { $0.bidder == winner })?.amount, price > 0,
            var second = offers.first(where: { $0.bidder != winner })
        else { return nil }
        for offer in offers where offer.bidder != winner && isBetter(offer.amount, than: second.amount) {
            second = offer
        }
        // Where another price was better the award was not by price alone.
        guard !isBetter(second.amount, than: price) else { return nil }
        return (.ratio(max(second.amount - price, price - second.amount), price), winner, second.bidder)
    }

    /// 12 and 13. How far final offers lie apart: their standard deviation over their mean; and the winner's distance to
    /// the second over the standard deviation of the losers.
    mutating func findSpreads() {
        var variations: [(RedFlagCase, Figure)] = []
        var distances: [(RedFlagCase, Figure)] = []
        for item in cases where comparesPrices(item) {
            let offers = bestOffers(of: item)
            guard offers.count >= max(3, thresholds.leastBidders) else { continue }
            if let value = Spread(offers.map(\.amount))?.variation { variations.append((item, value)) }
            if let value = relativeDistance(of: item, offers) { distances.append((item, value)) }
        }
        if let fences = OutlierFences(variations.map(\.1)) {
            keep(fences, for: .lowVariation)
            for (item, value) in variations where fences.isLow(value) { raise(.lowVariation, on: item, value) }
        }
        if let fences = OutlierFences(distances.map(\.1)) {
            keep(fences, for: .relativeDistance)
            for (item, value) in distances where fences.isHigh(value) && value > .one {
                raise(.relativeDistance, on: item, value)
            }
        }
    }

    private func relativeDistance(of item: RedFlagCase, _ offers: [(bidder: String, amount: Int64)]) -> Figure? {
        guard let winner = item.soleWinner, let distance = priceDistance(of: item),
            let price = offers.first(where: { $0.bidder == winner })?.amount,
            let second = offers.first(where: { $0.bidder == distance.second })?.amount,
            let spread = Spread(offers.filter { $0.bidder != winner }.map(\.amount))?.deviation
        else { return nil }
        return Figure(whole: max(price - second, second - price)).divided(by: spread)
    }
}

/// Mean and spread of some amounts, exactly as far as they are rational.
struct Spread {
    private let count: Int128
    private let sum: Int128
    /// n·Σx² − (Σx)²: n·(n − 1) times the sample's variance.
    private let scaledVariance: Int128

    /// Nil with fewer than two amounts, or where one is not above zero.
    init?(_ amounts: [Int64]) {
        guard amounts.count >= 2, amounts.allSatisfy({ $0 > 0 }) else { return nil }
        count = Int128(amounts.count)
        sum = amounts.reduce(0) { $0 + Int128($1) }
        let squares = amounts.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
        scaledVariance = count * squares - sum * sum
    }

    /// Sample standard deviation.
    var deviation: Figure? { Figure.root(ofRatio: scaledVariance, count * (count - 1)) }

    /// Standard deviation over mean: √(n·(n·Σx² − (Σx)²) / ((n − 1)·(Σx)²)).
    var variation: Figure? { Figure.root(ofRatio: count * scaledVariance, (count - 1) * sum * sum) }
}
