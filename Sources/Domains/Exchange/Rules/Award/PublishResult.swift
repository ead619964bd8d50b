package import Kernel
package import Registry
package import Storage

/// Publishes who is to have the lot, under the paddle's number, and starts the time for objections.
package struct PublishResult: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "publishResult"
    package static var title: Message { ExchangeText.Command.publishResult }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer, .countyReleaser)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package struct Facts: Sendable {
        /// How many working days the result is public.
        package let publicityDays: Int64
        /// The days of the calendar it is public at the least: of a tender (Regulation on the Tender Law, art. 54).
        package let leastDays: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.resultPublicity, by: context.principal.role)
        guard let award = lot.award, lot.state != .objection else {
            throw ExchangeRefusal.wrongState(lot.state, LotState.resultPublicity)
        }
        if lot.state == .priorityWindow, let end = lot.hall.priorityEndsAt, context.now < end {
            throw ExchangeRefusal.notYetDue(end)
        }
        let working = try context.calendar.end(ofWorkingDays: Int(facts.publicityDays), from: context.now)
        let endsAt = max(working, context.now.date.adding(days: Int(facts.leastDays)).end)
        let day = lot.terms.startsOn ?? context.now.date
        let total = try lot.terms.term(from: day).map { (term) throws(Rejection) in
            try lot.terms.total(at: award.price, over: term)
        }
        let title = NoticeText.resultTitle(of: lot)
        let text = NoticeText.result(of: lot, award: award, total: total, until: endsAt)
        return [
            ResultPublished(
                lot: self.lot, village: lot.village, paddle: award.paddle, price: award.price,
                total: total ?? award.price, bidders: Int64(lot.paddles.count), bidCount: lot.auction?.bidCount ?? 0,
                endsAt: endsAt, titleZh: title.zh, titleEn: title.en, textZh: text.zh, textEn: text.en)
        ]
    }
}

/// The result is public until `endsAt`; Disclosure shows it for as long (policy).
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
        state.lot?.award?.total = total
    }

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        [Due(at: endsAt, ConfirmAward(lot: lot))]
    }
}
