package import Kernel
package import Registry

/// One admitted bidder; who holds the paddle stays under seal until the contract is signed.
package struct Paddle: FieldRecord, Hashable {
    package let number: Int64
    package let bidder: Confidential<BidderID>
    package let person: Confidential<PersonID>
    /// Whether the holder may match the best price at the end.
    package let isPriority: Bool

    package init(number: Int64, bidder: BidderID, person: PersonID, isPriority: Bool = false) {
        self.isPriority = isPriority
        self.number = number
        self.bidder = Confidential(bidder, of: .sealOfPaddles)
        self.person = Confidential(person, of: .sealOfPaddles)
    }

    package init(reading reader: inout FieldReader) {
        number = reader.value("number")
        bidder = reader.confidential("bidder", of: .sealOfPaddles)
        person = reader.confidential("person", of: .sealOfPaddles)
        isPriority = reader.optional("isPriority") ?? false
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("number", number)
        writer.put("bidder", bidder)
        writer.put("person", person)
        if isPriority { writer.put("isPriority", isPriority) }
    }
}

/// Opens the hall at its instant and deals the paddles. Given by the clock.
package struct OpenAuction: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "openAuction"
    package static var title: Message { ExchangeText.Command.openAuction }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.auctionRunning, by: context.principal.role)
        try lot.require(.auctionScheduled)
        guard let notice = lot.notice, context.now >= notice.opensAt else {
            throw ExchangeRefusal.notYetDue(lot.notice?.opensAt ?? context.now)
        }
        let late = context.now.milliseconds - notice.opensAt.milliseconds
        let paddles = Paddle.dealt(to: facts.roster)
        let opened = AuctionOpened(
            lot: self.lot, village: lot.village, endsAt: notice.endsAt.adding(milliseconds: late),
            prioritySeconds: facts.figures[.priorityWindowSeconds],
            paddles: PaddlesDealt.first(of: paddles))
        return [.auctionOpened(opened)] + PaddlesDealt.rest(of: paddles, on: self.lot, in: lot.village)
    }
}

/// The paddles that did not fit into the opening's own entry: a leaf holds at most 16 KiB, and each paddle takes two
/// commitments of it.
package struct PaddlesDealt: ExchangeEvent {
    /// How many paddles one entry holds.
    static let most = 60

    package let lot: LotID
    package let village: DivisionID
    package let paddles: [Paddle]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddles: pass.list("paddles", \.paddles))
    }

    package static let name = "paddlesDealt"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.take(paddles)
        state.lot?.station?.paddles.formUnion(paddles.map(\.number))
    }

    /// Those that stand in the entry that deals.
    static func first(of paddles: [Paddle]) -> [Paddle] { Array(paddles.prefix(most)) }

    /// The others, an entry for every so many.
    static func rest(of paddles: [Paddle], on lot: LotID, in village: DivisionID) -> [Exchange.Event] {
        paddles.dropFirst(most).parts(of: most).map {
            .paddlesDealt(PaddlesDealt(lot: lot, village: village, paddles: $0))
        }
    }
}

/// Only now can anyone see how many bid.
package struct AuctionOpened: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let endsAt: Instant
    /// How long a priority holder may match the result.
    package let prioritySeconds: Int64
    package var paddles: [Paddle] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            endsAt: pass.value("endsAt", \.endsAt), prioritySeconds: pass.value("prioritySeconds", \.prioritySeconds),
            paddles: pass.list("paddles", \.paddles))
    }

    package static let name = "auctionOpened"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        guard let terms = state.lot?.terms else { return }
        state.lot?.move(.auctionRunning)
        state.lot?.take(paddles)
        state.lot?.hall.openedAt = instant
        state.lot?.hall.prioritySeconds = prioritySeconds
        state.lot?.auction = Auction(rule: terms.auctionRule, endsAt: endsAt)
    }
}
