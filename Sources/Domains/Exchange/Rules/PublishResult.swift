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
    package static let rejections = [3003, 3004, 3060]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.resultPublicity, by: context.principal.role)
        guard let award = lot.award, lot.state != .objection else {
            throw ExchangeRejection.wrongState(state: lot.state, wanted: .resultPublicity).rejection
        }
        if lot.state == .priorityWindow, let end = lot.hall.priorityEndsAt, context.now < end {
            throw ExchangeRejection.notYetDue(at: end).rejection
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

    package init(
        lot: LotID, village: DivisionID, paddle: Int64, price: Money, total: Money, bidders: Int64, bidCount: Int64,
        endsAt: Instant, titleZh: String, titleEn: String, textZh: String, textEn: String
    ) {
        self.lot = lot
        self.village = village
        self.paddle = paddle
        self.price = price
        self.total = total
        self.bidders = bidders
        self.bidCount = bidCount
        self.endsAt = endsAt
        self.titleZh = titleZh
        self.titleEn = titleEn
        self.textZh = textZh
        self.textEn = textEn
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        paddle = reader.value("paddle")
        price = reader.value("priceFen")
        total = reader.value("totalFen")
        bidders = reader.value("bidders")
        bidCount = reader.value("bidCount")
        endsAt = reader.value("endsAt")
        titleZh = reader.value("titleZh")
        titleEn = reader.value("titleEn")
        textZh = reader.value("textZh")
        textEn = reader.value("textEn")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("paddle", paddle)
        writer.put("priceFen", price)
        writer.put("totalFen", total)
        writer.put("bidders", bidders)
        writer.put("bidCount", bidCount)
        writer.put("endsAt", endsAt)
        writer.put("titleZh", titleZh)
        writer.put("titleEn", titleEn)
        writer.put("textZh", textZh)
        writer.put("textEn", textEn)
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
    package static let rejections = [3003, 3004, 3060, 3062]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.awardConfirmed, .contractPending, by: context.principal.role)
        guard let end = lot.publicityEndsAt, context.now >= end, let award = lot.award else {
            throw ExchangeRejection.notYetDue(at: lot.publicityEndsAt ?? context.now).rejection
        }
        guard lot.openObjections.isEmpty else { throw ExchangeRejection.objectionsOpen.rejection }
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

    package init(lot: LotID, village: DivisionID, paddle: Int64, price: Money, signBy: Instant) {
        self.lot = lot
        self.village = village
        self.paddle = paddle
        self.price = price
        self.signBy = signBy
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        paddle = reader.value("paddle")
        price = reader.value("priceFen")
        signBy = reader.value("signBy")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("paddle", paddle)
        writer.put("priceFen", price)
        writer.put("signBy", signBy)
    }

    package static let name = "awardConfirmed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.awardConfirmed, .contractPending)
        state.lot?.signBy = signBy
    }
}
