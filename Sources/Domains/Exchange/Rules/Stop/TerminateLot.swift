package import Kernel
package import Registry
package import Storage

/// Ends the trade for a listed cause; every deposit goes back.
package struct TerminateLot: LotVerb {
    package let lot: LotID
    package let cause: StopCause
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), cause: pass.value("cause", \.cause),
            reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "terminateLot"
    package static var title: Message { ExchangeText.Command.terminateLot }
    package static let access: Access = .own(.stationReviewer, .countyOfficer, .countyReleaser, .supervisor)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .causeNotListed]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.terminated, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        try cause.check(for: .terminated)
        return [
            LotTerminated(lot: self.lot, village: lot.village, cause: cause, reasons: reasons),
            LotEnded(lot),
        ]
    }
}

/// Nothing follows.
package struct LotTerminated: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let cause: StopCause
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            cause: pass.value("cause", \.cause), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "lotTerminated"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.terminated)
    }
}
