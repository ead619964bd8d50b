package import Kernel
package import Registry
package import Storage

/// Notes that an expiring contract was renewed by a new resolution, at a price no lower than today's floor (2.3).
package struct RenewContract: LotVerb {
    package let lot: LotID
    package let resolution: ResolutionID
    /// A mu and year, or the lot's own unit.
    package let price: Money
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), resolution: pass.value("resolution", \.resolution),
            price: pass.value("priceFen", \.price), isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "renewContract"
    package static var title: Message { ExchangeText.Command.renewContract }
    package static let access: Access = .own(.villageClerk, .stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .belowFloor, .resolutionMissing, .resolutionOfAnother, .majorityMissed,
        .amountNotPositive, .priceJumps, .priceFallsFar,
    ]

    package struct Facts: Sendable {
        package let resolution: ResolutionFacts?
        /// The floor of the guide prices for the card today; nil where no table covers it.
        package let floor: Money?
        /// Households' contracted land: its price is their own.
        package let isHouseholdRight: Bool
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.renewed, by: context.principal.role)
        guard price > .zero else { throw ExchangeRefusal.amountNotPositive() }
        guard resolution != lot.terms.resolution, let record = facts.resolution else {
            throw ExchangeRefusal.resolutionMissing()
        }
        guard record.organisation == lot.owner else { throw ExchangeRefusal.resolutionOfAnother() }
        guard record.passed else { throw ExchangeRefusal.majorityMissed() }
        if let floor = facts.floor, !lot.terms.isHouseholds(facts.isHouseholdRight),
            lot.terms.priceUnit == .fenPerMuYear, price < floor
        {
            throw ExchangeRefusal.belowFloor(ExchangeText.yuan(floor))
        }
        try PriceJump.check(
            price, against: lot.award?.price ?? lot.terms.startPrice, .last, isMeant: isMeant)
        return [
            ContractRenewed(lot: self.lot, village: lot.village, resolution: resolution, price: price)
        ]
    }
}

/// The next contract is the register's; this lot's life is over.
package struct ContractRenewed: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let resolution: ResolutionID
    package let price: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            resolution: pass.value("resolution", \.resolution), price: pass.value("priceFen", \.price))
    }

    package static let name = "contractRenewed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.move(.renewed) }
}
