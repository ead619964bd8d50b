import EventLog
package import Kernel
package import Registry

/// Takes a scheduled lot out of the county's hall: from here on only the station with this key holds its auction. The
/// paddles are dealt now, because the station knows no register. Decision record 0130.
package struct TakeLotToStation: LotVerb {
    package let lot: LotID
    /// The public key of the station's own log.
    package let key: String
    /// Of what the station is given to begin with, base64.
    package let digest: String

    package init(lot: LotID, key: String, digest: String) {
        self.lot = lot
        self.key = key
        self.digest = digest
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        key = reader.value("key")
        digest = reader.value("digest")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("key", key)
        writer.put("digest", digest)
    }

    package static let name = "takeLotToStation"
    package static var title: Message { StationText.take }
    package static let rejections = [3003, 3004, 3120, 3121]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.atStation, by: context.principal.role)
        try lot.require(.auctionScheduled)
        guard (try? VerifierKey(key)) != nil else { throw StationRejection.keyWrong.rejection }
        guard [.ascending, .reverse].contains(lot.terms.mode), let notice = lot.notice else {
            throw StationRejection.modeNotForStation.rejection
        }
        let paddles = Paddle.dealt(to: facts.roster)
        return [
            .lotTakenToStation(
                LotTakenToStation(
                    lot: self.lot, village: lot.village, key: key, digest: digest, opensAt: notice.opensAt,
                    endsAt: notice.endsAt, prioritySeconds: facts.figures[.priorityWindowSeconds],
                    paddles: PaddlesDealt.first(of: paddles)))
        ] + PaddlesDealt.rest(of: paddles, on: self.lot, in: lot.village)
    }
}

/// The county's hall is closed for the lot until the station's log comes back.
package struct LotTakenToStation: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let key: String
    package let digest: String
    package let opensAt: Instant
    package let endsAt: Instant
    package let prioritySeconds: Int64
    package let paddles: [Paddle]

    package init(
        lot: LotID, village: DivisionID, key: String, digest: String, opensAt: Instant, endsAt: Instant,
        prioritySeconds: Int64,
        paddles: [Paddle]
    ) {
        self.lot = lot
        self.village = village
        self.key = key
        self.digest = digest
        self.opensAt = opensAt
        self.endsAt = endsAt
        self.prioritySeconds = prioritySeconds
        self.paddles = paddles
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        key = reader.value("key")
        digest = reader.value("digest")
        opensAt = reader.value("opensAt")
        endsAt = reader.value("endsAt")
        prioritySeconds = reader.value("prioritySeconds")
        paddles = reader.list("paddles")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("key", key)
        writer.put("digest", digest)
        writer.put("opensAt", opensAt)
        writer.put("endsAt", endsAt)
        writer.put("prioritySeconds", prioritySeconds)
        writer.put("paddles", list: paddles)
    }

    package static let name = "lotTakenToStation"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.atStation)
        state.lot?.station = Lot.Station(
            key: key, since: max(instant, opensAt), paddles: Set(paddles.map(\.number)),
            length: endsAt.milliseconds - opensAt.milliseconds)
        state.lot?.take(paddles)
        state.lot?.hall.prioritySeconds = prioritySeconds
    }
}

