package import Kernel
package import Registry
package import Storage

/// Goes on where the lot was stopped, with the remaining clock and three working days at least.
package struct ResumeLot: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot))
    }

    package static let name = "resumeLot"
    package static var title: Message { ExchangeText.Command.resumeLot }
    package static let access: Access = [
        .own(.stationReviewer, .countyOfficer, .countyReleaser, .supervisor), .installation,
    ]
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package struct Facts: Sendable {
        /// How many working days the clock has left at the least.
        package let leastDays: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.require(.suspended)
        guard let stop = lot.suspension else {
            throw ExchangeRefusal.wrongState(lot.state, LotState.suspended)
        }
        // The clock ends a suspension only when its longest time is over; people when the cause is.
        guard context.principal.role != .system || context.now >= stop.until else {
            throw ExchangeRefusal.notYetDue(stop.until)
        }
        let floor = try context.calendar.end(ofWorkingDays: Int(facts.leastDays), from: context.now)
        let plain = context.now.adding(milliseconds: stop.remainingMilliseconds)
        let clock = lot.hasRunningClock(in: stop.from) ? max(floor, plain) : nil
        return [LotResumed(lot: self.lot, village: lot.village, to: stop.from, clockEndsAt: clock)]
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

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        guard let end = clockEndsAt else { return [] }
        switch to {
        case .listed: return [Due(at: end, CloseNotice(lot: lot))]
        case .auctionScheduled: return [Due(at: end, OpenAuction(lot: lot))]
        case .auctionRunning: return [Due(at: end, EndAuction(lot: lot))]
        case .resultPublicity: return [Due(at: end, ConfirmAward(lot: lot))]
        default: return []
        }
    }
}
