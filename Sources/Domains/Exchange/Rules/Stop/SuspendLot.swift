package import Kernel
package import Registry
package import Storage

/// Stops the lot where it stands, with what is left of its clock.
package struct SuspendLot: LotVerb {
    package let lot: LotID
    package let cause: StopCause
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), cause: pass.value("cause", \.cause),
            reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "suspendLot"
    package static var title: Message { ExchangeText.Command.suspendLot }
    package static let access: Access = .own(.stationReviewer, .countyOfficer, .countyReleaser, .supervisor)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .causeNotListed]

    package struct Facts: Sendable {
        /// How long a suspension may last, in days.
        package let maxDays: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.suspended, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        try cause.check(for: .suspended)
        return [
            LotSuspended(
                lot: self.lot, village: lot.village, cause: cause, reasons: reasons,
                remaining: lot.remainingMilliseconds(at: context.now),
                until: context.now.adding(days: facts.maxDays))
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

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        [Due(at: until, ResumeLot(lot: lot))]
    }
}