/// Brings the station's whole log back. Nothing in it is believed: the checkpoint must be signed with the key the county
/// noted, the leaves must hash to its root, its clock must have run forwards between the opening and now (decision record
/// 0186), and every bid is judged again by the county's own terms.
package struct ReturnLotFromStation: LotVerb {
    package let lot: LotID
    package let checkpoint: String
    package let leaves: [LeafText]
    /// The hash of each leaf as the station's tiles have it, base64: so that a changed leaf can be named.
    package let hashes: [String]

    package init(lot: LotID, checkpoint: String, leaves: [LeafText], hashes: [String]) {
        self.lot = lot
        self.checkpoint = checkpoint
        self.leaves = leaves
        self.hashes = hashes
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        // Its last line end is signed too.
        checkpoint = reader.value("checkpoint", as: Verbatim.self).text
        leaves = reader.values("leaves")
        hashes = reader.values("hashes")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("checkpoint", checkpoint)
        writer.put("leaves", values: leaves)
        writer.put("hashes", values: hashes)
    }

    package static let name = "returnLotFromStation"
    package static var title: Message { StationText.giveBack }
    package static let rejections = [3003, 3004, 3120, 3122, 3123, 3124, 3125, 3127, 3128, 3129]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.auctionRunning, by: context.principal.role)
        try lot.require(.atStation)
        guard let station = lot.station, let key = try? VerifierKey(station.key) else {
            throw StationRejection.keyWrong.rejection
        }
        let root = try verifiedRoot(by: key)
        let course = try StationCourse(of: lot, station, leaves: leaves, mergedAt: context.now)
        let returned = LotReturnedFromStation(
            lot: self.lot, village: lot.village, size: Int64(leaves.count), root: root.base64, checkpoint: checkpoint,
            openedAt: course.openedAt, endsAt: course.auction.endsAt)
        let bids = course.bids.map { bid in
            Exchange.Event.stationBidMerged(
                StationBidMerged(
                    lot: self.lot, village: lot.village, entry: bid.entry, number: lot.bidsBefore + bid.placed.number,
                    paddle: bid.placed.paddle, price: bid.placed.price, at: bid.at, endsAt: bid.placed.endsAt,
                    slip: bid.placed.slip))
        }
        var merged = lot
        merged.auction = course.auction
        return [.lotReturnedFromStation(returned)] + bids
            + merged.ending(paddle: course.auction.leader, price: course.auction.price, at: context.now)
    }

    /// The root of the leaves, when it is the one the station signed.
    private func verifiedRoot(by key: VerifierKey) throws(Rejection) -> Hash {
        var range = CompactRange()
        for (index, leaf) in leaves.enumerated() {
            let hash = Hash.leaf(Array(leaf.text.utf8))
            guard index < hashes.count, hashes[index] == hash.base64 else {
                throw StationRejection.logBad(entry: Int64(index)).rejection
            }
            range.append(hash)
        }
        guard let signed = try? SignedCheckpoint(opening: Array(checkpoint.utf8), by: key),
            signed.checkpoint.size == range.size, signed.checkpoint.root == range.root
        else { throw StationRejection.checkpointBad.rejection }
        return range.root
    }
}

/// The station's log is bound into the county's: its size, its root and the checkpoint the station signed.
package struct LotReturnedFromStation: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let size: Int64
    package let root: String
    package let checkpoint: String
    package let openedAt: Instant
    /// The end as late bids moved it.
    package let endsAt: Instant

    package init(
        lot: LotID, village: DivisionID, size: Int64, root: String, checkpoint: String, openedAt: Instant,
        endsAt: Instant
    ) {
        self.lot = lot
        self.village = village
        self.size = size
        self.root = root
        self.checkpoint = checkpoint
        self.openedAt = openedAt
        self.endsAt = endsAt
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        size = reader.value("size")
        root = reader.value("root")
        checkpoint = reader.value("checkpoint")
        openedAt = reader.value("openedAt")
        endsAt = reader.value("endsAt")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("size", size)
        writer.put("root", root)
        writer.put("checkpoint", checkpoint)
        writer.put("openedAt", openedAt)
        writer.put("endsAt", endsAt)
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

    package init(
        lot: LotID, village: DivisionID, entry: Int64, number: Int64, paddle: Int64, price: Money, at: Instant,
        endsAt: Instant?, slip: String?
    ) {
        self.lot = lot
        self.village = village
        self.entry = entry
        self.number = number
        self.paddle = paddle
        self.price = price
        self.at = at
        self.endsAt = endsAt
        self.slip = slip
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        entry = reader.value("entry")
        number = reader.value("number")
        paddle = reader.value("paddle")
        price = reader.value("priceFen")
        at = reader.value("at")
        endsAt = reader.optional("endsAt")
        slip = reader.optional("slip")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("entry", entry)
        writer.put("number", number)
        writer.put("paddle", paddle)
        writer.put("priceFen", price)
        writer.put("at", at)
        writer.put("endsAt", endsAt)
        writer.put("slip", slip)
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
            throw KernelRejection.wrongType(field: "", expected: "text").rejection
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
