import Exchange
package import Kernel
import Exchange
import Registry

/// A lot's releases: one for each event the public can see, in order, each saying only what was known then.
package enum OCDSRelease {
    /// None for a lot that is not public.
    package static func all(of lot: OCDSLot, _ publisher: OCDSPublisher) -> [JSON] {
        var writer = OCDSReleaseWriter(lot: lot, ocid: "\(publisher.prefix)-\(lot.lot)", publisher: publisher)
        guard lot.isPublic else { return [] }
        for stage in OCDSStage.all(of: lot) { writer.write(stage) }
        return writer.releases
    }
}

/// One event of a lot's public life. `round` counts results from 1: an award that was annulled keeps its number.
enum OCDSStage {
    case notice(OCDSLot.Notice)
    case opened(Instant)
    case ended(Instant, round: Int)
    case failed(Instant)
    case stopped(Instant)
    case awarded(OCDSLot.Notice, round: Int)
    case confirmed(Instant, round: Int)
    case annulled(Instant, round: Int)
    case signed(Instant, OCDSLot.Contract, round: Int)

    static func all(of lot: OCDSLot) -> [OCDSStage] {
        var stages: [(at: Instant, stage: OCDSStage)] = lot.notices.filter { !$0.isResult }
            .map { ($0.publishedAt, .notice($0)) }
        let opened = lot.steps.last { $0.state == .auctionRunning }?.at
        var results = lot.notices.filter(\.isResult)[...]
        var round = 0
        var hasAward = false
        for (position, step) in lot.steps.enumerated() {
            switch step.state {
            case .auctionRunning where step.at == opened && lot.bidders > 0: stages.append((step.at, .opened(step.at)))
            case .awardProposed: stages.append((step.at, .ended(step.at, round: round + 1)))
            case .failed: stages.append((step.at, .failed(step.at)))
            case .withdrawn, .terminated: stages.append((step.at, .stopped(step.at)))
            case .resultPublicity where results.first?.publishedAt == step.at:
                guard let result = results.popFirst() else { continue }
                round += 1
                hasAward = true
                stages.append((step.at, .awarded(result, round: round)))
            case .awardConfirmed where hasAward: stages.append((step.at, .confirmed(step.at, round: round)))
            case .relistDecision where hasAward, .breached where hasAward:
                hasAward = false
                stages.append((step.at, .annulled(step.at, round: round)))
            case .contractSigned where !lot.steps[..<position].contains { $0.state == .contractSigned }:
                if let contract = lot.contract { stages.append((step.at, .signed(step.at, contract, round: round))) }
            default: continue
            }
        }
        return stages.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element.stage)
    }
}

/// Writes release after release.
struct OCDSReleaseWriter {
    let lot: OCDSLot
    let ocid: String
    let publisher: OCDSPublisher
    private(set) var releases: [JSON] = []

    init(lot: OCDSLot, ocid: String, publisher: OCDSPublisher) {
        self.lot = lot
        self.ocid = ocid
        self.publisher = publisher
    }

    var isBuying: Bool { lot.terms.category.isBuying }

    mutating func write(_ stage: OCDSStage) {
        switch stage {
        case .notice(let notice): writeNotice(notice)
        case .opened(let at):
            add("tenderUpdate", at, ["tender": tenderState("active", ["numberOfTenderers": .integer(lot.bidders)])])
        case .ended(let at, let round): writeEnd(at, round)
        case .failed(let at): add("tenderUpdate", at, ["tender": tenderState("unsuccessful")])
        case .stopped(let at): add("tenderCancellation", at, ["tender": tenderState("cancelled")])
        case .awarded(let notice, let round): writeAward(notice, round)
        case .confirmed(let at, let round):
            add("awardUpdate", at, ["awards": [["id": awardID(round), "status": "active"]]])
        case .annulled(let at, let round):
            add("awardCancellation", at, ["awards": [["id": awardID(round), "status": "cancelled"]]])
        case .signed(let at, let contract, let round): writeContract(at, contract, round)
        }
    }

    private mutating func add(_ tag: String, _ at: Instant, _ parts: [String: JSON], tags: [JSON]? = nil) {
        var release = parts
        release["ocid"] = .string(ocid)
        release["id"] = releaseID(releases.count + 1, tag)
        release["date"] = Self.date(at)
        release["tag"] = .array(tags ?? [.string(tag)])
        release["initiationType"] = "tender"
        release["language"] = "zh"
        releases.append(.object(release))
    }

    private func releaseID(_ number: Int, _ tag: String) -> JSON { .string("\(ocid)-\(number)-\(tag)") }

