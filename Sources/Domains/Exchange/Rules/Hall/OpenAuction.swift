package import Kernel
package import Registry
package import Storage

/// Opens the hall at its instant and deals the paddles. Given by the clock.
package struct OpenAuction: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "openAuction"
    package static var title: Message { ExchangeText.Command.openAuction }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue, .objectionsOpen]

    package struct Facts: Sendable {
        package let roster: [BidderRow]
        /// How long a priority holder may match the result.
        package let prioritySeconds: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.check(.auctionRunning, by: context.principal.role)
        try lot.require(.auctionScheduled)
        guard let notice = lot.notice, context.now >= notice.opensAt else {
            throw ExchangeRefusal.notYetDue(lot.notice?.opensAt ?? context.now)
        }
        try lot.checkNotHeld()
        let late = context.now.milliseconds - notice.opensAt.milliseconds
        let paddles = Paddle.dealt(to: facts.roster)
        let opened = AuctionOpened(
            lot: self.lot, village: lot.village, endsAt: notice.endsAt.adding(milliseconds: late),
            prioritySeconds: facts.prioritySeconds,
            paddles: PaddlesDealt.first(of: paddles))
        return [opened] + PaddlesDealt.rest(of: paddles, on: self.lot, in: lot.village)
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
            endsAt: pass.value("endsAt", \.endsAt),
            prioritySeconds: pass.whole("prioritySeconds", \.prioritySeconds, in: SecondsDomain.self),
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

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        [Due(at: endsAt, EndAuction(lot: lot))]
    }
}
