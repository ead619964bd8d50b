import Kernel

/// The indicators over a set of cases: pure, in integers. `fences` are Q1 − 1.5·IQR and Q3 + 1.5·IQR over all cases.
package struct RedFlags: Sendable {
    private let cases: [FlagCase]
    private let settings: FlagSettings
    private static let million: Int64 = 1_000_000

    package init(_ cases: [FlagCase], _ settings: FlagSettings = FlagSettings()) {
        self.cases = cases.filter { !$0.isCancelled && !settings.excluded.contains($0.methodDetails ?? "") }
        self.settings = settings
    }

    /// Everything that stands out, for the indicators asked for.
    package func found(_ flags: Set<Flag> = Set(Flag.allCases)) -> Set<Flagged> {
        Set(Flag.allCases.filter(flags.contains).flatMap(list))
    }

    private func list(_ flag: Flag) -> [Flagged] {
        switch flag {
        case .shortNotice, .singleBidder, .identicalPrices, .lateWinner, .othersDisqualified, .bestDisqualified,
            .atReserveAlone, .underThreshold:
            cases.flatMap { single(flag, $0) }
        case .closeSecond, .largeGap: gaps(flag)
        case .professionalLoser: losers()
        case .disqualificationRate: disqualifications()
        case .manyClasses: classes()
        case .lowVariation, .relativeDistance: spreads(flag)
        case .rotation: rotations()
        }
    }

    // MARK: One case at a time

    private func single(_ flag: Flag, _ one: FlagCase) -> [Flagged] {
        switch flag {
        case .shortNotice: isShort(one) ? [mark(flag, .lot(one.id))] : []
        case .singleBidder: isSingle(one) ? [mark(flag, .lot(one.id))] : []
        case .identicalPrices: identical(one)
        case .lateWinner: late(one)
        case .othersDisqualified: others(one)
        case .bestDisqualified: isBestDisqualified(one) ? [mark(flag, .lot(one.id))] : []
        case .atReserveAlone: isAtReserveAlone(one) ? [mark(flag, .lot(one.id))] : []
        case .underThreshold: under(one)
        default: []
        }
    }

    private func isShort(_ one: FlagCase) -> Bool {
        guard let start = one.periodStart, let end = one.periodEnd else { return false }
        if let methods = settings.noticeMethods, !methods.contains(one.method ?? "") { return false }
        let days = one.methodDetails.flatMap { settings.noticeDaysByDetails[$0] } ?? settings.noticeDays
        return end.milliseconds - start.milliseconds < days * 86_400_000
    }

    private func isSingle(_ one: FlagCase) -> Bool {
        one.bidders == 1 && settings.competitive.contains(one.method ?? "")
    }

    private func identical(_ one: FlagCase) -> [Flagged] {
        guard isComparable(one) else { return [] }
        var groups: [String: Set<Set<String>>] = [:]
        for offer in one.offers where offer.status == .valid || offer.status == .disqualified {
            guard let amount = offer.amount, let currency = offer.currency, !offer.tenderers.isEmpty else { continue }
            groups["\(amount) \(currency)", default: []].insert(Set(offer.tenderers))
        }
        let equal = groups.values.filter { $0.count > 1 }
        guard !equal.isEmpty else { return [] }
        let names = Set(equal.flatMap { $0.flatMap { $0 } })
        return [mark(.identicalPrices, .lot(one.id))] + names.map { mark(.identicalPrices, .tenderer($0)) }
    }

    private func late(_ one: FlagCase) -> [Flagged] {
        guard let end = one.periodEnd, one.isFinal else { return [] }
        let winners = Set(one.active.flatMap(\.suppliers))
        let late = one.valid.filter { offer in
            offer.at.map { $0 > end } == true && !winners.isDisjoint(with: offer.tenderers)
        }
        guard !late.isEmpty else { return [] }
        let names = Set(late.flatMap(\.tenderers)).intersection(winners)
        return [mark(.lateWinner, .lot(one.id))] + names.map { mark(.lateWinner, .tenderer($0)) }
    }

    private func others(_ one: FlagCase) -> [Flagged] {
        guard one.isFinal else { return [] }
        let valid = Set(one.valid.flatMap(\.tenderers))
        let out = Set(one.offers.filter { $0.status == .disqualified }.flatMap(\.tenderers))
        guard valid.count == 1, valid == Set(one.active.flatMap(\.suppliers)), !out.isEmpty else { return [] }
        return [mark(.othersDisqualified, .lot(one.id), Int64(out.count) * RedFlags.million)]
            + valid.map { mark(.othersDisqualified, .tenderer($0), 0) }
    }

    private func isBestDisqualified(_ one: FlagCase) -> Bool {
        // An offer still to be judged could change the best of them.
        guard one.isFinal, isComparable(one), !one.offers.contains(where: { $0.status == .pending }) else {
            return false
        }
        let counted = one.offers.filter { $0.status == .valid || $0.status == .disqualified }
        let amounts = counted.compactMap(\.amount)
        guard amounts.count == counted.count, let best = one.direction == .down ? amounts.min() : amounts.max() else {
            return false
        }
        return counted.contains { $0.status == .disqualified && $0.amount == best }
    }

    private func isAtReserveAlone(_ one: FlagCase) -> Bool {
        guard let reserve = one.reserve else { return false }
        return Set(one.valid.flatMap(\.tenderers)).count == 1 && one.valid.last?.amount == reserve
    }

    /// Within a twentieth under the threshold that would send the lot to a higher desk; counted on lot, clerk and village.
    private func under(_ one: FlagCase) -> [Flagged] {
        guard let threshold = one.threshold, let amount = one.total, amount < threshold,
            amount * 20 >= threshold * 19
        else { return [] }
        return subjects(one).map { mark(.underThreshold, $0) }
    }

    // MARK: Over all cases

    /// Winner's and second's price, where exactly one award to one supplier went to the best price.
    private func pair(_ one: FlagCase) -> (winner: String, second: String, ratio: Int64)? {
        guard one.isFinal, isComparable(one), one.active.count == 1, let award = one.active.first,
            award.suppliers.count == 1, let winner = award.suppliers.first,
            one.valid.allSatisfy({ $0.tenderers.count == 1 && $0.amount != nil })
        else { return nil }
        let isDown = one.direction == .down
        func best(_ offers: [FlagCase.Offer]) -> FlagCase.Offer? {
            offers.min { isDown ? ($0.amount ?? 0) < ($1.amount ?? 0) : ($0.amount ?? 0) > ($1.amount ?? 0) }
        }
        guard let own = best(one.valid.filter { $0.tenderers == [winner] })?.amount,
            let other = best(one.valid.filter { $0.tenderers != [winner] }), let price = other.amount,
            isDown ? own <= price : own >= price, min(own, price) > 0, let second = other.tenderers.first
        else { return nil }
        return (winner, second, RedFlags.ratio(abs(price - own), min(own, price)))
    }

    private func gaps(_ flag: Flag) -> [Flagged] {
        let pairs = cases.compactMap { one in pair(one).map { (one, $0) } }
        guard let fences = Fences(pairs.map(\.1.ratio)) else { return [] }
        return pairs.flatMap { one, pair -> [Flagged] in
            switch flag {
            case .closeSecond where pair.ratio < fences.lower:
                [
                    mark(flag, .lot(one.id), pair.ratio), mark(flag, .tenderer(pair.winner), 0),
                    mark(flag, .tenderer(pair.second), 0),
                ]
            case .largeGap where pair.ratio > fences.upper:
                [mark(flag, .lot(one.id), pair.ratio), mark(flag, .tenderer(pair.winner), 0)]
            default: []
            }
        }
    }

    private func losers() -> [Flagged] {
        var bids: [String: Int64] = [:]
        var wins: [String: Int64] = [:]
        for one in cases where one.isFinal {
            let winners = Set(one.active.flatMap(\.suppliers))
            for name in Set(one.valid.flatMap(\.tenderers)) {
                bids[name, default: 0] += 1
                if winners.contains(name) { wins[name, default: 0] += 1 }
            }
        }
        let ratios = bids.mapValues { $0 }.map { name, count in (name, RedFlags.ratio(wins[name] ?? 0, count)) }
        guard let fences = Fences(ratios.map(\.1)) else { return [] }
        return ratios.filter { $0.1 < fences.lower && (bids[$0.0] ?? 0) >= settings.leastCases }
            .map { mark(.professionalLoser, .tenderer($0.0), $0.1) }
    }

    private func disqualifications() -> [Flagged] {
        var submitted: [Flagged.Subject: Int64] = [:]
        var out: [Flagged.Subject: Int64] = [:]
        for one in cases {
            for offer in one.offers where offer.status == .valid || offer.status == .disqualified {
                for subject in organisers(one) + offer.tenderers.map(Flagged.Subject.tenderer) {
                    submitted[subject, default: 0] += 1
                    if offer.status == .disqualified { out[subject, default: 0] += 1 }
                }
            }
        }
        let kinds = Dictionary(grouping: submitted.keys, by: RedFlags.kind)
        return kinds.values.flatMap { subjects -> [Flagged] in
            let ratios = subjects.map { ($0, RedFlags.ratio(out[$0] ?? 0, submitted[$0] ?? 1)) }
            guard let fences = Fences(ratios.map(\.1)) else { return [] }
            return ratios.filter { $0.1 > fences.upper && (submitted[$0.0] ?? 0) >= 2 }
                .map { mark(.disqualificationRate, $0.0, $0.1) }
        }
    }

    private func classes() -> [Flagged] {
        var kinds: [String: Set<String>] = [:]
        var counts: [String: Int] = [:]
        for one in cases {
            for award in one.active where award.suppliers.count == 1 {
                kinds[award.suppliers[0], default: []].formUnion(award.classes.map { String($0.prefix(2)) })
                counts[award.suppliers[0], default: 0] += 1
            }
        }
        guard let fences = Fences(kinds.values.map { Int64($0.count) * RedFlags.million }) else { return [] }
        return kinds.filter { Int64($0.value.count) * RedFlags.million > fences.upper }
            .filter { (counts[$0.key] ?? 0) >= settings.leastCases }
            .map { mark(.manyClasses, .tenderer($0.key), Int64($0.value.count) * RedFlags.million) }
    }

    /// Final offers that hardly differ, and a winner far off from losers who lie close together.
    private func spreads(_ flag: Flag) -> [Flagged] {
        let values = cases.compactMap { one -> (FlagCase, Int64)? in
            let finals = RedFlags.finalOffers(one)
            if flag == .lowVariation {
                guard finals.count >= 3 else { return nil }
                let mean = finals.reduce(0, +) / Int64(finals.count)
                return mean > 0 ? (one, RedFlags.ratio(RedFlags.deviation(finals), mean)) : nil
            }
            let losers = Array(finals.dropFirst())
            guard let best = finals.first, losers.count >= 2 else { return nil }
            let spread = RedFlags.deviation(losers)
            return spread > 0 ? (one, RedFlags.ratio(abs(best - losers[0]), spread)) : nil
        }
        guard let fences = Fences(values.map(\.1)) else { return [] }
        return values.filter { flag == .lowVariation ? $0.1 < fences.lower : $0.1 > fences.upper }
            .flatMap { one, value in subjects(one).map { mark(flag, $0, value) } }
    }

    /// Two who meet in three lots at least, of which one of them wins every one and each wins some.
    private func rotations() -> [Flagged] {
        var meetings: [[String]: [String]] = [:]
        for one in cases where one.isFinal {
            let names = Set(one.valid.flatMap(\.tenderers)).sorted()
            let winner = one.active.first?.suppliers.first ?? ""
            for (position, name) in names.enumerated() {
                for other in names.dropFirst(position + 1) { meetings[[name, other], default: []].append(winner) }
            }
        }
        return meetings.filter { pair, winners in
            winners.count >= 3 && winners.allSatisfy(pair.contains) && Set(winners).count == 2
        }.flatMap { pair, winners in
            pair.map { mark(.rotation, .tenderer($0), Int64(winners.count) * RedFlags.million) }
        }
    }

    // MARK: Arithmetic

    private func isComparable(_ one: FlagCase) -> Bool { !settings.notComparable.contains(one.methodDetails ?? "") }

    private func mark(_ flag: Flag, _ subject: Flagged.Subject, _ value: Int64 = RedFlags.million) -> Flagged {
        Flagged(flag: flag, subject: subject, millionths: value)
    }

    private func subjects(_ one: FlagCase) -> [Flagged.Subject] {
        [.lot(one.id)]
            + [one.clerk.map(Flagged.Subject.clerk), one.village.map(Flagged.Subject.village)].compactMap { $0 }
    }

    private func organisers(_ one: FlagCase) -> [Flagged.Subject] {
        [
            one.buyer.map(Flagged.Subject.buyer), one.entity.map(Flagged.Subject.entity),
            one.clerk.map(Flagged.Subject.clerk), one.village.map(Flagged.Subject.village),
        ].compactMap { $0 }
    }

    private static func kind(_ subject: Flagged.Subject) -> Int {
        switch subject {
        case .lot: 0
        case .tenderer: 1
        case .buyer: 2
        case .entity: 3
        case .clerk: 4
        case .village: 5
        }
    }

    /// `part` ÷ `whole` in millionths, rounded half up.
    static func ratio(_ part: Int64, _ whole: Int64) -> Int64 {
        let scaled = Int128(part) * Int128(million) * 2 + Int128(whole)
        return Int64(clamping: scaled / (Int128(whole) * 2))
    }

    /// Each bidder's best valid offer, the best first.
    static func finalOffers(_ one: FlagCase) -> [Int64] {
        var best: [String: Int64] = [:]
        for offer in one.valid {
            guard let amount = offer.amount, let name = offer.tenderers.first else { continue }
            let known = best[name] ?? amount
            best[name] = one.direction == .down ? min(known, amount) : max(known, amount)
        }
        return best.values.sorted { one.direction == .down ? $0 < $1 : $0 > $1 }
    }

    /// The standard deviation (of the whole set), rounded down.
    static func deviation(_ amounts: [Int64]) -> Int64 {
        guard !amounts.isEmpty else { return 0 }
        let count = Int128(amounts.count)
        let sum = amounts.reduce(Int128(0)) { $0 + Int128($1) }
        let squares = amounts.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
        return Int64(clamping: root(squares * count - sum * sum) / count)
    }

    private static func root(_ value: Int128) -> Int128 {
        guard value > 1 else { return max(0, value) }
        var guess = value
        var next = (guess + 1) / 2
        while next < guess {
            guess = next
            next = (guess + value / guess) / 2
        }
        return guess
    }
}

/// Tukey's fences: what lies beyond one and a half interquartile ranges stands out.
package struct Fences: Sendable, Hashable {
    package let lower: Int64
    package let upper: Int64

    /// Nil of nothing. Quartiles by linear interpolation.
    package init?(_ values: [Int64]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let first = GuidePriceFormula.percentile(25, of: sorted).fen
        let third = GuidePriceFormula.percentile(75, of: sorted).fen
        lower = first - (third - first) * 3 / 2
        upper = third + (third - first) * 3 / 2
    }
}
