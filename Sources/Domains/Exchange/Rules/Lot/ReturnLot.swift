package import Kernel
package import Registry
package import Storage

/// Gives the application back to be completed, saying what is missing.
package struct ReturnLot: LotVerb {
    package let lot: LotID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "returnLot"
    package static var title: Message { ExchangeText.Command.returnLot }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.returned, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        return [LotReturned(lot: self.lot, village: lot.village, reasons: reasons)]
    }
}

/// The village completes it and submits again.
package struct LotReturned: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "lotReturned"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.returned)
    }
}
