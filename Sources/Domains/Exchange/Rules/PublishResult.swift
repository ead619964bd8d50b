package import Kernel
package import Registry

/// Publishes who is to have it, under the paddle's number, and starts the time for objections.
package struct PublishResult: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "publishResult"
    package static var title: Message { ExchangeText.Command.publishResult }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.resultPublicity, by: context.principal.role)
        guard let award = lot.award, lot.state != .objection else {
            throw ExchangeRefusal.wrongState(lot.state, .resultPublicity)
        }
        if lot.state == .priorityWindow, let end = lot.hall.priorityEndsAt, context.now < end {
            throw ExchangeRefusal.notYetDue(end)
        }
        let days = facts.figures[.resultPublicityDays]
        let endsAt = try context.calendar.end(ofWorkingDays: Int(days), from: context.now)
        let day = lot.terms.startsOn ?? context.now.date
        let total = try lot.terms.term(from: day).map { (term) throws(Rejection) in
            try lot.terms.total(at: award.price, over: term)
        }
        let title = NoticeText.resultTitle(of: lot)
        let text = NoticeText.result(of: lot, award: award, total: total, until: endsAt)
        return [
            .resultPublished(
                ResultPublished(
                    lot: self.lot, village: lot.village, paddle: award.paddle, price: award.price,
                    total: total ?? award.price, bidders: Int64(lot.paddles.count),
                    bidCount: lot.auction?.bidCount ?? 0, endsAt: endsAt, titleZh: title.zh, titleEn: title.en,
                    textZh: text.zh, textEn: text.en))
        ]
    }
}

/// Disclosure shows the result until `endsAt` (policy).
package struct ResultPublished: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let price: Money
    package let total: Money
    package let bidders: Int64
    package let bidCount: Int64
    /// Objections until.
    package let endsAt: Instant
    package let titleZh: String
    package let titleEn: String
    package let textZh: String
    package let textEn: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.value("paddle", \.paddle), price: pass.value("priceFen", \.price),
            total: pass.value("totalFen", \.total), bidders: pass.value("bidders", \.bidders),
            bidCount: pass.value("bidCount", \.bidCount), endsAt: pass.value("endsAt", \.endsAt),
            titleZh: pass.value("titleZh", \.titleZh), titleEn: pass.value("titleEn", \.titleEn),
            textZh: pass.value("textZh", \.textZh), textEn: pass.value("textEn", \.textEn))
    }

    package static let name = "resultPublished"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.resultPublicity)
        state.lot?.publicityEndsAt = endsAt
    }
}

/// Makes the result final once the time for objections is over and none is open. Given by the clock.
package struct ConfirmAward: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "confirmAward"
    package static var title: Message { ExchangeText.Command.confirmAward }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue, .objectionsOpen]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.awardConfirmed, .contractPending, by: context.principal.role)
        guard let end = lot.publicityEndsAt, context.now >= end, let award = lot.award else {
            throw ExchangeRefusal.notYetDue(lot.publicityEndsAt ?? context.now)
        }
        guard lot.openObjections.isEmpty else { throw ExchangeRefusal.objectionsOpen() }
        let days = facts.figures[.contractSignDays]
        return [
            .awardConfirmed(
                AwardConfirmed(
                    lot: self.lot, village: lot.village, paddle: award.paddle, price: award.price,
                    signBy: try context.calendar.end(ofWorkingDays: Int(days), from: context.now)))
        ]
    }
}

/// The confirmation of the transaction; the contract waits for its signatures.
package struct AwardConfirmed: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64
    package let price: Money
    package let signBy: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddle: pass.value("paddle", \.paddle), price: pass.value("priceFen", \.price),
            signBy: pass.value("signBy", \.signBy))
    }

    package static let name = "awardConfirmed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.awardConfirmed, .contractPending)
        state.lot?.signBy = signBy
    }
}
