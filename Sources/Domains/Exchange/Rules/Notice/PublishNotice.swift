package import Kernel
package import Registry
package import Storage

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
    /// Instead of the commitment: the seed itself, of which only the commitment is kept.
    package var drawSeed: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), closesAt: pass.optional("closesAt", \.closesAt),
            opensAt: pass.optional("opensAt", \.opensAt), endsAt: pass.optional("endsAt", \.endsAt),
            drawCommitment: pass.optional("drawCommitment", \.drawCommitment),
            drawSeed: pass.optional("drawSeed", \.drawSeed))
    }

    package static let name = "publishNotice"
    package static var title: Message { ExchangeText.Command.publishNotice }
    package static let access: Access = .own(.stationReviewer, .countyOfficer, .countyReleaser)
    package static let reaches: [String: DateReach] = ["endsAt": .years(back: 0, ahead: 1)]
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .samePerson, .noticeTooShort, .noticeTimes, .seedWrong,
    ]

    package typealias Facts = NoticeClock.Facts

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.listed, by: context.principal.role)
        try lot.require(.approved)
        let person = context.principal.person
        guard person != lot.acceptor, person != lot.reviewer else { throw ExchangeRefusal.samePerson() }
        let clock = try NoticeClock.plan(
            closesAt: closesAt, opensAt: opensAt, endsAt: endsAt, facts, context)
        let needsSeed = lot.terms.mode == .draw || lot.terms.tieRule == .draw
        let commitment = drawCommitment ?? Draw.commitment(ofTyped: drawSeed)
        guard !needsSeed || commitment?.isEmpty == false else { throw ExchangeRefusal.seedWrong() }
        return [NoticePublished(lot, clock: clock, drawCommitment: commitment)]
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

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.whole("number", \.number, in: CountDomain.self), closesAt: pass.value("closesAt", \.closesAt),
            opensAt: pass.value("opensAt", \.opensAt), endsAt: pass.value("endsAt", \.endsAt),
            titleZh: pass.value("titleZh", \.titleZh), titleEn: pass.value("titleEn", \.titleEn),
            textZh: pass.value("textZh", \.textZh), textEn: pass.value("textEn", \.textEn),
            digest: pass.value("digest", \.digest), drawCommitment: pass.optional("drawCommitment", \.drawCommitment))
    }

    package static let name = "noticePublished"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.listed)
        state.lot?.noticeCount = number
        state.lot?.hall = Hall()
        state.lot?.hall.drawCommitment = drawCommitment
        state.lot?.notice = Lot.Notice(
            number: number, publishedAt: instant, closesAt: closesAt, opensAt: opensAt, endsAt: endsAt)
    }

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        [Due(at: closesAt, CloseNotice(lot: lot))]
    }
}

extension NoticePublished {
    init(_ lot: Lot, clock: NoticeClock, drawCommitment: String? = nil) {
        let title = NoticeText.title(of: lot)
        let text = NoticeText.body(of: lot, clock: clock)
        self.init(
            lot: lot.id, village: lot.village, number: lot.noticeCount + 1, closesAt: clock.closesAt,
            opensAt: clock.opensAt, endsAt: clock.endsAt, titleZh: title.zh, titleEn: title.en, textZh: text.zh,
            textEn: text.en, digest: NoticeText.digest(of: text), drawCommitment: drawCommitment)
    }
}