    private mutating func writeNotice(_ notice: OCDSLot.Notice) {
        var parts: [String: JSON] = ["parties": [ownerParty], "tender": tender(notice)]
        if isBuying { parts["buyer"] = reference(lot.owner) }
        guard let previous = releases.last?["id"] else {
            parts["planning"] = ["rationale": .string(OCDSText.rationale(lot.resolution).zh)]
            return add("tender", notice.publishedAt, parts, tags: ["planning", "tender"])
        }
        if case .object(var tender) = tender(notice) {
            tender["amendments"] = [
                [
                    "id": .string("notice-\(notice.number)"), "date": Self.date(notice.publishedAt),
                    "description": .string(notice.title.zh), "amendsReleaseID": previous,
                    "releaseID": releaseID(releases.count + 1, "tenderUpdate"),
                ]
            ]
            parts["tender"] = .object(tender)
        }
        add("tenderUpdate", notice.publishedAt, parts)
    }

    private mutating func writeEnd(_ at: Instant, _ round: Int) {
        let bids = bids(endingAt: at)
        var parts: [String: JSON] = ["tender": tenderState("complete")]
        let paddles = Set(bids.map(\.paddle)).union(isLast(round) ? [lot.paddle].compactMap { $0 } : []).sorted()
        if !paddles.isEmpty { parts["parties"] = .array(paddles.map { paddleParty($0, round, roles: ["tenderer"]) }) }
        if !bids.isEmpty {
            let count: JSON = .integer(Int64(bids.count))
            let bidders: JSON = .integer(Int64(Set(bids.map(\.paddle)).count))
            parts["bids"] = [
                "statistics": [
                    ["id": .string("bids-\(round)"), "measure": "bids", "value": count, "relatedLot": lotID],
                    ["id": .string("bidders-\(round)"), "measure": "bidders", "value": bidders, "relatedLot": lotID],
                ], "details": .array(bids.map { bid($0, round) }),
            ]
        }
        add("tenderUpdate", at, parts)
    }

    private mutating func writeAward(_ notice: OCDSLot.Notice, _ round: Int) {
        var award: [String: JSON] = [
            "id": awardID(round), "title": .string(notice.title.zh), "status": "pending",
            "date": Self.date(notice.publishedAt), "relatedLots": [lotID],
        ]
        var parts: [String: JSON] = [:]
        let bids = lastBids(before: notice.publishedAt)
        if let paddle = isLast(round) ? lot.paddle : bids.last?.paddle {
            award["suppliers"] = [paddleReference(paddle, round)]
            parts["parties"] = [paddleParty(paddle, round, roles: ["tenderer", "supplier"])]
            if let bid = bids.last(where: { $0.paddle == paddle }) { award["relatedBids"] = [bidID(bid, round)] }
        }
        if isLast(round), let total = lot.total { award["value"] = Self.value(total) }
        parts["awards"] = [.object(award)]
        add("award", notice.publishedAt, parts)
    }

    private mutating func writeContract(_ at: Instant, _ signed: OCDSLot.Contract, _ round: Int) {
        var contract: [String: JSON] = [
            "id": .string(signed.id.text), "awardID": awardID(round), "title": .string(lot.asset.name),
            "status": "active", "dateSigned": Self.date(at), "ruralLease": contractLease(signed),
        ]
        if let start = signed.startsOn, let end = signed.endsOn { contract["period"] = Self.period(start, end) }
        if let total = lot.total { contract["value"] = Self.value(total) }
        var parts: [String: JSON] = ["contracts": [.object(contract)]]
        if let paddle = lot.paddle {
            // The same party as before; only now it has a name.
            var party = paddleParty(paddle, round, roles: ["tenderer", "supplier"]).object ?? [:]
            party["name"] = .string(signed.lessee.name)
            if let code = signed.lessee.creditCode { party["identifier"] = Self.identifier(code, signed.lessee.name) }
            parts["parties"] = [.object(party)]
            parts["awards"] = [
                [
                    "id": awardID(round),
                    "suppliers": [["id": paddleID(paddle, round), "name": .string(signed.lessee.name)]],
                ]
            ]
        }
        add("contract", at, parts)
    }

    /// The bids of the round that ended at `at`: those since it was scheduled. (A hall at a station opens before the county
    /// hears of it.)
    private func bids(endingAt at: Instant) -> [OCDSLot.Bid] {
        let opened = lot.steps.last { $0.state == .auctionScheduled && $0.at <= at }?.at
        guard let opened else { return [] }
        return lot.bids.filter { $0.at >= opened && $0.at <= at }
    }

    private func lastBids(before at: Instant) -> [OCDSLot.Bid] {
        lot.steps.last { $0.state == .awardProposed && $0.at <= at }.map { bids(endingAt: $0.at) } ?? []
    }

    /// Only of the last round the projection still knows who has it, and for how much.
    private func isLast(_ round: Int) -> Bool {
        round >= max(1, lot.notices.count(where: \.isResult)) && lot.paddle != nil
    }
}
