package import Kernel
package import Registry
package import Storage

/// Publishes a change of the dates while the notice runs; the notice period starts again in full.
package struct AmendNotice: LotVerb {
    package let lot: LotID
    package let reasons: String
    package var closesAt: Instant?
    package var opensAt: Instant?
    package var endsAt: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), reasons: pass.value("reasons", \.reasons),
            closesAt: pass.optional("closesAt", \.closesAt), opensAt: pass.optional("opensAt", \.opensAt),
            endsAt: pass.optional("endsAt", \.endsAt))
    }

    package static let name = "amendNotice"
    package static var title: Message { ExchangeText.Command.amendNotice }
    package static let access: Access = .own(.stationReviewer, .countyOfficer, .countyReleaser)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .reasonsMissing, .noticeTooShort, .noticeTimes,
    ]

    package typealias Facts = NoticeClock.Facts

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.require(.listed)
        try lot.check(.listed, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        let clock = try NoticeClock.plan(
            closesAt: closesAt, opensAt: opensAt, endsAt: endsAt, facts, context)
        return [
            NoticeAmended(lot: self.lot, village: lot.village, reasons: reasons),
            NoticePublished(lot, clock: clock, drawCommitment: lot.hall.drawCommitment),
        ]
    }
}

/// The reason is public; the new notice follows at once.
package struct NoticeAmended: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "noticeAmended"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
