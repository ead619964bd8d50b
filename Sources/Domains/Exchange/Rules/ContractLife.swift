package import Kernel
package import Registry

/// Marks a contract whose last day is near, so that the village decides on a new notice in time. Given by the clock.
package struct BeginExpiry: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) { self.lot = lot }

    package static let name = "beginExpiry"
    package static var title: Message { ExchangeText.Command.beginExpiry }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.expiring, by: context.principal.role)
        guard let at = lot.contract?.expiresSoonAt, context.now >= at else {
            throw ExchangeRefusal.notYetDue(lot.contract?.expiresSoonAt ?? context.now)
        }
        return [.contractExpiring(ContractExpiring(lot: self.lot, village: lot.village))]
    }
}

/// The term has less left than the county's notice of expiry.
package struct ContractExpiring: PlainLotEvent {
    package let lot: LotID
    package let village: DivisionID

    package init(lot: LotID, village: DivisionID) {
        self.lot = lot
        self.village = village
    }

    package static let name = "contractExpiring"

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.move(.expiring) }
}

/// Ends the contract's life with its last day; the card is free again. Given by the clock.
package struct FinishContract: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) { self.lot = lot }

    package static let name = "finishContract"
    package static var title: Message { ExchangeText.Command.finishContract }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.finished, by: context.principal.role)
        guard let end = lot.contract?.endsOn.end, context.now >= end else {
            throw ExchangeRefusal.notYetDue(lot.contract?.endsOn.end ?? context.now)
        }
        return [.contractFinished(ContractFinished(lot: self.lot, village: lot.village))]
    }
}

/// Nothing follows; the lease on the card has run out by its date.
package struct ContractFinished: PlainLotEvent {
    package let lot: LotID
    package let village: DivisionID

    package init(lot: LotID, village: DivisionID) {
        self.lot = lot
        self.village = village
    }

    package static let name = "contractFinished"

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.move(.finished) }
}

/// Notes that an expiring contract was renewed by a new resolution, at a price no lower than today's floor (2.3).
package struct RenewContract: LotVerb {
    package let lot: LotID
    package let resolution: ResolutionID
    /// A mu and year, or the lot's own unit.
    package let price: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), resolution: pass.value("resolution", \.resolution),
            price: pass.value("priceFen", \.price))
    }

    package static let name = "renewContract"
    package static var title: Message { ExchangeText.Command.renewContract }
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .belowFloor, .resolutionMissing, .resolutionOfAnother, .majorityMissed,
        .amountNotPositive,
    ]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.renewed, by: context.principal.role)
        guard price > .zero else { throw ExchangeRefusal.amountNotPositive() }
        guard resolution != lot.terms.resolution, let record = facts.resolution else {
            throw ExchangeRefusal.resolutionMissing()
        }
        guard record.organisation == lot.owner else { throw ExchangeRefusal.resolutionOfAnother() }
        guard record.passed else { throw ExchangeRefusal.majorityMissed() }
        if let card = facts.asset, let floor = card.floor, !lot.terms.isHouseholds(card),
            lot.terms.priceUnit == .fenPerMuYear, price < floor
        {
            throw ExchangeRefusal.belowFloor(ExchangeText.yuan(floor))
        }
        return [
            .contractRenewed(
                ContractRenewed(lot: self.lot, village: lot.village, resolution: resolution, price: price))
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

/// Why a contract ends before its day: the four breaches of art. 42, agreement, or what the law lists.
package enum EarlyEndCause: String, FieldChoice, Sendable {
    case useChanged, leftIdle, landDamaged, otherBreach, agreed, requisition, forceMajeure
}

/// Ends a contract before its last day, for a listed cause (Rural Land Contracting Law, art. 42).
package struct EndContractEarly: LotVerb {
    package let lot: LotID
    package let cause: EarlyEndCause
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), cause: pass.value("cause", \.cause),
            reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "endContractEarly"
    package static var title: Message { ExchangeText.Command.endContractEarly }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.earlyTerminated, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        guard let contract = lot.contract?.contract else {
            throw ExchangeRefusal.wrongState(lot.state, .earlyTerminated)
        }
        return [
            .contractEndedEarly(
                ContractEndedEarly(
                    lot: self.lot, village: lot.village, asset: lot.asset, owner: lot.owner, contract: contract,
                    endedOn: context.now.date, cause: cause, reasons: reasons))
        ]
    }
}

/// The register lets go of the card from the next day on, and the owner's books close what falls due later (policies).
package struct ContractEndedEarly: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let asset: AssetID
    /// In whose books the contract stands; absent in entries of before.
    package var owner: OrganisationID?
    package let contract: ContractID
    package let endedOn: CivilDate
    package let cause: EarlyEndCause
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            asset: pass.value("asset", \.asset), owner: pass.optional("owner", \.owner),
            contract: pass.value("contract", \.contract), endedOn: pass.value("endedOn", \.endedOn),
            cause: pass.value("cause", \.cause), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "contractEndedEarly"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.move(.earlyTerminated) }
}
