package import Kernel
package import Registry

/// Why a lot is stopped: only what section 1.6 lists.
package enum StopCause: String, FieldChoice, Sendable {
    case systemFailure, ownershipDispute, forceMajeure, noRightOfDisposal, objectDestroyed, sellerAtFault
    case sellerRequest, fraud, requisition, naturalDelisting, otherLegal

    /// Whether the notes list it for this way of stopping: a suspension ends, a termination does not, and only the seller
    /// takes a lot back.
    func isListed(for state: LotState) -> Bool {
        switch state {
        case .suspended: [.systemFailure, .ownershipDispute, .forceMajeure, .otherLegal].contains(self)
        case .withdrawn: [.sellerRequest, .naturalDelisting].contains(self)
        default: ![.systemFailure, .naturalDelisting].contains(self)
        }
    }

    func check(for state: LotState) throws(Rejection) {
        guard isListed(for: state) else { throw ExchangeRefusal.causeNotListed() }
    }
}

/// Takes the lot back: at the seller's request only before anybody registered, or by natural delisting.
package struct WithdrawLot: CausedLotVerb {
    package let lot: LotID
    package let cause: StopCause
    package let reasons: String

    package init(lot: LotID, cause: StopCause, reasons: String) {
        self.lot = lot
        self.cause = cause
        self.reasons = reasons
    }

    package static let name = "withdrawLot"
    package static var title: Message { ExchangeText.Command.withdrawLot }
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .reasonsMissing, .biddersThere, .causeNotListed,
    ]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.withdrawn, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        try cause.check(for: .withdrawn)
        // Natural delisting follows when nobody took it: it is one of the ways out of the decision.
        if cause == .naturalDelisting { try lot.require(.relistDecision, .failed) }
        if cause == .sellerRequest, lot.notice != nil, !facts.roster.isEmpty {
            throw ExchangeRefusal.biddersThere()
        }
        return [
            .lotWithdrawn(LotWithdrawn(lot: self.lot, village: lot.village, cause: cause, reasons: reasons)),
            .lotEnded(LotEnded(lot)),
        ]
    }
}

/// Nothing follows; every deposit goes back.
package struct LotWithdrawn: CausedLotEvent {
    package let lot: LotID
    package let village: DivisionID
    package let cause: StopCause
    package let reasons: String

    package init(lot: LotID, village: DivisionID, cause: StopCause, reasons: String) {
        self.lot = lot
        self.village = village
        self.cause = cause
        self.reasons = reasons
    }

    package static let name = "lotWithdrawn"

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.withdrawn)
    }
}

/// Stops the lot where it stands, with what is left of its clock.
package struct SuspendLot: CausedLotVerb {
    package let lot: LotID
    package let cause: StopCause
    package let reasons: String

    package init(lot: LotID, cause: StopCause, reasons: String) {
        self.lot = lot
        self.cause = cause
        self.reasons = reasons
    }

    package static let name = "suspendLot"
    package static var title: Message { ExchangeText.Command.suspendLot }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .causeNotListed]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.suspended, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        try cause.check(for: .suspended)
        return [
            .lotSuspended(
                LotSuspended(
                    lot: self.lot, village: lot.village, cause: cause, reasons: reasons,
                    remaining: lot.remainingMilliseconds(at: context.now),
                    until: context.now.adding(days: facts.figures[.suspendMaxDays])))
        ]
    }
}

/// The clock stands.
package struct LotSuspended: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let cause: StopCause
    package let reasons: String
    package let remaining: Int64
    /// The lot goes on by itself then.
    package let until: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            cause: pass.value("cause", \.cause), reasons: pass.value("reasons", \.reasons),
            remaining: pass.value("remainingMs", \.remaining), until: pass.value("until", \.until))
    }

    package static let name = "lotSuspended"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        guard let from = state.lot?.state else { return }
        state.lot?.move(.suspended)
        state.lot?.suspension = Lot.Stop(
            from: from, since: instant, remainingMilliseconds: remaining, until: until)
    }
}

/// Goes on where the lot was stopped, with the remaining clock and three working days at least.
package struct ResumeLot: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "resumeLot"
    package static var title: Message { ExchangeText.Command.resumeLot }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.suspended)
        guard let stop = lot.suspension else {
            throw ExchangeRefusal.wrongState(lot.state, .suspended)
        }
        // The clock ends a suspension only when its longest time is over; people when the cause is.
        guard context.principal.role != .system || context.now >= stop.until else {
            throw ExchangeRefusal.notYetDue(stop.until)
        }
        let least = Int(facts.figures[.suspendMinRemainingDays])
        let floor = try context.calendar.end(ofWorkingDays: least, from: context.now)
        let plain = context.now.adding(milliseconds: stop.remainingMilliseconds)
        let clock = lot.hasRunningClock(in: stop.from) ? max(floor, plain) : nil
        return [.lotResumed(LotResumed(lot: self.lot, village: lot.village, to: stop.from, clockEndsAt: clock))]
    }
}

/// The state it had, and where its clock ends now.
package struct LotResumed: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let to: LotState
    package var clockEndsAt: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village), to: pass.value("to", \.to),
            clockEndsAt: pass.optional("clockEndsAt", \.clockEndsAt))
    }

    package static let name = "lotResumed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(to)
        state.lot?.suspension = nil
        if let clockEndsAt { state.lot?.setClock(clockEndsAt) }
    }
}

/// Ends the trade for a listed cause; every deposit goes back.
package struct TerminateLot: CausedLotVerb {
    package let lot: LotID
    package let cause: StopCause
    package let reasons: String

    package init(lot: LotID, cause: StopCause, reasons: String) {
        self.lot = lot
        self.cause = cause
        self.reasons = reasons
    }

    package static let name = "terminateLot"
    package static var title: Message { ExchangeText.Command.terminateLot }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .causeNotListed]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.terminated, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        try cause.check(for: .terminated)
        return [
            .lotTerminated(LotTerminated(lot: self.lot, village: lot.village, cause: cause, reasons: reasons)),
            .lotEnded(LotEnded(lot)),
        ]
    }
}

/// Nothing follows.
package struct LotTerminated: CausedLotEvent {
    package let lot: LotID
    package let village: DivisionID
    package let cause: StopCause
    package let reasons: String

    package init(lot: LotID, village: DivisionID, cause: StopCause, reasons: String) {
        self.lot = lot
        self.village = village
        self.cause = cause
        self.reasons = reasons
    }

    package static let name = "lotTerminated"

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.terminated)
    }
}
