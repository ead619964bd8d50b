import EventLog
package import Kernel
package import Registry
package import Storage

/// A draw that anyone can repeat: SHA-256 over the published seed, the lot and the candidates picks one of them.
package enum Draw {
    /// The digest to publish with the notice, before anybody can register.
    package static func commitment(of seed: String) -> String { Hash.leaf(Array("draw-seed \(seed)".utf8)).base64 }

    /// Of a seed that a desk typed; nil where it typed none.
    static func commitment(ofTyped seed: String?) -> String? {
        seed.flatMap { $0.isBlank ? nil : commitment(of: $0) }
    }

    /// The winner among `candidates` (sorted, not empty). The hash is taken anew with a counter until its first eight bytes
    /// fall below the largest multiple of the number of candidates, so that none is favoured.
    package static func winner(seed: String, lot: LotID, candidates: [Int64]) -> Int64? {
        guard !candidates.isEmpty else { return nil }
        let count = UInt64(candidates.count)
        let limit = UInt64.max - UInt64.max % count
        let names = candidates.map { String($0) }.joined(separator: ",")
        var counter = 0
        while true {
            let text = "draw \(seed) \(lot) \(names) \(counter)"
            let number = Hash.leaf(Array(text.utf8)).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if number < limit { return candidates[Int(number % count)] }
            counter += 1
        }
    }
}

/// Reveals the seed committed with the notice and draws: between members at one price, or between equal offers.
package struct HoldDraw: LotVerb {
    package let lot: LotID
    package let seed: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), seed: pass.value("seed", \.seed))
    }

    package static let name = "holdDraw"
    package static var title: Message { ExchangeText.Command.holdDraw }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer), .installation]
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .seedWrong, .notYetDue]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.require(.auctionRunning)
        guard let auction = lot.auction, context.now >= auction.endsAt else {
            throw ExchangeRefusal.notYetDue(lot.auction?.endsAt ?? context.now)
        }
        let candidates = lot.terms.mode == .draw ? lot.paddles.values.sorted() : lot.hall.candidates
        guard let commitment = lot.hall.drawCommitment, Draw.commitment(of: seed) == commitment,
            let winner = Draw.winner(seed: seed, lot: self.lot, candidates: candidates)
        else { throw ExchangeRefusal.seedWrong() }
        let price = lot.hall.opened.first { $0.paddle == winner }?.price ?? lot.terms.startPrice
        return [
            DrawHeld(lot: self.lot, village: lot.village, seed: seed, candidates: candidates, winner: winner)
        ] + lot.ending(paddle: winner, price: price, at: context.now)
    }
}

/// Everything needed to repeat the draw.
package struct DrawHeld: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let seed: String
    package var candidates: [Int64] = []
    package let winner: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village), seed: pass.value("seed", \.seed),
            candidates: pass.values("candidates", \.candidates),
            winner: pass.whole("winner", \.winner, in: CountDomain.self))
    }

    package static let name = "drawHeld"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.hall.candidates = []
        // The seed is known now: it decides nothing any more.
        state.lot?.hall.drawCommitment = nil
    }
}
