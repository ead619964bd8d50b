package import Kernel
package import Registry
package import Storage

/// Lists the lot once more on the same terms, for as many cycles as the county allows.
package struct RelistLot: LotVerb {
    package let lot: LotID
    package var closesAt: Instant?
    package var opensAt: Instant?
    package var endsAt: Instant?
    /// The digest of a new seed. Needed where a draw may decide and the seed of the notice before has been shown; a seed
    /// that is still secret goes on.
    package var drawCommitment: String?
    /// Instead of the commitment: the seed itself, of which only the commitment is kept.
    package var drawSeed: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), closesAt: pass.optional("closesAt", \.closesAt),
            opensAt: pass.optional("opensAt", \.opensAt), endsAt: pass.optional("endsAt", \.endsAt),
            drawCommitment: pass.optional("drawCommitment", \.drawCommitment),
            drawSeed: pass.optional("drawSeed", \.drawSeed))
    }

    package static let name = "relistLot"
    package static var title: Message { ExchangeText.Command.relistLot }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .noticeTooShort, .noticeTimes, .seedWrong, .relistingsUsedUp,
    ]

    package struct Facts: Sendable {
        /// How often a lot may be listed again on the same terms.
        package let cycles: Int64
        package let clock: NoticeClock.Facts
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(lot.pathToRelisting, by: context.principal.role)
        guard lot.relistings < facts.cycles else {
            throw ExchangeRefusal.relistingsUsedUp(lot.relistings)
        }
        let commitment = drawCommitment ?? Draw.commitment(ofTyped: drawSeed) ?? lot.hall.drawCommitment
        let needsSeed = lot.terms.mode == .draw || lot.terms.tieRule == .draw
        guard !needsSeed || commitment?.isEmpty == false else { throw ExchangeRefusal.seedWrong() }
        let clock = try NoticeClock.plan(
            closesAt: closesAt, opensAt: opensAt, endsAt: endsAt, facts.clock, context)
        return [
            LotRelisted(lot: self.lot, village: lot.village),
            NoticePublished(lot, clock: clock, drawCommitment: commitment),
        ]
    }
}

/// What came before is history; the bidders registered stay registered.
package struct LotRelisted: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), village: pass.value("village", \.village))
    }

    package static let name = "lotRelisted"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        for next in state.lot?.pathToRelisting.dropLast() ?? [] { state.lot?.move(next) }
        state.lot?.relistings += 1
        state.lot?.clearHall()
    }
}
