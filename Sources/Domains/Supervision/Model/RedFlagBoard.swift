package import Exchange
package import Kernel

/// One lot with what the supervisor's page says of it.
package struct RedFlagLot: Sendable, Hashable {
    package let item: RedFlagCase
    package let isBuying: Bool
    package let state: LotState
    package let assetName: String
    package let village: DivisionID
    package let villageName: String
    /// The desk that accepted the lot; the drafter's where none has yet.
    package let clerk: String
    /// What the desk is called; the identifier where the register has no name for it.
    package internal(set) var clerkName: String
    /// The village's place in the tree, by which an area of responsibility is cut out.
    package let path: String

    package init(
        item: RedFlagCase, isBuying: Bool, state: LotState, assetName: String, village: DivisionID,
        villageName: String, clerk: String, path: String
    ) {
        self.item = item
        self.isBuying = isBuying
        self.state = state
        self.assetName = assetName
        self.village = village
        self.villageName = villageName
        self.clerk = clerk
        clerkName = clerk
        self.path = path
    }
}

/// The red flags of a county, counted by indicator, village and desk. OutlierFences are taken over all lots, giving and buying
/// apart; what is shown is what lies within a supervisor's area.
package struct RedFlagBoard: Sendable {
    /// A flag at a lot: its own, or that of a bidder, body or desk seen in it.
    package struct Entry: Sendable, Hashable {
        package let flag: RedFlag
        package let lot: RedFlagLot
        package let subject: RedFlagSubject
        package let value: Figure
    }

    package let lotCount: Int
    package let entries: [Entry]
    package let giving: RedFlagReview
    package let buying: RedFlagReview

    /// `path` is the area's place in the tree; nil = everything.
    package init(_ lots: [RedFlagLot], within path: String? = nil) {
        giving = RedFlagReview(lots.filter { !$0.isBuying }.map(\.item), .up, .selling)
        buying = RedFlagReview(lots.filter(\.isBuying).map(\.item), .down, RedFlagThresholds())
        let area = lots.filter { path.map($0.path.hasPrefix) ?? true }
        lotCount = area.count
        let byID = Dictionary(area.map { ($0.item.id, $0) }, uniquingKeysWith: { first, _ in first })
        entries = (giving.findings + buying.findings).flatMap { finding in
            finding.lots.compactMap { byID[$0] }.map {
                Entry(flag: finding.flag, lot: $0, subject: finding.subject, value: finding.value)
            }
        }
    }

    /// The line the flag's value was held against at this lot; nil where one occurrence is enough.
    package func limit(of entry: Entry) -> Figure? {
        let review = entry.lot.isBuying ? buying : giving
        switch entry.flag {
        case .shortNotice:
            let other = entry.lot.item.methodDetail.flatMap { review.thresholds.noticeDaysByDetail[$0] }
            return Figure(whole: other ?? review.thresholds.noticeDays)
        case .singleBidder, .allOthersDisqualified: return .one
        case .identicalPrices: return Figure(whole: 2)
        case .rotation: return Figure(whole: Int64(review.thresholds.sharedLots))
        case .justUnderThreshold: return .ratio(review.thresholds.nearLimitBasisPoints, 10_000)
        case .closeSecond, .lowVariation, .professionalLoser: return review.fences[entry.flag]?.lowest
        case .largeGap, .disqualificationRate, .relativeDistance, .variedSupplier:
            return review.fences[entry.flag]?.highest
        case .lateWinner, .bestDisqualified, .atReserveAndAlone: return nil
        }
    }

    /// One line of a table: so many flags on so many lots.
    package struct Count: Sendable, Hashable {
        package let id: String
        package let name: String
        package let flags: Int
        package let lots: Int
    }

    /// How many lots an indicator points at, in the order of the indicators.
    package func lots(flagged flag: RedFlag) -> [RedFlagLot] { distinctLots(entries.filter { $0.flag == flag }) }

    /// Flags and lots in all. A bidder, body or desk flagged in several lots counts once for each.
    package var total: Count { count("", "", entries) }

    /// By village, the most flagged first.
    package var villages: [Count] { grouped { ($0.lot.village.text, $0.lot.villageName) } }

    /// By desk, the most flagged first.
    package var clerks: [Count] { grouped { ($0.lot.clerk, $0.lot.clerkName) } }

    private func grouped(_ key: (Entry) -> (id: String, name: String)) -> [Count] {
        var groups: [String: (name: String, entries: [Entry])] = [:]
        for entry in entries { groups[key(entry).id, default: (key(entry).name, [])].entries.append(entry) }
        return groups.map { count($0.key, $0.value.name, $0.value.entries) }
            .sorted { ($1.flags, $0.id) < ($0.flags, $1.id) }
    }

    private func count(_ id: String, _ name: String, _ entries: [Entry]) -> Count {
        Count(
            id: id, name: name, flags: Set(entries.map { FlagOnLot(flag: $0.flag, lot: $0.lot.item.id) }).count,
            lots: distinctLots(entries).count)
    }

    private func distinctLots(_ entries: [Entry]) -> [RedFlagLot] {
        var seen: Set<String> = []
        return entries.map(\.lot).filter { seen.insert($0.item.id).inserted }
    }

    /// An indicator counts once a lot, whatever it points at there.
    private struct FlagOnLot: Hashable {
        let flag: RedFlag
        let lot: String
    }
}
