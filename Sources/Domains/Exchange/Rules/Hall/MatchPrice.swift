package import Kernel
package import Registry
package import Storage

/// A priority holder takes the lot at the best price (Rural Land Contracting Law, arts. 38(5) and 51); the first to match has it.
package struct MatchPrice: LotVerb {
    package let lot: LotID
    package var paddle: Int64?
    package var slip: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), paddle: pass.optionalWhole("paddle", \.paddle, in: CountDomain.self),
            slip: pass.optionalPaper("slip", \.slip))
    }

    package static let name = "matchPrice"
    package static var title: Message { ExchangeText.Command.matchPrice }
    package static let access: Access = [.own(.stationAgent), .mine(.bidder)]
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .notAdmitted, .slipMissing, .slipNotFromDesk, .bidTooLate, .noPriority,
    ]

    package func holder(_ lot: Lot, _ facts: NoFacts, _ context: Context) -> PersonID? {
        lot.holder(of: paddle, for: context.principal)
    }

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.require(.priorityWindow)
        let bidder = try lot.paddle(of: context.principal, naming: paddle, slip: slip)
        guard let end = lot.hall.priorityEndsAt, context.now < end else {
            throw ExchangeRefusal.bidTooLate(lot.hall.priorityEndsAt ?? context.now)
        }
        guard lot.hall.priority.contains(bidder), let award = lot.award, !lot.hall.priority.contains(award.paddle)
        else {
            throw ExchangeRefusal.noPriority()
        }
        return [PriceMatched(lot: self.lot, village: lot.village, paddle: bidder, price: award.price)]
    }
}

/// The award goes to the priority holder.
package struct PriceMatched: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let price: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), price: pass.value("priceFen", \.price))
    }

    package static let name = "priceMatched"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.award = Lot.Award(paddle: paddle, price: price)
    }
}
