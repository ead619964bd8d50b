package import Kernel
package import Registry
package import Storage

/// The station takes the application: its papers are complete.
package struct AcceptLot: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot))
    }

    package static let name = "acceptLot"
    package static var title: Message { ExchangeText.Command.acceptLot }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .checklistIncomplete]

    package struct Facts: Sendable {
        /// What the seller must hand in, by the county's list, and what the register proves already.
        package let checklist: Checklist
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.accepted, by: context.principal.role)
        let missing = facts.checklist.missing(lot.papers)
        guard missing.isEmpty else { throw ExchangeRefusal.checklistIncomplete(ExchangeText.materials(missing)) }
        return [
            LotAccepted(lot: self.lot, village: lot.village, acceptor: context.principal.person)
        ]
    }
}

/// The first pair of eyes has seen it.
package struct LotAccepted: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let acceptor: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            acceptor: pass.value("acceptor", \.acceptor))
    }

    package static let name = "lotAccepted"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.accepted)
        state.lot?.acceptor = acceptor
    }
}
