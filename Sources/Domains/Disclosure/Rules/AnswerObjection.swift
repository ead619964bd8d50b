package import Kernel

/// Answers an objection in public.
package struct AnswerObjection: CommandPayload, Hashable {
    package static let name = "answerObjection"
    package static var title: Message { DisclosureText.answerObjection }
    package static let refusals: [DisclosureRefusal] = [
        .noSuchNotice, .noSuchObjection, .objectionAnswered, .nothingSaid,
    ]

    package let notice: NoticeID
    package let objection: ObjectionID
    package let answerZh: String
    /// The Chinese text stands in both languages when absent.
    package var answerEn: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.value("notice", \.notice), objection: pass.value("objection", \.objection),
            answerZh: pass.value("answerZh", \.answerZh), answerEn: pass.optional("answerEn", \.answerEn))
    }

    package func stream(_ context: Context) -> StreamID { NoticeStream.id(notice) }

    func decide(_ state: Disclosure.State) throws(Rejection) -> [Disclosure.Event] {
        let opened = try state.waiting(objection, notice)
        guard !answerZh.allSatisfy(\.isWhitespace) else {
            throw DisclosureRefusal.nothingSaid.at("answerZh")
        }
        return [
            .objectionAnswered(
                ObjectionAnswered(
                    objection: objection, notice: notice, division: opened.division,
                    answer: Message(zh: answerZh, en: answerEn ?? answerZh)))
        ]
    }
}

/// Passes an unanswered objection to the level above. The clock gives it.
package struct EscalateObjection: CommandPayload, Hashable {
    package static let name = "escalateObjection"
    package static var title: Message { DisclosureText.escalateObjection }
    package static let refusals: [DisclosureRefusal] = [.noSuchNotice, .noSuchObjection, .objectionAnswered]

    package let notice: NoticeID
    package let objection: ObjectionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(notice: pass.value("notice", \.notice), objection: pass.value("objection", \.objection))
    }

    package func stream(_ context: Context) -> StreamID { NoticeStream.id(notice) }

    func decide(_ state: Disclosure.State) throws(Rejection) -> [Disclosure.Event] {
        let opened = try state.waiting(objection, notice)
        return [
            .objectionEscalated(
                ObjectionEscalated(objection: objection, notice: notice, division: opened.division))
        ]
    }
}
