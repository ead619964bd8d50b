package import Kernel
package import Registry
package import Storage

/// What a reviewer may say.
package enum ReviewDecision: String, FieldChoice, Sendable { case approve, reject }

/// Approves the lot for publication or rejects it for ever, by somebody who did not accept it.
package struct ReviewLot: LotVerb {
    package let lot: LotID
    package let decision: ReviewDecision
    package var reasons: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), decision: pass.value("decision", \.decision),
            reasons: pass.optional("reasons", \.reasons))
    }

    package static let name = "reviewLot"
    package static var title: Message { ExchangeText.Command.reviewLot }
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .samePerson, .reasonsMissing]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        let person = context.principal.person
        switch decision {
        case .approve:
            try lot.check(.reviewing, .approved, by: context.principal.role)
            guard person != lot.acceptor else { throw ExchangeRefusal.samePerson() }
            // Below the floor the reviewer signs for it in words that stay in the file (section 2.3).
            if lot.belowFloorReason != nil { try ExchangeRefusal.requireReasons(reasons ?? "") }
            return [LotApproved(lot: self.lot, village: lot.village, reviewer: person, signOff: reasons)]
        case .reject:
            try lot.check(.reviewing, .rejected, by: context.principal.role)
            guard person != lot.acceptor else { throw ExchangeRefusal.samePerson() }
            try ExchangeRefusal.requireReasons(reasons ?? "")
            return [
                LotRejected(lot: self.lot, village: lot.village, reasons: reasons ?? ""),
                LotEnded(lot),
            ]
        }
    }
}

/// The second pair of eyes has seen it.
package struct LotApproved: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reviewer: PersonID
    /// Why a start below the floor was approved.
    package var signOff: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            reviewer: pass.value("reviewer", \.reviewer), signOff: pass.optional("signOff", \.signOff))
    }

    package static let name = "lotApproved"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.reviewing, .approved)
        state.lot?.reviewer = reviewer
    }
}

/// The reasons are public.
package struct LotRejected: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "lotRejected"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.reviewing, .rejected)
    }
}
