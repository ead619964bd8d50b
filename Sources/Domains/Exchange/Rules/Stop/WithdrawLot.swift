package import Kernel
package import Registry
package import Storage

/// Takes the lot back: at the seller's request only before anybody registered, or by natural delisting.
package struct WithdrawLot: LotVerb {
    package let lot: LotID
    package let cause: StopCause
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), cause: pass.value("cause", \.cause),
            reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "withdrawLot"
    package static var title: Message { ExchangeText.Command.withdrawLot }
    package static let access: Access = .own(.villageClerk, .stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .reasonsMissing, .biddersRegistered, .causeNotListed,
    ]

    package struct Facts: Sendable {
        /// Whether anybody registered.
        package let hasBidders: Bool
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.withdrawn, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        try cause.check(for: .withdrawn)
        // Natural delisting follows when nobody took it: it is one of the ways out of the decision.
        if cause == .naturalDelisting { try lot.require(.relistDecision, .failed) }
        if cause == .sellerRequest, lot.notice != nil, facts.hasBidders {
            throw ExchangeRefusal.biddersRegistered()
        }
        return [
            LotWithdrawn(lot: self.lot, village: lot.village, cause: cause, reasons: reasons),
            LotEnded(lot),
        ]
    }
}

/// Nothing follows; every deposit goes back.
package struct LotWithdrawn: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let cause: StopCause
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            cause: pass.value("cause", \.cause), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "lotWithdrawn"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.withdrawn)
    }
}
