package import Kernel
package import Registry
package import Storage

/// Records that the winner did not sign in time: the deposit falls to the owner, and the winner may not bid for a while.
package struct RecordBreach: LotVerb {
    package let lot: LotID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "recordBreach"
    package static var title: Message { ExchangeText.Command.recordBreach }
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .reasonsMissing, .winnerUnknown, .deadlineNotPassed,
    ]

    package struct Facts: Sendable {
        /// Whose paddle has the award; nil where nobody holds it.
        package let winner: PartyID?
        /// How long a party that did not sign may not bid, in months.
        package let barMonths: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.breached, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        guard let award = lot.award, let winner = facts.winner else { throw ExchangeRefusal.winnerUnknown() }
        guard let signBy = lot.signBy, context.now >= signBy else {
            throw ExchangeRefusal.deadlineNotPassed(lot.signBy ?? context.now)
        }
        return [
            AwardBreached(
                lot: self.lot, village: lot.village, paddle: award.paddle, party: winner,
                barredUntil: context.now.date.adding(months: Int(facts.barMonths)), reasons: reasons)
        ]
    }
}

/// The award is gone; the next bidder or a relisting follows.
package struct AwardBreached: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let party: PartyID
    package let barredUntil: CivilDate
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), party: pass.value("party", \.party),
            barredUntil: pass.value("barredUntil", \.barredUntil), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "awardBreached"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.breached)
        state.lot?.award = nil
    }
}
