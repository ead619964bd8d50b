import EventLog
package import Kernel
package import Registry
package import Storage

/// Brings the station's whole log back. Nothing in it is believed: the checkpoint must be signed with the key the county
/// noted, the leaves must hash to its root, its clock must have run forwards between the opening and now (decision record
/// 0186), and every bid is judged again by the county's own terms.
package struct ReturnLotFromStation: LotVerb {
    package let lot: LotID
    package let checkpoint: Verbatim
    package let leaves: [LeafText]
    /// The hash of each leaf as the station's tiles have it, base64: so that a changed leaf can be named.
    package let hashes: [String]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), checkpoint: pass.value("checkpoint", \.checkpoint),
            leaves: pass.values("leaves", \.leaves), hashes: pass.values("hashes", \.hashes))
    }

    package static let name = "returnLotFromStation"
    package static var title: Message { StationText.giveBack }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .keyWrong, .logBad, .checkpointBad, .logOther, .notEnded, .clockBackwards,
        .clockBehind, .clockAhead,
    ]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.check(.auctionRunning, by: context.principal.role)
        try lot.require(.atStation)
        guard let station = lot.station, let key = try? VerifierKey(station.key) else {
            throw ExchangeRefusal.keyWrong()
        }
        let root = try verifiedRoot(by: key)
        let course = try StationCourse(of: lot, station, leaves: leaves, mergedAt: context.now)
        let returned = LotReturnedFromStation(
            lot: self.lot, village: lot.village, size: Int64(leaves.count), root: root.base64, checkpoint: checkpoint,
            openedAt: course.openedAt, endsAt: course.auction.endsAt)
        let bids = course.bids.map { bid in
            StationBidMerged(
                lot: self.lot, village: lot.village, entry: bid.entry, number: lot.bidsBefore + bid.placed.number,
                paddle: bid.placed.paddle, price: bid.placed.price, at: bid.at, endsAt: bid.placed.endsAt,
                slip: bid.placed.slip)
        }
        var merged = lot
        merged.auction = course.auction
        return [returned] + bids
            + merged.ending(paddle: course.auction.leader, price: course.auction.price, at: context.now)
    }

    /// The root of the leaves, when it is the one the station signed.
    private func verifiedRoot(by key: VerifierKey) throws(Rejection) -> Hash {
        var range = CompactRange()
        for (index, leaf) in leaves.enumerated() {
            let hash = Hash.leaf(Array(leaf.text.utf8))
            guard index < hashes.count, hashes[index] == hash.base64 else {
                throw ExchangeRefusal.logBad(Int64(index))
            }
            range.append(hash)
        }
        guard let signed = try? SignedCheckpoint(opening: Array(checkpoint.text.utf8), by: key),
            signed.checkpoint.size == range.size, signed.checkpoint.root == range.root
        else { throw ExchangeRefusal.checkpointBad() }
        return range.root
    }
}

/// The station's log is bound into the county's: its size, its root and the checkpoint the station signed.
package struct LotReturnedFromStation: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let size: Int64
    package let root: String
    package let checkpoint: Verbatim
    package let openedAt: Instant
    /// The end as late bids moved it.
    package let endsAt: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            size: pass.whole("size", \.size, in: IndexDomain.self),
            root: pass.value("root", \.root), checkpoint: pass.value("checkpoint", \.checkpoint),
            openedAt: pass.value("openedAt", \.openedAt), endsAt: pass.value("endsAt", \.endsAt))
    }

    package static let name = "lotReturnedFromStation"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        guard let terms = state.lot?.terms else { return }
        state.lot?.move(.auctionRunning)
        state.lot?.station = nil
        state.lot?.hall.openedAt = openedAt
        state.lot?.auction = Auction(rule: terms.auctionRule, endsAt: endsAt)
    }
}

/// A bid of the station's hall, with its own instant and its place in the station's log.
package struct StationBidMerged: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    /// Its index in the station's log.
    package let entry: Int64
    package let number: Int64
    package let paddle: Int64
    package let price: Money
    package let at: Instant
    package let endsAt: Instant?
    package let slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            entry: pass.whole("entry", \.entry, in: IndexDomain.self),
            number: pass.whole("number", \.number, in: CountDomain.self),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), price: pass.value("priceFen", \.price),
            at: pass.value("at", \.at),
            endsAt: pass.optional("endsAt", \.endsAt), slip: pass.optionalPaper("slip", \.slip))
    }

    package static let name = "stationBidMerged"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.auction?.accept(paddle: paddle, price: price, movingEndTo: nil)
    }
}

/// One leaf of another log, as it stands there: longer than what a person may write into a field.
package struct LeafText: FieldValue, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else {
            throw KernelRejection.wrongType(field: "", expected: .text).rejection
        }
        guard text.utf8.count <= Leaf.largest else {
            throw KernelRejection.tooLong(field: "", limit: Leaf.largest).rejection
        }
        self.text = text
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: Leaf.largest)) }
    package static var example: LeafText { LeafText("") }
}
