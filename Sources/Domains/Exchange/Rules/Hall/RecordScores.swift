import EventLog
package import Kernel
package import Registry
package import Storage

/// What one judge of the panel gives one offer: 0 to 10,000 points.
package struct Score: FieldRecord, Hashable {
    package let judge: Int64
    package let paddle: Int64
    package let points: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            judge: pass.whole("judge", \.judge, in: CountDomain.self),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self),
            points: pass.whole("points", \.points, in: CountDomain.self))
    }
}

/// Records the panel's points: an odd number of judges, three at least, each for every offer. The sum decides.
package struct RecordScores: LotVerb {
    package let lot: LotID
    package var scores: [Score] = []
    /// Digest of the signed protocol of the panel.
    package let protocolDigest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), scores: pass.list("scores", \.scores),
            protocolDigest: pass.paper("protocolDigest", \.protocolDigest))
    }

    package static let name = "recordScores"
    package static var title: Message { ExchangeText.Command.recordScores }
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notAnOpenAuction, .scoresWrong]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.require(.auctionRunning)
        let offers = lot.hall.opened
        guard lot.terms.mode == .tender, !offers.isEmpty else { throw ExchangeRefusal.notAnOpenAuction() }
        let judges = Set(scores.map(\.judge)).count
        let isWhole =
            scores.count == judges * offers.count
            && Set(scores.map { [$0.judge, $0.paddle] }).count == scores.count
            && Set(scores.map(\.paddle)) == Set(offers.map(\.paddle))
        guard isWhole, judges >= 3, judges % 2 == 1, scores.allSatisfy({ (0...10_000).contains($0.points) }) else {
            throw ExchangeRefusal.scoresWrong()
        }
        let results = TenderRule.results(
            offers, scores, priceWeight: lot.terms.priceWeight ?? 5_000,
            isDown: lot.terms.auctionRule.direction == .down)
        guard let best = results.first else { throw ExchangeRefusal.scoresWrong() }
        let price = offers.first { $0.paddle == best.paddle }?.price
        return recorded(results, judges: judges, in: lot.village)
            + lot.ending(paddle: best.paddle, price: price, at: context.now)
    }
}

extension RecordScores {
    /// An entry for as many offers as a leaf has room for: some 45 bytes of every judge for each, and as many of the sum.
    private func recorded(_ results: [Score], judges: Int, in village: DivisionID) -> [any Event<Exchange>] {
        let most = max(1, 300 / (judges + 1))
        let given = Dictionary(grouping: scores, by: \.paddle)
        return results[...].parts(of: most).map { part in
            ScoresRecorded(
                lot: lot, village: village, scores: part.flatMap { given[$0.paddle] ?? [] }, results: part,
                protocolDigest: protocolDigest)
        }
    }
}

/// Every judge's points and the sums, the best first; of many offers in several entries.
package struct ScoresRecorded: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package var scores: [Score] = []
    package var results: [Score] = []
    package let protocolDigest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            scores: pass.list("scores", \.scores), results: pass.list("results", \.results),
            protocolDigest: pass.paper("protocolDigest", \.protocolDigest))
    }

    package static let name = "scoresRecorded"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

/// Points of a tender, exact and recomputable.
enum TenderRule {
    /// Price points are 10,000 × best ÷ own for buying and own ÷ best for giving, rounded half up; the panel's are the
    /// mean, rounded half up. Both are weighted in basis points. More points first, then the better price, then arrival.
    static func results(_ offers: [OpenedOffer], _ scores: [Score], priceWeight: Int64, isDown: Bool) -> [Score] {
        guard let best = offers.first?.price.fen else { return [] }
        let sums = offers.map { offer -> Score in
            let own = offer.price.fen
            let price = isDown ? divide(10_000 * best, own) : divide(10_000 * own, best)
            let given = scores.filter { $0.paddle == offer.paddle }.map(\.points)
            let panel = divide(given.reduce(0, +), Int64(max(1, given.count)))
            let points = divide(price * priceWeight + panel * (10_000 - priceWeight), 10_000)
            return Score(judge: 0, paddle: offer.paddle, points: points)
        }
        // A stable order: offers stand by price and arrival already.
        return sums.enumerated().sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }.map(
            \.element)
    }

    private static func divide(_ amount: Int64, _ by: Int64) -> Int64 { (2 * amount + by) / (2 * by) }
}
