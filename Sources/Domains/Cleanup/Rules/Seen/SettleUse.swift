package import Kernel
package import Registry
package import Storage

/// Names what brought the use in order: the contract, the lot or the bill that it was taken up by.
package struct SettleUse: ObservationVerb {
    package let observation: ObservationID
    package var contract: ContractID?
    package var lot: LotID?
    package var bill: BillID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.value("observation", \.observation), contract: pass.optional("contract", \.contract),
            lot: pass.optional("lot", \.lot), bill: pass.optional("bill", \.bill))
    }

    package static let name = "settleUse"
    package static var title: Message { SeenText.settleUse }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.noSuchObservation, .findingNotTakenUp, .wayMissing]

    package struct Facts: Sendable {
        /// The collectives whose contract, lot or bill these are; nil where there is none such.
        package let lessor: OrganisationID?
        package let transferor: OrganisationID?
        package let biller: OrganisationID?
    }

    package func decide(_ found: Observation, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard found.stage == .takenUp, let way = found.way else { throw CleanupRefusal.findingNotTakenUp(observation) }
        let body =
            switch way {
            case .contract: facts.lessor
            case .lot: facts.transferor
            case .charge: facts.biller
            }
        guard body == found.organisation else { throw CleanupRefusal.wayMissing() }
        return [
            UseSettled(
                observation: observation, place: found.place, contract: way == .contract ? contract : nil,
                lot: way == .lot ? lot : nil, bill: way == .charge ? bill : nil)
        ]
    }
}

/// A use is in order: by this contract, lot or bill.
package struct UseSettled: CleanupEvent {
    package let observation: ObservationID
    package let place: DivisionID
    package let contract: ContractID?
    package let lot: LotID?
    package let bill: BillID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.value("observation", \.observation), place: pass.value("division", \.place),
            contract: pass.optional("contract", \.contract), lot: pass.optional("lot", \.lot),
            bill: pass.optional("bill", \.bill))
    }

    package static let name = "useSettled"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.observation?.stage = .settled }
}
