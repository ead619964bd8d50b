package import Kernel
package import Registry
package import Storage

/// Ends the registration period at its exact instant. Given by the clock.
package struct CloseNotice: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot))
    }

    package static let name = "closeNotice"
    package static var title: Message { ExchangeText.Command.closeNotice }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package struct Facts: Sendable {
        package let roster: [BidderRow]
        /// How many admitted bidders the mode needs.
        package let least: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.closed, by: context.principal.role)
        guard let notice = lot.notice, context.now >= notice.closesAt else {
            throw ExchangeRefusal.notYetDue(lot.notice?.closesAt ?? context.now)
        }
        let admitted = facts.roster.filter { $0.state == .qualified && $0.deposit.isSecured }.count
        let outcome: LotState =
            switch admitted {
            case 0: .relistDecision
            case _ where admitted >= facts.least && lot.terms.mode != .agreement: .auctionScheduled
            case 1: .singleBidder
            default: lot.terms.mode == .agreement ? .singleBidder : .relistDecision
            }
        return [NoticeClosed(lot: self.lot, village: lot.village, outcome: outcome)]
    }
}

/// The list of bidders is frozen; how many they are stays hidden until the start.
package struct NoticeClosed: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let outcome: LotState

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            outcome: pass.value("outcome", \.outcome))
    }

    package static let name = "noticeClosed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.closed, outcome)
    }

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        guard outcome == .auctionScheduled, let notice = state.lot?.notice else { return [] }
        return [Due(at: notice.opensAt, OpenAuction(lot: lot))]
    }
}
