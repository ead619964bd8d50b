package import Kernel
package import Storage

/// Answers an objection in public.
package struct AnswerObjection: NoticeVerb {
    package let notice: NoticeID
    package let objection: ObjectionID
    package let answerZh: String
    /// The Chinese text stands in both languages when absent.
    package var answerEn: String?

    package init(notice: NoticeID, objection: ObjectionID, answerZh: String, answerEn: String? = nil) {
        self.notice = notice
        self.objection = objection
        self.answerZh = answerZh
        self.answerEn = answerEn
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.value("notice", \.notice), objection: pass.value("objection", \.objection),
            answerZh: pass.value("answerZh", \.answerZh), answerEn: pass.optional("answerEn", \.answerEn))
    }

    package static let name = "answerObjection"
    package static var title: Message { DisclosureText.answerObjection }
    package static let access: Access = [
        .own(.villageClerk, .stationAgent, .stationReviewer, .countyOfficer), .installation,
    ]
    package static let refusals: [DisclosureRefusal] = [
        .noSuchNotice, .noSuchObjection, .objectionAnswered, .answeredAtTheLot, .nothingSaid,
    ]

    package func decide(_ state: NoticeState, _ facts: NoFacts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        try state.checkUnanswered(objection)
        // One answer decides: the lot's, which reaches the board by itself.
        if let lot = state.lot, context.principal.role != .system { throw DisclosureRefusal.answeredAtTheLot(lot) }
        guard !answerZh.isBlank else { throw DisclosureRefusal.nothingSaid.at("answerZh") }
        return [
            ObjectionAnswered(
                objection: objection, notice: notice, place: state.place,
                answer: Message(zh: answerZh, en: answerEn ?? answerZh),
                held: state.holding.contains(objection) ? state.offered : nil)
        ]
    }
}

/// The village or the office answers an objection, for everyone to read.
package struct ObjectionAnswered: DisclosureEvent {
    package static let name = "objectionAnswered"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let place: DivisionID
    package let answer: Message
    /// The stream of the lot that the objection held up; absent where it held up none.
    package var held: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            objection: pass.value("objection", \.objection), notice: pass.value("notice", \.notice),
            place: pass.value("division", \.place), answer: pass.message("answer", \.answer),
            held: pass.optional("held", \.held))
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) {
        state.notice?.objections[objection] = true
        state.notice?.holding.remove(objection)
    }
}
