extension RedFlagReview {
    /// 5. Often there, hardly ever the winner: of the frequent bidders those whose share of wins is a low outlier.
    mutating func findProfessionalLosers() {
        var records: [String: Record] = [:]
        for item in cases {
            guard let winner = item.soleWinner, let offers = item.decided?.offers else { continue }
            for bidder in Set(offers.filter(\.isValid).compactMap(\.soleBidder)) {
                records[bidder, default: Record()].add(hits: bidder == winner ? 1 : 0, of: 1, in: item.id)
            }
        }
        let frequent = Quantile.of(
            records.values.map { Int128($0.count) }, percent: thresholds.frequentBidderPercentile)
        guard let frequent, let fences = OutlierFences(records.values.map(\.ratio)) else { return }
        keep(fences, for: .professionalLoser)
        for (bidder, record) in records.sorted(by: { $0.key < $1.key })
        where Int128(record.count) * 300 >= frequent && fences.isLow(record.ratio) {
            raise(.professionalLoser, .bidder(bidder), record.ratio, in: record.lots)
        }
    }

    /// 10. Whose offers are put aside more often than is usual: by body, by desk and by bidder.
    mutating func findDisqualificationRates() {
        var (owners, clerks, bidders): ([String: Record], [String: Record], [String: Record]) = ([:], [:], [:])
        for item in cases {
            let offers = item.submitted
            guard !offers.isEmpty else { continue }
            let (hits, count) = (Int64(offers.count { $0.state == .disqualified }), Int64(offers.count))
            if let owner = item.owner { owners[owner, default: Record()].add(hits: hits, of: count, in: item.id) }
            if let clerk = item.clerk { clerks[clerk, default: Record()].add(hits: hits, of: count, in: item.id) }
            for offer in offers {
                for bidder in offer.bidders {
                    let hit: Int64 = offer.state == .disqualified ? 1 : 0
                    bidders[bidder, default: Record()].add(hits: hit, of: 1, in: item.id)
                }
            }
        }
        raiseRates(of: owners) { .owner($0) }
        raiseRates(of: clerks) { .clerk($0) }
        raiseRates(of: bidders) { .bidder($0) }
    }

    private mutating func raiseRates(of records: [String: Record], _ subject: (String) -> RedFlagSubject) {
        let counted = records.filter { $0.value.count >= thresholds.leastOffers }
        guard let fences = OutlierFences(counted.values.map(\.ratio)) else { return }
        for (id, record) in counted.sorted(by: { $0.key < $1.key }) where fences.isHigh(record.ratio) {
            raise(.disqualificationRate, subject(id), record.ratio, in: record.lots)
        }
    }

    /// One supplier of very different things (buying only; a lease has no such codes).
    mutating func findVariedSuppliers() {
        var classes: [String: (codes: Set<Substring>, lots: [String])] = [:]
        for item in cases {
            for award in item.awards ?? [] where award.state == .active && award.winners.count == 1 {
                guard let winner = award.winners.first, !award.codes.isEmpty else { continue }
                var known = classes[winner] ?? ([], [])
                known.codes.formUnion(award.codes.map { $0.prefix(thresholds.codeDigits) })
                if known.lots.last != item.id { known.lots.append(item.id) }
                classes[winner] = known
            }
        }
        let counted = classes.filter { $0.value.lots.count >= thresholds.leastAwards }
        guard let fences = OutlierFences(counted.values.map { Figure(whole: Int64($0.codes.count)) }) else { return }
        keep(fences, for: .variedSupplier)
        for (supplier, record) in counted.sorted(by: { $0.key < $1.key }) {
            let variety = Figure(whole: Int64(record.codes.count))
            if fences.isHigh(variety) { raise(.variedSupplier, .bidder(supplier), variety, in: record.lots) }
        }
    }

    /// 14. Two who keep meeting, and one of the two always has it: in turns, or always the same. The value is the number
    /// of lots they shared.
    mutating func findRotation() {
        var shared: [Pair: [(lot: String, winner: String)]] = [:]
        for item in cases {
            guard let winner = item.soleWinner, let offers = item.decided?.offers else { continue }
            let bidders = Set(offers.filter(\.isValid).compactMap(\.soleBidder)).sorted()
            guard bidders.count >= 2, bidders.count <= Self.mostBidders else { continue }
            for (position, first) in bidders.enumerated() {
                for second in bidders[(position + 1)...] {
                    shared[Pair(first: first, second: second), default: []].append((item.id, winner))
                }
            }
        }
        for (pair, meetings) in shared.sorted(by: { $0.key < $1.key }) {
            guard meetings.count >= thresholds.sharedLots,
                meetings.allSatisfy({ $0.winner == pair.first || $0.winner == pair.second })
            else { continue }
            for bidder in [pair.first, pair.second] {
                raise(.rotation, .bidder(bidder), Figure(whole: Int64(meetings.count)), in: meetings.map(\.lot))
            }
        }
    }

    /// A crowd is no ring; pairs of more bidders than this are not counted.
    private static var mostBidders: Int { 50 }

    private struct Pair: Hashable, Comparable {
        let first: String
        let second: String

        static func < (left: Pair, right: Pair) -> Bool { (left.first, left.second) < (right.first, right.second) }
    }
}

/// So many hits of so many, and the lots they were counted in.
private struct Record {
    var hits: Int64 = 0
    var count: Int64 = 0
    var lots: [String] = []

    var ratio: Figure { .ratio(hits, count) }

    mutating func add(hits: Int64, of count: Int64, in lot: String) {
        self.hits += hits
        self.count += count
        if lots.last != lot { lots.append(lot) }
    }
}
