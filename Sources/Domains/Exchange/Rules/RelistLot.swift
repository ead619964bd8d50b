package import Kernel
package import Registry

/// Lists the lot once more on the same terms, for as many cycles as the county allows.
package struct RelistLot: LotVerb {
    package let lot: LotID
    package let closesAt: Instant?
    package let opensAt: Instant?
    package let endsAt: Instant?
    /// The digest of a new seed. Needed where a draw may decide and the seed of the notice before has been shown; a seed
    /// that is still secret goes on.
    package let drawCommitment: String?

    package init(
        lot: LotID, closesAt: Instant? = nil, opensAt: Instant? = nil, endsAt: Instant? = nil,
        drawCommitment: String? = nil
    ) {
        self.lot = lot
        self.closesAt = closesAt
        self.opensAt = opensAt
        self.endsAt = endsAt
        self.drawCommitment = drawCommitment
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        closesAt = reader.optional("closesAt")
        opensAt = reader.optional("opensAt")
        endsAt = reader.optional("endsAt")
        drawCommitment = reader.optional("drawCommitment")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("closesAt", closesAt)
        writer.put("opensAt", opensAt)
        writer.put("endsAt", endsAt)
        writer.put("drawCommitment", drawCommitment)
    }

    package static let name = "relistLot"
    package static var title: Message { ExchangeText.Command.relistLot }
    package static let rejections = [3003, 3004, 3040, 3041, 3059, 3091]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(lot.pathToRelisting, by: context.principal.role)
        guard lot.relistings < facts.figures[.noticeRelistCycles] else {
            throw ExchangeRejection.relistingsUsedUp(cycles: lot.relistings).rejection
        }
        let commitment = drawCommitment ?? lot.hall.drawCommitment
        let needsSeed = lot.terms.mode == .draw || lot.terms.tieRule == .draw
        guard !needsSeed || commitment?.isEmpty == false else { throw ExchangeRejection.seedWrong.rejection }
        let clock = try NoticeClock.plan(
            closesAt: closesAt, opensAt: opensAt, endsAt: endsAt, days: facts.figures[.noticeRelistDays],
            facts.figures, context)
        return [
            .lotRelisted(LotRelisted(lot: self.lot, village: lot.village)),
            .noticePublished(NoticePublished(lot, clock: clock, drawCommitment: commitment)),
        ]
    }
}

/// What came before is history; the bidders registered stay registered.
package struct LotRelisted: PlainLotEvent {
    package let lot: LotID
    package let village: DivisionID

    package init(lot: LotID, village: DivisionID) {
        self.lot = lot
        self.village = village
    }

    package static let name = "lotRelisted"

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        for next in state.lot?.pathToRelisting.dropLast() ?? [] { state.lot?.move(next) }
        state.lot?.relistings += 1
        state.lot?.clearHall()
    }
}

/// Records that the winner did not sign in time: the deposit falls to the owner, and the winner may not bid for a while.
package struct RecordBreach: ReasonedLotVerb {
    package let lot: LotID
    package let reasons: String

    package init(lot: LotID, reasons: String) {
        self.lot = lot
        self.reasons = reasons
    }

    package static let name = "recordBreach"
    package static var title: Message { ExchangeText.Command.recordBreach }
    package static let rejections = [3003, 3004, 3031, 3070, 3092]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.breached, by: context.principal.role)
        try ExchangeRejection.requireReasons(reasons)
        guard let award = lot.award, let winner = facts.roster.first(where: { $0.paddle == award.paddle }) else {
            throw ExchangeRejection.winnerUnknown.rejection
        }
        guard let signBy = lot.signBy, context.now >= signBy else {
            throw ExchangeRejection.deadlineNotPassed(at: lot.signBy ?? context.now).rejection
        }
        let months = Int(facts.figures[.blacklistBreachMonths])
        return [
            .awardBreached(
                AwardBreached(
                    lot: self.lot, village: lot.village, paddle: award.paddle, party: winner.party,
                    barredUntil: context.now.date.adding(months: months), reasons: reasons))
        ]
    }
}

/// The next bidder or a relisting follows.
package struct AwardBreached: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let party: PartyID
    package let barredUntil: CivilDate
    package let reasons: String

    package init(
        lot: LotID, village: DivisionID, paddle: Int64, party: PartyID, barredUntil: CivilDate, reasons: String
    ) {
        self.lot = lot
        self.village = village
        self.paddle = paddle
        self.party = party
        self.barredUntil = barredUntil
        self.reasons = reasons
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        paddle = reader.value("paddle")
        party = reader.value("party")
        barredUntil = reader.value("barredUntil")
        reasons = reader.value("reasons")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("paddle", paddle)
        writer.put("party", party)
        writer.put("barredUntil", barredUntil)
        writer.put("reasons", reasons)
    }

    package static let name = "awardBreached"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.breached)
        state.lot?.award = nil
    }
}
