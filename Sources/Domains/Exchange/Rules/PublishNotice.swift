package import Kernel
package import Registry

/// Releases the lot to the public: the notice is written from its data, its hash and the rules are fixed.
package struct PublishNotice: LotVerb {
    package let lot: LotID
    /// Registrations until; at the earliest when the notice days are over, and then by default.
    package var closesAt: Instant?
    /// The auction's start; by default 9:00 on the next working day.
    package var opensAt: Instant?
    /// The auction's first end; by default the county's free minutes after the start.
    package var endsAt: Instant?
    /// For a draw, or where a draw decides between equal offers: `Draw.commitment` of the seed.
    package var drawCommitment: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), closesAt: pass.optional("closesAt", \.closesAt),
            opensAt: pass.optional("opensAt", \.opensAt), endsAt: pass.optional("endsAt", \.endsAt),
            drawCommitment: pass.optional("drawCommitment", \.drawCommitment))
    }

    package static let name = "publishNotice"
    package static var title: Message { ExchangeText.Command.publishNotice }
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .sameEyes, .noticeTooShort, .noticeTimes, .seedWrong,
    ]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.listed, by: context.principal.role)
        try lot.require(.approved)
        let person = context.principal.person
        guard person != lot.acceptor, person != lot.reviewer else { throw ExchangeRefusal.sameEyes() }
        let clock = try NoticeClock.plan(
            closesAt: closesAt, opensAt: opensAt, endsAt: endsAt, days: facts.figures[lot.level.noticeKey],
            facts.figures, context)
        let needsSeed = lot.terms.mode == .draw || lot.terms.tieRule == .draw
        guard !needsSeed || drawCommitment?.isEmpty == false else { throw ExchangeRefusal.seedWrong() }
        return [.noticePublished(NoticePublished(lot, clock: clock, drawCommitment: drawCommitment))]
    }
}

/// From now on the rules of the lot are frozen. Disclosure shows the notice (policy).
package struct NoticePublished: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    /// The lot's first notice is 1; an amendment or relisting counts on.
    package let number: Int64
    package let closesAt: Instant
    package let opensAt: Instant
    package let endsAt: Instant
    package let titleZh: String
    package let titleEn: String
    package let textZh: String
    package let textEn: String
    /// The log's leaf hash (SHA-256) of both texts, base64.
    package let digest: String
    /// Binds the centre to a seed before anybody registers.
    package let drawCommitment: String?

    package init(
        lot: LotID, village: DivisionID, number: Int64, closesAt: Instant, opensAt: Instant, endsAt: Instant,
        titleZh: String, titleEn: String, textZh: String, textEn: String, digest: String,
        drawCommitment: String? = nil
    ) {
        self.lot = lot
        self.village = village
        self.number = number
        self.closesAt = closesAt
        self.opensAt = opensAt
        self.endsAt = endsAt
        self.titleZh = titleZh
        self.titleEn = titleEn
        self.textZh = textZh
        self.textEn = textEn
        self.digest = digest
        self.drawCommitment = drawCommitment
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.value("number", \.number), closesAt: pass.value("closesAt", \.closesAt),
            opensAt: pass.value("opensAt", \.opensAt), endsAt: pass.value("endsAt", \.endsAt),
            titleZh: pass.value("titleZh", \.titleZh), titleEn: pass.value("titleEn", \.titleEn),
            textZh: pass.value("textZh", \.textZh), textEn: pass.value("textEn", \.textEn),
            digest: pass.value("digest", \.digest), drawCommitment: pass.optional("drawCommitment", \.drawCommitment))
    }

    package static let name = "noticePublished"
    package var division: DivisionID? { village }

    package init(_ lot: Lot, clock: NoticeClock, drawCommitment: String? = nil) {
        let title = NoticeText.title(of: lot)
        let text = NoticeText.body(of: lot, clock: clock)
        self.init(
            lot: lot.id, village: lot.village, number: lot.noticeCount + 1, closesAt: clock.closesAt,
            opensAt: clock.opensAt, endsAt: clock.endsAt, titleZh: title.zh, titleEn: title.en, textZh: text.zh,
            textEn: text.en, digest: NoticeText.digest(of: text), drawCommitment: drawCommitment)
    }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.listed)
        state.lot?.noticeCount = number
        state.lot?.hall = Hall()
        state.lot?.hall.drawCommitment = drawCommitment
        state.lot?.notice = Lot.Notice(
            number: number, publishedAt: instant, closesAt: closesAt, opensAt: opensAt, endsAt: endsAt)
    }
}

/// Ends the registration period at its exact instant. Given by the clock.
package struct CloseNotice: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "closeNotice"
    package static var title: Message { ExchangeText.Command.closeNotice }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.closed, by: context.principal.role)
        guard let notice = lot.notice, context.now >= notice.closesAt else {
            throw ExchangeRefusal.notYetDue(lot.notice?.closesAt ?? context.now)
        }
        let admitted = facts.roster.filter { $0.state == .qualified && $0.deposit.isSecured }.count
        let outcome: LotState =
            switch admitted {
            case 0: .relistDecision
            case _ where admitted >= lot.terms.mode.minimumBidders && lot.terms.mode != .agreement: .auctionScheduled
            case 1: .singleBidder
            default: lot.terms.mode == .agreement ? .singleBidder : .relistDecision
            }
        return [.noticeClosed(NoticeClosed(lot: self.lot, village: lot.village, outcome: outcome))]
    }
}

/// The list of bidders is frozen; how many they are stays hidden until the start.
package struct NoticeClosed: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let outcome: LotState

    package init(lot: LotID, village: DivisionID, outcome: LotState) {
        self.lot = lot
        self.village = village
        self.outcome = outcome
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            outcome: pass.value("outcome", \.outcome))
    }

    package static let name = "noticeClosed"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.closed, outcome)
    }
}
