package import Kernel
package import Registry
package import Storage

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
    package static let access: Access = .own(.villageClerk, .stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.earlyTerminated, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        guard let contract = lot.contract?.contract else {
            throw ExchangeRefusal.wrongState(lot.state, LotState.earlyTerminated)
        }
        return [
            ContractEndedEarly(
                lot: self.lot, village: lot.village, asset: lot.asset, owner: lot.owner, contract: contract,
                endedOn: context.now.date, cause: cause, reasons: reasons)
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
