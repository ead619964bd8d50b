package import Kernel
package import Registry
package import Storage

/// After a breach, offers the award to the next best bidder at that bidder's own price.
package struct AwardNext: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "awardNext"
    package static var title: Message { ExchangeText.Command.awardNext }
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .winnerUnknown]

    package struct Facts: Sendable {
        /// The best bid of anybody who has not broken the award; nil where nobody else bid.
        package let next: Lot.Award?
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.awardProposed, by: context.principal.role)
        try lot.require(.breached)
        guard let next = facts.next else { throw ExchangeRefusal.winnerUnknown() }
        return [AwardPassedOn(lot: self.lot, village: lot.village, paddle: next.paddle, price: next.price)]
    }
}

/// Somebody else is to have the lot; the result is published anew.
package struct AwardPassedOn: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let price: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), price: pass.value("priceFen", \.price))
    }

    package static let name = "awardPassedOn"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.awardProposed)
        state.lot?.award = Lot.Award(paddle: paddle, price: price)
    }
}
